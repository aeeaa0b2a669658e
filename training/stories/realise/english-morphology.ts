import type { EnglishNoun, EnglishVerb } from "../lexicon/english";
import type { Referent } from "../plan";

/** The plural of a noun's last word: cats, boxes, stories, or the irregular one of the dictionary. */
export function englishPlural(noun: EnglishNoun): string {
  if (noun.plural) return noun.plural;
  const { lemma } = noun;
  if (/(s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

export function thirdPerson(base: string): string {
  if (base === "have") return "has";
  if (/(s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

const doubling = new Set([
  "run",
  "swim",
  "sit",
  "get",
  "stop",
  "put",
  "cut",
  "win",
  "hug",
  "forget",
  "begin",
  "travel",
]);

/** The -ing form: playing, making, running, lying. */
export function ingForm(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (base.endsWith("e") && base !== "be" && !base.endsWith("ee")) return `${base.slice(0, -1)}ing`;
  if (doubling.has(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}

export type EnglishCell = "1sg" | "3sg" | "other";

export function cellOf(subject: Referent | undefined): EnglishCell {
  if (!subject) return "3sg";
  if (subject.plural || subject.person === 2) return "other";
  return subject.person === 1 ? "1sg" : "3sg";
}

const be = {
  present: { "1sg": "am", "3sg": "is", other: "are" },
  past: { "1sg": "was", "3sg": "was", other: "were" },
} as const;

/** The finite simple form. */
export function finiteForm(
  verb: Pick<EnglishVerb, "base" | "past">,
  tense: "present" | "past",
  cell: EnglishCell,
): string {
  if (verb.base === "be") return be[tense][cell];
  if (tense === "past") return verb.past;
  return cell === "3sg" ? thirdPerson(verb.base) : verb.base;
}

/** "a" or "an" by the sound of the next word, which in this dictionary its first letter tells. */
export function indefiniteArticle(next: string): string {
  return /^[aeiou]/i.test(next) ? "an" : "a";
}

const pronouns = {
  "1sg": { Nom: "I", Acc: "me", poss: "my" },
  "1pl": { Nom: "we", Acc: "us", poss: "our" },
  "2": { Nom: "you", Acc: "you", poss: "your" },
  female: { Nom: "she", Acc: "her", poss: "her" },
  male: { Nom: "he", Acc: "him", poss: "his" },
  thing: { Nom: "it", Acc: "it", poss: "its" },
  "3pl": { Nom: "they", Acc: "them", poss: "their" },
} as const;

/** I, me, my; an animal without a name is "it". */
export function englishPronoun(referent: Referent, form: "Nom" | "Acc" | "poss"): string {
  if (referent.person === 1) return pronouns[referent.plural ? "1pl" : "1sg"][form];
  if (referent.person === 2) return pronouns["2"][form];
  if (referent.plural) return pronouns["3pl"][form];
  return pronouns[(referent.human || referent.named) && referent.sex ? referent.sex : "thing"][form];
}
