import { type EnglishNoun, english } from "../lexicon/english";
import type { RelationId } from "../lexicon/words";
import type { VerbId } from "../lexicon/verbs";
import type { Circumstance, NounPhrase, Referent } from "../plan";
import { fixed, word } from "./build";
import { englishPlural, englishPronoun, indefiniteArticle } from "./english-morphology";
import type { Features, Word } from "./word";

/** A noun phrase as subject (`Nom`) or anywhere else (`Acc`). */
export function nounPhrase(phrase: NounPhrase, grammaticalCase: "Nom" | "Acc"): Word[] {
  switch (phrase.kind) {
    case "pronoun":
      return [
        word(
          englishPronoun(phrase.referent, grammaticalCase),
          "PRON",
          [phrase.token],
          pronounTag(phrase.referent),
          {
            Case: grammaticalCase,
            ...personFeatures(phrase.referent),
          },
          englishPronoun({ ...phrase.referent }, "Nom"),
        ),
      ];
    case "name":
      return [word(english.names[phrase.name], "PROPN", [phrase.token], "NAME", { Number: "Sing" })];
    case "both": {
      const [first, second] = [...phrase.members].sort((one, other) => Number(isFirst(one)) - Number(isFirst(other)));
      return [
        ...nounPhrase(first!, grammaticalCase),
        word("and", "CCONJ", [phrase.token], "and"),
        ...nounPhrase(second!, grammaticalCase),
      ];
    }
    case "noun": {
      const noun = english.nouns[phrase.noun];
      const { plural } = phrase.referent;
      const form = plural ? englishPlural(noun) : noun.lemma;
      const number: Features = { Number: plural ? "Plur" : "Sing" };
      const pieces = form.split(" ");
      const head = [
        ...phrase.adjectives.map(({ id, token }) =>
          word(english.adjectives[id], "ADJ", [token], id, { Degree: "Pos" }),
        ),
        ...pieces.map((piece, index) =>
          word(piece, "NOUN", [phrase.token], phrase.noun, number, noun.lemma.split(" ")[index] ?? piece),
        ),
      ];
      return [...determiner(phrase, head[0]!.form, plural), ...head];
    }
  }
}

function isFirst(phrase: NounPhrase): boolean {
  return phrase.referent.person === 1;
}

function determiner(phrase: Extract<NounPhrase, { kind: "noun" }>, next: string, plural: boolean): Word[] {
  const { determiner: chosen } = phrase;
  switch (chosen.kind) {
    case "none":
      return [];
    case "definite":
      return [word("the", "DET", [chosen.token], "DEF", { Definite: "Def" })];
    case "indefinite":
      return plural ? [] : [word(indefiniteArticle(next), "DET", [chosen.token], "INDF", { Definite: "Ind" }, "a")];
    case "possessive":
      return [
        word(englishPronoun(chosen.owner, "poss"), "PRON", [chosen.token], `${pronounTag(chosen.owner)}.POSS`, {
          Poss: "Yes",
          ...personFeatures(chosen.owner),
        }),
      ];
    case "genitive":
      return [...nounPhrase(chosen.owner, "Acc"), { ...word("’s", "PART", [chosen.token], "GEN"), glued: true }];
    case "quantity":
      return [
        word(
          english.quantifiers[chosen.id],
          chosen.id === "many" || chosen.id === "all" || chosen.id === "some" ? "DET" : "NUM",
          [chosen.token],
          chosen.id,
        ),
      ];
  }
}

/** 1SG, 2, 3PL: the gloss of a pronoun, the same in every language. */
export function pronounTag(referent: Referent): string {
  return `${referent.person}${referent.plural ? "PL" : "SG"}`;
}

export function personFeatures(referent: Referent): Features {
  return { Person: String(referent.person), Number: referent.plural ? "Plur" : "Sing" };
}

const prepositions: Readonly<Record<string, string>> = {
  in: "in",
  on: "on",
  under: "under",
  behind: "behind",
  "in-front-of": "in front of",
  "next-to": "next to",
  into: "into",
  onto: "onto",
  from: "from",
  "out-of": "out of",
  through: "through",
  over: "over",
  around: "around",
  with: "with",
  "with-tool": "with",
  "by-vehicle": "by",
  for: "for",
  about: "about",
  without: "without",
  like: "like",
};

function prepositionOf(relation: RelationId, place: EnglishNoun | undefined, verb: VerbId): string {
  if (relation === "onto") return verb === "climb" ? "up" : verb === "put" || verb === "sit-down" ? "on" : "onto";
  if (relation === "at") return place ? (place.at ?? "in") : "with";
  return relation === "to" ? "to" : prepositions[relation]!;
}

/** A place, goal, company ... with its preposition: at the market, to school, by train. */
export function circumstanceWords(circumstance: Circumstance, verb: VerbId): Word[] {
  if (circumstance.kind === "adverb") return fixed(english.adverbs[circumstance.id], circumstance, "ADV");
  const { phrase, relation, token } = circumstance;
  const place = phrase.kind === "noun" ? english.nouns[phrase.noun] : undefined;
  const preposition = prepositionOf(relation, place, verb);
  const bare =
    relation === "by-vehicle" ||
    (place?.bare === true &&
      (relation === "at" || relation === "to" || relation === "in") &&
      phrase.kind === "noun" &&
      phrase.determiner.kind === "definite" &&
      phrase.adjectives.length === 0);
  const object =
    phrase.kind === "noun" && bare ? { ...phrase, determiner: { kind: "none" as const }, adjectives: [] } : phrase;
  return [
    ...preposition.split(" ").map((piece) => word(piece, "ADP", [token], relation.toUpperCase())),
    ...nounPhrase(object, "Acc"),
  ];
}
