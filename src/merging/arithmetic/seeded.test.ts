import { expect, test } from "vitest";
import { dropAt, uniformAt } from "./seeded";

test("what is dropped are the places whose uniform number is not below their chance", () => {
  const stream = 77;
  const chances = Float64Array.from({ length: 5000 }, (_, i) => uniformAt(3, i));
  const values = Float32Array.from(chances, (_, i) => (i % 2 === 0 ? i + 1 : -i));
  const expected = values.map((value, i) => (uniformAt(stream, i) < chances[i]! ? value : 0));
  dropAt(values, stream, (i) => chances[i]!);
  expect(values).toEqual(expected);
  dropAt(values, stream, () => 0);
  expect(values.every((value) => value === 0)).toBe(true);
});
