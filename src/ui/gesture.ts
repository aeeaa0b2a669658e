import { useId, useRef } from "react";

/**
 * Names the gesture that edits belong to, so that a store can make one undo step of a drag or of typing in one field.
 * `begin` starts the next gesture (pointer down, focus); `current` is its name.
 */
export function useGesture(): { readonly begin: () => void; readonly current: () => string } {
  const id = useId();
  const count = useRef(0);
  return {
    begin: () => {
      count.current += 1;
    },
    current: () => `${id}${count.current}`,
  };
}
