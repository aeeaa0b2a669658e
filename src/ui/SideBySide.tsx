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

/**
 * Small multiples: the same thing several times, the baseline among them. Four stand as four, two by two, or under each
 * other, never as three and one.
 */
export function SideBySide({ items, minimum = 12 }: SideBySideProps) {
  if (items.length !== 4) return <SideGrid items={items} minimum={minimum} />;
  return (
    <div className="side-by-side" style={columns(2 * minimum + gapRem)}>
      <SideGrid items={items.slice(0, 2)} minimum={minimum} />
      <SideGrid items={items.slice(2)} minimum={minimum} />
    </div>
  );
}

/** Width of the gap between two columns, as in the style sheet. */
const gapRem = 1.75;

function columns(minimum: number): CSSProperties {
  return { gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${minimum}rem), 1fr))` };
}

function SideGrid({ items, minimum }: { items: readonly SideBySideItem[]; minimum: number }) {
  return (
    <div className="side-by-side" style={columns(minimum)}>
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
