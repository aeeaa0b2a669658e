import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

export interface SidewaysProps {
  /** Id of the element that names what is scrolled. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** What may be wider than its place: then it is scrolled, also by keys, and a shade shows at which of its edges there is more. */
export function Sideways({ labelledBy, children }: SidewaysProps) {
  const place = useRef<HTMLElement>(null);
  // Not known before it is laid out, as in a closed disclosure: until then it can be reached, lest it cannot be scrolled.
  const [more, setMore] = useState<"" | "start" | "end" | "both" | undefined>();

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    function look(): void {
      const { scrollLeft, scrollWidth, clientWidth } = element!;
      if (clientWidth === 0) return;
      // Scrolled from right to left, the distance is negative. Under a pixel is rounding.
      const [start, end] = [Math.abs(scrollLeft), scrollWidth - clientWidth - Math.abs(scrollLeft)].map(
        (rest) => rest > 1,
      );
      setMore(start ? (end ? "both" : "start") : end ? "end" : "");
    }
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  return (
    <div className="sideways" data-more={more}>
      <section
        ref={place}
        className="sideways-place"
        tabIndex={more === "" ? undefined : 0}
        aria-labelledby={labelledBy}
      >
        {children}
      </section>
    </div>
  );
}
