import type { ReactNode } from "react";
import { useLayoutEffect, useRef, useState } from "react";

export interface ReadoutProps {
  /** What is pointed at; null hides the readout. */
  readonly anchor: Element | null;
  readonly id: string;
  readonly children: ReactNode;
}

/**
 * The small text beside what is pointed at or focused in a figure. Kept within the window, over or under its anchor, in the
 * top layer: a figure clips what stands out of it.
 */
export function Readout({ anchor, id, children }: ReadoutProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!anchor || !box) {
      setPlace(null);
      return undefined;
    }
    function update(): void {
      if (!anchor || !box) return;
      const target = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
      const { width, height } = box.getBoundingClientRect();
      const margin = 8;
      const centre = target.left + target.width / 2 - width / 2;
      const left = Math.max(margin, Math.min(document.documentElement.clientWidth - width - margin, centre));
      const above = target.top - height - 6;
      setPlace({ left, top: above >= margin ? above : target.bottom + 6 });
    }
    if (!box.matches(":popover-open")) box.showPopover();
    update();
    const observer = new ResizeObserver(update);
    observer.observe(box);
    window.addEventListener("scroll", update, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", update, { capture: true });
    };
  }, [anchor]);

  if (!anchor) return null;
  return (
    <div
      ref={ref}
      id={id}
      role="tooltip"
      popover="manual"
      className="readout"
      style={place ? { left: place.left, top: place.top } : { visibility: "hidden", left: 0, top: 0 }}
    >
      {children}
    </div>
  );
}
