import { romanisations } from "../../src/tokenization/romanise/spellings";
import { lowered } from "../../src/codeswitch/word-language/features";
import { type LatinLanguage, latinLanguages } from "../../src/codeswitch/word-language/model";
import { type Lexicon, loadLexicon, type StoryLanguage } from "../../src/data/lexicon";
import { readShared } from "./shared";

const newsNames: Readonly<Record<string, string>> = { en: "eng", de: "deu", es: "spa", hi: "hin", tr: "tur" };
const latinWord = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)?/gu;
const devanagariWord = /[\p{Script=Devanagari}]+/gu;
/** Every form of the lexicon counts as seen so often. */
const lexiconCount = 3;

/** Words in Latin letters with how often each language has them, from CC0 sentences, news and stories, and the lexicon's forms. */
export async function wordCounts(): Promise<ReadonlyMap<string, readonly number[]>> {
  const lexicon = await loadLexicon();
  const counts = new Map<string, number[]>();
  for (const [column, language] of latinLanguages.entries()) {
    const code = language === "hi-Latn" ? "hi" : language;
    for (const text of texts(code)) addWords(text, language, column, counts);
    for (const form of formsOf(lexicon, code)) {
      for (let time = 0; time < lexiconCount; time++) addWords(form, language, column, counts);
    }
  }
  return counts;
}

function addWords(text: string, language: LatinLanguage, column: number, counts: Map<string, number[]>): void {
  const words =
    language === "hi-Latn"
      ? (text.match(devanagariWord) ?? []).flatMap((word) => romanisations(word))
      : (text.match(latinWord) ?? []);
  for (const word of words) {
    const key = lowered(word);
    let row = counts.get(key);
    if (row === undefined) counts.set(key, (row = latinLanguages.map(() => 0)));
    row[column]! += 1;
  }
}

function texts(code: string): readonly string[] {
  const paths = [`sentences/${code}.txt.gz`, `parallel/ntrex/${newsNames[code]}.txt.gz`];
  return [...paths, ...(code === "en" ? [] : [`stories/${code}.md.gz`])].map(readShared);
}

function formsOf(lexicon: Lexicon, code: string): readonly string[] {
  return lexicon.concepts.flatMap((concept) => lexicon.formsOf(code as StoryLanguage, concept).map(({ form }) => form));
}
