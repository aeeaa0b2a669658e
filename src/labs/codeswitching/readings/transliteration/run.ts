import { inflectedReplacer } from "../../../../codeswitch/dictionary/inflected";
import { type LanguageCode, scriptsOf } from "../../../../codeswitch/language";
import {
  type LikelyWord,
  likelyWords,
  textOf,
  translateOthers,
  transliterate,
} from "../../../../codeswitch/transliterate";
import type { WordLanguageModel } from "../../../../codeswitch/word-language/model";
import { splitWords } from "../../../../codeswitch/words";
import { isStoryLanguage, type Lexicon, loadLexicon } from "../../../../data/lexicon";
import type { Score } from "../../../../engine/engine";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { LabError } from "../../../../result";
import { latinSpellings, toDevanagari } from "../../../../tokenization/romanise/devanagari";
import { romanise } from "../../../../tokenization/romanise/romanise";
import { romaniseHindiText } from "../../../../tokenization/romanise/spellings";
import { sum } from "../../../../vectors";
import type { RunTools } from "../../../lab";
import { loadWordLanguages } from "../../word-languages";
import type { ReadSentence } from "../sentences";
import { forms, type LettersCost, type LettersForm, type TransliterationResult } from "./result";

/** Sentences that are shown. */
const shown = 3;

interface Letters {
  readonly language: LanguageCode;
  readonly other: LanguageCode;
  /** The word in the new letters. */
  readonly write: (word: string) => string;
}

/**
 * Puts words of one language into other letters, from a likelihood on, and lets each model read every form. Into Devanagari the mix is first
 * typed in Latin letters throughout, so that only the words tell the languages apart. Yields after every model.
 */
export async function* runTransliteration(
  sentences: readonly ReadSentence[],
  { readings: { models, letters } }: Pick<Document, "readings">,
  { engine, signal, onProgress }: Pick<RunTools, "engine" | "signal" | "onProgress">,
  wordLanguages: () => Promise<WordLanguageModel> = loadWordLanguages,
): AsyncGenerator<TransliterationResult, void> {
  const { into, threshold } = letters;
  const [table, lexicon] = await Promise.all([wordLanguages(), loadLexicon()]);
  const hindi = latinSpellings(lexicon.wordsOf("hi"));
  const versions = sentences.flatMap((sentence) => {
    const found = lettersOf(sentence.languages, into, hindi);
    return found === undefined
      ? []
      : [{ found, byForm: versionsOf(sentence, found, into, threshold / 100, table, lexicon) }];
  });
  const first = versions[0];
  if (first === undefined) throw new LabError(noLanguage(into));
  if (versions.every(({ byForm }) => textOf(byForm.all) === textOf(byForm.raw)))
    throw new LabError(nothingChanges(into));
  const result: TransliterationResult = {
    reading: "transliteration",
    language: first.found.language,
    into,
    threshold,
    sentences: versions.length,
    words: sum(versions.map(({ byForm }) => byForm.raw.length)),
    forms: forms.map((form) => {
      const marked = versions.map(({ byForm }) =>
        byForm[form].map((word, index) => [textOf([word]), word.text !== byForm.raw[index]!.text] as const),
      );
      return {
        form,
        examples: marked.slice(0, shown),
        changed: sum(marked.map((words) => words.filter(([, changed]) => changed).length)),
      };
    }),
    models: [],
  };
  const texts = forms.flatMap((form) => versions.map(({ byForm }) => textOf(byForm[form])));
  const read: TransliterationResult["models"][number][] = [];
  for (const [index, id] of models.entries()) {
    const model = await engine.load(id, { signal });
    const progress = (done: number) =>
      onProgress({ done: index * texts.length + done, total: models.length * texts.length, note: "reading sentences" });
    const scores = await engine.scoreAll(model, texts, { signal, onProgress: progress });
    const costs = forms.map((_, place) => {
      const stretch = [place * versions.length, (place + 1) * versions.length] as const;
      return costOf(texts.slice(...stretch), scores.slice(...stretch));
    });
    read.push({ checkpoint: model.checkpoint, costs });
    yield { ...result, models: [...read] };
  }
}

/** Of two languages the one whose letters are changed: into Latin the one of another script, into Devanagari Hindi. */
function lettersOf(
  [main, other]: ReadSentence["languages"],
  into: TransliterationResult["into"],
  hindi: ReadonlyMap<string, string>,
): Letters | undefined {
  const moved = (language: LanguageCode) =>
    into === "Deva" ? language === "hi" : !scriptsOf(language).includes("Latn");
  const language = [main, other].find(moved);
  if (language === undefined) return undefined;
  const write = (word: string) => (into === "Deva" ? toDevanagari(word, hindi) : romanise(romaniseHindiText(word)));
  return { language, other: language === main ? other : main, write };
}

function versionsOf(
  { sentence, languages }: ReadSentence,
  { language, other, write }: Letters,
  into: TransliterationResult["into"],
  threshold: number,
  table: WordLanguageModel,
  lexicon: Lexicon,
): Readonly<Record<LettersForm, readonly LikelyWord[]>> {
  const text = into === "Deva" ? romaniseHindiText(sentence.text) : sentence.text;
  const tagged = into === "Deva" ? "hi-Latn" : language;
  const raw = likelyWords(splitWords(text, languages[0]), [tagged, other], table);
  const only = transliterate(raw, threshold, write);
  const translated =
    isStoryLanguage(language) && isStoryLanguage(other)
      ? translateOthers(only, threshold, other, inflectedReplacer(lexicon, other, language))
      : only;
  return {
    raw,
    all: transliterate(raw, 0, write),
    language: only,
    // What the lexicon gave stands in the language's own letters.
    translated: into === "Deva" ? translated : transliterate(translated, threshold, write),
  };
}

function costOf(texts: readonly string[], scores: readonly Score[]): LettersCost {
  const tokens = scores.flatMap(({ tokens: own }, index) =>
    own.filter(({ bytes: [from, to] }) => to > from).map((token) => isBroken(token, texts[index]!)),
  );
  return {
    tokens: tokens.length,
    broken: tokens.filter(Boolean).length,
    bits: sum(scores.map(({ bits }) => bits)),
    bytes: sum(scores.map(({ bytes }) => bytes)),
  };
}

/** Unknown, a byte by itself (`<0xE0>`), or bytes that are not whole letters. */
function isBroken({ piece, special, bytes: [from, to], utf16 }: Score["tokens"][number], text: string): boolean {
  return (
    special || /^<0x[0-9A-F]{2}>$/u.test(piece) || new TextEncoder().encode(text.slice(...utf16)).length !== to - from
  );
}

function noLanguage(into: TransliterationResult["into"]) {
  return {
    code: "input-invalid",
    what:
      into === "Deva"
        ? "None of the sentences has Hindi, the only language that is put into Devanagari."
        : "All languages of the sentences are written in Latin letters already.",
    remedy: "Choose a pair with Hindi, such as English and Hindi.",
  } as const;
}

function nothingChanges(into: TransliterationResult["into"]) {
  return {
    code: "input-invalid",
    what: "No word of the sentences has other letters to be put into.",
    remedy:
      into === "Latn"
        ? "The text is in Latin letters already: put its Hindi into Devanagari, or choose a pair with sentences in Devanagari."
        : "Choose sentences with words in Latin letters.",
  } as const;
}
