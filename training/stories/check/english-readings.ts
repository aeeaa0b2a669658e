import { type EnglishVerb, english } from "../lexicon/english";
import { names, petNames } from "../lexicon/words";
import { type EnglishCell, englishPlural, finiteForm, ingForm } from "../realise/english-morphology";
import type { Features } from "../realise/word";
import type { Reading } from "./checker";
import { fixedReadings, functionWords, personCells } from "./readings";

const nouns: Reading[] = Object.entries(english.nouns).flatMap(([concept, noun]) => [
  { form: noun.lemma, lemma: noun.lemma, upos: "NOUN", concept, features: { Number: "Sing" } },
  { form: englishPlural(noun), lemma: noun.lemma, upos: "NOUN", concept, features: { Number: "Plur" } },
]);

function cell(features: (typeof personCells)[number]): EnglishCell {
  if (features.Number === "Plur" || features.Person === "2") return "other";
  return features.Person === "1" ? "1sg" : "3sg";
}

const bases = new Set(Object.values(english.verbs).flatMap(({ base, particle }) => (particle ? [] : [base])));

function verbReadings(concept: string, verb: EnglishVerb): Reading[] {
  // "woke" alone, where the verb is in the dictionary with its particle only.
  const tails = verb.particle ? (bases.has(verb.base) ? [verb.particle] : [verb.particle, ""]) : [""];
  const readings = (form: string, features: Features): Reading[] =>
    tails.map((tail) => ({
      form: tail ? `${form} ${tail}` : form,
      lemma: verb.particle ? `${verb.base} ${verb.particle}` : verb.base,
      upos: concept === "be" || concept === "exist" ? "AUX" : "VERB",
      concept,
      features,
    }));
  const finite = (["present", "past"] as const).flatMap((tense) =>
    personCells.flatMap((person) =>
      readings(finiteForm(verb, tense, cell(person)), {
        VerbForm: "Fin",
        Tense: tense === "past" ? "Past" : "Pres",
        ...person,
      }),
    ),
  );
  return [
    ...readings(verb.base, { VerbForm: "Inf" }),
    ...finite,
    ...readings(verb.participle, { VerbForm: "Part", Tense: "Past" }),
    ...readings(ingForm(verb.base), { VerbForm: "Part", Aspect: "Prog" }),
  ];
}

const modals = new Set(["can", "must", "may"]);
const verbs: Reading[] = Object.entries(english.verbs).flatMap(([concept, verb]) =>
  modals.has(concept) ? [] : verbReadings(concept, verb),
);

function auxiliary(form: string, lemma: string, features: Features = {}, concept = "GRAM"): Reading {
  return { form, lemma, upos: "AUX", concept, features };
}

const auxiliaries: Reading[] = [
  auxiliary("can", "can", { VerbForm: "Mod", Tense: "Pres" }, "can"),
  auxiliary("could", "can", { VerbForm: "Mod", Tense: "Past" }, "can"),
  auxiliary("must", "must", { VerbForm: "Mod", Tense: "Pres" }, "must"),
  auxiliary("may", "may", { VerbForm: "Mod", Tense: "Pres" }, "may"),
  ...["will", "would", "should", "might", "shall"].map((form) => auxiliary(form, form, { VerbForm: "Mod" })),
  ...personCells.flatMap((person) =>
    (["present", "past"] as const).map((tense) =>
      auxiliary(finiteForm({ base: "do", past: "did" }, tense, cell(person)), "do", {
        VerbForm: "Fin",
        Tense: tense === "past" ? "Past" : "Pres",
        ...person,
      }),
    ),
  ),
  auxiliary("do", "do", { VerbForm: "Inf" }),
];

function pronouns(nominative: string, accusative: string, possessive: string, features: Features): Reading[] {
  const reading = (form: string, more: Features): Reading => ({
    form,
    lemma: nominative,
    upos: "PRON",
    concept: `${features["Person"]!}${features["Number"] === "Plur" ? "PL" : "SG"}`,
    features: { ...features, ...more },
  });
  return [
    reading(nominative, { Case: "Nom" }),
    reading(accusative, { Case: "Acc" }),
    { ...reading(possessive, { Poss: "Yes" }), upos: "DET" },
  ];
}

const articles: readonly [form: string, features: Features][] = [
  ["a", { Definite: "Ind", Number: "Sing" }],
  ["an", { Definite: "Ind", Number: "Sing" }],
  ["this", { Number: "Sing" }],
  ["that", { Number: "Sing" }],
  ["every", { Number: "Sing" }],
  ["each", { Number: "Sing" }],
  ["these", { Number: "Plur" }],
  ["those", { Number: "Plur" }],
  ["the", { Definite: "Def" }],
  ["no", {}],
  ["some", {}],
  ["all", {}],
  ["any", {}],
];

const articleConcepts: Readonly<Record<string, string>> = {
  the: "DEF",
  a: "INDF",
  an: "INDF",
  some: "some",
  all: "all",
};

const determiners: Reading[] = [
  ...articles.map(
    ([form, features]): Reading => ({
      form,
      lemma: form === "an" ? "a" : form,
      upos: "DET",
      concept: articleConcepts[form] ?? "GRAM",
      features,
    }),
  ),
  ...Object.entries(english.quantifiers)
    .filter(([id]) => id !== "some" && id !== "all")
    .map(
      ([concept, form]): Reading => ({
        form,
        lemma: form,
        upos: concept === "many" ? "DET" : "NUM",
        concept,
        features: { Number: "Plur" },
      }),
    ),
  ...functionWords("NUM", "one", { Number: "Sing" }),
];

export const readings: readonly Reading[] = [
  ...nouns,
  ...verbs,
  ...auxiliaries,
  ...Object.entries(english.adjectives).map(
    ([concept, form]): Reading => ({ form, lemma: form, upos: "ADJ", concept, features: { Degree: "Pos" } }),
  ),
  ...fixedReadings(english),
  ...determiners,
  ...pronouns("I", "me", "my", { Person: "1", Number: "Sing" }),
  ...pronouns("you", "you", "your", { Person: "2", Number: "Plur" }),
  ...pronouns("he", "him", "his", { Person: "3", Number: "Sing" }),
  ...pronouns("she", "her", "her", { Person: "3", Number: "Sing" }),
  ...pronouns("it", "it", "its", { Person: "3", Number: "Sing" }),
  ...pronouns("we", "us", "our", { Person: "1", Number: "Plur" }),
  ...pronouns("they", "them", "their", { Person: "3", Number: "Plur" }),
  ...functionWords("PRON", "there", { Expl: "Yes" }),
  ...functionWords("PART", "not to ’s"),
  ...functionWords(
    "ADP",
    "in on under behind into onto from through over around with by for about without like at to of up next before after",
  ),
  ...["in front of", "next to", "out of"].flatMap((form): Reading[] => [
    { form, lemma: form, upos: "ADP", concept: "GRAM", features: {} },
  ]),
  ...functionWords("ADJ", "afraid able allowed asleep"),
  ...functionWords("ADV", "forward"),
  ...Object.keys({ ...names, ...petNames }).map(
    (id): Reading => ({
      form: english.names[id as keyof typeof english.names],
      lemma: english.names[id as keyof typeof english.names],
      upos: "PROPN",
      concept: "NAME",
      features: { Number: "Sing" },
    }),
  ),
];
