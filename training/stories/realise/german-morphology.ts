import {
  type GermanAdjective,
  type GermanCase,
  type GermanGender,
  type GermanNoun,
  type GermanVerb,
  german,
} from "../lexicon/german";
import type { NounId } from "../lexicon/nouns";
import type { Referent } from "../plan";

/** The columns of every declension table: three genders in the singular, one plural. */
export type GermanColumn = GermanGender | "pl";

/** The noun's entry, or the woman's noun where a woman is meant. */
export function germanNoun(id: NounId, sex: Referent["sex"]): GermanNoun {
  const noun = german.nouns[id];
  return sex === "female" && noun.female ? noun.female : noun;
}

export function declineNoun(noun: GermanNoun, column: GermanColumn, grammaticalCase: GermanCase): string {
  const { singular, plural, weak, gender } = noun;
  if (column === "pl") return grammaticalCase === "dat" && !/[ns]$/.test(plural) ? `${plural}n` : plural;
  if (weak && grammaticalCase !== "nom") {
    const oblique =
      singular.endsWith("e") || /[^aeiouäöü]r$/.test(singular) || singular.endsWith("auer") || singular.endsWith("ar")
        ? `${singular}n`
        : `${singular}en`;
    return grammaticalCase === "gen" && singular === "Name" ? "Namens" : oblique;
  }
  if (grammaticalCase !== "gen" || gender === "f") return singular;
  if (singular.endsWith("nis")) return `${singular}ses`;
  if (singular.endsWith("us")) return singular;
  if (/[sßxz]$/.test(singular)) return `${singular}es`;
  return /^[^aeiouäöü]*[aeiouäöü]+[^aeiouäöü]+$/i.test(singular) && !/[ntlr]$/.test(singular)
    ? `${singular}es`
    : `${singular}s`;
}

type Row = Readonly<Record<GermanColumn, string>>;

const definite: Readonly<Record<GermanCase, Row>> = {
  nom: { m: "der", f: "die", n: "das", pl: "die" },
  acc: { m: "den", f: "die", n: "das", pl: "die" },
  dat: { m: "dem", f: "der", n: "dem", pl: "den" },
  gen: { m: "des", f: "der", n: "des", pl: "der" },
};

export function definiteArticle(column: GermanColumn, grammaticalCase: GermanCase): string {
  return definite[grammaticalCase][column];
}

const einEndings: Readonly<Record<GermanCase, Row>> = {
  nom: { m: "", f: "e", n: "", pl: "e" },
  acc: { m: "en", f: "e", n: "", pl: "e" },
  dat: { m: "em", f: "er", n: "em", pl: "en" },
  gen: { m: "es", f: "er", n: "es", pl: "er" },
};

/** ein, kein, mein, ihr, euer and so on: the stem with the ending of the ein-words. */
export function einWord(stem: string, column: GermanColumn, grammaticalCase: GermanCase): string {
  const ending = einEndings[grammaticalCase][column];
  return stem === "euer" && ending ? `eur${ending}` : stem + ending;
}

/** What stands before the adjective: an article with full endings, an ein-word, or nothing. */
export type AdjectiveContext = "definite" | "mixed" | "strong";

const strong: Readonly<Record<GermanCase, Row>> = {
  nom: { m: "er", f: "e", n: "es", pl: "e" },
  acc: { m: "en", f: "e", n: "es", pl: "e" },
  dat: { m: "em", f: "er", n: "em", pl: "en" },
  gen: { m: "en", f: "er", n: "en", pl: "er" },
};

export function adjectiveEnding(context: AdjectiveContext, column: GermanColumn, grammaticalCase: GermanCase): string {
  if (context === "strong") return strong[grammaticalCase][column];
  // After an article all endings are -en but in the nominative singular and the accusative of feminine and neuter.
  const short = column !== "pl" && (grammaticalCase === "nom" || (grammaticalCase === "acc" && column !== "m"));
  if (!short) return "en";
  return context === "mixed" ? strong[grammaticalCase][column] : "e";
}

export function declineAdjective(
  adjective: GermanAdjective,
  context: AdjectiveContext,
  column: GermanColumn,
  grammaticalCase: GermanCase,
): string {
  return adjective.stem === undefined
    ? adjective.lemma
    : adjective.stem + adjectiveEnding(context, column, grammaticalCase);
}

// Verbs

/** Person and number of the finite verb; polite address takes the third person plural. */
export type GermanCell = "1sg" | "2sg" | "3sg" | "1pl" | "2pl" | "3pl";

export function germanCell(subject: Referent | undefined): GermanCell {
  if (!subject) return "3sg";
  if (subject.person === 2 && subject.address === "polite") return "3pl";
  return `${subject.person}${subject.plural ? "pl" : "sg"}`;
}

const irregularPresent: Readonly<Record<string, Readonly<Record<GermanCell, string>>>> = {
  sein: { "1sg": "bin", "2sg": "bist", "3sg": "ist", "1pl": "sind", "2pl": "seid", "3pl": "sind" },
  haben: { "1sg": "habe", "2sg": "hast", "3sg": "hat", "1pl": "haben", "2pl": "habt", "3pl": "haben" },
  werden: { "1sg": "werde", "2sg": "wirst", "3sg": "wird", "1pl": "werden", "2pl": "werdet", "3pl": "werden" },
  wissen: { "1sg": "weiß", "2sg": "weißt", "3sg": "weiß", "1pl": "wissen", "2pl": "wisst", "3pl": "wissen" },
  können: { "1sg": "kann", "2sg": "kannst", "3sg": "kann", "1pl": "können", "2pl": "könnt", "3pl": "können" },
  müssen: { "1sg": "muss", "2sg": "musst", "3sg": "muss", "1pl": "müssen", "2pl": "müsst", "3pl": "müssen" },
  wollen: { "1sg": "will", "2sg": "willst", "3sg": "will", "1pl": "wollen", "2pl": "wollt", "3pl": "wollen" },
  dürfen: { "1sg": "darf", "2sg": "darfst", "3sg": "darf", "1pl": "dürfen", "2pl": "dürft", "3pl": "dürfen" },
  mögen: { "1sg": "mag", "2sg": "magst", "3sg": "mag", "1pl": "mögen", "2pl": "mögt", "3pl": "mögen" },
  tun: { "1sg": "tue", "2sg": "tust", "3sg": "tut", "1pl": "tun", "2pl": "tut", "3pl": "tun" },
};

function stemOf(infinitive: string): string {
  return infinitive.endsWith("en") ? infinitive.slice(0, -2) : infinitive.slice(0, -1);
}

/** Stems that need an e before -t and -st: wart-, find-, öffn-, regn-, but not lern-. */
function needsE(stem: string): boolean {
  return /([td]|(ch|[^aeiouäöülrmh])[nm])$/.test(stem);
}

/** The present without the separable prefix. */
export function presentForm(verb: Pick<GermanVerb, "infinitive" | "third">, cell: GermanCell): string {
  const irregular = irregularPresent[verb.infinitive];
  if (irregular) return irregular[cell];
  const stem = stemOf(verb.infinitive);
  const e = needsE(stem) ? "e" : "";
  switch (cell) {
    case "1sg":
      return stem.endsWith("el") ? `${stem.slice(0, -2)}le` : `${stem}e`;
    case "2sg": {
      const changed = verb.third ? (stem.endsWith("t") ? verb.third : verb.third.slice(0, -1)) : stem + e;
      return /[sßzx]$/.test(changed) ? `${changed}t` : `${changed}st`;
    }
    case "3sg":
      return verb.third ?? `${stem}${e}t`;
    case "2pl":
      return `${stem}${e}t`;
    case "1pl":
    case "3pl":
      return verb.infinitive;
  }
}

/** The preterite without the separable prefix: ging, gingen; spielte, spielten. */
export function preteriteForm(verb: Pick<GermanVerb, "past">, cell: GermanCell): string {
  const { past } = verb;
  const e = past.endsWith("e") ? "" : "e";
  switch (cell) {
    case "1sg":
    case "3sg":
      return past;
    case "2sg":
      return e === "" ? `${past}st` : /[sßzxtd]$/.test(past) ? `${past}est` : `${past}st`;
    case "2pl":
      return e === "" || !/[td]$/.test(past) ? `${past}t` : `${past}et`;
    case "1pl":
    case "3pl":
      return `${past}${e}n`;
  }
}

/** The command to one or more familiar hearers, or with "Sie", without pronoun and prefix: komm, kommt, kommen. */
export function imperativeForm(verb: GermanVerb, address: "familiar" | "polite", plural: boolean): string {
  const { infinitive, third } = verb;
  if (infinitive === "sein") return address === "polite" ? "seien" : plural ? "seid" : "sei";
  if (address === "polite") return infinitive;
  if (plural) return presentForm(verb, "2pl");
  const stem = stemOf(infinitive);
  if (infinitive === "haben" || infinitive === "werden") return `${stem}${infinitive === "werden" ? "e" : ""}`;
  if (third && /i/.test(third) && !/i/.test(stem)) return third.slice(0, -1);
  return needsE(stem) || /(el|er|ig)$/.test(stem)
    ? stem.endsWith("el")
      ? `${stem.slice(0, -2)}le`
      : `${stem}e`
    : stem;
}

/** Infinitive with "zu": zu kaufen, aufzustehen. */
export function zuInfinitive(verb: GermanVerb): string[] {
  return verb.prefix ? [`${verb.prefix}zu${verb.infinitive}`] : ["zu", verb.infinitive];
}

// Pronouns

/** Gender of who is meant: of people and of named animals their sex, else that of the noun. */
export function genderOf(referent: Referent): GermanGender {
  if ((referent.human || referent.named) && referent.sex) return referent.sex === "female" ? "f" : "m";
  return german.nouns[referent.noun].gender;
}

type PronounRow = Readonly<Record<"nom" | "acc" | "dat", string>>;
const personal: Readonly<Record<string, PronounRow>> = {
  "1sg": { nom: "ich", acc: "mich", dat: "mir" },
  "2sg": { nom: "du", acc: "dich", dat: "dir" },
  "1pl": { nom: "wir", acc: "uns", dat: "uns" },
  "2pl": { nom: "ihr", acc: "euch", dat: "euch" },
  "3pl": { nom: "sie", acc: "sie", dat: "ihnen" },
  polite: { nom: "Sie", acc: "Sie", dat: "Ihnen" },
  m: { nom: "er", acc: "ihn", dat: "ihm" },
  f: { nom: "sie", acc: "sie", dat: "ihr" },
  n: { nom: "es", acc: "es", dat: "ihm" },
};

function pronounRow(referent: Referent): string {
  if (referent.person === 2 && referent.address === "polite") return "polite";
  if (referent.person === 3 && !referent.plural) return genderOf(referent);
  return `${referent.person}${referent.plural ? "pl" : "sg"}`;
}

export function germanPronoun(referent: Referent, grammaticalCase: "nom" | "acc" | "dat"): string {
  return personal[pronounRow(referent)]![grammaticalCase];
}

/** sich, mich, dich, uns, euch. */
export function reflexivePronoun(referent: Referent | undefined): string {
  const row = referent ? pronounRow(referent) : "m";
  return row === "1sg" || row === "2sg" || row === "1pl" || row === "2pl" ? personal[row]!.acc : "sich";
}

const possessiveStems: Readonly<Record<string, string>> = {
  "1sg": "mein",
  "2sg": "dein",
  "1pl": "unser",
  "2pl": "euer",
  "3pl": "ihr",
  polite: "Ihr",
  m: "sein",
  f: "ihr",
  n: "sein",
};

export function possessiveStem(owner: Referent): string {
  return possessiveStems[pronounRow(owner)]!;
}

/** The preposition and article in one word, where German writes one: im, zur, ins. */
export const contractions: Readonly<Record<string, string>> = {
  "in dem": "im",
  "an dem": "am",
  "zu dem": "zum",
  "zu der": "zur",
  "in das": "ins",
  "an das": "ans",
  "von dem": "vom",
  "bei dem": "beim",
};
