import type { ReactNode } from "react";

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

/** Small multiples: the same thing several times, the baseline among them. */
export function SideBySide({ items, minimum = 14 }: SideBySideProps) {
  return (
    <div
      className="side-by-side"
      style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${minimum}rem), 1fr))` }}
    >
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
