import { expect, test } from "vitest";
import { outline } from "./outline";

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

test("an outline closes; a missing corner breaks it and its neighbours are not joined; a corner by itself is a short stroke", () => {
  expect(outline(corners)).toBe("M0,0L1,0L1,1L0,1Z");
  expect(outline(corners.map((corner, i) => (i === 1 ? null : corner)))).toBe("M1,1L0,1L0,0");
  expect(outline([[0, 0], null, [1, 1], null])).toBe("M-1,1h4M-2,0h4");
  expect(outline([null, null])).toBe("");
});
