import { expect, test } from "vitest";
import { pushTold, strengthALayer } from "./push-told";
import type { SteeringResult } from "./result";

const given = {
  model: { checkpoint: "m", backend: "wasm", layers: 8, width: 4 },
  layers: Array.from({ length: 8 }, () => ({ dPrime: 1, accuracy: 1, classDistance: 2, residualNorm: 4 })),
  layer: 3,
  strength: 1,
} as unknown as SteeringResult;
const told = (change: Partial<SteeringResult>) => pushTold({ ...given, ...change });
const one = { operation: "add", name: "", strength: 1, classDistance: 1 } as const;
const joined = { directions: [one, one], orthogonal: false, cosines: [], added: [] };

test("what is added is shared out among the layers, and so told", () => {
  expect(told({})).toBe("1 class distance added after layer 3 of 8");
  expect(told({ spread: "onwards" })).toBe("1 class distance added, shared out among layers 3 to 7 of 8");
  expect(told({ spread: "all" })).toBe("1 class distance added, shared out among all layers of 8");
  expect(told({ spread: "onwards", layer: 7 })).toBe("1 class distance added after layer 7 of 8");
  expect(strengthALayer({ ...given, spread: "onwards" })).toBe(1 / 5);
  expect(told({ spread: "onwards", joined })).toBe(
    "2 directions after layers 3 to 7 of 8, what is added shared out among them",
  );
});

test("what else is done is done at each layer", () => {
  expect(told({ operation: "ablate", spread: "all" })).toBe("the direction removed after all layers of 8");
  expect(told({ operation: "cap", strength: 0.5 })).toBe("the direction capped at 0.5 of the way after layer 3 of 8");
  expect(told({ operation: "project", strength: 1 })).toBe(
    "the direction set to a place, 1 of the way after layer 3 of 8",
  );
  expect(strengthALayer({ ...given, operation: "scale", spread: "all", strength: 2 })).toBe(2);
});

test("a file has only some layers", () => {
  const made = { method: "f", position: "mean", span: "both", dataHash: "", fileLayers: [1, 3, 6] } as const;
  expect(told({ made, spread: "all" })).toBe("1 class distance added, shared out among layers 1, 3, 6 of 8");
  expect(told({ made, spread: "onwards" })).toBe("1 class distance added, shared out among layers 3, 6 of 8");
});
