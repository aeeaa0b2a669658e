import { spanish } from "../lexicon/spanish";
import type { Circumstance, NounPhrase, Referent, Token } from "../plan";
import { fixed, word } from "./build";
import {
  type SpanishAgreement,
  definiteArticle,
  indefiniteArticle,
  possessive,
  spanishAdjectiveForm,
  spanishNoun,
  spanishNounForm,
  strongPronoun,
} from "./spanish-morphology";
import type { Features, Word } from "./word";

export function agreementFeatures({ gender, plural }: SpanishAgreement): Features {
  return { Gender: gender === "f" ? "Fem" : "Masc", Number: plural ? "Plur" : "Sing" };
}

export function tagOf(referent: Referent): string {
  return `${referent.person}${referent.plural ? "PL" : "SG"}`;
}

interface PhraseOptions {
  /** After a preposition: mí, ti. */
  readonly afterPreposition?: boolean;
  /** What is not there: ningún. */
  readonly negated?: boolean;
  /** As subject, an indefinite plural has "unos". */
  readonly subject?: boolean;
}

export function spanishPhrase(phrase: NounPhrase, options: PhraseOptions = {}): Word[] {
  switch (phrase.kind) {
    case "pronoun": {
      const { referent } = phrase;
      return [
        word(strongPronoun(referent, options.afterPreposition === true), "PRON", [phrase.token], tagOf(referent), {
          Person: String(referent.person),
          Number: referent.plural ? "Plur" : "Sing",
        }),
      ];
    }
    case "name":
      return [word(spanish.names[phrase.name], "PROPN", [phrase.token], "NAME", { Number: "Sing" })];
    case "both": {
      const [first, second] = [...phrase.members].sort(
        (one, other) => Number(one.referent.person === 1) - Number(other.referent.person === 1),
      );
      const right = spanishPhrase(second!, options);
      return [...spanishPhrase(first!, options), andWord(phrase.token, right[0]), ...right];
    }
    case "noun":
      return nounWords(phrase, options);
  }
}

/** "y", or "e" before the sound i. */
export function andWord(token: Token, next: Word | undefined): Word {
  return word(next && /^h?i(?![ae])/i.test(next.form) ? "e" : "y", "CCONJ", [token], "and", {}, "y");
}

function nounWords(phrase: Extract<NounPhrase, { kind: "noun" }>, options: PhraseOptions): Word[] {
  const { referent } = phrase;
  const noun = spanishNoun(phrase.noun, referent.human ? referent.sex : undefined);
  const agreement: SpanishAgreement = { gender: noun.gender, plural: referent.plural };
  const features = agreementFeatures(agreement);
  const head = spanishNounForm(noun, referent.plural)
    .split(" ")
    .map((form, index) =>
      word(
        form,
        index === 1 ? "ADP" : "NOUN",
        [phrase.token],
        phrase.noun,
        index === 0 ? features : {},
        noun.lemma.split(" ")[index],
      ),
    );
  const adjectives = phrase.adjectives.flatMap(({ id, token }) => adjectiveWords(id, token, agreement));
  const { before, after } = determinerWords(phrase, agreement, noun.el === true, options);
  return [...before, ...head, ...adjectives, ...after];
}

export function adjectiveWords(id: keyof typeof spanish.adjectives, token: Token, agreement: SpanishAgreement): Word[] {
  const { lemma } = spanish.adjectives[id];
  const pieces = spanishAdjectiveForm({ lemma }, agreement).split(" ");
  if (pieces.length > 1) return pieces.map((piece, index) => word(piece, index === 0 ? "ADP" : "NOUN", [token], id));
  return [word(pieces[0]!, "ADJ", [token], id, lemma === "rosa" ? {} : agreementFeatures(agreement), lemma)];
}

function determinerWords(
  phrase: Extract<NounPhrase, { kind: "noun" }>,
  agreement: SpanishAgreement,
  el: boolean,
  options: PhraseOptions,
): { before: Word[]; after: Word[] } {
  const { determiner } = phrase;
  const features = agreementFeatures(agreement);
  const only = (...before: Word[]) => ({ before, after: [] });
  switch (determiner.kind) {
    case "none":
      return only();
    case "definite":
      return only(
        word(definiteArticle(agreement, el), "DET", [determiner.token], "DEF", { Definite: "Def", ...features }, "el"),
      );
    case "indefinite": {
      if (agreement.plural)
        return options.subject
          ? only(
              word(
                indefiniteArticle(agreement),
                "DET",
                [determiner.token],
                "INDF",
                { Definite: "Ind", ...features },
                "uno",
              ),
            )
          : only();
      if (options.negated)
        return only(
          word(
            agreement.gender === "f" && !el ? "ninguna" : "ningún",
            "DET",
            [determiner.token],
            "INDF",
            { Definite: "Ind", Polarity: "Neg", ...features },
            "ninguno",
          ),
        );
      return only(
        word(
          indefiniteArticle(agreement, el),
          "DET",
          [determiner.token],
          "INDF",
          { Definite: "Ind", ...features },
          "uno",
        ),
      );
    }
    case "possessive":
      return only(
        word(
          possessive(determiner.owner, agreement),
          "DET",
          [determiner.token],
          `${tagOf(determiner.owner)}.POSS`,
          { Poss: "Yes", Number: features["Number"]! },
          possessive(determiner.owner, { gender: "m", plural: false }),
        ),
      );
    case "genitive":
      return {
        before: [word(definiteArticle(agreement, el), "DET", [], "DEF", { Definite: "Def", ...features }, "el")],
        after: prepositionWords(
          "de",
          spanishPhrase(determiner.owner, { afterPreposition: true }),
          [determiner.token],
          "GEN",
        ),
      };
    case "quantity": {
      const lemma = spanish.quantifiers[determiner.id];
      if (determiner.id === "all") {
        return only(
          word(agreement.gender === "f" ? "todas" : "todos", "DET", [determiner.token], determiner.id, features, lemma),
          word(definiteArticle(agreement), "DET", [], "DEF", { Definite: "Def", ...features }, "el"),
        );
      }
      const inflected = determiner.id === "many" || determiner.id === "some";
      const form = inflected ? lemma.slice(0, -1) + (agreement.gender === "f" ? "as" : "os") : lemma;
      return only(
        word(form, inflected ? "DET" : "NUM", [determiner.token], determiner.id, inflected ? features : {}, lemma),
      );
    }
  }
}

/** A preposition (perhaps of several words) and its object: al, del, conmigo. */
export function prepositionWords(
  preposition: string,
  object: readonly Word[],
  tokens: readonly Token[],
  concept: string,
): Word[] {
  const pieces = preposition.split(" ");
  const last = pieces.at(-1)!;
  const [first, ...rest] = object;
  const before = pieces.slice(0, -1).map((piece) => word(piece, "ADP", tokens, concept));
  if (first?.form === "el" && first.upos === "DET" && (last === "a" || last === "de")) {
    return [
      ...before,
      word(last === "a" ? "al" : "del", "ADP", [...tokens, ...first.tokens], concept, first.features, last),
      ...rest,
    ];
  }
  if (last === "con" && (first?.form === "mí" || first?.form === "ti")) {
    return [
      word(
        first.form === "mí" ? "conmigo" : "contigo",
        "PRON",
        [...tokens, ...first.tokens],
        concept,
        first.features,
        first.lemma,
      ),
      ...rest,
    ];
  }
  return [...before, word(last, "ADP", tokens, concept), ...object];
}

const prepositions: Readonly<Record<string, string>> = {
  at: "en",
  to: "a",
  in: "en",
  on: "sobre",
  under: "debajo de",
  behind: "detrás de",
  "in-front-of": "delante de",
  "next-to": "al lado de",
  into: "en",
  onto: "sobre",
  from: "de",
  "out-of": "de",
  through: "por",
  over: "por encima de",
  around: "alrededor de",
  with: "con",
  "with-tool": "con",
  "by-vehicle": "en",
  for: "para",
  about: "sobre",
  without: "sin",
  like: "como",
};
const movement = new Set([
  "go",
  "come",
  "run",
  "walk",
  "fly",
  "swim",
  "return",
  "climb",
  "jump",
  "travel",
  "carry",
  "bring",
  "take",
  "throw",
]);
const sitting = new Set(["sit", "sit-down", "lie", "stand", "play"]);

/** a mi lado, a su lado: next to somebody whom a pronoun means. */
function besideWords(phrase: Extract<NounPhrase, { kind: "pronoun" }>, token: Token): Word[] {
  const form = possessive(phrase.referent, { gender: "m", plural: false });
  return [
    word("a", "ADP", [token], "NEXT-TO"),
    word(form, "DET", [phrase.token], `${tagOf(phrase.referent)}.POSS`, { Poss: "Yes", Number: "Sing" }, form),
    word("lado", "NOUN", [token], "NEXT-TO", { Gender: "Masc", Number: "Sing" }),
  ];
}

/** A circumstance with its preposition. What moves by itself into or onto something goes "a"; `arriveAt` is that of llegar. */
export function circumstanceWords(circumstance: Circumstance, verb: string, arriveAt?: string): Word[] {
  if (circumstance.kind === "adverb") return fixed(spanish.adverbs[circumstance.id], circumstance, "ADV");
  const { phrase, relation, role, token } = circumstance;
  const moves = role === "goal" && movement.has(verb) && (relation === "into" || relation === "onto");
  if (relation === "next-to" && phrase.kind === "pronoun") return besideWords(phrase, token);
  const at = phrase.referent.human
    ? "con"
    : (arriveAt ?? (phrase.kind === "noun" ? spanish.nouns[phrase.noun].at : undefined) ?? "en");
  const on = relation === "on" || relation === "onto" ? (sitting.has(verb) ? "en" : undefined) : undefined;
  const preposition = moves ? "a" : relation === "at" ? at : (on ?? prepositions[relation]!);
  const bare =
    (relation === "by-vehicle" || relation === "like") && phrase.kind === "noun"
      ? { ...phrase, ...(relation === "by-vehicle" ? { determiner: { kind: "none" as const }, adjectives: [] } : {}) }
      : phrase;
  return prepositionWords(
    preposition,
    spanishPhrase(bare, { afterPreposition: true }),
    [token],
    relation.toUpperCase(),
  );
}
