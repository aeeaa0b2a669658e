import { describe, expect, test } from "vitest";
import type { MixEvent } from "../../../engine/mix";
import { emulatedFineTuning } from "../../../mixing/mixers/emulated-fine-tuning";
import { expertGuidance } from "../../../mixing/mixers/expert-guidance";
import { vocabularyFilter } from "../../../mixing/mixers/vocabulary-filter";
import { lengthIn, piecesOf, standing } from "./pieces";
import { filterOf, fitted, gradedWords } from "./spec";

const token = (id: number, bytes: readonly number[], own: readonly number[], more: object = {}): MixEvent => ({
  kind: "token",
  id,
  bytes,
  probability: 0.5,
  modelProbabilities: own,
  entropy: 1,
  divergences: [0.1, Number.POSITIVE_INFINITY],
  massRemoved: 0.25,
  ...more,
});

describe("pieces of a mixed text", () => {
  test("tokens that share a character are one piece: 0.5 · 0.5 probable, 1 + 1 nats of entropy", () => {
    const { tokens } = standing([token(1, [0xc3], [0.5, 0.2]), token(2, [0xa9], [0.4, 0.6]), token(3, [0x21], [1, 0])]);
    const pieces = piecesOf(tokens);
    expect(pieces.map(({ text }) => text)).toEqual(["é", "!"]);
    expect(pieces[0]).toMatchObject({ ids: [1, 2], probability: 0.25, entropy: 2, massRemoved: 0.25, decided: 1 });
    expect(pieces[0]!.modelProbabilities).toEqual([0.2, 0.12]);
    expect(pieces[0]!.divergences).toEqual([0.2, null]);
    expect([lengthIn("tokens", pieces), lengthIn("characters", pieces)]).toEqual([3, 2]);
  });

  test("a token is the writer's, else the model's with the greatest weight times probability", () => {
    const decided = (more: object) => piecesOf(standing([token(1, [65], [0.6, 0.4], more)]).tokens)[0]!.decided;
    expect(decided({})).toBe(0);
    expect(decided({ weights: [0.3, 0.7] })).toBe(1); // 0.18 against 0.28
    expect(decided({ writer: 1 })).toBe(1);
  });

  test("what is taken back is gone, and counted", () => {
    const events = [token(1, [65], [1, 0]), token(2, [66], [1, 0]), { kind: "taken-back", position: 1 } as const];
    const { tokens, takenBack } = standing([...events, token(3, [67], [1, 0])]);
    expect(tokens.map(({ id }) => id)).toEqual([1, 3]);
    expect(takenBack).toBe(1);
  });

  test("an end inside a character shows that it is broken", () => {
    expect(piecesOf(standing([token(1, [0xc3], [1, 0])]).tokens)[0]!.text).toBe("\ufffd");
  });
});

describe("what a mixer is given", () => {
  const models = ["a", "b"].map((model) => ({ model, before: "", values: { weight: 2 } }));

  test("as many models as it takes: the last repeated, those too many left out, pairs whole", () => {
    expect(fitted(models, expertGuidance).map(({ model }) => model)).toEqual(["a", "b"]);
    expect(fitted(models, emulatedFineTuning).map(({ model }) => model)).toEqual(["a", "b", "b"]);
    expect(fitted([...models, ...models], emulatedFineTuning)).toHaveLength(3);
    expect(fitted(models, vocabularyFilter)).toEqual([{ model: "a", before: "", values: {} }]);
  });

  test("filters as their fields say", () => {
    expect(filterOf({ kind: "script", text: "Latin, Greek", keep: true })).toEqual({
      kind: "script",
      scripts: ["Latin", "Greek"],
      keep: true,
    });
    expect(filterOf({ kind: "letters", text: "e, q", keep: true })).toEqual({ kind: "letters", banned: "eq" });
    expect(filterOf({ kind: "words", text: "the dog", keep: true })).toEqual({
      kind: "words",
      allowed: ["the", "dog"],
    });
  });

  test("words in three sentences are of level 1, in two of level 2, in one of level 3", () => {
    const words = new Map(gradedWords(["The dog", "the cat the", "The dog runs"]));
    expect(Object.fromEntries(words)).toEqual({ the: 1, dog: 2, cat: 3, runs: 3 });
  });
});
