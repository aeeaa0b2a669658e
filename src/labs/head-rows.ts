import type { Engine, Model } from "../engine/engine";

/** W_U [V,D], row-major: the head, which is the embedding where they are tied. */
export async function headRows(engine: Engine, model: Model): Promise<Float32Array> {
  const { vocabulary, width } = model.geometry;
  const { tables } = await engine.vocabulary(model);
  const wide = tables.filter((table) => table.width === width);
  const rows = await engine.tensor(model, wide.at(-1)!.name);
  return rows.subarray(0, vocabulary * width);
}
