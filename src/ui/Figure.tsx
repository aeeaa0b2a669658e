import { type ReactNode, use, useRef } from "react";
import { Details } from "./Details";
import { FigureImages } from "./FigureImages";
import { FigurePlace } from "./figure-place";
import { Terms } from "./Terms";

export interface FigureProps {
  /** One sentence: what is drawn, of what. */
  readonly caption?: ReactNode;
  readonly children: ReactNode;
  /** The numbers behind the figure, shown when asked for. */
  readonly table?: ReactNode;
  readonly legend?: ReactNode;
  /** File name of its image, without ending. */
  readonly name?: string | undefined;
}

/** A figure as in a journal: the picture, its caption beneath, the numbers behind it, and itself as an image. */
export function Figure({ caption, children, table, legend, name = "figure" }: FigureProps) {
  const figure = useRef<HTMLElement>(null);
  const place = use(FigurePlace);
  return (
    <figure className="figure" ref={figure}>
      <div className="figure-picture">
        {legend ? <div className="figure-legend">{legend}</div> : null}
        {children}
      </div>
      {caption ? (
        <figcaption className="figure-caption">
          <Terms sparing>{caption}</Terms>
        </figcaption>
      ) : null}
      {place === "cover" || (!place && !table) ? null : (
        <div className="figure-foot">
          {place ? <FigureImages figure={figure} sourceOf={place} name={name} /> : null}
          {table ? (
            <Details costly summary="Numbers">
              {table}
            </Details>
          ) : null}
        </div>
      )}
    </figure>
  );
}
