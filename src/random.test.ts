import { expect, test } from "vitest";
import { replayedRandom, seededRandom } from "./random";

function drawn(random: () => number, count: number): number[] {
  return Array.from({ length: count }, random);
}

/** Quicker than a matcher on so many. */
function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index]);
}

test("replayed numbers are those of the seed, also when two who draw take turns and beyond what is kept", () => {
  const more = 2 ** 17 + 100;
  const own = drawn(seededRandom(7), more);
  const one = replayedRandom(7);
  const other = replayedRandom(7);
  expect([...drawn(one, 3), ...drawn(other, 5).slice(3), ...drawn(one, 4).slice(2)]).toEqual(own.slice(0, 7));
  expect(areEqual(drawn(other, more - 5), own.slice(5))).toBe(true);
  expect(areEqual(drawn(one, more - 7), own.slice(7))).toBe(true);
  expect(areEqual(drawn(replayedRandom(7), more), own)).toBe(true);
});

test("another seed begins its own numbers, and who is at work keeps the earlier ones", () => {
  const one = replayedRandom(1);
  const first = drawn(one, 2);
  expect(drawn(replayedRandom(2), 4)).toEqual(drawn(seededRandom(2), 4));
  expect([...first, ...drawn(one, 2)]).toEqual(drawn(seededRandom(1), 4));
});
