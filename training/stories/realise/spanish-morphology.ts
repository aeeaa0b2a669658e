import { type SpanishAdjective, type SpanishNoun, spanish } from "../lexicon/spanish";
import type { NounId } from "../lexicon/nouns";
import type { Referent } from "../plan";

export interface SpanishAgreement {
  readonly gender: "m" | "f";
  readonly plural: boolean;
}

export function spanishNoun(id: NounId, sex: Referent["sex"]): SpanishNoun {
  const noun = spanish.nouns[id];
  return sex === "female" && noun.female ? noun.female : noun;
}

const plainVowel: Readonly<Record<string, string>> = { á: "a", é: "e", í: "i", ó: "o", ú: "u" };

/** -s after a vowel, -es after a consonant, -ces for -z; -ón and -és lose their accent; lunes and paraguas stay. */
export function spanishPlural(lemma: string): string {
  if (/[aeiouáéó]$/.test(lemma)) return `${lemma}s`;
  if (/[^áéíóú]s$/.test(lemma) && !/^[^aeiouáéíóú]*[aeiou]+s$/.test(lemma)) return lemma;
  if (lemma.endsWith("z")) return `${lemma.slice(0, -1)}ces`;
  return `${lemma.replace(/[áéíóú](?=[ns]$)/, (vowel) => plainVowel[vowel]!)}es`;
}

export function spanishNounForm(noun: SpanishNoun, plural: boolean): string {
  return plural ? (noun.plural ?? spanishPlural(noun.lemma)) : noun.lemma;
}

/** rojo, roja, rojos, rojas; trabajador, trabajadora; azul, azules; marrón, marrones; "de madera" and "rosa" stay. */
export function spanishAdjectiveForm(
  adjective: Pick<SpanishAdjective, "lemma">,
  { gender, plural }: SpanishAgreement,
): string {
  const { lemma } = adjective;
  if (lemma.includes(" ") || lemma === "rosa") return lemma;
  const singular =
    gender === "f"
      ? lemma.endsWith("o")
        ? `${lemma.slice(0, -1)}a`
        : /[dt]or$/.test(lemma)
          ? `${lemma}a`
          : lemma
      : lemma;
  return plural ? (lemma === "joven" ? "jóvenes" : spanishPlural(singular)) : singular;
}

/** The definite article; "el" before a feminine noun with a stressed first a. */
export function definiteArticle({ gender, plural }: SpanishAgreement, el = false): string {
  if (plural) return gender === "f" ? "las" : "los";
  return gender === "f" && !el ? "la" : "el";
}

export function indefiniteArticle({ gender, plural }: SpanishAgreement, el = false): string {
  if (plural) return gender === "f" ? "unas" : "unos";
  return gender === "f" && !el ? "una" : "un";
}

/** Gender of who is meant: of people and named animals the sex, else that of the noun. */
export function genderOf(referent: Referent): "m" | "f" {
  if ((referent.human || referent.named) && referent.sex) return referent.sex === "female" ? "f" : "m";
  return spanish.nouns[referent.noun].gender;
}

export function agreementOf(referent: Referent): SpanishAgreement {
  return { gender: genderOf(referent), plural: referent.plural };
}

/** yo, tú, usted, ella; after a preposition mí, ti. */
export function strongPronoun(referent: Referent, afterPreposition: boolean): string {
  const { person, plural, address } = referent;
  const feminine = genderOf(referent) === "f";
  if (person === 1) return plural ? (feminine ? "nosotras" : "nosotros") : afterPreposition ? "mí" : "yo";
  if (person === 2) return plural ? "ustedes" : address === "polite" ? "usted" : afterPreposition ? "ti" : "tú";
  if (plural) return feminine ? "ellas" : "ellos";
  return feminine ? "ella" : "él";
}

/** The unstressed object pronoun: me, te, nos, lo, la, le, se. */
export function clitic(referent: Referent, role: "accusative" | "dative" | "reflexive"): string {
  const { person, plural, address } = referent;
  if (person === 1) return plural ? "nos" : "me";
  if (person === 2 && !plural && address === "familiar") return "te";
  if (role === "reflexive") return "se";
  const s = plural ? "s" : "";
  if (role === "dative") return `le${s}`;
  return (genderOf(referent) === "f" ? "la" : "lo") + s;
}

/** mi, tu, su, nuestro; agrees in number, nuestro in gender too. */
export function possessive(owner: Referent, owned: SpanishAgreement): string {
  const s = owned.plural ? "s" : "";
  if (owner.person === 1 && owner.plural) return `nuestr${owned.gender === "f" ? "a" : "o"}${s}`;
  if (owner.person === 1) return `mi${s}`;
  return owner.person === 2 && !owner.plural && owner.address === "familiar" ? `tu${s}` : `su${s}`;
}
