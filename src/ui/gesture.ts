import { useId, useMemo, useRef } from "react";

/** Typing that pauses for as long, in milliseconds, goes on as another step. */
const typingPause = 1200;

/**
 * Names the gesture that edits belong to, so that a store can make one undo step of a drag or of typing in one go.
 * `begin` starts the next gesture (pointer down, focus); `current` is its name; `typing` is its name too, but begins the
 * next one after a pause.
 */
export function useGesture(): {
  readonly begin: () => void;
  readonly current: () => string;
  readonly typing: () => string;
} {
  const id = useId();
  const count = useRef(0);
  const typedAt = useRef(0);
  return useMemo(() => {
    function begin(): void {
      count.current += 1;
    }
    function current(): string {
      return `${id}${count.current}`;
    }
    function typing(): string {
      const now = performance.now();
      if (now - typedAt.current > typingPause) begin();
      typedAt.current = now;
      return current();
    }
    return { begin, current, typing };
  }, [id]);
}
