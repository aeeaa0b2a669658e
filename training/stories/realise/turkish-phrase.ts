import { type TurkishAdjective, type TurkishCase, turkish } from "../lexicon/turkish";
import { isAnimate } from "../lexicon/nouns";
import type { NounId } from "../lexicon/nouns";
import type { AdjectiveId } from "../lexicon/words";
import type { Circumstance, Mark, NounPhrase, Referent, Token } from "../plan";
import { fixed, word } from "./build";
import {
  type TurkishCell,
  citation,
  inflectName,
  inflectNoun,
  relationalNoun,
  turkishCell,
  turkishPronoun,
} from "./turkish-morphology";
import type { Features, Word } from "./word";

const caseNames = { nom: "Nom", acc: "Acc", gen: "Gen", dat: "Dat", loc: "Loc", abl: "Abl", ins: "Ins" } as const;

export function tagOf(referent: Referent): string {
  return `${referent.person}${referent.plural ? "PL" : "SG"}`;
}

export function caseFeature(grammaticalCase: TurkishCase): Features {
  return { Case: caseNames[grammaticalCase] };
}

/** Who owns, on the noun that is owned. */
export function ownerFeatures(cell: TurkishCell | undefined): Features {
  if (!cell) return {};
  return { "Number[psor]": cell.endsWith("pl") ? "Plur" : "Sing", "Person[psor]": cell[0]! };
}

/** Tokens added to the last word of a phrase, where its ending says what other languages say with a word. */
export function withTokens(words: readonly Word[], tokens: readonly (Token | undefined)[]): Word[] {
  const added = tokens.filter((token) => token !== undefined);
  return words.map((one, index) =>
    index === words.length - 1 ? { ...one, tokens: [...new Set([...one.tokens, ...added])] } : one,
  );
}

export interface PhraseOptions {
  /** The noun has this owner's suffix: what somebody has. */
  readonly possessor?: TurkishCell;
  /** Without "bir": what is not there, or is asked for. */
  readonly bare?: boolean;
  /** The suffix alone tells the owner. */
  readonly ownerUnsaid?: boolean;
}

/** A noun phrase in a case. */
export function turkishPhrase(phrase: NounPhrase, grammaticalCase: TurkishCase, options: PhraseOptions = {}): Word[] {
  switch (phrase.kind) {
    case "pronoun": {
      const { referent } = phrase;
      const cell = turkishCell(referent);
      return [
        word(
          turkishPronoun(cell, grammaticalCase),
          "PRON",
          [phrase.token],
          tagOf(referent),
          {
            ...caseFeature(grammaticalCase),
            Person: cell[0]!,
            Number: cell.endsWith("pl") ? "Plur" : "Sing",
            ...(referent.person === 2 ? { Polite: referent.address === "polite" ? "Form" : "Infm" } : {}),
          },
          turkishPronoun(cell, "nom"),
        ),
      ];
    }
    case "name": {
      const lemma = turkish.names[phrase.name];
      return [
        word(
          inflectName(lemma, grammaticalCase),
          "PROPN",
          [phrase.token],
          "NAME",
          { ...caseFeature(grammaticalCase), Number: "Sing" },
          lemma,
        ),
      ];
    }
    case "both": {
      const [first, second] = [...phrase.members].sort(
        (one, other) => Number(one.referent.person === 1) - Number(other.referent.person === 1),
      );
      return [
        ...turkishPhrase(first!, grammaticalCase, options),
        word("ve", "CCONJ", [phrase.token], "and"),
        ...turkishPhrase(second!, grammaticalCase, options),
      ];
    }
    case "noun":
      return nounWords(phrase, grammaticalCase, options);
  }
}

function nounWords(
  phrase: Extract<NounPhrase, { kind: "noun" }>,
  grammaticalCase: TurkishCase,
  options: PhraseOptions,
): Word[] {
  const { determiner, referent } = phrase;
  const entry = turkish.nouns[phrase.noun];
  const owned = determiner.kind === "possessive" || determiner.kind === "genitive";
  const owner =
    determiner.kind === "possessive"
      ? turkishCell(determiner.owner)
      : determiner.kind === "genitive"
        ? ownerOf(determiner.owner)
        : options.possessor;
  const plural = isWrittenPlural(phrase);
  const form = inflectNoun(entry, { plural, case: grammaticalCase, ...(owner ? { possessor: owner } : {}) });
  const ownToken = owned ? [determiner.token] : [];
  const features: Features = {
    ...caseFeature(grammaticalCase),
    Number: plural ? "Plur" : "Sing",
    ...ownerFeatures(owner),
  };
  const parts = form.split(" ");
  const lemmas = citation(entry).split(" ");
  const head = parts.map((part, index) =>
    word(
      part,
      "NOUN",
      [phrase.token, ...(index === parts.length - 1 ? ownToken : [])],
      phrase.noun,
      index === parts.length - 1 ? features : {},
      lemmas[index] ?? part,
    ),
  );
  const adjectives = phrase.adjectives.flatMap((mark) => adjectiveWords(mark, phrase.noun, owner ?? "3sg"));
  const before = determinerWords(phrase, options);
  const isIndefinite = determiner.kind === "indefinite" && !referent.plural && !options.bare;
  const article = isIndefinite
    ? [word("bir", "DET", [determiner.token], "INDF", { Definite: "Ind", PronType: "Art" })]
    : [];
  return [...before, ...adjectives, ...article, ...head];
}

function ownerOf(owner: NounPhrase): TurkishCell {
  return owner.referent.plural && owner.kind === "pronoun" ? "3pl" : "3sg";
}

/** After a numeral or "birçok" the noun is singular; and what is not told apart has no number: "elma topladı". */
function isWrittenPlural(phrase: NounPhrase): boolean {
  if (!phrase.referent.plural) return false;
  if (phrase.kind !== "noun") return true;
  const { determiner } = phrase;
  if (determiner.kind === "quantity") return determiner.id === "all" || determiner.id === "some";
  return !(determiner.kind === "indefinite" && phrase.adjectives.length === 0);
}

function determinerWords(phrase: Extract<NounPhrase, { kind: "noun" }>, options: PhraseOptions): Word[] {
  const { determiner } = phrase;
  switch (determiner.kind) {
    case "genitive":
      return turkishPhrase(determiner.owner, "gen");
    case "quantity": {
      const lemma = turkish.quantifiers[determiner.id];
      const numeral = determiner.id !== "many" && determiner.id !== "all" && determiner.id !== "some";
      return [word(lemma, numeral ? "NUM" : "DET", [determiner.token], determiner.id)];
    }
    case "possessive": {
      // The suffix tells the owner; a third person who is not the subject is said as well.
      const { owner, reflexive } = determiner;
      if (options.ownerUnsaid || reflexive || owner.person < 3) return [];
      const cell = turkishCell(owner);
      return [
        word(
          turkishPronoun(cell, "gen"),
          "PRON",
          [determiner.token],
          `${tagOf(owner)}.POSS`,
          { ...caseFeature("gen"), Person: "3", Number: owner.plural ? "Plur" : "Sing" },
          turkishPronoun(cell, "nom"),
        ),
      ];
    }
    case "definite":
    case "indefinite":
    case "none":
      return [];
  }
}

const favouriteOf: Readonly<Record<TurkishCell, string>> = {
  "1sg": "sevdiğim",
  "2sg": "sevdiğin",
  "3sg": "sevdiği",
  "1pl": "sevdiğimiz",
  "2pl": "sevdiğiniz",
  "3pl": "sevdikleri",
};

/** The adjective's word for this noun: an old man is "yaşlı", an old house "eski". */
function adjectiveLemma(entry: TurkishAdjective, noun: NounId | undefined): string {
  const special = entry.of?.find(({ nouns }) =>
    noun === undefined ? false : nouns === "animate" ? isAnimate(noun) : nouns.includes(noun),
  );
  return special?.lemma ?? entry.lemma;
}

export function adjectiveWords(mark: Mark<AdjectiveId>, noun: NounId | undefined, owner: TurkishCell): Word[] {
  const lemma = adjectiveLemma(turkish.adjectives[mark.id], noun);
  const parts = mark.id === "favourite" ? ["en", favouriteOf[owner]] : lemma.split(" ");
  return parts.map((part) => word(part, part === "en" ? "ADV" : "ADJ", [mark.token], mark.id));
}

/** Whether an object is in the accusative: what is known, and whatever has a name. */
export function isDefinite(phrase: NounPhrase): boolean {
  if (phrase.kind !== "noun") return true;
  const { determiner } = phrase;
  return (
    determiner.kind === "definite" ||
    determiner.kind === "possessive" ||
    determiner.kind === "genitive" ||
    (determiner.kind === "quantity" && determiner.id === "all")
  );
}

const relationalNouns = {
  on: "üst",
  under: "alt",
  behind: "arka",
  "in-front-of": "ön",
  "next-to": "yan",
  around: "etraf",
} as const;

/** A circumstance; `onto` is the bare dative with verbs of climbing and sitting down. */
export function circumstanceWords(
  circumstance: Circumstance,
  verb: string,
  options: Pick<PhraseOptions, "ownerUnsaid"> & { readonly asGoal?: boolean } = {},
): Word[] {
  if (circumstance.kind === "adverb") return fixed(turkish.adverbs[circumstance.id], circumstance, "ADV");
  const { phrase, relation, role, token } = circumstance;
  const isGoal = role === "goal" || options.asGoal === true;
  const said = (grammaticalCase: TurkishCase, more: PhraseOptions = {}) =>
    turkishPhrase(phrase, grammaticalCase, { ownerUnsaid: options.ownerUnsaid === true, ...more });
  const inCase = (grammaticalCase: TurkishCase) => withTokens(said(grammaticalCase), [token]);
  // Of a pronoun the suffix is enough: "yanıma".
  const relational = (stem: string, grammaticalCase: TurkishCase) => {
    const cell = phrase.kind === "pronoun" ? turkishCell(phrase.referent) : "3sg";
    const dropped = phrase.kind === "pronoun" && phrase.referent.person < 3;
    return [
      ...(dropped ? [] : said("gen")),
      word(
        relationalNoun(stem, cell, grammaticalCase),
        "ADP",
        dropped ? [token, phrase.token] : [token],
        relation.toUpperCase(),
        { ...caseFeature(grammaticalCase), ...ownerFeatures(cell) },
        stem,
      ),
    ];
  };
  const postposition = (form: string, grammaticalCase: TurkishCase) => [
    ...said(phrase.kind === "pronoun" ? "gen" : grammaticalCase),
    word(form, "ADP", [token], relation.toUpperCase()),
  ];
  const noun = phrase.kind === "noun" ? phrase.noun : undefined;
  switch (relation) {
    case "at": {
      const at = noun ? turkish.nouns[noun].at : undefined;
      if (phrase.referent.human || at) return relational(at ?? "yan", isGoal ? "dat" : "loc");
      return inCase(isGoal ? "dat" : "loc");
    }
    case "in":
      return inCase(isGoal ? "dat" : "loc");
    case "to":
    case "into":
      return inCase("dat");
    case "from":
    case "out-of":
      return inCase("abl");
    case "onto":
      return verb === "put" ? relational("üst", "dat") : inCase("dat");
    case "through":
      if (noun !== "street") return relational("iç", "abl");
      return phrase.kind === "noun" && phrase.determiner.kind === "quantity"
        ? inCase("loc")
        : postposition("boyunca", "nom");
    case "over":
      return relational("üzer", "abl");
    case "with":
      return inCase("ins");
    case "with-tool":
    case "by-vehicle": {
      const bare = phrase.kind === "noun" && phrase.adjectives.length === 0;
      return withTokens(said("ins", { bare }), [token]);
    }
    case "for":
      return postposition("için", "nom");
    case "about":
      return postposition("hakkında", "nom");
    case "without":
      return [...said("nom"), word("olmadan", "ADP", [token], "WITHOUT")];
    case "like":
      return postposition("gibi", "nom");
    case "on":
    case "under":
    case "behind":
    case "in-front-of":
    case "next-to":
    case "around":
      return relational(relationalNouns[relation], isGoal ? "dat" : "loc");
  }
}
