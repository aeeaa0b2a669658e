import type { Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";

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
 * Readings of the word at `index` that may be meant, the surest first: parts of an entry whose other part is there (wait: इंतज़ार करना; close: macht ... zu),
 * what a word means by itself, and of the others the verbs of one word. A part by itself is only read where the form is
 * in no other entry.
 */
export function likelyForms(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly string[],
  index: number,
): readonly LexiconForm[] {
  const forms = lexicon.lookUp(language, words[index]!);
  return forms
    .map((form) => ({ form, rank: rankOf(lexicon, language, words, index, form) }))
    .filter(({ rank }) => rank < sure.no)
    .toSorted((a, b) => a.rank - b.rank || wordsIn(a.form) - wordsIn(b.form))
    .map(({ form }) => form);
}

function rankOf(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly string[],
  index: number,
  form: LexiconForm,
): number {
  const particle = particleOf(lexicon, language, form);
  if (particle !== undefined) {
    const at = words.findIndex((word, place) => place > index && word.toLowerCase() === particle);
    if (at > index && endsClause(lexicon, language, words, at)) return sure.whole;
    return lexicon.lookUp(language, words[index]!).every(({ concept }) => concept === form.concept)
      ? sure.possible
      : sure.no;
  }
  const meaning = plainMeanings[language]?.[`${form.upos} ${form.lemma}`];
  if (meaning === form.concept) return sure.plain;
  const others = lexicon.formsOf(language, form.concept).filter(({ lemma }) => lemma !== form.lemma);
  const beside = [words[index - 1], words[index + 1]].map((word) => word?.toLocaleLowerCase(language));
  if (others.some((other) => beside.includes(other.form.toLocaleLowerCase(language)))) return sure.whole;
  return meaning === undefined ? sure.possible : sure.no;
}

/** What a finite form of a German separable verb has let go of: zu, of macht. */
function particleOf(lexicon: Lexicon, language: StoryLanguage, form: LexiconForm): string | undefined {
  if (form.features["VerbForm"] !== "Fin" || form.features["Joined"] !== undefined) return undefined;
  return lexicon
    .formsOf(language, form.concept)
    .find(({ form: joined, lemma, features }) => {
      return lemma === form.lemma && features["Joined"] === "Yes" && joined.endsWith(form.form);
    })
    ?.form.slice(0, -form.form.length);
}

function endsClause(lexicon: Lexicon, language: StoryLanguage, words: readonly string[], index: number): boolean {
  const next = words[index + 1];
  return next === undefined || lexicon.lookUp(language, next).some(({ upos }) => upos === "CCONJ" || upos === "SCONJ");
}

/** Of a verb: sleep before fall-asleep. */
function wordsIn({ upos, concept }: LexiconForm): number {
  return upos === "VERB" ? concept.split("-").length : 1;
}
