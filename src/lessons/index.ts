import type { Lesson } from "./lesson";

/** A lesson before its steps are here. */
export interface LessonEntry {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** The lessons in the order in which they build on each other; ten minutes each. */
export const lessons: readonly LessonEntry[] = [
  {
    id: "what-tokens-cost",
    title: "What tokens cost",
    about: "The same sentence is short in one language and long in another before the model has read a word.",
    load: () => import("./what-tokens-cost"),
  },
  {
    id: "where-a-sentence-may-switch",
    title: "Where a sentence may switch",
    about: "Bilinguals do not mix at random: grammar says where one language may take over from another.",
    load: () => import("./where-a-sentence-may-switch"),
  },
  {
    id: "between-languages",
    title: "How a model thinks between languages",
    about: "Somewhere in its layers a model treats translations alike. Find where, and push there.",
    load: () => import("./between-languages"),
  },
  {
    id: "moving-layers",
    title: "Moving layers",
    about: "Two models trained apart are joined layer by layer, without training. What survives?",
    load: () => import("./moving-layers"),
  },
  {
    id: "steering-and-its-price",
    title: "Steering and its price",
    about: "A vector turns English into German while the model writes. What else does it turn?",
    load: () => import("./steering-and-its-price"),
  },
  {
    id: "reading-the-numbers",
    title: "Reading the numbers",
    about: "A better average can hide what was lost. Intervals, flipped items and random controls.",
    load: () => import("./reading-the-numbers"),
  },
];
