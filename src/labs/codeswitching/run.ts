import { printPharaoh } from "../../codeswitch/alignment";
import type { BilingualTree } from "../../codeswitch/bilingual";
import { generateFromGrammar, taggedWords } from "../../codeswitch/generate/grammar";
import { metrics } from "../../codeswitch/metrics";
import { readPair } from "../../codeswitch/read-pair";
import { explain } from "../../codeswitch/reasons";
import type { Side, SwitchedSentence } from "../../codeswitch/sentence";
import type { Document } from "../../experiments/documents/codeswitching";
import { type Problem, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { namesOf, placesOf } from "./places";
import type { Batch, CodeSwitchingResult, GeneratedSentence, PlaceResult } from "./result";
import { writtenPair } from "./pair";

/** Judges every place, counts the sentences, and generates those nearest to each target. Needs no model. */
export async function* run(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<CodeSwitchingResult, void> {
  const pair = unwrap(readPair(writtenPair(document), document.theory));
  const places = placesOf(pair, document);
  const batches: Batch[] = [];
  for (const [index, target] of document.targets.entries()) {
    signal.throwIfAborted();
    onProgress({ done: index, total: document.targets.length, note: "generating sentences" });
    await new Promise((resolve) => setTimeout(resolve));
    const { sentences, total, enumerated } = unwrap(
      generateFromGrammar(pair, {
        theory: document.theory,
        matrix: document.matrix,
        target: { measure: document.measure, value: document.measure === "cmi" ? target : target / 100 },
        count: document.count,
        seed: document.seed,
      }),
    );
    batches.push({ target, sentences: sentences.map((sentence) => generated(pair, sentence)) });
    yield {
      languages: document.languages,
      theory: document.theory,
      matrix: document.matrix,
      measure: document.measure,
      seed: document.seed,
      alignment: printPharaoh(pair.alignment),
      places,
      units: pair.units.map(({ words }) => [textsOf(pair, 0, words[0]), textsOf(pair, 1, words[1])] as const),
      total: String(total),
      enumerated,
      batches: [...batches],
      problem: sentences.length === 0 ? nothingToSwitch(places) : null,
    };
  }
}

function generated(pair: BilingualTree, sentence: SwitchedSentence): GeneratedSentence {
  const tagged = taggedWords(pair, sentence);
  const names = namesOf(pair);
  return {
    text: sentence.text,
    words: sentence.words.map(({ text, written, language, script, source, aligned }) => ({
      text,
      written,
      language,
      script,
      side: source?.side ?? 0,
      index: source?.index ?? 0,
      unit: source === undefined ? -1 : pair.unitOf[source.side][source.index]!,
      aligned,
    })),
    switches: sentence.switches.map(({ after, reason }) => ({
      after,
      rule: reason.kind,
      reason: explain(reason, names),
    })),
    measures: Object.fromEntries(metrics.map((metric) => [metric.id, metric.measure(tagged) ?? null])),
  };
}

function textsOf(pair: BilingualTree, side: Side, words: readonly number[]): readonly string[] {
  return words.map((index) => pair.sentences[side].words[index]!.text);
}

function nothingToSwitch(places: readonly PlaceResult[]): Problem {
  const refused = places.filter(({ legal }) => !legal);
  return {
    code: "alignment-invalid",
    what: `No switched sentence is possible: ${whyNot(places, refused)}`,
    remedy:
      refused.length === 0
        ? "Write sentences with words of both languages, at least two words each."
        : "Read the reason at each place; unlink words that hold too much together, or choose another theory.",
    facts: { places: places.length, refused: refused.length },
  };
}

function whyNot(places: readonly PlaceResult[], refused: readonly PlaceResult[]): string {
  if (places.length === 0) return "there is no place between two words.";
  if (refused[0] === undefined) return "no two words belong to different languages.";
  return `${refused.length} of ${places.length} places between words are refused. The first: ${refused[0].reason}`;
}
