import { type GermanCase, type Government, german } from "../lexicon/german";
import { nounClassOf } from "../lexicon/nouns";
import type { Circumstance, NounPhrase, Referent, Token } from "../plan";
import { fixed, word } from "./build";
import {
  type AdjectiveContext,
  type GermanColumn,
  contractions,
  declineAdjective,
  declineNoun,
  definiteArticle,
  einWord,
  germanNoun,
  germanPronoun,
  possessiveStem,
} from "./german-morphology";
import type { Features, Word } from "./word";

const caseNames = { nom: "Nom", acc: "Acc", dat: "Dat", gen: "Gen" } as const;
const genderNames = { m: "Masc", f: "Fem", n: "Neut" } as const;

export function agreementFeatures(column: GermanColumn, grammaticalCase: GermanCase): Features {
  return column === "pl"
    ? { Case: caseNames[grammaticalCase], Number: "Plur" }
    : { Case: caseNames[grammaticalCase], Gender: genderNames[column], Number: "Sing" };
}

export function tagOf(referent: Referent): string {
  return `${referent.person}${referent.plural ? "PL" : "SG"}`;
}

/** A noun phrase in a case; `negated` makes its article "kein" and gives it the token of the negation. */
export function germanPhrase(phrase: NounPhrase, grammaticalCase: GermanCase, negation?: Token): Word[] {
  switch (phrase.kind) {
    case "pronoun": {
      const { referent } = phrase;
      const form = germanPronoun(referent, grammaticalCase === "gen" ? "dat" : grammaticalCase);
      const polite: Features = referent.person === 2 ? { Polite: referent.address === "polite" ? "Form" : "Infm" } : {};
      return [
        word(
          form,
          "PRON",
          [phrase.token],
          tagOf(referent),
          {
            Case: caseNames[grammaticalCase],
            Person: String(referent.person),
            Number: referent.plural ? "Plur" : "Sing",
            ...polite,
          },
          germanPronoun(referent, "nom"),
        ),
      ];
    }
    case "name": {
      const lemma = german.names[phrase.name];
      const form = grammaticalCase === "gen" ? (/[sxzß]$/.test(lemma) ? `${lemma}’` : `${lemma}s`) : lemma;
      return [word(form, "PROPN", [phrase.token], "NAME", { Case: caseNames[grammaticalCase], Number: "Sing" }, lemma)];
    }
    case "both": {
      const [first, second] = [...phrase.members].sort(
        (one, other) => Number(one.referent.person === 1) - Number(other.referent.person === 1),
      );
      return [
        ...germanPhrase(first!, grammaticalCase),
        word("und", "CCONJ", [phrase.token], "and"),
        ...germanPhrase(second!, grammaticalCase),
      ];
    }
    case "noun":
      return nounWords(phrase, grammaticalCase, negation);
  }
}

function nounWords(
  phrase: Extract<NounPhrase, { kind: "noun" }>,
  grammaticalCase: GermanCase,
  negation: Token | undefined,
): Word[] {
  const { referent } = phrase;
  const noun = germanNoun(phrase.noun, referent.human ? referent.sex : undefined);
  const column: GermanColumn = referent.plural ? "pl" : noun.gender;
  const features = agreementFeatures(column, grammaticalCase);
  const article = determinerWords(phrase, column, grammaticalCase, negation);
  const head = [
    ...phrase.adjectives.map(({ id, token }) =>
      word(
        declineAdjective(german.adjectives[id], article.context, column, grammaticalCase),
        "ADJ",
        [token],
        id,
        { Degree: "Pos", ...features },
        german.adjectives[id].lemma,
      ),
    ),
    word(declineNoun(noun, column, grammaticalCase), "NOUN", [phrase.token], phrase.noun, features, noun.singular),
  ];
  return [...article.before, ...head, ...article.after];
}

interface DeterminerWords {
  readonly before: readonly Word[];
  readonly context: AdjectiveContext;
  /** A genitive after the noun. */
  readonly after: readonly Word[];
}

function determinerWords(
  phrase: Extract<NounPhrase, { kind: "noun" }>,
  column: GermanColumn,
  grammaticalCase: GermanCase,
  negation: Token | undefined,
): DeterminerWords {
  const { determiner } = phrase;
  const features = agreementFeatures(column, grammaticalCase);
  if (negation !== undefined && (determiner.kind === "none" || determiner.kind === "indefinite")) {
    const tokens = determiner.kind === "indefinite" ? [negation, determiner.token] : [negation];
    return {
      before: [
        word(einWord("kein", column, grammaticalCase), "DET", tokens, "NEG", { ...features, Polarity: "Neg" }, "kein"),
      ],
      context: "mixed",
      after: [],
    };
  }
  switch (determiner.kind) {
    case "none":
      return { before: [], context: "strong", after: [] };
    case "definite":
      return {
        before: [
          word(
            definiteArticle(column, grammaticalCase),
            "DET",
            [determiner.token],
            "DEF",
            { Definite: "Def", ...features },
            "der",
          ),
        ],
        context: "definite",
        after: [],
      };
    case "indefinite":
      return column === "pl"
        ? { before: [], context: "strong", after: [] }
        : {
            before: [
              word(
                einWord("ein", column, grammaticalCase),
                "DET",
                [determiner.token],
                "INDF",
                { Definite: "Ind", ...features },
                "ein",
              ),
            ],
            context: "mixed",
            after: [],
          };
    case "possessive": {
      const stem = possessiveStem(determiner.owner);
      return {
        before: [
          word(
            einWord(stem, column, grammaticalCase),
            "DET",
            [determiner.token],
            `${tagOf(determiner.owner)}.POSS`,
            { Poss: "Yes", ...features },
            stem,
          ),
        ],
        context: "mixed",
        after: [],
      };
    }
    case "genitive": {
      const owner = germanPhrase(determiner.owner, "gen");
      if (determiner.owner.kind === "name") {
        return {
          before: owner.map((part) => ({ ...part, tokens: [...part.tokens, determiner.token] })),
          context: "strong",
          after: [],
        };
      }
      const after = owner.map((part, index) =>
        index === 0 ? { ...part, tokens: [...part.tokens, determiner.token] } : part,
      );
      return {
        before: [
          word(definiteArticle(column, grammaticalCase), "DET", [], "DEF", { Definite: "Def", ...features }, "der"),
        ],
        context: "definite",
        after,
      };
    }
    case "quantity": {
      const lemma = german.quantifiers[determiner.id];
      const inflected = determiner.id === "many" || determiner.id === "all" || determiner.id === "some";
      const form = inflected ? lemma + { nom: "e", acc: "e", dat: "en", gen: "er" }[grammaticalCase] : lemma;
      return {
        before: [
          word(form, inflected ? "DET" : "NUM", [determiner.token], determiner.id, inflected ? features : {}, lemma),
        ],
        context: determiner.id === "all" ? "definite" : "strong",
        after: [],
      };
    }
  }
}

/** After a preposition; preposition and article become one word where German does so. */
export function prepositionPhrase(
  preposition: string,
  grammaticalCase: GermanCase,
  phrase: NounPhrase,
  tokens: readonly Token[],
  concept: string,
): Word[] {
  const object = germanPhrase(phrase, grammaticalCase);
  const [article, ...rest] = object;
  const contracted =
    article?.concept === "DEF" && article.tokens.length > 0
      ? contractions[`${preposition} ${article.form}`]
      : undefined;
  if (article && contracted)
    return [word(contracted, "ADP", [...tokens, ...article.tokens], concept, article.features, preposition), ...rest];
  return [word(preposition, "ADP", tokens, concept, { Case: caseNames[grammaticalCase] }), ...object];
}

const relations: Readonly<Record<string, Government | readonly [string, "place"]>> = {
  in: ["in", "place"],
  on: ["auf", "place"],
  under: ["unter", "place"],
  behind: ["hinter", "place"],
  "in-front-of": ["vor", "place"],
  "next-to": ["neben", "place"],
  into: ["in", "acc"],
  onto: ["auf", "acc"],
  from: ["von", "dat"],
  "out-of": ["aus", "dat"],
  through: ["durch", "acc"],
  over: ["über", "acc"],
  around: ["um", "acc"],
  with: ["mit", "dat"],
  "with-tool": ["mit", "dat"],
  "by-vehicle": ["mit", "dat"],
  for: ["für", "acc"],
  about: ["über", "acc"],
  without: ["ohne", "acc"],
  like: ["wie", "nom"],
};

/** A circumstance with its preposition; two-way prepositions take the accusative for a goal and the dative for a place. */
export function circumstanceWords(circumstance: Circumstance): Word[] {
  if (circumstance.kind === "adverb") return fixed(german.adverbs[circumstance.id], circumstance, "ADV");
  const { phrase, relation, role, token } = circumstance;
  const [preposition, grammaticalCase] = government(phrase, relation, role === "goal");
  const object =
    relation === "by-vehicle" && phrase.kind === "noun" && phrase.determiner.kind !== "possessive"
      ? {
          ...phrase,
          determiner: {
            kind: "definite" as const,
            token: phrase.determiner.kind === "none" ? token : phrase.determiner.token,
          },
        }
      : phrase;
  return prepositionPhrase(preposition, grammaticalCase, object, [token], relation.toUpperCase());
}

function government(phrase: NounPhrase, relation: string, isGoal: boolean): Government {
  if (relation === "at" || relation === "to") {
    if (phrase.kind !== "noun" || phrase.referent.human) return relation === "at" ? ["bei", "dat"] : ["zu", "dat"];
    const noun = german.nouns[phrase.noun];
    if (relation === "at") {
      const [preposition] = noun.at ?? ["in"];
      return [preposition, isGoal && /^(in|an|auf)$/.test(preposition) ? "acc" : "dat"];
    }
    return noun.to ?? (nounClassOf(phrase.noun) === "place" ? ["in", "acc"] : ["zu", "dat"]);
  }
  const [preposition, grammaticalCase] = relations[relation]!;
  return [preposition, grammaticalCase === "place" ? (isGoal ? "acc" : "dat") : grammaticalCase];
}
