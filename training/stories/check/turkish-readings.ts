import { fixedWords } from "../lexicon/fixed";
import { type TurkishNoun, type TurkishVerb, turkish } from "../lexicon/turkish";
import { conjugate, converb, copula, imperative, infinitive, participleStem } from "../realise/turkish-conjugation";
import {
  type TurkishCell,
  attach,
  citation,
  inflectName,
  inflectNoun,
  relationalNoun,
  turkishPronoun,
} from "../realise/turkish-morphology";
import type { Features } from "../realise/word";
import type { Reading } from "./checker";
import { companionOf, fixedReadings, functionWords, personCells } from "./readings";

const cases = ["nom", "acc", "gen", "dat", "loc", "abl", "ins"] as const;
const cells: readonly TurkishCell[] = ["1sg", "2sg", "3sg", "1pl", "2pl", "3pl"];
const named = (one: string) => one.charAt(0).toUpperCase() + one.slice(1);
const person = (cell: TurkishCell) => personCells[cells.indexOf(cell)]!;
const owner = (cell: TurkishCell): Features => ({
  "Person[psor]": cell[0]!,
  "Number[psor]": cell.endsWith("pl") ? "Plur" : "Sing",
});

/** A predicate without a verb: "kızdı", "parktaydım". */
function copulas(reading: Reading): Reading[] {
  const stem = reading.upos === "ADV" ? reading.form : { form: reading.form };
  return cells.flatMap((cell) =>
    [true, false]
      .map((past) => ({ form: copula(stem, past, cell).form, Tense: past ? "Past" : "Pres" }))
      .filter(({ form }) => form !== reading.form)
      .map(({ form, Tense }) => ({ ...reading, form, features: { VerbForm: "Fin", Tense, ...person(cell) } })),
  );
}

function nounReadings(concept: string, noun: TurkishNoun): Reading[] {
  const lemma = citation(noun);
  const owned = [undefined, ...cells].flatMap((possessor) =>
    [false, true].flatMap((plural) =>
      cases.map(
        (one): Reading => ({
          form: inflectNoun(noun, { plural, case: one, ...(possessor ? { possessor } : {}) }),
          lemma,
          upos: "NOUN",
          concept,
          features: { Case: named(one), Number: plural ? "Plur" : "Sing", ...(possessor ? owner(possessor) : {}) },
        }),
      ),
    ),
  );
  const predicates = owned.filter(
    ({ features }) => features["Number"] === "Sing" && !features["Person[psor]"] && /Nom|Loc/.test(features["Case"]!),
  );
  return [...owned, ...predicates.flatMap(copulas)];
}

const tenses = ["past", "present", "imperfect", "future", "pluperfect", "aorist", "necessity"] as const;
const tenseNames = {
  past: "Past",
  present: "Pres",
  imperfect: "Past",
  future: "Fut",
  pluperfect: "Pqp",
  aorist: "Pres",
  necessity: "Pres",
} as const;

function verbReadings(concept: string, verb: TurkishVerb): Reading[] {
  const lemma = infinitive(verb);
  const companion = companionOf(verb.complement);
  const reading = (form: string, features: Features): Reading => {
    return { form, lemma, upos: "VERB", concept, features, ...companion };
  };
  const stems = [{}, { negative: true }, { able: true }, { able: true, negative: true }];
  return stems.flatMap((stem) => [
    ...tenses.flatMap((tense) =>
      cells.map((cell) =>
        reading(conjugate(verb, tense, cell, stem).form, {
          VerbForm: "Fin",
          Tense: tenseNames[tense],
          Mood: tense === "necessity" ? "Nec" : "Ind",
          ...person(cell),
        }),
      ),
    ),
    reading(infinitive(verb, "mEk", stem), { VerbForm: "Vnoun", Case: "Nom" }),
    reading(infinitive(verb, "mEyE", stem), { VerbForm: "Vnoun", Case: "Dat" }),
    reading(converb(verb, "(y)Ip", stem), { VerbForm: "Conv" }),
    reading(converb(verb, "(y)IncE", stem), { VerbForm: "Conv" }),
    ...(["2sg", "2pl"] as const)
      .filter(() => !stem.able)
      .map((cell) =>
        reading(imperative(verb, cell, stem.negative === true), { VerbForm: "Fin", Mood: "Imp", ...person(cell) }),
      ),
    ...(stem.able ? [] : [false, true]).flatMap((future) =>
      cells.flatMap((possessor) =>
        (["nom", "acc", "dat", "loc"] as const).map((one) =>
          reading(inflectNoun(participleStem(verb, future, stem), { possessor, case: one }), {
            VerbForm: "Part",
            Case: named(one),
            ...owner(possessor),
          }),
        ),
      ),
    ),
  ]);
}

/** Every verb of the dictionary by concept, with what is said in its place. */
export const verbEntries: readonly (readonly [concept: string, verb: TurkishVerb])[] = [
  ...Object.entries(turkish.verbs)
    .filter(([concept]) => !["can", "may", "need"].includes(concept))
    .flatMap(([concept, verb]) => [
      [concept, verb] as const,
      ...(verb.instead ?? []).map((one) => [concept, one.verb] as const),
    ]),
  ...Object.entries(turkish.adjectives).flatMap(([concept, { verb }]) => (verb ? [[concept, verb] as const] : [])),
  ["say", { form: "de" }],
];

function adjectiveReadings(): Reading[] {
  return Object.entries(turkish.adjectives).flatMap(([concept, { lemma, of }]) =>
    [lemma, ...(of ?? []).map((one) => one.lemma)].flatMap((form) => {
      const reading: Reading = { form, lemma: form, upos: "ADJ", concept, features: {} };
      return [reading, ...copulas(reading)];
    }),
  );
}

const pronouns: Reading[] = cells.flatMap((cell) =>
  cases.map((one) => ({
    form: turkishPronoun(cell, one),
    lemma: turkishPronoun(cell, "nom"),
    upos: "PRON" as const,
    concept: cell.toUpperCase(),
    features: { Case: named(one), ...person(cell) },
  })),
);

const relational: Reading[] = ["yan", "alt", "üst", "arka", "ön", "üzer", "iç", "etraf"].flatMap((lemma) =>
  cells.flatMap((possessor) =>
    cases.map((one) => ({
      form: relationalNoun(lemma, possessor, one),
      lemma,
      upos: "ADP" as const,
      concept: "GRAM",
      features: { Case: named(one), ...owner(possessor) },
    })),
  ),
);

/** The question particle by the vowel before it. */
const particles: Reading[] = ["a", "e", "o", "ö"].flatMap((vowel) =>
  ["", "m", "sIn", "yIz", "sInIz", "yIm", "yDI", "yDIm", "yDIn", "yDIk", "yDInIz"].map((suffix) => ({
    form: attach(attach(vowel, "mI"), suffix).slice(1),
    lemma: "mi",
    upos: "AUX" as const,
    concept: "Q",
    features: { PronType: "Int" },
  })),
);

const existence: Reading[] = ["var", "yok", "değil"].flatMap((form) => {
  const reading: Reading = {
    form,
    lemma: form,
    upos: form === "değil" ? "AUX" : "VERB",
    concept: form === "değil" ? "NEG" : "exist",
    features: { VerbForm: "Fin", Tense: "Pres", ...person("3sg") },
  };
  return [reading, ...copulas({ ...reading, upos: "ADV" }).map((one) => ({ ...one, upos: reading.upos }))];
});

/** Words that belong to verbs: yardım (etmek), tadına (bakmak). */
const complements = [
  ...new Set(
    verbEntries.flatMap(([, { complement }]) =>
      complement ? fixedWords(complement, "ADV").map(({ form }) => form) : [],
    ),
  ),
];

const places = [
  "burada",
  "orada",
  "evde",
  "dışarıda",
  "içeride",
  "yukarıda",
  "uzakta",
  "nerede",
  "zorunda",
  "başıma",
  "başına",
  "başımıza",
  "başınıza",
  "başlarına",
].map((form): Reading => ({ form, lemma: form, upos: "ADV", concept: "GRAM", features: {} }));

/** More than a hundred thousand forms. */
export const turkishReadings = (): readonly Reading[] => [
  ...Object.entries(turkish.nouns).flatMap(([concept, noun]) => nounReadings(concept, noun)),
  ...nounReadings("need", { form: "ihtiyaç" }),
  ...verbEntries.flatMap(([concept, verb]) => verbReadings(concept, verb)),
  ...adjectiveReadings(),
  ...Object.values(turkish.names).flatMap((lemma) =>
    cases.map((one) => ({
      form: inflectName(lemma, one),
      lemma,
      upos: "PROPN" as const,
      concept: "NAME",
      features: { Case: named(one), Number: "Sing" },
    })),
  ),
  ...pronouns,
  ...relational,
  ...particles,
  ...existence,
  ...places.flatMap((reading) => [reading, ...copulas(reading)]),
  ...functionWords("DET", "bir bu şu her bazı bütün birçok o"),
  ...Object.entries(turkish.quantifiers).map(([concept, form]) => ({
    form,
    lemma: form,
    upos: ["birçok", "bütün", "bazı"].includes(form) ? ("DET" as const) : ("NUM" as const),
    concept,
    features: {},
  })),
  ...functionWords("ADP", "için hakkında olmadan boyunca gibi kadar sonra önce ile"),
  ...functionWords("SCONJ", "diye ki çünkü"),
  ...functionWords("ADV", "çabuk şey da de daha en tek"),
  ...functionWords("NOUN", "tadına resmini", owner("3sg")),
  ...functionWords("ADV", complements.filter((form) => form !== "tadına" && form !== "resmini").join(" ")),
  ...functionWords("ADV", "sevdiğim sevdiğin sevdiğiniz sevdiği"),
  ...["what", "who"].flatMap(() => functionWords("PRON", "neyi neye neden neyle kimi kime kimden kimin")),
  ...fixedReadings(turkish).filter(({ form }) => form !== ""),
];
