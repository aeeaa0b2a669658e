import type { Token } from "../plan";

/** The Universal Dependencies parts of speech that the stories use. */
export type Upos =
  | "NOUN"
  | "PROPN"
  | "VERB"
  | "AUX"
  | "ADJ"
  | "ADV"
  | "ADP"
  | "DET"
  | "PRON"
  | "NUM"
  | "CCONJ"
  | "SCONJ"
  | "PART"
  | "INTJ"
  | "PUNCT";

/**
 * Features of a form by their Universal Dependencies names: Case, Gender, Number, Person, Tense, Mood, VerbForm, Definite,
 * Degree, Polite, Poss, Aspect.
 */
export type Features = Readonly<Record<string, string>>;

/** One written word (or sign) of a sentence. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly features: Features;
  /** The script's tokens that this word realises; none for signs and for words that only grammar asks for. */
  readonly tokens: readonly Token[];
  /** The concept, or for function words a tag in capitals such as DEF, PST, NEG, 3SG. */
  readonly concept: string;
  /** Attached to the word before without a space, as signs are. */
  readonly glued: boolean;
}

export interface Sentence {
  readonly words: readonly Word[];
  readonly text: string;
}

/** How a language writes running text: its locale for capitals and its quotation marks. */
export interface Orthography {
  readonly locale: string;
  readonly quotes: readonly [open: string, close: string];
}

/**
 * Words to running text: no space before glued words and after opening signs. The first letter of the sentence and of
 * each sentence within quotation marks becomes a capital.
 */
export function sentenceOf(words: readonly Word[], orthography: Orthography): Sentence {
  const [open, close] = orthography.quotes;
  const finished: Word[] = [];
  let capital = true;
  let quoted = false;
  let text = "";
  let glueNext = true;
  for (const word of words) {
    const isSign = word.upos === "PUNCT";
    const written = capital && !isSign ? { ...word, form: capitalise(word.form, orthography.locale) } : word;
    finished.push(written);
    text += glueNext || word.glued ? written.form : ` ${written.form}`;
    if (!isSign) capital = false;
    else if (word.form === open && !quoted) quoted = capital = true;
    else if (word.form === close) quoted = capital = false;
    else if (quoted && /^[.!?।]$/u.test(word.form)) capital = true;
    glueNext = isSign && (/^[¿¡(]$/u.test(word.form) || (word.form === open && capital));
  }
  return { words: finished, text };
}

function capitalise(form: string, locale: string): string {
  const [first = "", ...rest] = form;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
