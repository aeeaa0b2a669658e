import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { directionMethods } from "./directions/registry";
import { analyseLayers } from "./layers";
import { splitTexts } from "./separation";

/** Texts of two layers: in layer 0 both sets are the same, in layer 1 the positive set is moved by (4, 0). */
function activations(count: number, move: number) {
  return Array.from({ length: count }, (_, text) => [
    Float32Array.of(text + 1, 1 + move / 100),
    Float32Array.of(move + (text % 3) / 10, text),
  ]);
}

describe("analysing layers", () => {
  const split = { positive: splitTexts(12, 0.25, 1), negative: splitTexts(12, 0.25, 1) };
  const layers = unwrap(
    analyseLayers(activations(12, 4), activations(12, 0), split, directionMethods["mean-difference"], 1),
  );

  test("the mean-centred method reads texts of all kinds beside the two sets", () => {
    const method = directionMethods["mean-centred"];
    const [, alone] = unwrap(analyseLayers(activations(12, 4), activations(12, 0), split, method, 1));
    const everything = activations(12, 4).map((text) => text.map((h) => h.map((x, d) => (d === 1 ? x + 50 : x))));
    const [, centred] = unwrap(analyseLayers(activations(12, 4), activations(12, 0), split, method, 1, everything));
    expect(alone!.direction[0]).toBeGreaterThan(0.9);
    expect(centred!.direction[1]).toBeLessThan(-0.9);
  });

  test("3 each layer has its own scale: the sets are .04 apart at layer 0 and 4 apart at layer 1", () => {
    expect(layers.map(({ layer }) => layer)).toEqual([0, 1]);
    expect(layers[0]!.scale.classDistance).toBeCloseTo(0.04, 5);
    expect(layers[1]!.scale.classDistance).toBeCloseTo(4, 5);
    expect(layers[1]!.direction[0]).toBeCloseTo(1, 5);
  });

  test("4 the direction knows nothing of held-out texts: changing them changes the separation only", () => {
    const changed = activations(12, 4).map((text, index) =>
      split.positive.heldOut.includes(index) ? text.map((vector) => vector.map((x) => -x)) : text,
    );
    const [, layer] = unwrap(analyseLayers(changed, activations(12, 0), split, directionMethods["mean-difference"], 1));
    expect(layer!.direction).toEqual(layers[1]!.direction);
    expect(layer!.separation.accuracy).toBe(0.5);
    expect(layers[1]!.separation.accuracy).toBe(1);
  });

  test("8 an empty set is the method's problem, returned", () => {
    const empty = { positive: { train: [], heldOut: [] }, negative: split.negative };
    const found = analyseLayers([], activations(12, 0), empty, directionMethods["mean-difference"], 1);
    expect(found).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
  });
});
