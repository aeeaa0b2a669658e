import type { TurkishCase, TurkishNoun, TurkishStem } from "../lexicon/turkish";
import type { Referent } from "../plan";

const vowels = "aeıioöuüâîû";
const voiceless = /[fstkçşhpx]$/i;

/** Front vowel of the same height and rounding: stems such as saat take suffixes as if they ended in it. */
const fronted: Readonly<Record<string, string>> = { a: "e", ı: "i", o: "ö", u: "ü", â: "e" };
const highOf: Readonly<Record<string, string>> = {
  a: "ı",
  ı: "ı",
  â: "ı",
  e: "i",
  i: "i",
  î: "i",
  o: "u",
  u: "u",
  û: "u",
  ö: "ü",
  ü: "ü",
};

export function endsInVowel(form: string): boolean {
  return vowelAt(form, form.length - 1) !== undefined;
}

/** The vowel that suffixes follow. */
export function lastVowel(form: string, front = false): string {
  let at = form.length - 1;
  while (at > 0 && vowelAt(form, at) === undefined) at--;
  const vowel = vowelAt(form, at) ?? "e";
  return front ? (fronted[vowel] ?? vowel) : vowel;
}

/** Its vowels, one per syllable. */
export function vowelsOf(form: string): readonly string[] {
  return Array.from(form, (_, at) => vowelAt(form, at)).filter((vowel) => vowel !== undefined);
}

const capitals: Readonly<Record<string, string>> = { A: "a", E: "e", I: "ı", İ: "i", O: "o", Ö: "ö", U: "u", Ü: "ü" };

function vowelAt(form: string, at: number): string | undefined {
  const letter = form.charAt(at);
  return letter !== "" && vowels.includes(letter) ? letter : capitals[letter];
}

const softer: Readonly<Record<string, string>> = { k: "ğ", p: "b", ç: "c" };

/** Before a vowel, k, p, ç of stems of more than one syllable become ğ, b, c (nk: ng); of one syllable they stay. */
export function soften(form: string): string {
  const last = form.split(" ").at(-1)!;
  const soft = softer[form.at(-1)!];
  if (!soft || vowelsOf(last).length < 2) return form;
  return form.slice(0, -1) + (form.endsWith("nk") ? "g" : soft);
}

/**
 * A stem with one suffix. In the suffix E is a or e, I is ı, i, u or ü, D is d or t, all by what comes before; a letter
 * in brackets at the beginning is said only between two vowels, or if it is a vowel between two consonants: (y)E, (I)m.
 */
export function attach(stem: string | TurkishStem, suffix: string): string {
  const { form, vocalic, front }: TurkishStem = typeof stem === "string" ? { form: stem, vocalic: stem } : stem;
  const letter = /^\((.)\)/.exec(suffix)?.[1];
  const rest = letter ? suffix.slice(3) : suffix;
  const open = endsInVowel(form);
  const likeConsonant = open && vocalic !== undefined && vocalic !== form && (letter === "I" || /^[EI]/.test(rest));
  const afterVowel = open && !likeConsonant;
  const kept = letter !== undefined && ("EI".includes(letter) ? !afterVowel : afterVowel);
  const body = (kept ? letter : "") + rest;
  if (body === "") return form;
  const beforeVowel = /^[EI]/.test(body) || vowels.includes(body[0]!);
  let result = beforeVowel && !afterVowel ? (vocalic ?? soften(form)) : form;
  let vowel = lastVowel(form, front);
  for (const sign of body) {
    let written = sign;
    if (sign === "E") written = "eiöüî".includes(vowel) ? "e" : "a";
    else if (sign === "I") written = highOf[vowel]!;
    else if (sign === "D") written = voiceless.test(result) ? "t" : "d";
    if (vowels.includes(written)) vowel = written;
    result += written;
  }
  return result;
}

export type TurkishCell = "1sg" | "2sg" | "3sg" | "1pl" | "2pl" | "3pl";

/** Person and number; who is addressed politely is 2pl. */
export function turkishCell(referent: Referent | undefined): TurkishCell {
  if (!referent) return "3sg";
  const plural = referent.plural || (referent.person === 2 && referent.address === "polite");
  return `${referent.person}${plural ? "pl" : "sg"}`;
}

const possessives: Readonly<Record<TurkishCell, string>> = {
  "1sg": "(I)m",
  "2sg": "(I)n",
  "3sg": "(s)I",
  "1pl": "(I)mIz",
  "2pl": "(I)nIz",
  "3pl": "lErI",
};

const cases: Readonly<Record<TurkishCase, string>> = {
  nom: "",
  acc: "(y)I",
  gen: "(n)In",
  dat: "(y)E",
  loc: "DE",
  abl: "DEn",
  ins: "(y)lE",
};

/** After the possessive suffix of the third person, with its n: evini, evinde. */
const casesAfterThird: Readonly<Record<TurkishCase, string>> = {
  nom: "",
  acc: "nI",
  gen: "nIn",
  dat: "nE",
  loc: "nDE",
  abl: "nDEn",
  ins: "ylE",
};

export interface NounForm {
  readonly plural?: boolean;
  readonly possessor?: TurkishCell;
  readonly case: TurkishCase;
}

export function inflectNoun(noun: TurkishNoun, { plural = false, possessor, case: grammaticalCase }: NounForm): string {
  const number: string | TurkishStem = plural ? attach(noun, "lEr") : noun;
  const owner = possessor ?? (noun.compound ? "3sg" : undefined);
  if (owner === undefined) return attach(number, cases[grammaticalCase]);
  const owned = plural && owner === "3pl" ? attach(number, "I") : attach(number, possessives[owner]);
  return attach(owned, (owner.startsWith("3") ? casesAfterThird : cases)[grammaticalCase]);
}

/** The form in dictionaries: a compound has its suffix. */
export function citation(noun: TurkishNoun): string {
  return inflectNoun(noun, { case: "nom" });
}

/** A name in a case, after an apostrophe; its sounds do not change. */
export function inflectName(name: string, grammaticalCase: TurkishCase): string {
  const suffix = cases[grammaticalCase];
  if (suffix === "") return name;
  const whole = attach(name, suffix);
  return `${name}'${whole.slice(name.length)}`;
}

const pronouns: Readonly<Record<TurkishCell, Readonly<Record<TurkishCase, string>>>> = {
  "1sg": { nom: "ben", acc: "beni", gen: "benim", dat: "bana", loc: "bende", abl: "benden", ins: "benimle" },
  "2sg": { nom: "sen", acc: "seni", gen: "senin", dat: "sana", loc: "sende", abl: "senden", ins: "seninle" },
  "3sg": { nom: "o", acc: "onu", gen: "onun", dat: "ona", loc: "onda", abl: "ondan", ins: "onunla" },
  "1pl": { nom: "biz", acc: "bizi", gen: "bizim", dat: "bize", loc: "bizde", abl: "bizden", ins: "bizimle" },
  "2pl": { nom: "siz", acc: "sizi", gen: "sizin", dat: "size", loc: "sizde", abl: "sizden", ins: "sizinle" },
  "3pl": {
    nom: "onlar",
    acc: "onları",
    gen: "onların",
    dat: "onlara",
    loc: "onlarda",
    abl: "onlardan",
    ins: "onlarla",
  },
};

export function turkishPronoun(cell: TurkishCell, grammaticalCase: TurkishCase): string {
  return pronouns[cell][grammaticalCase];
}

/** yan, alt, üst and their like after a genitive: yanında, altına. */
export function relationalNoun(stem: string, possessor: TurkishCell, grammaticalCase: TurkishCase): string {
  return inflectNoun({ form: stem, vocalic: stem }, { possessor, case: grammaticalCase });
}
