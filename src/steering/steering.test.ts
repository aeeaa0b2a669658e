import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../random";
import { unwrap } from "../result";
import { applyAll, applyToResidual } from "./apply";
import { directionMethods } from "./directions/registry";
import type { Guard, ResidualIntervention, Span } from "./intervention";
import { rescaleComponent, steer } from "./interventions";
import { steerOnSchedule } from "./schedule";
import { proposeLayer, separation, splitTexts } from "./separation";
import { layerScale, residualShare, vectorOfStrength } from "./strength";
import { dot } from "../vectors";
import { addScaled, mean, norm, unit } from "./vectors";

const rows = (...values: number[][]) => values.map((row) => Float32Array.from(row));
const plain = (residual: readonly Float32Array[]) => residual.map((h) => [...h]);

describe("strength", () => {
  const contrast = { positive: rows([3, 4], [3, 4]), negative: rows([0, 0], [0, 0]) };

  test("3 the means (3,4) and (0,0) are 5 apart; strength 2 along (1,0) is (10, 0)", () => {
    const scale = layerScale(contrast);
    expect(scale.classDistance).toBe(5);
    expect([...vectorOfStrength(Float32Array.of(1, 0), scale, 2)]).toEqual([10, 0]);
  });

  test("3 half a class distance of 5 is a quarter of a residual stream of length 10", () => {
    expect(residualShare({ classDistance: 5, residualNorm: 10 }, -0.5)).toBe(0.25);
  });

  test("3 at strength 1 along the difference of means the source mean lands on the target mean", () => {
    const sets = { positive: rows([2, 1], [3, 1], [2, 2]), negative: rows([1, 1], [1, 2], [0, 1]) };
    const direction = unwrap(directionMethods["mean-difference"].direction(sets, seededRandom(1)));
    const moved = addScaled(mean(sets.negative), vectorOfStrength(direction, layerScale(sets), 1), 1);
    moved.forEach((x, d) => expect(x).toBeCloseTo(mean(sets.positive)[d]!, 5));
  });

  test("3.2 a random control moves as far as the direction it controls for", () => {
    const random = unwrap(directionMethods.random.direction(contrast, seededRandom(9)));
    expect(norm(vectorOfStrength(random, layerScale(contrast), 1.5))).toBeCloseTo(7.5, 5);
  });

  test("3.1 strength 0 is the base exactly; NaN and infinite strengths are refused", () => {
    const at = { layer: 2, direction: Float32Array.of(1, 0), scale: layerScale(contrast) };
    const residual = rows([0.1, 0.2], [0.3, 0.4]);
    expect(plain(applyToResidual(unwrap(steer(at, 0)), residual, { past: 0, promptLength: 2 }))).toEqual(
      plain(residual),
    );
    for (const strength of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(steer(at, strength)).toMatchObject({ ok: false, problem: { code: "intervention-invalid" } });
    }
  });
});

describe("separation", () => {
  test("4 held-out projections 4, 5, 6 and 0, 1, 2: d' = (5 - 1) / sqrt((1 + 1) / 2) = 4; threshold (4 + 0) / 2 = 2", () => {
    const train = { positive: rows([4, 9]), negative: rows([0, 9]) };
    const heldOut = { positive: rows([4, 0], [5, 0], [6, 0]), negative: rows([0, 0], [1, 0], [2, 0]) };
    const { dPrime, accuracy } = separation(Float32Array.of(1, 0), train, heldOut);
    expect(dPrime).toBeCloseTo(4, 6);
    expect(accuracy).toBe(1);
  });

  test("4.2 one held-out text has no spread: with training texts 4, 5, 6 is known for 6, so d' = (6 - 2) / sqrt((1 + 1) / 2)", () => {
    const train = { positive: rows([4], [5]), negative: rows([0], [1]) };
    const heldOut = { positive: rows([6]), negative: rows([2]) };
    expect(separation(Float32Array.of(1), train, heldOut).dPrime).toBeCloseTo(4, 6);
  });

  test("4 the threshold comes from training: held-out texts that drifted past it are counted as wrong", () => {
    const train = { positive: rows([4]), negative: rows([0]) };
    expect(separation(Float32Array.of(1), train, { positive: rows([1], [3]), negative: rows([0], [1]) }).accuracy).toBe(
      0.75,
    );
  });

  test("4 sets without any spread have the greatest d' that is reported, so results stay finite", () => {
    const sets = { positive: rows([1]), negative: rows([0]) };
    expect(separation(Float32Array.of(1), sets, sets).dPrime).toBe(99);
  });

  test("4.1 a split is a partition that depends on the seed alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer(),
        (count, share, seed) => {
          const { train, heldOut } = splitTexts(count, share, seed);
          expect([...train, ...heldOut].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
          expect(train.length).toBeGreaterThanOrEqual(1);
          expect(heldOut.length).toBeGreaterThanOrEqual(count > 1 ? 1 : 0);
          expect(splitTexts(count, share, seed)).toEqual({ train, heldOut });
        },
      ),
    );
    expect(splitTexts(40, 0.25, 1).heldOut).toHaveLength(10);
    expect(splitTexts(40, 0.25, 1)).not.toEqual(splitTexts(40, 0.25, 2));
  });

  test("4.3 of d' 2, 9.1, 10, 9.5 the second layer is proposed: the first at 9 or more", () => {
    const layers = [2, 9.1, 10, 9.5].map((dPrime) => ({ dPrime, accuracy: 1 }));
    expect(proposeLayer(layers)).toBe(1);
    expect(
      proposeLayer([
        { dPrime: -3, accuracy: 0 },
        { dPrime: -1, accuracy: 0 },
      ]),
    ).toBe(1);
  });
});

describe("what interventions mean", () => {
  const whole = { past: 0, promptLength: 2 };
  const add = (span: Span): ResidualIntervention => ({
    kind: "add",
    layer: 0,
    vector: Float32Array.of(1, 1),
    strength: 1,
    span,
  });

  test("5.1 (1,1) on the two tokens after a prompt of one: (1,2) stays, (3,4) and (5,6) become (4,5) and (6,7)", () => {
    const residual = rows([1, 2], [3, 4], [5, 6]);
    const steered = applyToResidual(add("generation"), residual, { past: 0, promptLength: 1 });
    expect(plain(steered)).toEqual([
      [1, 2],
      [4, 5],
      [6, 7],
    ]);
    const prompt = applyToResidual(add("prompt"), residual, { past: 0, promptLength: 1 });
    expect(plain(prompt)).toEqual([
      [2, 3],
      [3, 4],
      [5, 6],
    ]);
  });

  test("5 cutting the sequence anywhere changes nothing", () => {
    const vector = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 2 });
    const residuals = fc.array(vector, { minLength: 1, maxLength: 8 });
    const spans = fc.constantFrom("prompt" as const, "generation" as const, "both" as const, { from: 1, to: 3 });
    fc.assert(
      fc.property(residuals, fc.nat(8), fc.nat(8), spans, (values, promptLength, cutAt, span) => {
        const residual = rows(...values);
        const cut = Math.min(cutAt, residual.length);
        const pieces = [
          ...applyToResidual(add(span), residual.slice(0, cut), { past: 0, promptLength }),
          ...applyToResidual(add(span), residual.slice(cut), { past: cut, promptLength }),
        ];
        expect(plain(pieces)).toEqual(plain(applyToResidual(add(span), residual, { past: 0, promptLength })));
      }),
    );
  });

  test("6 ablation leaves nothing along the direction: (3,4) without (2,0) is (0,4)", () => {
    const ablate: ResidualIntervention = { kind: "ablate", layer: 0, direction: Float32Array.of(2, 0) };
    expect(plain(applyToResidual(ablate, rows([3, 4]), whole))).toEqual([[0, 4]]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 }), (values) => {
        const direction = Float32Array.of(1, -2, 3, 0.5);
        const [after] = applyToResidual({ kind: "ablate", layer: 0, direction }, rows(values), whole);
        expect(Math.abs(dot(after!, unit(direction)!))).toBeLessThan(1e-5);
      }),
    );
  });

  test("6 doubling the component of (3,4) along (1,0): (6,4); gain 1 changes nothing; gain 0 is the ablation", () => {
    const along = Float32Array.of(1, 0);
    const apply = (gain: number) =>
      plain(applyToResidual(unwrap(rescaleComponent(0, along, gain)), rows([3, 4]), whole));
    expect(apply(2)).toEqual([[6, 4]]);
    expect(apply(1)).toEqual([[3, 4]]);
    expect(apply(0)).toEqual([[0, 4]]);
  });

  test("6 a rank-two edit is h + (h U) V: U = I, V = ((0,1),(1,0)) takes (3,4) to (3,4) + (4,3)", () => {
    const edit: ResidualIntervention = {
      kind: "low-rank",
      layer: 0,
      rank: 2,
      u: Float32Array.of(1, 0, 0, 1),
      v: Float32Array.of(0, 1, 1, 0),
    };
    expect(plain(applyToResidual(edit, rows([3, 4]), whole))).toEqual([[7, 7]]);
  });

  const at = { past: 0, promptLength: 9 };
  const push: ResidualIntervention = { kind: "add", layer: 0, vector: Float32Array.of(4, 0), strength: 1 };
  const guarded = (guard: Partial<Guard>, ...values: readonly number[][]) =>
    plain(applyAll([{ kind: "guard", layer: 0, ...guard }, push], rows(...values), at));

  test("6.1 kept norm: (0,3) + (4,0) = (4,3) of length 5 becomes (2.4,1.8) of length 3", () => {
    const [[x, y]] = guarded({ keepNorm: true }, [0, 3]) as [[number, number]];
    expect(x).toBeCloseTo(2.4, 6);
    expect(y).toBeCloseTo(1.8, 6);
  });

  test("6.2 cap at 5 along (2,0): (3,1) + (4,0) = (7,1) becomes (5,1); (0,1) + (4,0) = (4,1) is below it and stays", () => {
    const cap = { direction: Float32Array.of(2, 0), most: 5 };
    expect(guarded({ cap }, [3, 1], [0, 1])).toEqual([
      [5, 1],
      [4, 1],
    ]);
  });

  test("6.3 a condition along (0,2) above 1: (0,1) is not above and stays, (0,1.5) is and moves to (4,1.5)", () => {
    const when = { direction: Float32Array.of(0, 2), above: 1 };
    expect(guarded({ when }, [0, 1], [0, 1.5])).toEqual([
      [0, 1],
      [4, 1.5],
    ]);
  });

  test("6.4 from position 1 on: the first token stays, also when the piece begins behind it", () => {
    expect(guarded({ from: 1 }, [0, 1], [0, 1])).toEqual([
      [0, 1],
      [4, 1],
    ]);
    const guard: Guard = { kind: "guard", layer: 0, from: 1 };
    expect(plain(applyAll([push, guard], rows([0, 1]), { past: 1, promptLength: 9 }))).toEqual([[4, 1]]);
  });

  test("6 a direction of length 0 cannot be rescaled", () => {
    expect(rescaleComponent(0, Float32Array.of(0, 0), 2)).toMatchObject({ ok: false });
  });
});

describe("steering on a schedule", () => {
  test("a span of tokens acts one position ahead; one from the first token on also steers the prompt", () => {
    const vector = { layer: 1, direction: Float32Array.of(1, 0), scale: { classDistance: 2, residualNorm: 1 } };
    const schedule = [
      { vector, from: 0, to: 3 },
      { vector, from: 3, to: 5 },
    ];
    const steered = unwrap(steerOnSchedule(schedule, 0.5));
    expect(steered.map((one) => (one.kind === "add" ? [one.span, one.strength] : []))).toEqual([
      ["prompt", 1],
      [{ from: 0, to: 2 }, 1],
      [{ from: 2, to: 4 }, 1],
    ]);
    expect(steerOnSchedule(schedule, Number.NaN).ok).toBe(false);
  });
});
