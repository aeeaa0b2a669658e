import type { TurkishStem, TurkishVerb } from "../lexicon/turkish";
import { type TurkishCell, attach, endsInVowel, lastVowel, vowelsOf } from "./turkish-morphology";

export type TurkishTense =
  | "past"
  | "present"
  | "imperfect"
  | "future"
  | "pluperfect"
  | "aorist"
  /** -mElI: must. */
  | "necessity";

/** A finite form; a question has its particle as a word of its own, which carries the person but in the past. */
export interface FiniteForm {
  readonly form: string;
  readonly particle?: string;
}

const predicative: Readonly<Record<TurkishCell, string>> = {
  "1sg": "(y)Im",
  "2sg": "sIn",
  "3sg": "",
  "1pl": "(y)Iz",
  "2pl": "sInIz",
  "3pl": "",
};

const pastPersons: Readonly<Record<TurkishCell, string>> = {
  "1sg": "m",
  "2sg": "n",
  "3sg": "",
  "1pl": "k",
  "2pl": "nIz",
  "3pl": "",
};

/** What the verb stands for before tense and person. */
interface StemFeatures {
  readonly negative?: boolean;
  /** -(y)Ebil: can; negative -(y)EmE. */
  readonly able?: boolean;
}

/** ye- and de- have i before y and a vowel: yiyecek, diyebil-; but deyip, deyince. */
function narrowed(verb: TurkishStem, suffix: string): TurkishStem {
  if (verb.form === "ye" || (verb.form === "de" && suffix.startsWith("(y)E"))) return { form: `${verb.form[0]}i` };
  return verb;
}

function verbAttach(verb: TurkishStem, suffix: string): string {
  if (suffix.startsWith("(y)") && (verb.form === "ye" || verb.form === "de"))
    return attach(narrowed(verb, suffix), suffix);
  return attach(verbStem(verb), suffix);
}

/** Verbs soften only where the lexicon says so. */
function verbStem(verb: TurkishStem): TurkishStem {
  return { form: verb.form, vocalic: verb.vocalic ?? verb.form };
}

function derivedStem(verb: TurkishStem, { negative = false, able = false }: StemFeatures): TurkishStem {
  if (able) return { form: negative ? verbAttach(verb, "(y)EmE") : verbAttach(verb, "(y)Ebil") };
  return negative ? { form: verbAttach(verb, "mE") } : verb;
}

/** bekliyor, gidiyor, söylüyor: an open vowel at the end becomes a close one. */
function progressive(stem: TurkishStem): string {
  const { form } = stem;
  if (!endsInVowel(form)) return attach(verbStem(stem), "Iyor");
  if (!/[ae]$/.test(form)) return `${form}yor`;
  const before = form.slice(0, -1);
  const vowel = /[aeıioöuü]/.test(before) ? lastVowel(before) : lastVowel(form);
  const close = { a: "ı", ı: "ı", e: "i", i: "i", o: "u", u: "u", ö: "ü", ü: "ü" }[vowel]!;
  return `${before}${close}yor`;
}

function aoristStem(verb: TurkishVerb, features: StemFeatures): string {
  const stem = derivedStem(verb, features);
  if (features.negative) return `${stem.form}z`;
  if (features.able) return attach(stem.form, "Ir");
  if (endsInVowel(stem.form)) return `${stem.form}r`;
  return attach(verbStem(verb), verb.aorist === "Ir" || vowelsOf(verb.form).length > 1 ? "Ir" : "Er");
}

/** The finite form of a verb; the third person plural is marked. */
export function conjugate(
  verb: TurkishVerb,
  tense: TurkishTense,
  cell: TurkishCell,
  features: StemFeatures = {},
  question = false,
): FiniteForm {
  const stem = derivedStem(verb, features);
  const plural = cell === "3pl" ? "lEr" : "";
  switch (tense) {
    case "past": {
      const form = attach(attach(verbAttach(stem, "DI"), pastPersons[cell]), plural);
      return question ? { form, particle: attach(form, "mI").slice(form.length) } : { form };
    }
    case "present":
      return withPerson(progressive(stem), cell, question);
    case "future":
      return withPerson({ form: verbAttach(stem, "(y)EcEk") }, cell, question);
    case "necessity":
      return withPerson(verbAttach(stem, "mElI"), cell, question);
    case "aorist": {
      const base = aoristStem(verb, features);
      if (features.negative && !question && (cell === "1sg" || cell === "1pl"))
        return { form: attach(stem.form, cell === "1sg" ? "m" : "yIz") };
      return withPerson(base, cell, question);
    }
    case "imperfect":
      return withPastCopula(progressive(stem), cell, question);
    case "pluperfect":
      return withPastCopula(verbAttach(stem, "mIş"), cell, question);
  }
}

function withPerson(base: string | TurkishStem, cell: TurkishCell, question: boolean): FiniteForm {
  const numbered = cell === "3pl" ? attach(base, "lEr") : base;
  if (!question) return { form: attach(numbered, predicative[cell]) };
  const form = typeof numbered === "string" ? numbered : numbered.form;
  return { form, particle: particleAfter(form, predicative[cell]) };
}

function withPastCopula(base: string, cell: TurkishCell, question: boolean): FiniteForm {
  const numbered = cell === "3pl" ? attach(base, "lEr") : base;
  if (question) return { form: numbered, particle: particleAfter(numbered, "(y)DI", pastPersons[cell]) };
  return { form: attach(attach(numbered, "DI"), pastPersons[cell]) };
}

/** The question particle in harmony with the word before, with what is attached to it: mü, musun, mıydı. */
function particleAfter(form: string, ...suffixes: readonly string[]): string {
  const particle = suffixes.reduce<string>((before, suffix) => attach(before, suffix), attach(form, "mI"));
  return particle.slice(form.length);
}

/** A noun, adjective or adverb as a predicate: mutluyum, öğretmendi, parkta mısın. */
export function copula(
  predicate: string | TurkishStem,
  past: boolean,
  cell: TurkishCell,
  question = false,
): FiniteForm {
  const form = typeof predicate === "string" ? predicate : predicate.form;
  const plural = cell === "3pl" ? "lEr" : "";
  if (!past) {
    if (question) return { form, particle: particleAfter(form, predicative[cell], plural) };
    return { form: attach(attach(predicate, predicative[cell]), plural) };
  }
  if (question) return { form, particle: particleAfter(form, "(y)DI", pastPersons[cell], plural) };
  return { form: attach(attach(attach(form, "(y)DI"), pastPersons[cell]), plural) };
}

export function imperative(verb: TurkishVerb, cell: TurkishCell, negative: boolean): string {
  const stem = derivedStem(verb, { negative });
  return cell === "2sg" ? stem.form : verbAttach(stem, "(y)In");
}

export function infinitive(verb: TurkishStem, suffix: "mEk" | "mEyE" = "mEk", features: StemFeatures = {}): string {
  return verbAttach(derivedStem(verb, features), suffix);
}

/** -(y)Ip, -(y)IncE and their like. */
export function converb(verb: TurkishStem, suffix: "(y)Ip" | "(y)IncE", features: StemFeatures = {}): string {
  return verbAttach(derivedStem(verb, features), suffix);
}

/** The stem of a clause as a noun: geldik-, geleceke-; possessive and case follow as on nouns. */
export function participleStem(verb: TurkishStem, future: boolean, features: StemFeatures = {}): TurkishStem {
  const form = verbAttach(derivedStem(verb, features), future ? "(y)EcEk" : "DIk");
  return { form, vocalic: `${form.slice(0, -1)}ğ` };
}
