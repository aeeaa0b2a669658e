import { type CSSProperties, type RefObject, useLayoutEffect, useState } from "react";

const unplaced: CSSProperties = { visibility: "hidden", left: 0, top: 0 };

/**
 * Shows a popover beside its anchor, in the top layer, and gives its place: over the anchor or under it, within the window. An anchor
 * of several lines counts with its first.
 */
export function useBeside(anchor: Element | null, popover: RefObject<HTMLElement | null>): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>(unplaced);
  useLayoutEffect(() => {
    const box = popover.current;
    if (!anchor || !box) return undefined;
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
  }, [anchor, popover]);
  return place;
}
