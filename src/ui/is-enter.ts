import type { KeyboardEvent } from "react";

/** Enter, but for one that ends the composition of an input method; Safari tells that one by its key code alone. */
export function isEnter({ key, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && !nativeEvent.isComposing && keyCode !== 229;
}
