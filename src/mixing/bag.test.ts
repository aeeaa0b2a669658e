import { describe, expect, test } from "vitest";
import { seededRandom } from "../random";
import { unwrap } from "../result";
import { bagGradient, divergenceGradient, type HeadBag, logitsBehind } from "./bag";
import { mix, resolveParameters } from "./check";
import { logSoftmax } from "./distribution";
import { bagOfWords } from "./mixers/bag-of-words";

const [vocabulary, width] = [7, 3];
const random = seededRandom(4);
const head: HeadBag = {
  rows: Float32Array.from({ length: vocabulary * width }, () => 2 * random() - 1),
  width,
  bag: Uint8Array.of(0, 1, 0, 0, 1, 0, 0),
};
const h = Float64Array.of(0.4, -0.7, 0.2);
const softmax = (at: Float64Array) => logSoftmax(logitsBehind(head, at)).map(Math.exp);

/** Central differences of f at h. */
function slopes(f: (at: Float64Array) => number): number[] {
  return Array.from(h, (_, d) => {
    const [up, down] = [h.slice(), h.slice()];
    up[d]! += 1e-5;
    down[d]! -= 1e-5;
    return (f(up) - f(down)) / 2e-5;
  });
}

describe("gradients over what the head reads", () => {
  test("are those of finite differences to 1e-6", () => {
    const mass = (p: Float64Array) => p[1]! + p[4]!;
    const ofBag = slopes((at) => Math.log(mass(softmax(at))));
    bagGradient(softmax(h), head).forEach((value, d) => expect(Math.abs(value - ofBag[d]!)).toBeLessThan(1e-6));
    const p0 = softmax(Float64Array.of(0, 0.5, 1));
    const kl = (p: Float64Array) => p.reduce((sum, value, token) => sum + value * Math.log(value / p0[token]!), 0);
    const ofKl = slopes((at) => kl(softmax(at)));
    divergenceGradient(softmax(h), p0, head).forEach((value, d) =>
      expect(Math.abs(value - ofKl[d]!)).toBeLessThan(1e-6),
    );
  });

  test("a bag of the whole vocabulary pulls nowhere", () => {
    const all = bagGradient(softmax(h), { ...head, bag: new Uint8Array(vocabulary).fill(1) });
    for (const value of all) expect(value).toBeCloseTo(0, 12);
  });
});

describe("a bag of words", () => {
  const logits = Float32Array.from(logitsBehind(head, h));
  const massAt = (step: number) => {
    const shared = unwrap(resolveParameters(bagOfWords, 1, { shared: { step } }));
    const mixed = unwrap(mix(bagOfWords, { logits: [logits], materials: { head } }, shared)).logits;
    const p = logSoftmax(mixed).map(Math.exp);
    return { mixed, mass: p[1]! + p[4]! };
  };

  test("at step 0 is the model; further steps make the bag likelier", () => {
    expect(massAt(0).mixed).toEqual(logits);
    const masses = [0, 0.2, 1, 5].map((step) => massAt(step).mass);
    expect(masses).toEqual(masses.toSorted((a, b) => a - b));
    expect(masses[3]!).toBeGreaterThan(masses[0]! + 0.2);
  });
});
