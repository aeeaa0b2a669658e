import { type GermanAdjective, type GermanCase, type GermanNoun, type GermanVerb, german } from "../lexicon/german";
import { massNouns, type NounId } from "../lexicon/nouns";
import { names, petNames } from "../lexicon/words";
import {
  type AdjectiveContext,
  type GermanCell,
  type GermanColumn,
  contractions,
  declineAdjective,
  declineNoun,
  definiteArticle,
  einWord,
  imperativeForm,
  presentForm,
  preteriteForm,
} from "../realise/german-morphology";
import type { Features } from "../realise/word";
import type { Reading } from "./checker";
import { companionOf, fixedReadings, functionWords, personCells } from "./readings";

const cases = ["nom", "acc", "dat", "gen"] as const;
const columns = ["m", "f", "n", "pl"] as const;
const caseNames = { nom: "Nom", acc: "Acc", dat: "Dat", gen: "Gen" } as const;
const genderNames = { m: "Masc", f: "Fem", n: "Neut" } as const;

function agreement(column: GermanColumn, grammaticalCase: GermanCase): Features {
  const Case = caseNames[grammaticalCase];
  return column === "pl" ? { Case, Number: "Plur" } : { Case, Gender: genderNames[column], Number: "Sing" };
}

const cells = cases.flatMap((grammaticalCase) => columns.map((column) => [column, grammaticalCase] as const));

function nounReadings(concept: string, noun: GermanNoun): Reading[] {
  const isMass = massNouns.has(concept as NounId);
  const isPluralOnly = noun.singular === noun.plural && concept === "people";
  return cases.flatMap((grammaticalCase) =>
    [noun.gender, "pl" as const]
      .filter((column) => (column === "pl" ? !isMass : !isPluralOnly))
      .map((column) => ({
        form: declineNoun(noun, column, grammaticalCase),
        lemma: noun.singular,
        upos: "NOUN" as const,
        concept,
        features: agreement(column, grammaticalCase),
      })),
  );
}

const nouns = Object.entries(german.nouns).flatMap(([concept, noun]) => [
  ...nounReadings(concept, noun),
  ...(noun.female ? nounReadings(concept, noun.female) : []),
]);

function adjectiveReadings(concept: string, adjective: GermanAdjective): Reading[] {
  const reading = (form: string, features: Features): Reading => ({
    form,
    lemma: adjective.lemma,
    upos: "ADJ",
    concept,
    features,
  });
  if (adjective.stem === undefined) return [reading(adjective.lemma, {})];
  const contexts: readonly AdjectiveContext[] = ["definite", "mixed", "strong"];
  return [
    reading(adjective.lemma, { Degree: "Pos" }),
    ...contexts.flatMap((context) =>
      cells.map(([column, grammaticalCase]) =>
        reading(declineAdjective(adjective, context, column, grammaticalCase), {
          Declension: context,
          ...agreement(column, grammaticalCase),
        }),
      ),
    ),
  ];
}

const cellNames: readonly GermanCell[] = ["1sg", "2sg", "3sg", "1pl", "2pl", "3pl"];
const directions = ["weg", "hinaus", "zurück", "hinauf", "hinunter"];
const moving = new Set(["go", "come", "run", "walk", "swim", "fly", "climb", "jump", "fall", "travel"]);

function verbReadings(concept: string, verb: GermanVerb): Reading[] {
  const lemma = (verb.prefix ?? "") + verb.infinitive;
  const reading = (form: string, features: Features): Reading => ({
    form,
    lemma,
    upos: auxiliaries.has(concept) ? "AUX" : "VERB",
    concept,
    features: verb.prefix ? { ...features, Prefix: verb.prefix } : features,
    ...companionOf(verb.reflexive ? "sich" : verb.complement),
  });
  const finite = personCells.flatMap((person, index) => [
    reading(presentForm(verb, cellNames[index]!), { VerbForm: "Fin", Tense: "Pres", ...person }),
    reading(preteriteForm(verb, cellNames[index]!), { VerbForm: "Fin", Tense: "Past", ...person }),
  ]);
  const prefixes = verb.prefix ? [verb.prefix] : moving.has(concept) ? ["", ...directions] : [""];
  return [
    ...finite,
    reading(imperativeForm(verb, "familiar", false), { VerbForm: "Fin", Mood: "Imp", Person: "2", Number: "Sing" }),
    // At the end of a subordinate clause the prefix is one word with its verb.
    ...prefixes.flatMap((prefix) =>
      [
        ...(prefix
          ? finite.map((form) => ({ ...form, form: prefix + form.form, features: { ...form.features, Joined: "Yes" } }))
          : []),
        reading(prefix + verb.infinitive, { VerbForm: "Inf" }),
        ...(prefix ? [reading(`${prefix}zu${verb.infinitive}`, { VerbForm: "Inf", Joined: "zu" })] : []),
        reading((verb.prefix ? "" : prefix) + verb.participle, { VerbForm: "Part" }),
      ].map((form) => (prefix && !verb.prefix ? { ...form, features: { ...form.features, Direction: prefix } } : form)),
    ),
  ];
}

const auxiliaries = new Set(["be", "can", "must", "may", "want"]);

/** Articles and possessives; `Declension` is that of the adjective behind. */
function declined(
  concept: string,
  lemma: string,
  form: (column: GermanColumn, one: GermanCase) => string,
  context: AdjectiveContext,
): Reading[] {
  return cells
    .filter(([column]) => lemma !== "ein" || column !== "pl")
    .map(([column, one]) => ({
      form: form(column, one),
      lemma,
      upos: "DET",
      concept,
      features: { Declension: context, ...agreement(column, one) },
    }));
}

const strongEndings = (stem: string) => (column: GermanColumn, one: GermanCase) => {
  const article = definiteArticle(column, one);
  const ending = { der: "er", die: "e", das: "es", den: "en", dem: "em", des: "es" }[article]!;
  return stem + ending;
};

const determiners: Reading[] = [
  ...declined("DEF", "der", definiteArticle, "definite"),
  ...["dies", "jed", "welch"].flatMap((stem) => declined("GRAM", `${stem}er`, strongEndings(stem), "definite")),
  ...["ein", "kein", "mein", "dein", "sein", "ihr", "Ihr", "unser", "euer"].flatMap((stem) =>
    declined(
      stem === "ein" ? "INDF" : stem === "kein" ? "NEG" : "POSS",
      stem,
      (column, one) => einWord(stem, column, one),
      "mixed",
    ),
  ),
  ...Object.entries(german.quantifiers).flatMap(([concept, lemma]): Reading[] => {
    const inflected = concept === "many" || concept === "all" || concept === "some";
    return cases.map((one) => ({
      form: inflected ? lemma + { nom: "e", acc: "e", dat: "en", gen: "er" }[one] : lemma,
      lemma,
      upos: inflected ? "DET" : "NUM",
      concept,
      features: { Declension: concept === "all" ? "definite" : "strong", ...agreement("pl", one) },
    }));
  }),
];

const pronounTable = [
  ["1", "Sing", "ich mich mir"],
  ["2", "Sing", "du dich dir"],
  ["3", "Sing", "er ihn ihm"],
  ["3", "Sing", "sie sie ihr"],
  ["3", "Sing", "es es ihm"],
  ["1", "Plur", "wir uns uns"],
  ["2", "Plur", "ihr euch euch"],
  ["3", "Plur", "sie sie ihnen"],
  ["3", "Plur", "Sie Sie Ihnen"],
] as const;

const pronouns = pronounTable.flatMap(([Person, Number, row]) =>
  row.split(" ").map(
    (form, index, [lemma]): Reading => ({
      form,
      lemma: lemma!,
      upos: "PRON",
      concept: `${lemma === "Sie" ? "2" : Person}${Number === "Sing" || lemma === "Sie" ? "SG" : "PL"}`,
      features: { Case: ["Nom", "Acc", "Dat"][index]!, Person, Number },
    }),
  ),
);

/** The cases that prepositions govern. */
const governed: Readonly<Record<string, readonly GermanCase[]>> = {
  in: ["dat", "acc"],
  an: ["dat", "acc"],
  auf: ["dat", "acc"],
  unter: ["dat", "acc"],
  hinter: ["dat", "acc"],
  vor: ["dat", "acc"],
  neben: ["dat", "acc"],
  über: ["dat", "acc"],
  zwischen: ["dat", "acc"],
  durch: ["acc"],
  um: ["acc"],
  für: ["acc"],
  ohne: ["acc"],
  gegen: ["acc"],
  mit: ["dat"],
  von: ["dat"],
  aus: ["dat"],
  zu: ["dat"],
  bei: ["dat"],
  nach: ["dat"],
  seit: ["dat"],
  wie: ["nom", "acc", "dat"],
};

const prepositions: Reading[] = [
  ...Object.entries(governed).flatMap(([form, wanted]) =>
    wanted.map(
      (one): Reading => ({ form, lemma: form, upos: "ADP", concept: "GRAM", features: { Case: caseNames[one] } }),
    ),
  ),
  ...Object.entries(contractions).flatMap(([both, form]) => {
    const [lemma = "", article] = both.split(" ");
    return cells
      .filter(
        ([column, one]) =>
          definiteArticle(column, one) === article && column !== "pl" && governed[lemma]!.includes(one),
      )
      .map(
        ([column, one]): Reading => ({
          form,
          lemma,
          upos: "ADP",
          concept: "GRAM",
          features: { Declension: "definite", ...agreement(column, one) },
        }),
      );
  }),
];

const werden = Object.entries({ werden: "wurde", haben: "hatte", sein: "war" }).flatMap(([infinitive, past]) =>
  personCells.flatMap((person, index): Reading[] =>
    (["Pres", "Past"] as const).map((Tense) => ({
      form:
        Tense === "Pres" ? presentForm({ infinitive }, cellNames[index]!) : preteriteForm({ past }, cellNames[index]!),
      lemma: infinitive,
      upos: "AUX",
      concept: "GRAM",
      features: { VerbForm: "Fin", Tense, ...person },
    })),
  ),
);

export const readings: readonly Reading[] = [
  ...nouns,
  ...Object.entries(german.verbs).flatMap(([concept, verb]) => verbReadings(concept, verb)),
  ...werden,
  ...Object.entries(german.adjectives).flatMap(([concept, adjective]) => adjectiveReadings(concept, adjective)),
  ...fixedReadings(german),
  ...determiners,
  ...pronouns,
  ...functionWords("PRON", "sich", { Reflex: "Yes" }),
  ...prepositions,
  ...functionWords("PART", "nicht zu"),
  ...functionWords("PART", "an auf ein zu weg zurück kaputt weh aus hinaus hinauf hinunter", { Prefix: "Yes" }),
  ...functionWords("SCONJ", "als wenn weil dass ob bevor nachdem während obwohl damit"),
  ...functionWords("CCONJ", "oder sondern denn"),
  ...cases.map(
    (one): Reading => ({
      form: "Angst",
      lemma: "Angst",
      upos: "NOUN",
      concept: "fear",
      features: agreement("f", one),
    }),
  ),
  ...Object.keys({ ...names, ...petNames }).flatMap((id) => {
    const lemma = german.names[id as keyof typeof german.names];
    return cases.map(
      (one): Reading => ({
        form: one === "gen" ? (/[sxzß]$/.test(lemma) ? `${lemma}’` : `${lemma}s`) : lemma,
        lemma,
        upos: "PROPN",
        concept: "NAME",
        features: { Case: caseNames[one], Number: "Sing" },
      }),
    );
  }),
];
