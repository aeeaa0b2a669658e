import type { LanguageCode } from "../../codeswitch/language";
import type { Side } from "../../codeswitch/sentence";
import { writtenSentence } from "./measured";
import type { CodeSwitchingResult, GeneratedSentence } from "./result";

export interface ShownSentence {
  readonly sentence: GeneratedSentence;
  /** By side of the sentence's words. */
  readonly languages: readonly [LanguageCode, LanguageCode];
  /** What was asked of it. */
  readonly asked: Readonly<Record<string, number | string>>;
  /** The unmixed sentences that it is made of, by side. */
  readonly originals?: readonly [string, string];
  /** Whose language is the main one, where it is not the same for all. */
  readonly main?: Side;
}

/** All sentences of a result of any source, measured; of agents the last version of each sample. */
export function shownSentences(result: CodeSwitchingResult): readonly ShownSentence[] {
  switch (result.source) {
    case undefined:
      return result.batches.flatMap(({ target, sentences }) =>
        sentences.map((sentence) => ({ sentence, languages: result.languages, asked: { [result.measure]: target } })),
      );
    case "lexicon":
    case "entities":
    case "own":
      return result.groups.flatMap(({ languages, sentences }) =>
        sentences.map((sentence) => ({ sentence, languages, asked: {} })),
      );
    case "corpus":
      return result.sentences.map((sentence) => ({
        sentence,
        languages: result.languages,
        asked: {
          [result.measure]: sentence.asked ?? result.target,
          ...(sentence.topic === undefined ? {} : { topic: sentence.topic }),
        },
        ...(sentence.originals === undefined ? {} : { originals: sentence.originals }),
        ...(sentence.main === undefined ? {} : { main: sentence.main }),
      }));
    case "model": {
      const { strength, layer } = result;
      const languages = [result.languages[0]!, result.languages[1]!] as const;
      return result.texts
        .filter(({ reading }) => reading.sentence.text !== "")
        .map(({ condition, reading: { sentence } }) => ({
          sentence: writtenSentence(sentence, languages),
          languages,
          asked: condition === "directions" ? { condition, strength, layer } : { condition },
        }));
    }
    case "agents": {
      const languages = [result.matrix, result.embedded] as const;
      return result.samples.flatMap(({ scenario, rounds }) => {
        const last = rounds.at(-1);
        if (last === undefined || last.text === "") return [];
        const sentence = { text: last.text, words: last.words.map((word) => ({ ...word, aligned: [] })), switches: [] };
        return [
          {
            sentence: writtenSentence(sentence, languages),
            languages,
            asked: { ratio: 100 * result.ratio, ...scenario },
          },
        ];
      });
    }
  }
}
