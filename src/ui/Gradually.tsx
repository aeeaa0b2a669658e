import { Children, type ReactNode, startTransition, useEffect, useState } from "react";

/** Its children one after the other, each in a task of its own: a long column of figures does not hold the page. */
export function Gradually({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [count, setCount] = useState(1);
  const more = count < all.length;
  useEffect(() => {
    if (!more) return undefined;
    const next = setTimeout(() => startTransition(() => setCount(count + 1)));
    return () => clearTimeout(next);
  }, [count, more]);
  return all.slice(0, count);
}
