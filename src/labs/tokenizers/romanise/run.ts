import type { Document } from "../../../experiments/documents/tokenizers";
import { parallelSentences } from "../../../data/parallel";
import { LabError } from "../../../result";
import type { Encoder } from "../../../tokenization/encoder";
import { sampleOf, tokenCount } from "../../../tokenization/metrics/metric";
import { collisionsOf, romanise } from "../../../tokenization/romanise/romanise";
import { wordsOf } from "../../../tokenization/segments";
import type { RunTools } from "../../lab";
import { describeTokenizer, loadEncoder } from "../encoders";
import { emptyResult, type TokenizersResult } from "../result";
import { inWorker } from "../vocabulary/in-worker";
import type { Counted, RomaniseResult } from "./result";
import { turn } from "../../../turns";

/**
 * The parallel sentences of the document's languages in their own script and in Latin letters, counted with each of its tokenizers.
 * Languages that the tables leave as they are take no part. With a model, how far the two lie apart in it. Throws `input-invalid` where none is left, and what loading throws.
 */
export async function* romaniseRun(
  document: Document,
  { signal, onProgress, engine }: Pick<RunTools, "signal" | "onProgress"> & Partial<Pick<RunTools, "engine">>,
): AsyncGenerator<TokenizersResult, void> {
  const languages = document.languages.filter((code) =>
    parallelSentences[code].some((line) => romanise(line) !== line),
  );
  if (languages.length === 0) throw new LabError(allLatin);
  const lost = languages.map((language) => {
    const words = parallelSentences[language].flatMap((line) => wordsOf(line, language).map(({ text }) => text));
    const groups = collisionsOf(words);
    const merged = groups.reduce((sum, { words: same }) => sum + same.length - 1, 0);
    return { language, types: new Set(words).size, merged, groups };
  });
  const examples = languages.map((language) => {
    const [native = ""] = parallelSentences[language];
    return { language, native, latin: romanise(native) };
  });
  let last: RomaniseResult | undefined;
  const tokenizers: RomaniseResult["tokenizers"][number][] = [];
  for (const [done, id] of document.tokenizers.entries()) {
    const { name, short } = describeTokenizer(id);
    onProgress({ done, total: document.tokenizers.length, note: name });
    const encoder = await loadEncoder(id, { signal, ...(engine && { engine }) });
    const reference = countOf(encoder, parallelSentences[document.reference]);
    const counted: Record<string, Counted> = {};
    for (const language of languages) {
      await turn();
      signal.throwIfAborted();
      const native = parallelSentences[language];
      counted[language] = {
        native: countOf(encoder, native),
        latin: countOf(encoder, native.map(romanise)),
        reference,
      };
    }
    tokenizers.push({ id, name, short, languages: counted });
    const romanised = { reference: document.reference, languages, tokenizers: [...tokenizers], lost, examples };
    last = { ...romanised, text: romanise(document.text) };
    yield { ...emptyResult(document), romanised: last };
  }
  if (document.barrier === "" || !engine || !last) return;
  onProgress({ done: 0, total: 1, note: "loading the model" });
  const model = await engine.load(document.barrier, { signal });
  const lines = languages.flatMap((language) => parallelSentences[language].map((line) => ({ language, line })));
  const read = (texts: readonly string[]) =>
    engine.captureResidual(model, texts, {
      position: "mean",
      signal,
      onProgress: (done) => onProgress({ done, total: texts.length, note: "reading sentences" }),
    });
  const request = {
    kind: "barrier",
    languages: lines.map(({ language }) => language),
    native: await read(lines.map(({ line }) => line)),
    latin: await read(lines.map(({ line }) => romanise(line))),
  } as const;
  for await (const event of inWorker(request, signal)) {
    if (event.kind === "progress") onProgress(event);
    if (event.kind !== "barrier") continue;
    const barrier = { model: document.barrier, layers: event.layers };
    yield { ...emptyResult(document), romanised: { ...last, barrier } };
  }
}

function countOf(encoder: Encoder, lines: readonly string[]): number {
  return tokenCount(sampleOf(encoder, lines));
}

const allLatin = {
  code: "input-invalid",
  what: "None of the chosen languages is written in a script that the tables know.",
  remedy: "Choose Hindi, Russian, Arabic or Japanese among the languages.",
} as const;
