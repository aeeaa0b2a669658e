import type { NounId } from "../lexicon/nouns";
import { type NameId, names } from "../lexicon/words";
import type { Language, Sex } from "../script";

/** What problems are about: a small part of the lexicon, so that the tables of the languages stay small. */
export const edible = [
  "apple",
  "pear",
  "banana",
  "orange",
  "cherry",
  "strawberry",
  "plum",
  "lemon",
  "tomato",
  "carrot",
  "egg",
  "biscuit",
  "nut",
  "sweet",
  "pancake",
] as const satisfies readonly NounId[];
/** They grow and can be picked. */
export const pickable = [
  "apple",
  "pear",
  "orange",
  "cherry",
  "strawberry",
  "plum",
  "lemon",
  "flower",
  "rose",
] as const satisfies readonly NounId[];
export const objects = [
  "ball",
  "book",
  "pencil",
  "coin",
  "balloon",
  "card",
  "stone",
  "shell",
  "key",
  "feather",
  "candle",
  "cup",
  "picture",
  "ticket",
  "doll",
] as const satisfies readonly NounId[];
export const flying = ["bird", "duck", "butterfly", "bee"] as const satisfies readonly NounId[];
export const running = ["rabbit", "sheep", "goat", "dog", "cat", "horse", "cow"] as const satisfies readonly NounId[];
export const containers = ["box", "basket", "bag", "bucket", "drawer"] as const satisfies readonly NounId[];
export const grounds = ["garden", "meadow", "field", "yard"] as const satisfies readonly NounId[];
export const days = ["on-monday", "on-tuesday", "on-wednesday"] as const;

export type Animal = (typeof flying)[number] | (typeof running)[number];
export type Container = (typeof containers)[number];
export type Ground = (typeof grounds)[number];
export type Thing = (typeof edible)[number] | (typeof pickable)[number] | (typeof objects)[number];
/** Whatever is counted. */
export type Counted = Thing | Animal | Container;
export type Spot = Container | Ground;
export type Day = (typeof days)[number];

/** "Ben" is not here: in Turkish it says "I". */
export const people = [
  "anna",
  "maria",
  "sara",
  "lena",
  "mina",
  "julia",
  "nora",
  "laura",
  "leyla",
  "clara",
  "tom",
  "leo",
  "david",
  "daniel",
  "max",
  "emre",
  "martin",
  "lucas",
  "oscar",
  "felix",
] as const satisfies readonly NameId[];
export type Person = (typeof people)[number];

export function sexOf(person: Person): Sex {
  return names[person];
}

export function flies(noun: Counted): boolean {
  return flying.some((animal) => animal === noun);
}

export interface Amount {
  /** Two or more. */
  readonly count: number;
  readonly of: Counted;
}

export type Gain = "buy" | "find" | "pick";
export type Loss = "eat" | "lose" | "sell";

/** One sentence of a problem. `linked`: it begins with "then" and a pronoun for the person of the sentence before. */
export type Fact =
  | { readonly kind: "has"; readonly who: Person; readonly amount: Amount }
  | {
      readonly kind: "gains";
      readonly who: Person;
      readonly how: Gain;
      readonly amount: Amount;
      readonly linked: boolean;
      readonly day?: Day;
    }
  | {
      readonly kind: "loses";
      readonly who: Person;
      readonly how: Loss;
      readonly amount: Amount;
      readonly linked: boolean;
    }
  | {
      readonly kind: "gives";
      readonly who: Person;
      readonly to: Person;
      readonly how: "give" | "bring";
      readonly amount: Amount;
      readonly linked: boolean;
    }
  /** So many more (or fewer) than somebody else has. */
  | {
      readonly kind: "compares";
      readonly who: Person;
      readonly than: Person;
      readonly more: boolean;
      readonly amount: Amount;
    }
  | { readonly kind: "lies"; readonly where: Spot; readonly amount: Amount; readonly and?: Amount }
  | { readonly kind: "puts"; readonly who: Person; readonly where: Container; readonly amount: Amount }
  | { readonly kind: "takes"; readonly who: Person; readonly where: Container; readonly amount: Amount }
  | { readonly kind: "comes"; readonly where: Ground; readonly amount: Amount }
  | { readonly kind: "leaves"; readonly where: Ground; readonly amount: Amount }
  /** So many in each container. */
  | { readonly kind: "each"; readonly where: Container; readonly amount: Amount }
  | { readonly kind: "costs"; readonly thing: Thing; readonly price: Amount }
  | { readonly kind: "needs"; readonly who: Person; readonly amount: Amount };

/** What is asked at the end. */
export type Query =
  | {
      readonly kind: "has";
      readonly who: Person;
      readonly of: Counted;
      readonly how: "plain" | "now" | "left" | "total";
    }
  | { readonly kind: "together"; readonly who: readonly [Person, Person, ...Person[]]; readonly of: Counted }
  | { readonly kind: "difference"; readonly who: Person; readonly than: Person; readonly of: Counted }
  | { readonly kind: "inside"; readonly where: Spot; readonly of: Counted }
  | { readonly kind: "animals"; readonly where: Ground }
  | { readonly kind: "gained"; readonly who: Person; readonly how: Gain; readonly of: Counted }
  | { readonly kind: "pays"; readonly who: Person; readonly price: Counted }
  | { readonly kind: "misses"; readonly who: Person; readonly of: Counted };

/** A function for each kind of fact and query. */
export type ByKind<U extends { readonly kind: string }, T> = {
  readonly [K in U["kind"]]: (of: Extract<U, { readonly kind: K }>) => T;
};

/** How one language says facts and asks queries, as whole sentences. */
export interface Phrasebook {
  readonly language: Language;
  readonly name: (person: Person) => string;
  /** The form after a number. */
  readonly counted: (noun: Counted) => string;
  readonly tells: ByKind<Fact, string>;
  readonly asks: ByKind<Query, string>;
  /** "So 8." */
  readonly so: (answer: number) => string;
}
