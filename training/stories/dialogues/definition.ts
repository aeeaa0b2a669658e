import { indefiniteArticle } from "../realise/english-morphology";
import type { Language } from "../script";
import { yesNo } from "./instruction";
import { type Lemma, lexisOf } from "./lexis";

/** Kinds that say what a thing is. */
export const definedKinds = ["animal", "food", "clothing", "vehicle", "place", "body"] as const;
export type DefinedKind = (typeof definedKinds)[number];

/** How one language asks and says what something is. `a` is the thing with its article, where its gender is known. */
interface Definition {
  readonly a: (lemma: Lemma) => string | undefined;
  readonly what: (a: string) => string;
  readonly is: (a: string, kind: DefinedKind) => string;
  readonly asks: (a: string, kind: DefinedKind) => string;
}

const kinds: Readonly<Record<Language, Readonly<Record<DefinedKind, string>>>> = {
  en: {
    animal: "an animal",
    food: "something to eat",
    clothing: "something to wear",
    vehicle: "a vehicle",
    place: "a place",
    body: "a part of the body",
  },
  de: {
    animal: "ein Tier",
    food: "ein Lebensmittel",
    clothing: "ein Kleidungsstück",
    vehicle: "ein Fahrzeug",
    place: "ein Ort",
    body: "ein Körperteil",
  },
  es: {
    animal: "un animal",
    food: "un alimento",
    clothing: "una prenda de ropa",
    vehicle: "un vehículo",
    place: "un lugar",
    body: "una parte del cuerpo",
  },
  hi: {
    animal: "एक जानवर",
    food: "खाने की चीज़",
    clothing: "पहनने की चीज़",
    vehicle: "एक वाहन",
    place: "एक जगह",
    body: "शरीर का एक अंग",
  },
  tr: {
    animal: "bir hayvan",
    food: "bir yiyecek",
    clothing: "bir giysi",
    vehicle: "bir taşıt",
    place: "bir yer",
    body: "vücudun bir parçası",
  },
};

/** "-dır" and "mı" after each kind, by the harmony of its last vowel. */
const turkishEndings: Readonly<Record<DefinedKind, readonly [is: string, asks: string]>> = {
  animal: ["dır", "mı"],
  food: ["tir", "mi"],
  clothing: ["dir", "mi"],
  vehicle: ["tır", "mı"],
  place: ["dir", "mi"],
  body: ["dır", "mı"],
};

const definitions: Readonly<Record<Language, Definition>> = {
  en: {
    a: ({ form }) => `${indefiniteArticle(form)} ${form}`,
    what: (a) => `What is ${a}?`,
    is: (a, kind) => `${a} is ${kinds.en[kind]}.`,
    asks: (a, kind) => `Is ${a} ${kinds.en[kind]}?`,
  },
  de: {
    a: ({ form, gender }) => gender && `${gender === "Fem" ? "eine" : "ein"} ${form}`,
    what: (a) => `Was ist ${a}?`,
    is: (a, kind) => `${a} ist ${kinds.de[kind]}.`,
    asks: (a, kind) => `Ist ${a} ${kinds.de[kind]}?`,
  },
  es: {
    a: ({ form, gender }) => gender && `${gender === "Fem" ? "una" : "un"} ${form}`,
    what: (a) => `¿Qué es ${a}?`,
    is: (a, kind) => `${a} es ${kinds.es[kind]}.`,
    asks: (a, kind) => `¿Es ${a} ${kinds.es[kind]}?`,
  },
  hi: {
    a: ({ form }) => form,
    what: (a) => `${a} क्या है?`,
    is: (a, kind) => `${a} ${kinds.hi[kind]} है।`,
    asks: (a, kind) => `क्या ${a} ${kinds.hi[kind]} है?`,
  },
  tr: {
    a: ({ form }) => form,
    what: (a) => `${a} nedir?`,
    is: (a, kind) => `${a} ${kinds.tr[kind]}${turkishEndings[kind][0]}.`,
    asks: (a, kind) => `${a} ${kinds.tr[kind]} ${turkishEndings[kind][1]}?`,
  },
};

export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** "What is a dog? A dog is an animal." None where the language has no single word for the concept. */
export function define(language: Language, concept: string, kind: DefinedKind): Exchange | undefined {
  const a = subject(language, concept);
  if (!a) return;
  const { what, is } = definitions[language];
  return { question: begin(what(a), language), answer: begin(is(a, kind), language) };
}

/** "Is a dog a place? No, a dog is an animal." */
export function askKind(
  language: Language,
  concept: string,
  kind: DefinedKind,
  asked: DefinedKind,
): Exchange | undefined {
  const a = subject(language, concept);
  if (!a) return;
  const { asks, is } = definitions[language];
  const answer = yesNo[language][kind === asked ? "yes" : "no"];
  return { question: begin(asks(a, asked), language), answer: `${answer}, ${is(a, kind)}` };
}

function subject(language: Language, concept: string): string | undefined {
  const lemma = lexisOf(language).lemmas.get(concept);
  return lemma && definitions[language].a(lemma);
}

/** With a capital at the beginning, behind an opening sign. */
export function begin(sentence: string, language: Language): string {
  return sentence.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language));
}
