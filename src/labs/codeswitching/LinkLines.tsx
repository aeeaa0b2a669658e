import { useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Alignment, Link } from "../../codeswitch/alignment";
import { crosses } from "../../codeswitch/alignment";
import type { Side } from "../../codeswitch/sentence";

interface LinkLinesProps {
  readonly alignment: Alignment;
  readonly chosen: { readonly side: Side; readonly index: number } | null;
  readonly layout: "rows" | "columns";
}

interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Place extends Ends {
  readonly link: Link;
}

/** The links, from word to word where the words are in the element around it. Links that cross another are dashed. */
export function LinkLines({ alignment, chosen, layout }: LinkLinesProps) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const svg = useRef<SVGSVGElement>(null);

  // An observer reports when the page has been laid out, at the latest before it is painted: to ask before that lays it out twice.
  useLayoutEffect(() => {
    const box = svg.current?.parentElement;
    if (!box) return undefined;
    const words = () => [...box.querySelectorAll<HTMLElement>("[data-word]")];
    const observer = new ResizeObserver(() => {
      const origin = box.getBoundingClientRect();
      const rects = new Map(words().map((word) => [word.dataset["word"], word.getBoundingClientRect()]));
      const found = alignment.flatMap((link): readonly Place[] => {
        const [from, to] = [rects.get(`0-${link.first}`), rects.get(`1-${link.second}`)];
        return from && to ? [{ link, ...between(layout, from, to, origin) }] : [];
      });
      flushSync(() => setPlaces(found));
    });
    for (const element of [box, ...words()]) observer.observe(element);
    return () => observer.disconnect();
  }, [alignment, layout]);

  return (
    <svg ref={svg} className="align-links" aria-hidden="true">
      {places.map(({ link, ...ends }) => (
        <line
          key={`${link.first}-${link.second}`}
          {...ends}
          data-crossing={alignment.some((other) => crosses(link, other)) ? "" : undefined}
          data-chosen={chosen && (chosen.side === 0 ? link.first : link.second) === chosen.index ? "" : undefined}
        />
      ))}
    </svg>
  );
}

/** From the lower edge of one word to the upper edge of the other, or from right to left, in pixels from the corner of `origin`. */
function between(layout: LinkLinesProps["layout"], from: DOMRect, to: DOMRect, origin: DOMRect): Ends {
  const [x1, y1, x2, y2] =
    layout === "rows"
      ? [from.left + from.width / 2, from.bottom, to.left + to.width / 2, to.top]
      : [from.right, from.top + from.height / 2, to.left, to.top + to.height / 2];
  return { x1: x1 - origin.left, y1: y1 - origin.top, x2: x2 - origin.left, y2: y2 - origin.top };
}
