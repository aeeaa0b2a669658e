import { type HindiNoun, type HindiVerb, hindi } from "../lexicon/hindi";
import { fixedWords } from "../lexicon/fixed";
import { names, petNames } from "../lexicon/words";
import type { Referent } from "../plan";
import {
  agree,
  copula,
  future,
  type HindiCase,
  imperative,
  imperfective,
  infinitive,
  nounForms,
  perfective,
  pronoun,
  third,
} from "../realise/hindi-morphology";
import type { Features, Upos } from "../realise/word";
import type { Reading } from "./checker";
import { companionOf, fixedReadings, functionWords } from "./readings";

const genders = ["m", "f"] as const;
const cases: readonly HindiCase[] = ["dir", "obl"];
const caseNames = { dir: "Nom", obl: "Acc" } as const;
const genderNames = { m: "Masc", f: "Fem" } as const;
const numberName = (plural: boolean) => (plural ? "Plur" : "Sing");

interface Cell {
  readonly gender: "m" | "f";
  readonly plural: boolean;
  readonly grammaticalCase: HindiCase;
}

const cells: readonly Cell[] = genders.flatMap((gender) =>
  [false, true].flatMap((plural) => cases.map((grammaticalCase) => ({ gender, plural, grammaticalCase }))),
);

function nominal({ gender, plural, grammaticalCase }: Cell): Features {
  return { Case: caseNames[grammaticalCase], Gender: genderNames[gender], Number: numberName(plural) };
}

/** Who is honoured may be in the plural, with the noun as it is. */
function nounReadings(concept: string, noun: HindiNoun): Reading[] {
  const own = cells
    .filter(({ gender }) => gender === noun.gender)
    .flatMap((cell) => {
      const form = nounForms(noun, cell.plural, cell.grammaticalCase).join(" ");
      const reading: Reading = { form, lemma: noun.lemma, upos: "NOUN", concept, features: nominal(cell) };
      const honoured = { ...reading, features: nominal({ ...cell, plural: true }) };
      return noun.honorific && !cell.plural ? [reading, honoured] : [reading];
    });
  return noun.female ? [...own, ...nounReadings(concept, noun.female)] : own;
}

/** All forms of a word in -ā that agrees with a noun; other words have one form without features. */
function agreeing(lemma: string, upos: Upos, concept: string, more: Features = {}): Reading[] {
  if (agree(lemma, "f", false) === lemma) return [{ form: lemma, lemma, upos, concept, features: more }];
  return cells.map((cell) => ({
    form: agree(lemma, cell.gender, cell.plural, cell.grammaticalCase),
    lemma,
    upos,
    concept,
    features: { ...nominal(cell), ...more },
  }));
}

const adjectives: Reading[] = Object.entries(hindi.adjectives).flatMap(([concept, entry]) =>
  [entry.lemma, entry.human, entry.animate, entry.attributive]
    .flatMap((lemma) => lemma?.split(" ") ?? [])
    .filter((part) => part !== "का")
    .flatMap((part): Reading[] =>
      entry.unmarked
        ? [{ form: part, lemma: part, upos: "ADJ", concept, features: { Degree: "Pos" } }]
        : agreeing(part, "ADJ", concept, { Degree: "Pos" }),
    ),
);

/** All verbs of the lexicon: also those that stand for another in some constructions. */
function variants(entry: HindiVerb): HindiVerb[] {
  const { present, animate, toGoal, atPlace, controlled, intransitive, forPatient } = entry;
  const others = [present, animate, toGoal, atPlace, controlled, intransitive, ...Object.values(forPatient ?? {})];
  return [entry, ...others.flatMap((other) => (other ? variants(other) : []))];
}

const verbs = Object.entries(hindi.verbs).flatMap(([concept, entry]) =>
  variants(entry).map((verb) => ({ concept, verb })),
);

/** Whether a root takes ne: with some verbs, with none, or with others. */
const subcategories = new Map<string, Set<string>>();
for (const { verb } of verbs) {
  const known = subcategories.get(verb.root) ?? new Set();
  if (!verb.vector) known.add(verb.ergative ? "Tran" : "Intr");
  if (verb.vector === "दे" || verb.vector === "ले") known.add("Tran");
  if (verb.vector === "जा" || verb.vector === "आ") known.add("Intr");
  subcategories.set(verb.root, known);
}

function subcategory(root: string): Features {
  const known = subcategories.get(root);
  return known?.size === 1 ? { Subcat: [...known][0]! } : {};
}

function verbForms(root: string, concept: string, upos: Upos, complement?: string): Reading[] {
  const lemma = `${root}ना`;
  const companion = companionOf(complement);
  const of = (form: string, features: Features): Reading => ({
    form,
    lemma,
    upos,
    concept,
    features: { ...features, ...subcategory(root) },
    ...companion,
  });
  const finite = { VerbForm: "Fin", Mood: "Ind" } as const;
  const agreements = genders.flatMap((gender) => [false, true].map((plural) => third(gender, plural)));
  const participles = agreements.flatMap((one) => {
    const features = { Gender: genderNames[one.gender], Number: numberName(one.plural) };
    return [
      of(perfective(root, one), { ...finite, Tense: "Past", Aspect: "Perf", ...features }),
      of(perfective(root, one, false), { VerbForm: "Part", Aspect: "Perf", ...features }),
      of(imperfective(root, one), { VerbForm: "Part", Aspect: "Imp", ...features }),
      of(imperfective(root, one, true), { VerbForm: "Part", Aspect: "Imp", ...features }),
    ];
  });
  const futures = genders.flatMap((gender) => {
    const base = { ...finite, Tense: "Fut", Gender: genderNames[gender] };
    return [
      of(future(root, { ...third(gender, false), person: 1 }), { ...base, Number: "Sing", Person: "1" }),
      of(future(root, third(gender, false)), { ...base, Number: "Sing", Person: "3" }),
      of(future(root, { ...third(gender, true), person: 2, familiar: true }), { ...base, Number: "Plur", Person: "2" }),
      of(future(root, third(gender, true)), { ...base, Number: "Plur", Person: "3" }),
    ];
  });
  return [
    of(infinitive(root), { VerbForm: "Inf", Case: "Nom" }),
    of(infinitive(root, "obl"), { VerbForm: "Inf", Case: "Acc" }),
    of(infinitive(root, third("f", false)), { VerbForm: "Inf", Gender: "Fem" }),
    of(root, { VerbForm: "Conv" }),
    of(root === "कर" ? "करके" : `${root}कर`, { VerbForm: "Conv", Linked: "Yes" }),
    ...participles,
    ...futures,
    of(imperative(root, "familiar"), { VerbForm: "Fin", Mood: "Imp", Person: "2", Polite: "Infm" }),
    of(imperative(root, "polite"), { VerbForm: "Fin", Mood: "Imp", Person: "2", Polite: "Form" }),
  ];
}

/** pahne thī: what somebody has on is told with an unchanging participle. */
const worn: Reading[] = verbs
  .filter(({ verb }) => verb.state === "wear")
  .map(({ verb: { root }, concept }) => ({
    form: perfective(root, third("m", true)),
    lemma: `${root}ना`,
    upos: "VERB",
    concept,
    features: { VerbForm: "Part", Aspect: "Perf" },
  }));

const uninflected = "चाहिए";
const vectors = ["जा", "दे", "ले", "आ", "रह"] as const;
const auxiliaryRoots: ReadonlySet<string> = new Set(["सक"]);
const verbReadings: Reading[] = [
  ...verbs
    .filter(({ verb }) => verb.root !== uninflected)
    .flatMap(({ verb, concept }) =>
      verbForms(verb.root, concept, auxiliaryRoots.has(verb.root) ? "AUX" : "VERB", verb.complement?.form),
    ),
  ...[...vectors, "हो", "बन", "चल"].flatMap((root) => verbForms(root, "VECTOR", "AUX")),
  ...agreeing("रहा", "AUX", "PROG", { VerbForm: "Part", Aspect: "Prog" })
    .filter(({ features }) => features["Case"] === "Nom")
    .map((reading) => ({ ...reading, lemma: "रहना" })),
  { form: uninflected, lemma: uninflected, upos: "VERB", concept: "need", features: { VerbForm: "Fin" } },
];

const copulas: Reading[] = [
  ...genders.flatMap((gender) =>
    [false, true].map((plural): Reading => {
      const features = { Gender: genderNames[gender], Number: numberName(plural) };
      return {
        form: copula("past", third(gender, plural)),
        lemma: "होना",
        upos: "AUX",
        concept: "be",
        features: { VerbForm: "Fin", Mood: "Ind", Tense: "Past", ...features },
      };
    }),
  ),
  ...(
    [
      ["हूँ", "1", "Sing"],
      ["है", "3", "Sing"],
      ["हो", "2", "Plur"],
      ["हैं", "3", "Plur"],
    ] as const
  ).map(
    ([form, Person, Number]): Reading => ({
      form,
      lemma: "होना",
      upos: "AUX",
      concept: "be",
      features: { VerbForm: "Fin", Mood: "Ind", Tense: "Pres", Person, Number },
    }),
  ),
];

const complements: Reading[] = verbs.flatMap(({ concept, verb }) =>
  [verb.complement, verb.default].flatMap((complement): Reading[] => {
    if (!complement) return [];
    if (complement.upos === "ADJ") return agreeing(complement.form, "ADJ", concept);
    const features: Features = complement.gender
      ? { Case: "Nom", Gender: genderNames[complement.gender], Number: "Sing" }
      : {};
    return [{ form: complement.form, lemma: complement.form, upos: complement.upos, concept, features }];
  }),
);

const persons: readonly (readonly [Referent["person"], boolean, Referent["address"], string])[] = [
  [1, false, "familiar", "1SG"],
  [1, true, "familiar", "1PL"],
  [2, true, "familiar", "2SG"],
  [2, true, "polite", "2SG"],
  [3, false, "familiar", "3SG"],
  [3, true, "familiar", "3PL"],
];

const pronouns: Reading[] = persons.flatMap(([person, plural, address, concept]) => {
  const referent: Referent = { person, plural, address, noun: "people", named: true, human: true, animate: true };
  const lemma = pronoun(referent, plural, "dir");
  const familiar = person === 2 && address === "familiar";
  const of = (form: string, grammaticalCase: string): Reading => ({
    form,
    lemma,
    upos: "PRON",
    concept,
    features: {
      Case: grammaticalCase,
      Person: familiar ? "2" : person === 1 ? "1" : "3",
      Number: numberName(plural),
    },
  });
  const oblique = pronoun(referent, plural, "obl");
  return [
    of(lemma, "Nom"),
    of(pronoun(referent, plural, "ne"), "Erg"),
    of(pronoun(referent, plural, "ko"), "Dat"),
    of(oblique, "Acc"),
    of(`${oblique}से`, "Abl"),
    of(`${oblique}में`, "Loc"),
    ...agreeing(pronoun(referent, plural, "ka"), "PRON", `${concept}.POSS`, { Poss: "Yes" }),
  ];
});

const determiners: Reading[] = [
  ...functionWords("NUM", "एक", { Number: "Sing" }),
  ...functionWords("DET", "कोई", { Number: "Sing" }),
  ...functionWords("DET", "यह हर"),
  ...Object.entries(hindi.quantifiers).map(
    ([concept, form]): Reading => ({
      form,
      lemma: form,
      upos: concept === "many" || concept === "all" || concept === "some" ? "DET" : "NUM",
      concept,
      features: { Number: "Plur" },
    }),
  ),
  ...agreeing("अपना", "DET", "REFL.POSS", { Poss: "Yes" }),
];

const compound = "पास लिए साथ नीचे पीछे सामने किनारे बिना ऊपर बाद";
const properNames = { ...names, ...petNames };

export const readings: readonly Reading[] = [
  ...Object.entries(hindi.nouns).flatMap(([concept, noun]) => nounReadings(concept, noun)),
  ...adjectives,
  ...verbReadings,
  ...copulas,
  ...worn,
  ...complements,
  ...fixedReadings(hindi),
  ...verbs.flatMap(({ verb }) =>
    Object.entries(verb.adverbs ?? {}).map(([concept, expression]): Reading => {
      const form = fixedWords(expression, "ADV")
        .map((part) => part.form)
        .join(" ");
      return { form, lemma: form, upos: "ADV", concept, features: {} };
    }),
  ),
  ...["इतना", "थोड़ा"].flatMap((form) => agreeing(form, "ADV", "GRAM")),
  ...pronouns,
  ...determiners,
  ...agreeing("का", "ADP", "GEN", { Poss: "Yes" }),
  ...functionWords("ADP", "ने को से में पर तक"),
  ...functionWords("ADP", compound),
  ...[...compound.split(" ").map((form) => `के ${form}`), "के बारे में", "के ऊपर से", "के चारों ओर", "की ओर", "की तरह"].map(
    (form): Reading => ({ form, lemma: form, upos: "ADP", concept: "GRAM", features: {} }),
  ),
  { form: "से होकर", lemma: "से होकर", upos: "ADP", concept: "THROUGH", features: {} },
  ...functionWords("PART", "नहीं मत तो भी ही"),
  ...functionWords("ADV", "धीरे कभी"),
  ...agreeing("बिरंगा", "ADJ", "colourful"),
  ...functionWords("PRON", "किसने किसे किसके", { PronType: "Int" }),
  ...Object.entries(properNames).map(([id, sex]): Reading => {
    const form = hindi.names[id as keyof typeof properNames];
    return {
      form,
      lemma: form,
      upos: "PROPN",
      concept: "NAME",
      features: { Gender: sex === "female" ? "Fem" : "Masc", Number: "Sing" },
    };
  }),
];
