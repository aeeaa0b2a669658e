import { type SpanishNoun, type SpanishVerb, spanish } from "../lexicon/spanish";
import { massNouns, type NounId } from "../lexicon/nouns";
import { names, petNames } from "../lexicon/words";
import {
  type SpanishCell,
  type SpanishTense,
  conjugate,
  imperative,
  participleOf,
  withEnclitic,
} from "../realise/spanish-conjugation";
import {
  definiteArticle,
  indefiniteArticle,
  spanishAdjectiveForm,
  spanishNounForm,
} from "../realise/spanish-morphology";
import type { Features, Upos } from "../realise/word";
import type { Reading } from "./checker";
import { companionOf, fixedReadings, functionWords } from "./readings";

const agreements = (["m", "f"] as const).flatMap((gender) =>
  [false, true].map((plural) => ({
    gender,
    plural,
    features: { Gender: gender === "f" ? "Fem" : "Masc", Number: plural ? "Plur" : "Sing" } as Features,
  })),
);

function nounReadings(concept: string, noun: SpanishNoun): Reading[] {
  return agreements
    .filter(({ gender, plural }) => gender === noun.gender && !(plural && massNouns.has(concept as NounId)))
    .map(({ plural, features }) => ({
      form: spanishNounForm(noun, plural),
      lemma: noun.lemma,
      upos: "NOUN",
      concept,
      // "el agua": a feminine noun with the article "el".
      features: noun.el && !plural ? { ...features, El: "Yes" } : features,
    }));
}

const cells: readonly [cell: SpanishCell, features: Features][] = [
  ["1sg", { Person: "1", Number: "Sing" }],
  ["2sg", { Person: "2", Number: "Sing" }],
  ["3sg", { Person: "3", Number: "Sing" }],
  ["1pl", { Person: "1", Number: "Plur" }],
  ["3pl", { Person: "3", Number: "Plur" }],
];
const tenses: readonly [tense: SpanishTense, features: Features][] = [
  ["present", { Mood: "Ind", Tense: "Pres" }],
  ["preterite", { Mood: "Ind", Tense: "Past" }],
  ["imperfect", { Mood: "Ind", Tense: "Imp" }],
  ["future", { Mood: "Ind", Tense: "Fut" }],
  ["subjunctive", { Mood: "Sub", Tense: "Pres" }],
];
const enclitics = ["me", "te", "se", "nos", "lo", "la", "los", "las", "le", "les"];

function verbReadings(concept: string, verb: SpanishVerb, upos: Upos = "VERB"): Reading[] {
  const { infinitive } = verb;
  const reading = (form: string, features: Features): Reading => ({
    form,
    lemma: infinitive,
    upos,
    concept,
    features: verb.reflexive ? { ...features, Reflex: "Yes" } : features,
    ...companionOf(verb.reflexive ? "se" : verb.complement),
  });
  const commands = (["2sg", "3sg", "3pl"] as const).map((cell) =>
    reading(imperative(verb, cell, false), {
      VerbForm: "Fin",
      Mood: "Imp",
      Person: cell.slice(0, 1),
      Number: cell === "3pl" ? "Plur" : "Sing",
    }),
  );
  const infinitiveReading = reading(infinitive, { VerbForm: "Inf" });
  const participle = participleOf(infinitive);
  return [
    ...tenses.flatMap(([tense, features]) =>
      cells.map(([cell, person]) => reading(conjugate(verb, tense, cell), { VerbForm: "Fin", ...features, ...person })),
    ),
    ...commands,
    infinitiveReading,
    reading(participle, { VerbForm: "Part" }),
    reading(gerund(verb), { VerbForm: "Ger" }),
    // With the pronouns written on it: ayúdame, verlo, dártelo.
    ...[infinitiveReading, ...commands].flatMap((bare) =>
      [
        ...enclitics.map((one) => [one]),
        ...["me", "te", "se", "nos"].flatMap((one) => ["lo", "la", "los", "las"].map((other) => [one, other])),
      ].map((tail) => ({
        ...bare,
        form: withEnclitic(bare.form, tail),
        features: { ...bare.features, Enclitic: tail.join(" ") },
      })),
    ),
  ];
}

/** -ando, -iendo; after a vowel -yendo; durmiendo, siguiendo. */
function gerund({ infinitive, change }: SpanishVerb): string {
  const stem = infinitive.slice(0, -2);
  if (infinitive.endsWith("ar")) return `${stem}ando`;
  if (/[aeo]$/.test(stem) || infinitive === "ir") return `${stem}yendo`;
  if (!change || !infinitive.endsWith("ir")) return `${stem}iendo`;
  return `${stem.replace(/e(?=[^aeiou]*u?$)/, "i").replace(/o(?=[^aeiou]*$)/, "u")}iendo`;
}

const auxiliaries = new Set(["be", "can", "may"]);
const directional = ["subir", "bajar", "salir", "ir"];

const adjectives = Object.entries(spanish.adjectives).flatMap(([concept, { lemma }]) =>
  agreements.map(
    ({ gender, plural, features }): Reading => ({
      form: spanishAdjectiveForm({ lemma }, { gender, plural }),
      lemma,
      upos: "ADJ",
      concept,
      features: lemma.includes(" ") || lemma === "rosa" ? {} : features,
    }),
  ),
);

function agreeing(form: string, concept: string, upos: Upos = "DET"): Reading[] {
  const stem = form.slice(0, -1);
  return agreements.map(({ gender, plural, features }) => ({
    form: stem + (gender === "f" ? "a" : "o") + (plural ? "s" : ""),
    lemma: form,
    upos,
    concept,
    features,
  }));
}

const determiners: Reading[] = [
  ...agreements.flatMap(({ gender, plural, features }): Reading[] => [
    { form: definiteArticle({ gender, plural }), lemma: "el", upos: "DET", concept: "DEF", features },
    { form: indefiniteArticle({ gender, plural }), lemma: "uno", upos: "DET", concept: "INDF", features },
  ]),
  ...["mi", "tu", "su"].flatMap((form): Reading[] => [
    { form, lemma: form, upos: "DET", concept: "POSS", features: { Number: "Sing" } },
    { form: `${form}s`, lemma: form, upos: "DET", concept: "POSS", features: { Number: "Plur" } },
  ]),
  ...agreeing("nuestro", "POSS"),
  ...["mucho", "todo", "otro", "poco"].flatMap((form) => agreeing(form, form === "todo" ? "all" : "many")),
  ...agreeing("alguno", "some").map((one) => (one.form === "alguno" ? { ...one, form: "algún" } : one)),
  ...agreeing("ninguno", "NEG").map((one) => (one.form === "ninguno" ? { ...one, form: "ningún" } : one)),
  ...["este este", "esta este", "estos este", "estas este", "ese ese", "esa ese", "esos ese", "esas ese"].map(
    (pair): Reading => {
      const [form = "", lemma = ""] = pair.split(" ");
      return {
        form,
        lemma,
        upos: "DET",
        concept: "GRAM",
        features: { Gender: /as?$/.test(form) ? "Fem" : "Masc", Number: form.endsWith("s") ? "Plur" : "Sing" },
      };
    },
  ),
  ...functionWords("DET", "cada", { Number: "Sing" }),
  ...agreeing("demasiado", "too"),
  ...agreeing("tanto", "so"),
  ...Object.entries(spanish.quantifiers)
    .filter(([id]) => !["many", "all", "some"].includes(id))
    .map(([concept, form]): Reading => ({ form, lemma: form, upos: "NUM", concept, features: { Number: "Plur" } })),
];

const pronouns: readonly [form: string, features: Features][] = [
  ["yo", { Case: "Nom", Person: "1", Number: "Sing" }],
  ["tú", { Case: "Nom", Person: "2", Number: "Sing" }],
  ["usted", { Case: "Any", Person: "3", Number: "Sing" }],
  ["ustedes", { Case: "Any", Person: "3", Number: "Plur" }],
  ["él", { Case: "Any", Person: "3", Number: "Sing", Gender: "Masc" }],
  ["ella", { Case: "Any", Person: "3", Number: "Sing", Gender: "Fem" }],
  ["nosotros", { Case: "Any", Person: "1", Number: "Plur", Gender: "Masc" }],
  ["nosotras", { Case: "Any", Person: "1", Number: "Plur", Gender: "Fem" }],
  ["ellos", { Case: "Any", Person: "3", Number: "Plur", Gender: "Masc" }],
  ["ellas", { Case: "Any", Person: "3", Number: "Plur", Gender: "Fem" }],
  ["mí", { Case: "Prep", Person: "1", Number: "Sing" }],
  ["ti", { Case: "Prep", Person: "2", Number: "Sing" }],
  ["conmigo", { Case: "Com", Person: "1", Number: "Sing" }],
  ["contigo", { Case: "Com", Person: "2", Number: "Sing" }],
];

export const readings: readonly Reading[] = [
  ...Object.entries(spanish.nouns).flatMap(([concept, noun]) => [
    ...nounReadings(concept, noun),
    ...(noun.female ? nounReadings(concept, noun.female) : []),
  ]),
  ...Object.entries(spanish.verbs).flatMap(([concept, verb]) =>
    verbReadings(concept, verb, auxiliaries.has(concept) ? "AUX" : "VERB"),
  ),
  ...directional.flatMap((infinitive) => verbReadings("go", { infinitive, reflexive: false })),
  ...verbReadings("be", { infinitive: "estar", reflexive: false }, "AUX"),
  ...functionWords("VERB", "hay", { VerbForm: "Fin", Mood: "Ind", Tense: "Pres", Impersonal: "Yes" }),
  ...adjectives,
  ...fixedReadings(spanish),
  ...determiners,
  ...pronouns.map(
    ([form, features]): Reading => ({
      form,
      lemma: form,
      upos: "PRON",
      concept: `${features["Person"]!}${features["Number"] === "Plur" ? "PL" : "SG"}`,
      features,
    }),
  ),
  ...functionWords("PRON", "me te se nos lo la los las le les", { Clitic: "Yes" }),
  ...functionWords("PART", "no"),
  ...functionWords("ADP", "a de en con para por sobre sin como hasta desde entre"),
  ...functionWords("ADP", "al del", { Gender: "Masc", Number: "Sing" }),
  ...["debajo de", "detrás de", "delante de", "al lado de", "por encima de", "alrededor de", "junto a"].flatMap(
    (form): Reading[] => [
      { form, lemma: form, upos: "ADP", concept: "GRAM", features: {} },
      { form: `${form}l`, lemma: form, upos: "ADP", concept: "GRAM", features: { Gender: "Masc", Number: "Sing" } },
    ],
  ),
  ...functionWords("CCONJ", "e o"),
  ...functionWords("SCONJ", "si mientras"),
  ...Object.values(spanish.adjectives).flatMap(({ felt }): Reading[] =>
    felt
      ? [
          {
            form: felt[1],
            lemma: felt[1],
            upos: "NOUN",
            concept: "FELT",
            features: { Gender: felt[0] === "f" ? "Fem" : "Masc", Number: "Sing" },
          },
        ]
      : [],
  ),
  ...agreeing("sentado", "sit", "ADJ"),
  ...agreeing("tumbado", "lie", "ADJ"),
  ...agreeing("junto", "together", "ADJ"),
  ...["de pie", "con ilusión", "las gracias", "en voz baja"].map(
    (form): Reading => ({ form, lemma: form, upos: "ADV", concept: "GRAM", features: {} }),
  ),
  { form: "lado", lemma: "lado", upos: "NOUN", concept: "GRAM", features: { Gender: "Masc", Number: "Sing" } },
  ...Object.entries({ ...names, ...petNames }).map(
    ([id, sex]): Reading => ({
      form: spanish.names[id as keyof typeof spanish.names],
      lemma: spanish.names[id as keyof typeof spanish.names],
      upos: "PROPN",
      concept: "NAME",
      features: { Number: "Sing", Gender: sex === "female" ? "Fem" : "Masc" },
    }),
  ),
];
