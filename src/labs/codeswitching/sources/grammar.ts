import { printPharaoh } from "../../../codeswitch/alignment";
import type { BilingualTree, SidePhrases } from "../../../codeswitch/bilingual";
import { generateFromGrammar } from "../../../codeswitch/generate/grammar";
import { readPair, type WrittenPair } from "../../../codeswitch/read-pair";
import type { Side } from "../../../codeswitch/sentence";
import type { Document } from "../../../experiments/documents/codeswitching";
import { type Problem, unwrap } from "../../../result";
import type { RunTools } from "../../lab";
import { GrammarControls } from "../GrammarControls";
import { measuredPair } from "../measured";
import { writtenPair } from "../pair";
import { placesOf } from "../places";
import type { Batch, GrammarResult, PlaceResult } from "../result";
import { targetOf } from "../wording";
import type { Source } from "./source";
import { turn } from "../../../turns";

export const grammar: Source = {
  id: "grammar",
  name: "Grammar",
  rule: "A sentence pair with links: every place is judged by a theory, and the sentences it allows are counted, listed or drawn.",
  reference: "Pratapa et al. 2018 (P18-1143); Rizvi et al. 2021, GCM",
  Controls: GrammarControls,
  run,
};

/** Judges every place, counts the sentences, and generates those nearest to each target. Needs no model. */
async function* run(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<GrammarResult, void> {
  const written = writtenPair(document);
  const phrases = document.phrases === "ignored" ? undefined : await phrasesOf(written, document.matrix);
  const held = document.phrases === "whole" ? phrases : undefined;
  const pair = unwrap(readPair(written, document.theory, held));
  const places = placesOf(pair, document);
  const batches: Batch[] = [];
  for (const [index, target] of document.targets.entries()) {
    signal.throwIfAborted();
    onProgress({ done: index, total: document.targets.length, note: "generating sentences" });
    await turn();
    const { sentences, total, enumerated } = unwrap(
      generateFromGrammar(pair, {
        theory: document.theory,
        freeMorpheme: document.freeMorpheme,
        matrix: document.matrix,
        target: targetOf(document.measure, target),
        count: document.count,
        seed: document.seed,
      }),
    );
    batches.push({ target, sentences: sentences.map((sentence) => measuredPair(pair, sentence, phrases)) });
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

/** The phrases of a pair; what finds them comes when it is asked for. */
async function phrasesOf(written: WrittenPair, main: Side): Promise<SidePhrases> {
  return (await import("../phrases")).phrasesOfPair(written, main);
}
