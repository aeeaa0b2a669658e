import { afterAll, expect, test } from "vitest";
import { changeVocabulary } from "../checkpoints/change-vocabulary";
import { filesOf } from "../checkpoints/node-files";
import { openCheckpoint } from "../checkpoints/open";
import { parallelSentences } from "../data/parallel";
import { unwrap } from "../result";
import { createEncoder } from "../tokenization/hf-encoder";
import { trimVocabulary } from "../tokenization/transfer/trim";
import { createLocalEngine } from "./local";

const engine = createLocalEngine();
afterAll(() => engine.close());

const folder = "public/models/polyglot-base";
const embedding = "model.embed_tokens.weight";

test("a vocabulary cut to German and Turkish runs, and the logits of kept tokens are the base's", async () => {
  const base = await openCheckpoint(await filesOf(folder), { embeddedBase: "http://localhost/" });
  const files = await base.tokenizer();
  const encoder = unwrap(createEncoder(files, base.id));
  const texts = [...parallelSentences.de, ...parallelSentences.tr];
  const used = new Set(texts.flatMap((text) => encoder.encode(text).map(({ id }) => id)));
  const trimmed = trimVocabulary(files, used);
  const change = { tokenizer: trimmed.files, rows: trimmed.rows, seed: 0 };
  const changed = changeVocabulary(base, change);
  const { length } = trimmed.kept;
  expect(length).toBeLessThan(4000);
  expect(changed.tensors.get(embedding)!.shape).toEqual([length, 256]);
  expect(changed.config).toMatchObject({ vocab_size: length, eos_token_id: 0 });

  const whole = await engine.load(await filesOf(folder));
  const cut = await engine.changeVocabulary(await filesOf(folder), change);
  const [text] = parallelSentences.de;
  const small = unwrap(createEncoder(trimmed.files, "small"));
  const ids = encoder.encode(text!, { addSpecialTokens: true }).map(({ id }) => id);
  const smallIds = small.encode(text!, { addSpecialTokens: true }).map(({ id }) => id);
  expect(smallIds.map((id) => trimmed.kept[id])).toEqual(ids);
  const [before, after] = [await engine.logits(whole, ids), await engine.logits(cut, smallIds)];
  let largest = 0;
  for (let place = 0; place < ids.length; place++) {
    for (const [id, old] of trimmed.kept.entries()) {
      const [a, b] = [before.logits.data[place * 8192 + old]!, after.logits.data[place * length + id]!];
      largest = Math.max(largest, Math.abs(a - b));
    }
  }
  expect(before.logits.data.length).toBe(ids.length * 8192);
  expect(largest).toBeLessThan(1e-4);

  expect(cut.checkpoint).toBe(changed.id);
  const { files: rewritten, tables, parameters } = await engine.vocabulary(cut);
  expect(rewritten).toEqual(trimmed.files);
  expect(tables).toEqual([{ name: embedding, rows: length, width: 256 }]);
  expect((await engine.vocabulary(whole)).parameters - parameters).toBe((8192 - length) * 256);
  expect((await engine.load(cut.checkpoint)).id).toBe(cut.id);
  const recipe = { merge_method: "linear", slices: [{ sources: [{ model: cut.checkpoint }] }] } as const;
  const merged = await engine.merge({ ...recipe, parameters: { weight: 1 } });
  expect((await engine.score(merged, text!)).bits).toBeCloseTo((await engine.score(cut, text!)).bits, 3);
});
