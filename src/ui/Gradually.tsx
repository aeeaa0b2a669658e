import { Children, type ReactNode, startTransition, useEffect, useState } from "react";

/**
 * Its children one after the other, each in a task of its own: a long column of figures does not hold the page. Once all are drawn,
 * what comes between them later comes at once, and what stands behind it stays.
 */
export function Gradually({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [count, setCount] = useState(1);
  useEffect(() => {
    if (count === Infinity) return undefined;
    const next = count < all.length ? count + 1 : Infinity;
    const drawing = setTimeout(() => startTransition(() => setCount(next)));
    return () => clearTimeout(drawing);
  }, [count, all.length]);
  return all.slice(0, count);
}
