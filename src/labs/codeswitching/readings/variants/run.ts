import { inflectedReplacer } from "../../../../codeswitch/dictionary/inflected";
import { readSentence } from "../../../../codeswitch/read-pair";
import { glossed, inLatinLetters, type Variant, variantNames } from "../../../../codeswitch/variants";
import { splitWords } from "../../../../codeswitch/words";
import { isStoryLanguage, loadLexicon } from "../../../../data/lexicon";
import type { Engine, Model } from "../../../../engine/engine";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { cosines } from "../../../../measures/alignment/similarity";
import { LabError } from "../../../../result";
import { mean, sum } from "../../../../vectors";
import type { RunTools } from "../../../lab";
import type { ReadSentence } from "../sentences";
import type { FourWays, VariantsBy, VariantsResult } from "./result";

/**
 * Each sentence four ways, and the mean states of each way in each model. Sentences without an unmixed original are left out. Throws
 * `input-invalid` where none is left, and what the engine throws. Yields after every model.
 */
export async function* runVariants(
  sentences: readonly ReadSentence[],
  { readings: { models }, seed }: Document,
  { engine, signal, onProgress }: RunTools,
): AsyncGenerator<VariantsResult, void> {
  const ways: FourWays[] = [];
  for (const sentence of sentences) ways.push(...(await fourWays(sentence)));
  if (ways.length === 0) throw new LabError(noOriginals);
  const done: VariantsBy[] = [];
  const result = (): VariantsResult => ({
    reading: "variants",
    seed,
    sentences: ways,
    words: byVariant((variant) =>
      sum(ways.map(({ texts, languages }) => splitWords(texts[variant], languages[0]).length)),
    ),
    models: [...done],
  });
  yield result();
  const texts = ways.flatMap((way) => variantNames.map((variant) => way.texts[variant]));
  for (const [index, id] of models.entries()) {
    const model = await engine.load(id, { signal });
    const progress = (read: number) =>
      onProgress({ done: index * texts.length + read, total: models.length * texts.length, note: "reading sentences" });
    const states = await engine.captureResidual(model, texts, { position: "mean", signal, onProgress: progress });
    const counts = await tokenCounts(engine, model, texts, signal);
    done.push({
      checkpoint: model.checkpoint,
      layers: states[0]!.map((_, layer) =>
        cosinesOf(
          states.map((byLayer) => byLayer[layer]!),
          ways,
        ),
      ),
      tokens: byVariant((variant) => sum(counts.filter((_, at) => variantNames[at % variantNames.length] === variant))),
    });
    yield result();
  }
}

async function fourWays({ sentence, languages, originals: [native, translated] }: ReadSentence): Promise<FourWays[]> {
  if (native === null) return [];
  const isGloss = translated === null;
  const texts = {
    native,
    romanised: inLatinLetters(native),
    translated: translated ?? (await glossOf(native, languages)),
    mixed: sentence.text,
  };
  return [{ languages, texts, isGloss }];
}

async function glossOf(native: string, [from, to]: ReadSentence["languages"]): Promise<string> {
  if (!isStoryLanguage(from) || !isStoryLanguage(to) || from === to) return native;
  return glossed(readSentence(native, from), inflectedReplacer(await loadLexicon(), from, to));
}

/** Tokens of each text, without what the template puts around it. */
async function tokenCounts(
  engine: Engine,
  model: Model,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const text of texts) {
    signal.throwIfAborted();
    const tokens = await engine.tokenize(model, text);
    counts.push(tokens.filter(({ bytes: [start, end] }) => end > start).length);
  }
  return counts;
}

/** Of one layer: states [4n][D], four a sentence. */
function cosinesOf(states: readonly Float32Array[], ways: readonly FourWays[]): VariantsBy["layers"][number] {
  const four = ways.map((_, at) => states.slice(at * variantNames.length, (at + 1) * variantNames.length));
  const matrices = four.map((vectors) => cosines(vectors, vectors));
  const natives = new Map(ways.map(({ texts }, at) => [texts.native, four[at]![0]!]));
  const apart = [...natives.values()];
  const others = cosines(apart, apart).flatMap((row, one) => row.filter((_, other) => other > one));
  return {
    cosines: variantNames.map((_, row) =>
      variantNames.map((_, column) => rounded(mean(matrices.map((matrix) => matrix[row]![column]!)))),
    ),
    unrelated: others.length === 0 ? null : rounded(mean(others)),
  };
}

function byVariant(of: (variant: Variant) => number): Readonly<Record<Variant, number>> {
  return {
    native: of("native"),
    romanised: of("romanised"),
    translated: of("translated"),
    mixed: of("mixed"),
  };
}

/** Four digits are enough to draw, and keep recordings small. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

const noOriginals = {
  code: "input-invalid",
  what: "None of these sentences has an unmixed original to write in other ways.",
  remedy: "Take a source that switches a given sentence: grammar, lexicon, entities or a corpus.",
} as const;
