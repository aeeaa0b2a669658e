import { expect, test } from "vitest";
import type { Engine, Generation, Model } from "../../../engine/engine";
import { unwrap } from "../../../result";
import { checkOrder, oneLine, writeSets } from "./write-texts";

const order = { opposite: "sad", concept: "happy", templates: ["A {} day.", "no place"], count: 2, seed: 1 };

/** Writes token 1 behind a word of three letters and token 2 behind any other, as likely as 3 to 1. */
function twoWordEngine(): { readonly engine: Engine; readonly prompts: string[] } {
  const prompts: string[] = [];
  const engine: Pick<Engine, "vocabulary" | "generate" | "logits"> = {
    vocabulary: () => Promise.resolve({ hash: "", files: { tokenizer: {}, config: {} }, tables: [], parameters: 0 }),
    generate: (_, prompt, { maxNewTokens } = {}) => {
      if (typeof prompt !== "string") throw new Error("a beginning is a text");
      const word = prompt.split(" ")[1]!;
      if (maxNewTokens !== 0) prompts.push(prompt);
      const id = word.length === 3 ? 1 : 2;
      const written: Partial<Generation> = {
        promptIds: [id],
        ids: maxNewTokens === 0 ? [] : [id],
        text: `${word}. cut`,
      };
      return Promise.resolve(written as Generation);
    },
    logits: (_, ids) => {
      const row = ids[0] === 1 ? [0, Math.log(3), 0] : [0, 0, Math.log(3)];
      return Promise.resolve({
        logits: { dims: [ids.length, 3], data: Float32Array.from(ids.flatMap(() => row)) },
        hooks: {},
      });
    },
  };
  return { engine: engine as Engine, prompts };
}

test("both sets come from the same templates; a text is log2 3 bits likelier behind its own word", async () => {
  const { engine, prompts } = twoWordEngine();
  const writer = { engine, model: {} as Model, signal: new AbortController().signal, onProgress: () => {} };
  const sets = unwrap(await writeSets(order, writer));
  expect(prompts).toEqual(["A sad day.", "A happy day.", "A sad day.", "A happy day."]);
  expect(sets).toMatchObject({
    source: ["sad.", "sad."],
    target: ["happy.", "happy."],
    written: 4,
    different: 2,
    asked: false,
  });
  expect(sets.bitsFromWord).toBeCloseTo(Math.log2(3), 6);
});

test("a text is one line up to its last whole sentence; a bad order is named", () => {
  expect(oneLine(" Sie lacht.\n„Ja!“ Er")).toBe("Sie lacht. „Ja!“");
  expect(oneLine("she laughs and")).toBe("she laughs and");
  expect(checkOrder({ ...order, templates: ["nothing"] }).ok).toBe(false);
  expect(checkOrder({ ...order, opposite: "happy " }).ok).toBe(false);
});
