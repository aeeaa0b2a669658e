import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random";
import { logProbability, logSumExp } from "./log-probability";
import { argmax } from "../vectors";
import { neutralSampling, type Sampling, sampleToken } from "./sampling";

const none = new Set<number>();
/** Logs of 0.5, 0.25, 0.125, 0.125. */
const halves = Float32Array.from([0.5, 0.25, 0.125, 0.125], Math.log);

function drawn(logits: Float32Array, sampling: Partial<Sampling>, seen: ReadonlySet<number> = none, count = 4000) {
  const random = seededRandom(7);
  const counts = Array.from(logits, () => 0);
  for (let i = 0; i < count; i++) {
    const id = sampleToken(logits, { ...neutralSampling, temperature: 1, ...sampling }, seen, random);
    counts[id] = counts[id]! + 1;
  }
  return counts.map((n) => n / count);
}

describe("greedy (rule 12)", () => {
  it("takes the lowest id among equals", () => {
    expect(argmax(Float32Array.of(1, 3, 3, 2))).toBe(1);
    expect(sampleToken(Float32Array.of(0, 0, 0), neutralSampling, none, seededRandom(1))).toBe(0);
  });

  it("draws no random number", () => {
    const random = () => {
      throw new Error("drawn");
    };
    expect(sampleToken(halves, neutralSampling, none, random)).toBe(0);
  });
});

describe("filters", () => {
  it("at temperature 1 draws with the softmax's probabilities", () => {
    const [a, b, c, d] = drawn(halves, {});
    expect(a).toBeCloseTo(0.5, 1);
    expect(b).toBeCloseTo(0.25, 1);
    expect(c! + d!).toBeCloseTo(0.25, 1);
  });

  it("at temperature 1/2 squares the odds: 0.25 to 0.0625 is 4 to 1", () => {
    const [a, b] = drawn(halves.subarray(0, 2), { temperature: 0.5 });
    expect(a! / b!).toBeGreaterThan(3.5);
    expect(a! / b!).toBeLessThan(4.5);
  });

  it("top-k 2 keeps two ids, of probabilities 2/3 and 1/3", () => {
    const [a, b, c, d] = drawn(halves, { topK: 2 });
    expect([c, d]).toEqual([0, 0]);
    expect(a).toBeCloseTo(2 / 3, 1);
    expect(b).toBeCloseTo(1 / 3, 1);
  });

  it("top-p 0.6 keeps 0.5 + 0.25, the smallest set that reaches it; 0.5 keeps one", () => {
    expect(drawn(halves, { topP: 0.6 }).map((p) => p > 0)).toEqual([true, true, false, false]);
    expect(drawn(halves, { topP: 0.5 - 1e-6 })).toEqual([1, 0, 0, 0]);
  });

  it("min-p 0.4 keeps what is at least 0.4 x 0.5 = 0.2", () => {
    expect(drawn(halves, { minP: 0.4 }).map((p) => p > 0)).toEqual([true, true, false, false]);
  });

  it("a penalty of 2 halves a positive and doubles a negative logit of tokens seen", () => {
    const logits = Float32Array.of(3, 2, -1, -1.5);
    const greedy = (seen: number[]) =>
      sampleToken(logits, { ...neutralSampling, repetitionPenalty: 2 }, new Set(seen), seededRandom(1));
    expect(greedy([])).toBe(0);
    expect(greedy([0])).toBe(1); // 3 / 2 = 1.5 < 2
    expect(greedy([0, 1])).toBe(0); // 1.5 > 2 / 2 = 1
    const negative = Float32Array.of(-1, -1.5);
    expect(sampleToken(negative, { ...neutralSampling, repetitionPenalty: 2 }, new Set([0]), seededRandom(1))).toBe(1); // -2 < -1.5
    expect(logits).toEqual(Float32Array.of(3, 2, -1, -1.5));
  });
});

/** Sort, cut to k, normalise, cut to p, cut at the floor, draw. */
function sortedDraw(row: Float32Array, { temperature, topK, topP, minP }: Sampling, uniform: number): number {
  const order = Array.from(row.keys()).toSorted((a, b) => row[b]! - row[a]! || a - b);
  const kept = topK > 0 ? order.slice(0, topK) : order;
  const weights = kept.map((id) => Math.exp((row[id]! - row[kept[0]!]!) / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const probabilities = weights.map((weight) => weight / sum);
  let mass = 0;
  const nucleus = probabilities.findIndex((p) => (mass += p) >= topP);
  const inNucleus = nucleus < 0 || topP >= 1 ? probabilities : probabilities.slice(0, nucleus + 1);
  const chosen = inNucleus.filter((p, i) => i === 0 || p >= minP * probabilities[0]!);
  let left = uniform * chosen.reduce((total, p) => total + p, 0);
  const index = chosen.findIndex((p) => (left -= p) < 0);
  return kept[index < 0 ? chosen.length - 1 : index]!;
}

describe("properties", () => {
  const logits = fc
    .array(fc.float({ noNaN: true, min: -20, max: 20 }), { minLength: 1, maxLength: 40 })
    .map((values) => Float32Array.from(values));
  const sampling = fc.record({
    temperature: fc.double({ min: 0, max: 3, noNaN: true }),
    topK: fc.nat(45),
    topP: fc.double({ min: 0.01, max: 1, noNaN: true }),
    minP: fc.double({ min: 0, max: 1, noNaN: true }),
    repetitionPenalty: fc.double({ min: 0.5, max: 2, noNaN: true }),
  });

  it("the same seed gives the same token, and it is an id", () => {
    fc.assert(
      fc.property(logits, sampling, fc.nat(), (row, how, seed) => {
        const id = sampleToken(row, how, none, seededRandom(seed));
        expect(id).toBe(sampleToken(row, how, none, seededRandom(seed)));
        expect(id).toBeGreaterThanOrEqual(0);
        expect(id).toBeLessThan(row.length);
      }),
    );
  });

  it("draws as from the whole vocabulary sorted, whatever is left out before the sorting", () => {
    fc.assert(
      fc.property(logits, sampling, fc.nat(), (row, how, seed) => {
        fc.pre(how.temperature > 0.05 && (how.topK > 0 || how.topP < 1 || how.minP > 0));
        const neutral = { ...how, repetitionPenalty: 1 };
        expect(sampleToken(row, neutral, none, seededRandom(seed))).toBe(
          sortedDraw(row, neutral, seededRandom(seed)()),
        );
      }),
    );
  });

  it("top-k 1 is greedy at any temperature", () => {
    fc.assert(
      fc.property(logits, sampling, fc.nat(), (row, how, seed) => {
        expect(sampleToken(row, { ...how, topK: 1 }, none, seededRandom(seed))).toBe(argmax(row));
      }),
    );
  });
});

describe("log-probability", () => {
  it("of equal logits is -ln V", () => {
    expect(logProbability(new Float32Array(8), 3)).toBeCloseTo(-Math.log(8), 12);
  });

  it("does not overflow and shifts with the logits", () => {
    expect(logSumExp(Float32Array.of(1000, 1000))).toBeCloseTo(1000 + Math.LN2, 9);
    expect(logProbability(Float32Array.of(1000, 1000), 0)).toBeCloseTo(-Math.LN2, 9);
  });

  it("is NaN for NaN, for +infinity and for nothing finite", () => {
    expect(logSumExp(Float32Array.of(1, Number.NaN))).toBeNaN();
    expect(logSumExp(Float32Array.of(1, Number.POSITIVE_INFINITY))).toBeNaN();
    expect(logSumExp(Float32Array.of(Number.NEGATIVE_INFINITY))).toBeNaN();
  });
});
