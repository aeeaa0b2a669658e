import type { KeyboardEvent } from "react";
import { expect, test } from "vitest";
import { isEnter } from "./is-enter";

const pressed = (key: string, keyCode: number, isComposing: boolean) =>
  isEnter({ key, keyCode, nativeEvent: { isComposing } } as KeyboardEvent);

test("Enter that ends a composition is none, whether the event or only its key code tells", () => {
  expect(pressed("Enter", 13, false)).toBe(true);
  expect(pressed("Enter", 229, true)).toBe(false);
  expect(pressed("Enter", 229, false)).toBe(false);
  expect(pressed("a", 65, false)).toBe(false);
});
