// breaks: eslint(no-restricted-imports), jsx-a11y(alt-text)
import { engine } from "../engine/engine";

export function Chart() {
  engine();
  return <img src="a.png" />;
}
