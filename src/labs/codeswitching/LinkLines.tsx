import { useLayoutEffect, useRef, useState } from "react";
import type { Alignment } from "../../codeswitch/alignment";
import { crosses } from "../../codeswitch/alignment";
import type { Side } from "../../codeswitch/sentence";

interface LinkLinesProps {
  readonly alignment: Alignment;
  readonly chosen: { readonly side: Side; readonly index: number } | null;
  readonly layout: "rows" | "columns";
}

interface Line {
  readonly key: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly crossing: boolean;
  readonly chosen: boolean;
}

/** The links, from word to word where the words are in the element around it. Links that cross another are dashed. */
export function LinkLines({ alignment, chosen, layout }: LinkLinesProps) {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const svg = useRef<SVGSVGElement>(null);

  useLayoutEffect(() => {
    const box = svg.current?.parentElement;
    if (!box) return undefined;
    function measure(): void {
      if (!box) return;
      const origin = box.getBoundingClientRect();
      const rectOf = (side: Side, index: number): DOMRect | undefined =>
        box.querySelector(`[data-word="${side}-${index}"]`)?.getBoundingClientRect();
      setLines(
        alignment.flatMap((link): readonly Line[] => {
          const [from, to] = [rectOf(0, link.first), rectOf(1, link.second)];
          if (from === undefined || to === undefined) return [];
          const crossing = alignment.some((other) => crosses(link, other));
          const isChosen = chosen !== null && (chosen.side === 0 ? link.first : link.second) === chosen.index;
          const ends =
            layout === "rows"
              ? [from.left + from.width / 2, from.bottom, to.left + to.width / 2, to.top]
              : [from.right, from.top + from.height / 2, to.left, to.top + to.height / 2];
          const [x1, y1, x2, y2] = ends as [number, number, number, number];
          return [
            {
              key: `${link.first}-${link.second}`,
              x1: x1 - origin.left,
              y1: y1 - origin.top,
              x2: x2 - origin.left,
              y2: y2 - origin.top,
              crossing,
              chosen: isChosen,
            },
          ];
        }),
      );
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const word of box.querySelectorAll("[data-word]")) observer.observe(word);
    return () => observer.disconnect();
  }, [alignment, chosen, layout]);

  return (
    <svg ref={svg} className="align-links" aria-hidden="true">
      {lines.map((line) => (
        <line
          key={line.key}
          x1={line.x1}
          y1={line.y1}
          x2={line.x2}
          y2={line.y2}
          data-crossing={line.crossing ? "" : undefined}
          data-chosen={line.chosen ? "" : undefined}
        />
      ))}
    </svg>
  );
}
