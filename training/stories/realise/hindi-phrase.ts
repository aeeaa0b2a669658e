import { type HindiAdjective, type HindiGender, type HindiNoun, hindi } from "../lexicon/hindi";
import { type NounId, nounClassOf } from "../lexicon/nouns";
import type { AdjectiveId } from "../lexicon/words";
import type { Circumstance, Mark, NounPhrase, Referent, Token } from "../plan";
import type { Sex } from "../script";
import { fixed, word } from "./build";
import {
  type Agreement,
  agree,
  type HindiCase,
  neutral,
  nounForms,
  pronoun,
  type PronounForm,
  third,
} from "./hindi-morphology";
import type { Features, Word } from "./word";

/** The noun, for women the feminine one. */
export function hindiNoun(id: NounId, sex: Sex | undefined): HindiNoun {
  const noun = hindi.nouns[id];
  return sex === "female" && noun.female ? noun.female : noun;
}

export function genderOf(referent: Referent): HindiGender {
  const { named, human, sex, noun } = referent;
  if ((named || human) && sex) return sex === "female" ? "f" : "m";
  return hindiNoun(noun, sex).gender;
}

/** Parents, aunts and uncles are spoken of in the plural. */
function isHonoured(referent: Referent): boolean {
  return referent.person === 3 && !referent.named && hindi.nouns[referent.noun].honorific === true;
}

/** Grammatical agreement: polite and familiar "you" are plural, and so are those who are honoured. */
export function agreementOf(referent: Referent): Agreement {
  const plural = referent.plural || referent.person === 2 || isHonoured(referent);
  return {
    gender: genderOf(referent),
    plural,
    person: referent.person,
    familiar: referent.person === 2 && referent.address === "familiar",
  };
}

function nominalFeatures(gender: HindiGender, plural: boolean, grammaticalCase: HindiCase): Features {
  return {
    Case: grammaticalCase === "dir" ? "Nom" : "Acc",
    Gender: gender === "m" ? "Masc" : "Fem",
    Number: plural ? "Plur" : "Sing",
  };
}

export function agreementFeatures({ gender, plural, person }: Agreement): Features {
  return { Gender: gender === "m" ? "Masc" : "Fem", Number: plural ? "Plur" : "Sing", Person: String(person) };
}

function tagOf(referent: Referent): string {
  return `${referent.person}${referent.plural ? "PL" : "SG"}`;
}

function pronounWord(referent: Referent, form: PronounForm, tokens: readonly Token[], ending = ""): Word {
  const { plural } = agreementOf(referent);
  return word(
    pronoun(referent, plural, form) + ending,
    "PRON",
    tokens,
    tagOf(referent),
    {
      Case: { dir: "Nom", ne: "Erg", ko: "Dat", ka: "Gen", obl: "Acc" }[form],
      Person: String(referent.person),
      Number: plural ? "Plur" : "Sing",
      ...(referent.person === 2 ? { Polite: referent.address === "polite" ? "Form" : "Infm" } : {}),
    },
    pronoun(referent, plural, "dir"),
  );
}

/** An owner as a word that agrees with what is owned: merā, uskī, apne. */
export function possessiveWord(
  referent: Referent,
  reflexive: boolean,
  gender: HindiGender,
  plural: boolean,
  grammaticalCase: HindiCase,
  tokens: readonly Token[],
): Word {
  const lemma = reflexive ? "अपना" : pronoun(referent, agreementOf(referent).plural, "ka");
  return word(
    agree(lemma, gender, plural, grammaticalCase),
    reflexive ? "DET" : "PRON",
    tokens,
    reflexive ? "REFL.POSS" : `${tagOf(referent)}.POSS`,
    { Poss: "Yes", ...nominalFeatures(gender, plural, grammaticalCase) },
    lemma,
  );
}

/** The adjective for this noun: people grow tall in one word, and trees in another. */
function adjectiveFor(id: AdjectiveId, referent: Referent | undefined, attributive: boolean): string {
  const entry: HindiAdjective = hindi.adjectives[id];
  if (attributive && entry.attributive) return entry.attributive;
  if (referent?.human && entry.human) return entry.human;
  return (referent?.animate && entry.animate) || entry.lemma;
}

/** All words of an adjective; those in -ā agree. Before a noun with its case, as a predicate without. */
export function adjectiveWords(
  { id, token }: Mark<AdjectiveId>,
  referent: Referent | undefined,
  { gender, plural }: Pick<Agreement, "gender" | "plural">,
  grammaticalCase?: HindiCase,
): Word[] {
  const { unmarked } = hindi.adjectives[id];
  return adjectiveFor(id, referent, grammaticalCase !== undefined)
    .split(" ")
    .map((part) =>
      word(
        unmarked ? part : agree(part, gender, plural, grammaticalCase),
        part === "का" ? "ADP" : part === "लकड़ी" ? "NOUN" : "ADJ",
        [token],
        id,
        part.endsWith("ा") || part.endsWith("आ") ? nominalFeatures(gender, plural, grammaticalCase ?? "dir") : {},
        part,
      ),
    );
}

/** A noun phrase in the direct case, or in the oblique before a postposition. `negation` makes "a" into "any". */
export function hindiPhrase(phrase: NounPhrase, grammaticalCase: HindiCase, negated = false): Word[] {
  switch (phrase.kind) {
    case "pronoun":
      return [pronounWord(phrase.referent, grammaticalCase, [phrase.token])];
    case "name":
      return [
        word(hindi.names[phrase.name], "PROPN", [phrase.token], "NAME", {
          ...nominalFeatures(genderOf(phrase.referent), false, grammaticalCase),
        }),
      ];
    case "both": {
      const [first, second] = membersInOrder(phrase);
      return [
        ...hindiPhrase(first, grammaticalCase),
        word("और", "CCONJ", [phrase.token], "and"),
        ...hindiPhrase(second, grammaticalCase),
      ];
    }
    case "noun":
      return nounWords(phrase, grammaticalCase, negated);
  }
}

/** "I" comes first: maiṁ aur merī bahan. */
function membersInOrder(phrase: Extract<NounPhrase, { kind: "both" }>): readonly [NounPhrase, NounPhrase] {
  const [first, second] = phrase.members;
  return second.referent.person < first.referent.person ? [second, first] : [first, second];
}

function nounWords(
  phrase: Extract<NounPhrase, { kind: "noun" }>,
  grammaticalCase: HindiCase,
  negated: boolean,
): Word[] {
  const { referent, determiner } = phrase;
  const noun = hindiNoun(phrase.noun, referent.human ? referent.sex : undefined);
  const { gender } = noun;
  const honoured = isHonoured(referent);
  const plural = referent.plural || honoured;
  const features = nominalFeatures(gender, plural, grammaticalCase);
  const before: readonly Word[] = (() => {
    switch (determiner.kind) {
      case "none":
      case "definite":
        return [];
      case "indefinite":
        if (referent.plural) return [];
        return negated
          ? [word("कोई", "DET", [determiner.token], "INDF", features)]
          : [word("एक", "NUM", [determiner.token], "INDF", features)];
      case "possessive":
        return [
          possessiveWord(determiner.owner, determiner.reflexive, gender, plural, grammaticalCase, [determiner.token]),
        ];
      case "genitive":
        return ownerWords(determiner.owner, gender, plural, grammaticalCase, [determiner.token]);
      case "quantity": {
        const isNumber = !["many", "all", "some"].includes(determiner.id);
        return [
          word(hindi.quantifiers[determiner.id], isNumber ? "NUM" : "DET", [determiner.token], determiner.id, {
            ...nominalFeatures(gender, true, grammaticalCase),
          }),
        ];
      }
    }
  })();
  const lemmas = noun.lemma.split(" ");
  return [
    ...before,
    ...phrase.adjectives.flatMap((mark) => adjectiveWords(mark, referent, { gender, plural }, grammaticalCase)),
    ...nounForms(noun, referent.plural, grammaticalCase).map((part, index) =>
      word(part, lemmas[index] === "का" ? "ADP" : "NOUN", [phrase.token], phrase.noun, features, lemmas[index]),
    ),
  ];
}

/** "Anna's", "the dog's", "of both": an owner before what is owned, kā agreeing with it. */
export function ownerWords(
  owner: NounPhrase,
  gender: HindiGender,
  plural: boolean,
  grammaticalCase: HindiCase,
  tokens: readonly Token[],
): Word[] {
  if (owner.kind === "pronoun")
    return [
      possessiveWord(owner.referent, false, gender, plural, grammaticalCase, [...new Set([owner.token, ...tokens])]),
    ];
  if (owner.kind === "both" && owner.members.some(({ kind }) => kind === "pronoun")) {
    const [first, second] = membersInOrder(owner);
    return [
      ...ownerWords(first, gender, plural, grammaticalCase, tokens),
      word("और", "CCONJ", [owner.token], "and"),
      ...ownerWords(second, gender, plural, grammaticalCase, tokens),
    ];
  }
  return [
    ...hindiPhrase(owner, "obl"),
    word(
      agree("का", gender, plural, grammaticalCase),
      "ADP",
      tokens,
      "GEN",
      { Case: "Gen", ...nominalFeatures(gender, plural, grammaticalCase) },
      "का",
    ),
  ];
}

/**
 * A noun phrase with a postposition: "से", "ने", or one with a noun, "के पास", "की तरह", before which a pronoun is a
 * possessive. `tokens` are the relation's.
 */
export function marked(
  phrase: NounPhrase,
  postposition: string,
  tokens: readonly Token[] = [],
  concept = postposition === "ने" ? "ERG" : "DAT",
): Word[] {
  const [first = "", ...rest] = postposition.split(" ");
  const tail = rest.map((form) => word(form, "ADP", tokens, concept));
  if (phrase.kind === "both" && phrase.members.some(({ kind }) => kind === "pronoun")) {
    const [one, other] = membersInOrder(phrase);
    return [
      ...marked(one, first, tokens, concept),
      word("और", "CCONJ", [phrase.token], "and"),
      ...marked(other, first, tokens, concept),
      ...tail,
    ];
  }
  if (phrase.kind === "pronoun") {
    const { referent, token } = phrase;
    const all = [...new Set([token, ...tokens])];
    if (first === "के" || first === "की")
      return [
        ...(first === "के"
          ? [possessiveWord(referent, false, "m", false, "obl", all)]
          : [possessiveWord(referent, false, "f", false, "obl", all)]),
        ...tail,
      ];
    if (first === "ने") return [pronounWord(referent, "ne", all)];
    if (first === "को") return [pronounWord(referent, "ko", all)];
    if (first === "से" || first === "में") return [pronounWord(referent, "obl", all, first), ...tail];
    return [pronounWord(referent, "obl", [token]), word(first, "ADP", tokens, concept), ...tail];
  }
  return [...hindiPhrase(phrase, "obl"), word(first, "ADP", tokens, concept), ...tail];
}

const relations: Readonly<Record<string, string>> = {
  in: "में",
  on: "पर",
  under: "के नीचे",
  behind: "के पीछे",
  "in-front-of": "के सामने",
  "next-to": "के पास",
  into: "में",
  onto: "पर",
  from: "से",
  "out-of": "से",
  through: "से होकर",
  over: "के ऊपर से",
  around: "के चारों ओर",
  with: "के साथ",
  "with-tool": "से",
  "by-vehicle": "से",
  for: "के लिए",
  about: "के बारे में",
  without: "के बिना",
  like: "की तरह",
};

/** A circumstance. `goal` replaces the noun's own postposition of "where to"; `company` that of "with". */
export function circumstanceWords(
  circumstance: Circumstance,
  options: { readonly goal?: string | undefined; readonly company?: string } = {},
): Word[] {
  if (circumstance.kind === "adverb") return fixed(hindi.adverbs[circumstance.id], circumstance, "ADV");
  const { phrase, relation, token, role } = circumstance;
  const concept = relation.toUpperCase();
  if (relation === "to") {
    const postposition = options.goal ?? towards(phrase);
    // The goal of motion stands in the oblique without a postposition: skūl gaī.
    return postposition === ""
      ? withRelation(hindiPhrase(phrase, "obl"), token)
      : marked(phrase, postposition, [token], concept);
  }
  if (relation === "at") return marked(phrase, placeOf(phrase), [token], concept);
  if (relation === "with" && options.company) return marked(phrase, options.company, [token], concept);
  if ((relation === "in" || relation === "into") && phrase.kind === "noun" && phrase.noun === "tree")
    return marked(phrase, "पर", [token], concept);
  if (relation === "over" && phrase.kind === "noun" && phrase.noun === "bridge")
    return marked(phrase, "से होकर", [token], concept);
  const isTool = relation === "with-tool" || relation === "by-vehicle";
  return marked(isTool ? bare(phrase) : phrase, relations[relation]!, [token], role === "company" ? "WITH" : concept);
}

/** A tool has no "a": jhāṛū se. */
function bare(phrase: NounPhrase): NounPhrase {
  return phrase.kind === "noun" && phrase.adjectives.length === 0 && phrase.determiner.kind === "indefinite"
    ? { ...phrase, determiner: { kind: "none" } }
    : phrase;
}

function withRelation(words: readonly Word[], token: Token): Word[] {
  return words.map((part, index) => (index === words.length - 1 ? { ...part, tokens: [...part.tokens, token] } : part));
}

function placeOf(phrase: NounPhrase): string {
  if (phrase.kind !== "noun" || phrase.referent.animate) return "के पास";
  return hindi.nouns[phrase.noun].at ?? "में";
}

function towards(phrase: NounPhrase): string {
  if (phrase.kind !== "noun" || phrase.referent.animate) return "के पास";
  const noun = hindi.nouns[phrase.noun];
  if (noun.to !== undefined) return noun.to;
  if (nounClassOf(phrase.noun) !== "place") return "के पास";
  return phrase.determiner.kind === "indefinite" || phrase.adjectives.length > 0 ? (noun.at ?? "में") : "";
}

/** The agreement of a phrase as an object or subject in the direct case. */
export function phraseAgreement(phrase: NounPhrase | undefined): Agreement {
  if (!phrase) return neutral;
  const { gender, plural } = agreementOf(phrase.referent);
  return third(gender, plural);
}
