import { describe, expect, test } from "vitest";
import { copyOf } from "../tokenization/transfer/rows";
import { changeVocabulary } from "./change-vocabulary";
import { toFloat32 } from "./dtype";
import { filesOf } from "./node-files";
import { openCheckpoint } from "./open";

const folder = "src/compiler/golden/tied";
const base = await openCheckpoint(await filesOf(folder), { embeddedBase: "http://localhost/" });
const tokenizer = { tokenizer: {}, config: {} };
const embedding = "model.embed_tokens.weight";

describe("a changed vocabulary", () => {
  test("19 lends all other tensors under the base's keys; of equal rows the embedding is the base's, also at full rank", async () => {
    const rows = Array.from({ length: 64 }, (_, id) => copyOf(id));
    const same = changeVocabulary(base, { tokenizer, rows, seed: 0 });
    for (const name of base.tensors.keys()) {
      if (name !== embedding) expect(same.tensorKey(name)).toBe(base.tensorKey(name));
    }
    const own = await base.tensor(embedding);
    expect(Buffer.compare((await same.tensor(embedding)).bytes, own.bytes)).toBe(0);
    const errorAt = async (rank: number) => {
      const cut = changeVocabulary(base, { tokenizer, rows, seed: 0, rank });
      const values = toFloat32(await cut.tensor(embedding));
      return toFloat32(own).reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0);
    };
    const [full, half] = [await errorAt(32), await errorAt(16)];
    expect(full).toBeLessThan(1e-6);
    expect(half).toBeGreaterThan(full);
  });

  test("20 names a row that the base does not have", async () => {
    const changed = changeVocabulary(base, { tokenizer, rows: [copyOf(64)], seed: 0 });
    await expect(changed.tensor(embedding)).rejects.toThrow(/row 64 of model.embed_tokens.weight, which has 64 rows/);
  });
});
