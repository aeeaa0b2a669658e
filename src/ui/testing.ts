import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** What a component says, without its elements. */
export function textOf<Props extends object>(component: ComponentType<Props>, props: Props): string {
  return renderToStaticMarkup(createElement(component, props))
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");
}
