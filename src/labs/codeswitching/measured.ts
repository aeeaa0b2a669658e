import type { BilingualTree, SidePhrases } from "../../codeswitch/bilingual";
import { taggedWords } from "../../codeswitch/generate/grammar";
import { metrics } from "../../codeswitch/metrics";
import type { TaggedWord } from "../../codeswitch/metrics/metric";
import { placesOfPhrases } from "../../codeswitch/phrases/places";
import { explain } from "../../codeswitch/reasons";
import type { SwitchedSentence } from "../../codeswitch/sentence";
import { languageOf } from "../../ui/languages";
import { namesOf } from "./places";
import type { GeneratedSentence } from "./result";

/** A sentence made of a pair, measured, with the units its words belong to, and where its phrases came to stand. */
export function measuredPair(
  pair: BilingualTree,
  sentence: SwitchedSentence,
  phrases?: SidePhrases,
): GeneratedSentence {
  const made = measured(sentence, taggedWords(pair, sentence), namesOf(pair), (word) =>
    word.source === undefined ? -1 : pair.unitOf[word.source.side][word.source.index]!,
  );
  return phrases === undefined ? made : { ...made, phrases: placesOfPhrases(pair, phrases, sentence) };
}

/** A sentence some words of which were replaced: what stands in the other language is of side 1. */
export function measuredReplaced(
  sentence: Pick<SwitchedSentence, "text" | "words" | "switches">,
  languages: readonly [string, string],
): GeneratedSentence {
  const names = [languageOf(languages[0]).name, languageOf(languages[1]).name] as const;
  return measured(sentence, sentence.words, names, () => -1);
}

/** A sentence that a model wrote, measured: what stands in another language than the first is of side 1. */
export function writtenSentence(
  sentence: Pick<SwitchedSentence, "text" | "words" | "switches">,
  languages: readonly [string, string],
): GeneratedSentence {
  const made = measuredReplaced(sentence, languages);
  return { ...made, words: made.words.map((word) => ({ ...word, side: word.language === languages[1] ? 1 : 0 })) };
}

function measured(
  sentence: Pick<SwitchedSentence, "text" | "words" | "switches">,
  tagged: readonly TaggedWord[],
  names: readonly [string, string],
  unitOf: (word: SwitchedSentence["words"][number]) => number,
): GeneratedSentence {
  return {
    text: sentence.text,
    words: sentence.words.map((word) => ({
      text: word.text,
      written: word.written,
      language: word.language,
      script: word.script,
      side: word.source?.side ?? 1,
      index: word.source?.index ?? word.aligned[0] ?? 0,
      unit: unitOf(word),
      aligned: word.aligned,
    })),
    switches: sentence.switches.map(({ after, reason }) => ({
      after,
      rule: reason.kind,
      reason: explain(reason, names),
    })),
    measures: Object.fromEntries(metrics.map((metric) => [metric.id, metric.measure(tagged) ?? null])),
  };
}
