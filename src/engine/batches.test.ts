import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchesOf, padded, positionsFor } from "./batches";
import { capacityFor } from "./kv-cache";

describe("batchesOf", () => {
  it("puts texts of like length together, as far as 2^24 / 8192 = 2048 positions reach", () => {
    expect(batchesOf([400, 4, 3, 5], 8192)).toEqual([[2, 1, 3, 0]]);
    expect(batchesOf([4000, 4, 3, 5], 8192)).toEqual([[2, 1, 3], [0]]);
  });

  it("holds every text once, at most sixteen rows and 64 MB of output, unless one text alone passes it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 2 ** 18 }),
        (lengths, width) => {
          const batches = batchesOf(lengths, width);
          expect(batches.flat().toSorted((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(16);
            const longest = Math.max(...batch.map((i) => lengths[i]!));
            if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(positionsFor(width));
          }
        },
      ),
    );
  });
});

describe("padded", () => {
  it("fills rows up at the right", () => {
    expect(padded([[1], [2, 3]])).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });
});

describe("capacityFor", () => {
  it("is the least power of two that holds the positions, 128 at least", () => {
    expect([1, 128, 129, 256, 257].map(capacityFor)).toEqual([128, 128, 256, 256, 512]);
  });
});
