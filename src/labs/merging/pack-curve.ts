import type { Engine, Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { divergence } from "../../measures/divergence";
import { measureOne } from "../../measures/measure";
import { bootstrapRatio, type Estimate } from "../../measures/statistics/bootstrap";
import { seededRandom } from "../../random";
import type { RunTools } from "../lab";
import type { PackCurve } from "./result";
import type { LanguageSentences } from "./sentences";

/** Fractions of embeddings and head, a line each; shares of the matrices' energy, a point each. */
const keeps = [0.02, 0.1, 0.5];
const betas = [0.5, 0.8, 0.95];

/**
 * Size of the pack against KL(base + pack || merge) in nats a token on the sentences, setting by setting; of the base alone
 * first, which is a pack of nothing.
 */
export async function* packCurve(
  { base, packBits: bits }: Document,
  tuned: Model,
  sentences: readonly LanguageSentences[],
  { engine, signal, onProgress }: RunTools,
): AsyncGenerator<PackCurve, void> {
  const texts: (readonly number[])[] = [];
  for (const text of sentences.flatMap((language) => language.texts)) {
    texts.push((await engine.tokenize(tuned, text)).map(({ id }) => id));
  }
  const plain = await engine.load(base, { signal });
  onProgress({ done: 0, total: 1, note: "the base alone" });
  let curve: PackCurve = { base: await distance(engine, plain, tuned, texts, signal), points: [] };
  yield curve;
  const settings = keeps.flatMap((keep) => betas.map((beta) => ({ beta, keep, bits })));
  for (const [done, pack] of settings.entries()) {
    onProgress({ done, total: settings.length, note: `pack ${done + 1} of ${settings.length}` });
    const { packedBytes } = await engine.packSkill({ base, tuned: tuned.checkpoint, pack }, { signal });
    const attached = await engine.merge(
      {
        merge_method: "skillpack",
        base_model: base,
        slices: [{ sources: [{ model: base }, { model: tuned.checkpoint }] }],
        parameters: pack,
      },
      { signal },
    );
    const apart = await distance(engine, attached, tuned, texts, signal);
    await engine.unload(attached);
    curve = { ...curve, points: [...curve.points, { ...pack, bytes: packedBytes, divergence: apart }] };
    yield curve;
  }
}

/** KL(of || from) in nats a token over the texts, with its interval over texts. */
async function distance(
  engine: Engine,
  of: Model,
  from: Model,
  texts: readonly (readonly number[])[],
  signal: AbortSignal,
): Promise<Estimate> {
  const sums: number[] = [];
  for (const ids of texts) {
    const { logits } = await engine.logits(of, ids, { signal });
    const { logits: other } = await engine.logits(from, ids, { signal });
    const width = logits.dims[1]!;
    const rowsAt = (position: number) => {
      const bounds = [position * width, (position + 1) * width] as const;
      return { of: logits.data.subarray(...bounds), from: other.data.subarray(...bounds) };
    };
    sums.push(ids.reduce((sum, _, position) => sum + measureOne(divergence, rowsAt(position)), 0));
  }
  const tokens = texts.map((ids) => ids.length);
  return bootstrapRatio(sums, tokens, seededRandom(1));
}
