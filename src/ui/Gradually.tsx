import {
  Children,
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";

/** Counts columns that are being drawn: is told 1 when one begins and -1 when it ends. */
export const Drawing = createContext<(by: 1 | -1) => void>(() => undefined);

/**
 * Its children one after the other, each in a task of its own: a long column of figures does not hold the page. Once all are drawn,
 * what comes between them later comes at once, and what stands behind it stays.
 */
export function Gradually({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [count, setCount] = useState(1);
  const done = count === Infinity;
  const tell = use(Drawing);
  useLayoutEffect(() => {
    if (done) return undefined;
    tell(1);
    return () => tell(-1);
  }, [done, tell]);
  useEffect(() => {
    if (done) return undefined;
    const next = count < all.length ? count + 1 : Infinity;
    const drawing = setTimeout(() => startTransition(() => setCount(next)));
    return () => clearTimeout(drawing);
  }, [count, done, all.length]);
  return all.slice(0, count);
}
