import { romanisations } from "../../src/tokenization/romanise/spellings";
import { type GoldWords, mixSentences } from "../../src/codeswitch/word-language/mixed";
import type { WordLanguageModel } from "../../src/codeswitch/word-language/model";
import { tagWords } from "../../src/codeswitch/word-language/tag";
import { splitWords } from "../../src/codeswitch/words";
import { seededRandom } from "../../src/random";
import { readShared } from "./shared";

const everyday: Readonly<Record<string, string>> = {
  en: "deu-eng.eng",
  de: "deu-eng.deu",
  es: "spa-eng.spa",
  tr: "tur-eng.tur",
  "hi-Latn": "hin-eng.hin",
};

/** Everyday sentences that training has not seen (Tatoeba), mixed pair by pair. */
export function heldOutMixes(pairs: number, seed: number): ReadonlyMap<string, readonly GoldWords[]> {
  const languages = Object.keys(everyday);
  const random = seededRandom(seed);
  const sentences = new Map(languages.map((language) => [language, wordsOf(language, pairs, random)]));
  const mixes = new Map<string, readonly GoldWords[]>();
  for (const [index, first] of languages.entries()) {
    for (const second of languages.slice(index + 1)) {
      const [a, b] = [sentences.get(first)!, sentences.get(second)!];
      mixes.set(
        `${first} ${second}`,
        a.map((words, line) => mixSentences([words, b[line]!], [first, second], random)),
      );
    }
  }
  return mixes;
}

function wordsOf(language: string, count: number, random: () => number): readonly (readonly string[])[] {
  const lines = readShared(`parallel/tatoeba/${everyday[language]}`).split("\n");
  return lines.slice(0, count).map((line) =>
    splitWords(line, language).map(({ text }) => {
      if (language !== "hi-Latn") return text;
      const spellings = romanisations(text);
      return spellings[Math.floor(random() * spellings.length)]!;
    }),
  );
}

/** Recorded Turkish and English (UD BUTR): words with a gold tag of one of the two. */
export function recordedTurkishEnglish(): readonly GoldWords[] {
  return readShared("treebanks/tr_en_butr.conllu.gz")
    .split("\n\n")
    .map((block) =>
      block.split("\n").flatMap((line) => {
        const fields = line.split("\t");
        const language = /(?:^|\|)Lang=(\w+)/u.exec(fields[9] ?? "")?.[1];
        const spoken = language === "tr" || language === "en";
        return spoken && fields[3] !== "PUNCT" && /\p{L}/u.test(fields[1]!) ? [{ text: fields[1]!, language }] : [];
      }),
    )
    .filter((words) => words.length > 0);
}

/** How many words of sentences are given their language, of how many. */
export function accuracy(
  sentences: readonly GoldWords[],
  candidates: readonly string[],
  model: WordLanguageModel,
): { readonly right: number; readonly all: number } {
  let right = 0;
  let all = 0;
  for (const words of sentences) {
    const tags = tagWords(
      words.map(({ text }) => text),
      candidates,
      model,
    );
    for (const [index, { text, language }] of words.entries()) {
      if (!/\p{L}/u.test(text)) continue;
      all += 1;
      right += Number(tags[index]!.language === language);
    }
  }
  return { right, all };
}
