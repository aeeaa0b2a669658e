import type { CSSProperties, ReactNode } from "react";

export interface SideBySideItem {
  readonly id: string;
  readonly title: ReactNode;
  /** The one that the others are measured against; it is marked as such. */
  readonly baseline?: boolean;
  /** Small, after the title: a number, a setting. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

export interface SideBySideProps {
  readonly items: readonly SideBySideItem[];
  /** Narrowest width of one column in rem before they go under each other. */
  readonly minimum?: number;
}

/** Small multiples: the same thing several times, the baseline among them; in one row where they fit, else in rows of equal length. */
export function SideBySide({ items, minimum = 12 }: SideBySideProps) {
  return (
    <div className="side-by-side" style={columns(items.length, minimum)}>
      {items.map((item) => (
        <section key={item.id} className="side" data-baseline={item.baseline ? "" : undefined}>
          <h4 className="side-title">
            {item.title}
            {item.baseline ? <span className="side-baseline">baseline</span> : null}
            {item.note ? <span className="side-note numeric">{item.note}</span> : null}
          </h4>
          {item.children}
        </section>
      ))}
    </div>
  );
}

/** Width of the gap between two columns, as in the style sheet. */
const gapRem = 1.75;

/** Where not all fit beside each other, columns are at least as wide as makes two rows of them; and always `minimum` rem where there is room. */
function columns(count: number, minimum: number): CSSProperties {
  const all = count * minimum + (count - 1) * gapRem;
  const half = Math.ceil(count / 2);
  // A tenth of a pixel less, so that rounding does not push the last column out.
  const halved = `(100% - ${(half - 1) * gapRem}rem) / ${half} - 0.1px`;
  const least = `max(min(100%, ${minimum}rem), min(${halved}, (${all}rem - 100%) * 9999))`;
  return { gridTemplateColumns: `repeat(auto-fit, minmax(${least}, 1fr))` };
}
