import type { Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";
import { besideAt, companionAt, reflexiveOf } from "./units/companion";
import { particleOf } from "./units/particles";
import type { SignedWord } from "./units/unit";
import { isUnread } from "./unread";

/**
 * What words mean that are part of many entries, above all light verbs (Jespersen 1942), where they stand by themselves: give a book,
 * give an answer. `null`: nothing of its own.
 */
const plainMeanings: Partial<Record<StoryLanguage, Readonly<Record<string, string | null>>>> = {
  de: { "VERB haben": "have" },
  es: {
    "AUX estar": "be",
    "VERB estar": null,
    "VERB dar": "give",
    "VERB encontrar": "find",
    "VERB haber": null,
    "VERB poner": "put",
    "VERB querer": "want",
    "VERB tener": "have",
  },
  hi: {
    "ADJ हुआ": null,
    "ADJ बंद": "closed",
    "ADJ खराब": "bad",
    "NOUN खाना": "eat",
    "NOUN पानी": "water",
    "VERB करना": null,
    "VERB देखना": "see",
    "VERB देना": "give",
    "VERB बनाना": "make",
    "VERB रखना": "put",
    "VERB लगाना": "plant",
    "AUX होना": "be",
    "VERB होना": "be",
  },
  tr: {
    "ADJ güzel": "beautiful",
    "VERB etmek": null,
    "VERB görmek": "see",
    "VERB olmak": "be",
    "VERB vermek": "give",
    "VERB yapmak": "make",
  },
};

/** How sure it is that a form is meant: the smaller, the surer. */
const sure = { whole: 0, plain: 1, possible: 2, no: 3 } as const;

/**
 * Readings of the word at `index` that may be meant, the surest first: verbs whose other words are there (wait: इंतज़ार करना), what a
 * word means by itself, and of the others the verbs of one word. A verb without the words that belong to it is none; a German one without
 * its particle is only read where the form is in no other entry.
 */
export function likelyForms(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): readonly LexiconForm[] {
  const forms = lexicon.lookUp(language, words[index]!.text);
  return forms
    .map((form) => ({ form, rank: rankOf(lexicon, language, words, index, form) }))
    .filter(({ rank }) => rank < sure.no)
    .toSorted((a, b) => a.rank - b.rank || wordsIn(a.form) - wordsIn(b.form))
    .map(({ form }) => form);
}

function rankOf(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
  form: LexiconForm,
): number {
  if (language === "de" && particleOf(lexicon, form) !== undefined) {
    const forms = lexicon.lookUp(language, words[index]!.text);
    return forms.every(({ concept }) => concept === form.concept) ? sure.possible : sure.no;
  }
  if (isUnread(language, words, index, form)) return sure.no;
  const meaning = plainMeanings[language]?.[`${form.upos} ${form.lemma}`];
  if (companionAt(lexicon, language, words, index, form) !== undefined) return sure.whole;
  if (besideAt(lexicon, language, words, index, form) !== undefined) return sure.whole;
  if (meaning === form.concept) return form.upos === "AUX" ? sure.whole : sure.plain;
  if (form.companion !== undefined && reflexiveOf(language, form, {}) === undefined) return sure.no;
  return meaning === undefined ? sure.possible : sure.no;
}

/** Of a verb: sleep before fall-asleep. */
function wordsIn({ upos, concept }: LexiconForm): number {
  return upos === "VERB" ? concept.split("-").length : 1;
}
