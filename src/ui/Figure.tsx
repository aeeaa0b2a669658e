import type { ReactNode } from "react";
import { Details } from "./Details";

export interface FigureProps {
  /** One sentence: what is drawn, of what. */
  readonly caption: ReactNode;
  readonly children: ReactNode;
  /** The numbers behind the figure, shown when asked for. */
  readonly table?: ReactNode;
  readonly legend?: ReactNode;
}

/** A figure as in a journal: the picture, its caption beneath, the numbers behind it. */
export function Figure({ caption, children, table, legend }: FigureProps) {
  return (
    <figure className="figure">
      {legend ? <div className="figure-legend">{legend}</div> : null}
      {children}
      <figcaption className="figure-caption">{caption}</figcaption>
      {table ? <Details summary="Numbers">{table}</Details> : null}
    </figure>
  );
}
