import { describe, expect, test } from "vitest";
import type { Engine, Model } from "../engine/engine";
import type { Token } from "../tokenization/encoder";
import { activityOf } from "./neuron-activity";
import { readTokens } from "./read-tokens";
import { divergencesOf } from "./steering/sweep/divergences";

const token = (id: number, from: number, to: number, special = from === to): Token => ({
  id,
  piece: "",
  bytes: [from, to],
  codePoints: [from, to],
  utf16: [from, to],
  special,
});
const model = { geometry: { layers: 1, mlpWidth: 2 } } as Model;
const [begin, close] = [token(8, 0, 0), token(9, 2, 2)];
const [a, b] = [token(0, 0, 1), token(1, 1, 2)];
const written = token(9, 1, 2, true);

/** A tokenizer of "ab" into these, and an engine of what else is given. */
const engineOf = (tokens: readonly Token[], rest: Partial<Engine> = {}) =>
  ({ tokenize: () => Promise.resolve(tokens), ...rest }) as Engine;

describe("a template that closes a text", () => {
  test.each([
    ["is left out", [a, b, close], [a, b]],
    ["leaves what it puts before", [begin, a, b, close], [begin, a, b]],
    ["leaves a mark that is written in the text", [a, written, close], [a, written]],
    ["leaves the first mark of an empty text", [begin, close], [begin]],
  ])("%s", async (_, tokens, read) => {
    expect(await readTokens(engineOf(tokens), model, "ab")).toEqual(read);
  });

  test("counts for no activity: of two tokens, neuron 0 is active at one and neuron 1 at both", async () => {
    const at = (values: readonly number[]) => ({ dims: [1, 2, 2], data: Float32Array.from(values) });
    const capture = () =>
      Promise.resolve({ "blocks.0.mlp.hook_pre": at([1, 2, -1, 4]), "blocks.0.mlp.hook_post": at([1, 3, 0, 5]) });
    const activity = await activityOf(
      engineOf([a, b, close], { capture }),
      model,
      ["ab"],
      new AbortController().signal,
    );
    expect(activity.tokens).toBe(2);
    expect([...activity.shares]).toEqual([0.5, 1]);
    expect([...activity.means]).toEqual([0.5, 4]);
    expect([...activity.preMeans]).toEqual([0, 3]);
    expect([...activity.keys[0]!]).toEqual([0, 5]);
  });

  test("stands between no prompt and what was written: KL of 3 to 1 from evens is 3/4 ln 3 - ln 2", async () => {
    const asked: (readonly number[])[] = [];
    const logits: Engine["logits"] = (_, ids, { interventions = [] } = {}) => {
      asked.push(ids);
      // The push is heard behind the prompt's last token alone.
      const data = ids.flatMap((id) => [interventions.length > 0 && id === 1 ? Math.log(3) : 0, 0]);
      return Promise.resolve({ logits: { dims: [ids.length, 2], data: Float32Array.from(data) }, hooks: {} });
    };
    const lab = { engine: engineOf([a, b, close], { logits }), model, signal: new AbortController().signal };
    const pieces = [{ ids: [5], text: "c", changed: true }];
    const push = { kind: "add", layer: 0, vector: Float32Array.of(1), strength: 1 } as const;
    const [divergence] = await divergencesOf(lab, "ab", pieces, [push]);
    expect(asked[0]).toEqual([0, 1, 5]);
    expect(divergence).toBeCloseTo(0.75 * Math.log(3) - Math.log(2), 6);
  });
});
