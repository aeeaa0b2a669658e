import { isTyping } from "./shortcuts";

/** The element with which results begin, in every lab. */
export const resultPlace = "result";

/** How high in the window results are brought, as a share of its height: what was set stays in view above them. */
const height = 0.5;

/** Scrolls until the results begin in the upper half of the window, where they begin lower. */
export function goToResult(): void {
  const place = document.getElementById(resultPlace);
  const below = (place?.getBoundingClientRect().top ?? 0) - height * innerHeight;
  if (below <= 0) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: below, behavior: calm ? "instant" : "smooth" });
}

/**
 * Called when a run begins; what is returned goes to its result. Not where the page has been scrolled since, the focus moved, or
 * text is being typed: whoever reads or writes stays where they are.
 */
export function awaitResult(): () => void {
  const [before, focused] = [scrollY, document.activeElement];
  return () => {
    requestAnimationFrame(() => {
      if (scrollY === before && document.activeElement === focused && !isTyping(focused)) goToResult();
    });
  };
}
