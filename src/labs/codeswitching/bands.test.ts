import fc from "fast-check";
import { expect, test } from "vitest";
import { bandsOf } from "./bands";

function links(text: string) {
  return text.split(" ").map((link) => {
    const [first, second] = link.split("-").map(Number) as [number, number];
    return { first, second };
  });
}

test("cuts where no link crosses", () => {
  // Words of width 10; 30 fit. 1-2 2-1 belong together, so the first cut that fits is after word 0 or word 2.
  const widths = [
    [10, 10, 10, 10],
    [10, 10, 10, 10],
  ] as const;
  expect(bandsOf(widths, links("0-0 1-2 2-1 3-3"), 30)?.map(({ words }) => words)).toEqual([
    [
      [0, 3],
      [0, 3],
    ],
    [
      [3, 4],
      [3, 4],
    ],
  ]);
  expect(bandsOf(widths, links("0-0 1-2 2-1 3-3"), 19)).toBeUndefined();
  expect(bandsOf(widths, links("0-3 3-0"), 30)).toBeUndefined();
  expect(bandsOf(widths, links("0-3 3-0"), 40)).toHaveLength(1);
});

test("any alignment: bands follow one another, cover both sentences, fit, and no link leaves its band", () => {
  const link = fc.record({ first: fc.nat(7), second: fc.nat(7) });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 10 }), fc.integer({ min: 10, max: 90 }), (alignment, width) => {
      const widths = [Array.from({ length: 8 }, () => 10), Array.from({ length: 8 }, () => 10)] as const;
      const bands = bandsOf(widths, alignment, width);
      if (bands === undefined) return;
      for (const side of [0, 1] as const) {
        expect(bands.flatMap(({ words }) => words[side]).join()).toMatch(/^0,(?:(\d),\1,)*8$/);
        for (const { words } of bands) expect((words[side][1] - words[side][0]) * 10).toBeLessThanOrEqual(width);
      }
      for (const { first, second } of alignment) {
        const home = bands.find(({ words }) => words[0][0] <= first && first < words[0][1])!;
        expect(home.words[1][0] <= second && second < home.words[1][1]).toBe(true);
      }
    }),
  );
});
