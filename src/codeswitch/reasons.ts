import type { LanguageCode } from "./language";
import type { Side } from "./sentence";

/** A word by its place, with its text so that a reason can be read without the sentence. */
export interface WordRef {
  readonly side: Side;
  readonly index: number;
  readonly text: string;
}

/** Why a switch between two neighbouring words is allowed or refused: the rule, and the words that keep or break it. */
export type Reason =
  // allowed
  | {
      readonly kind: "same-order";
      readonly constituent: string;
      /** The constituents on either side of the point. */
      readonly before: readonly WordRef[];
      readonly after: readonly WordRef[];
    }
  | { readonly kind: "no-crossing-link" }
  | { readonly kind: "content-word"; readonly words: readonly WordRef[]; readonly tag: string }
  | { readonly kind: "embedded-island"; readonly constituent: string; readonly words: readonly WordRef[] }
  | {
      readonly kind: "dictionary-entry";
      readonly word: WordRef;
      readonly replacement: string;
      /** The noun it agrees with; absent where nothing is inflected. */
      readonly head?: WordRef;
    }
  | { readonly kind: "entity-label"; readonly words: readonly WordRef[]; readonly label: string }
  /** A model wrote on in this language: as its plan asks, or not. */
  | { readonly kind: "planned" | "unplanned"; readonly language: LanguageCode }
  /** The text was given; its words' languages were told apart. */
  | { readonly kind: "as-written"; readonly language: LanguageCode }
  // refused
  | {
      readonly kind: "order-differs";
      readonly constituent: string;
      /** These come first here and follow `later` in the other sentence. */
      readonly earlier: readonly WordRef[];
      readonly later: readonly WordRef[];
      readonly earlierThere: readonly WordRef[];
      readonly laterThere: readonly WordRef[];
    }
  | { readonly kind: "crossing-link"; readonly links: readonly (readonly [WordRef, WordRef])[] }
  | { readonly kind: "one-unit"; readonly words: readonly WordRef[]; readonly counterpart: readonly WordRef[] }
  | { readonly kind: "one-phrase"; readonly words: readonly WordRef[] }
  | { readonly kind: "unaligned"; readonly word: WordRef; readonly goesWith: WordRef }
  | { readonly kind: "apart"; readonly words: readonly WordRef[]; readonly around: readonly WordRef[] }
  | {
      readonly kind: "functional-head";
      readonly head: readonly WordRef[];
      readonly tag: string;
      readonly complement: readonly WordRef[];
    }
  | { readonly kind: "bound-morpheme"; readonly word: WordRef; readonly host: WordRef }
  | { readonly kind: "system-morpheme"; readonly words: readonly WordRef[]; readonly tags: readonly string[] };

export type ReasonKind = Reason["kind"];

/** The rule's name, in two or three words. */
export const reasonNames: Readonly<Record<ReasonKind, string>> = {
  "same-order": "same order",
  "no-crossing-link": "no crossing link",
  "content-word": "content word",
  "embedded-island": "embedded island",
  "dictionary-entry": "dictionary entry",
  "entity-label": "entity label",
  planned: "planned",
  unplanned: "not planned",
  "as-written": "as written",
  "order-differs": "order differs",
  "crossing-link": "crossing link",
  "one-unit": "one unit",
  "one-phrase": "one phrase",
  unaligned: "no counterpart",
  apart: "counterpart is apart",
  "functional-head": "functional head",
  "bound-morpheme": "bound morpheme",
  "system-morpheme": "system morpheme",
};

/** A reason in one plain sentence. `names` are the languages' names, by side. */
export function explain(reason: Reason, names: readonly [string, string]): string {
  switch (reason.kind) {
    case "same-order":
      return `${quote(reason.before)} stands before ${quote(reason.after)} in both languages${within(reason.constituent)}.`;
    case "no-crossing-link":
      return "No alignment link crosses this point.";
    case "content-word":
      return `${quote(reason.words)} ${reason.words.length === 1 ? "is" : "holds"} a content word (${reason.tag}); the embedded language may supply it.`;
    case "embedded-island":
      return `${quote(reason.words)} is a whole constituent (${reason.constituent}); it may stand in the embedded language as an island.`;
    case "dictionary-entry":
      return `The dictionary gives “${reason.replacement}” for ${quote([reason.word])}${reason.head === undefined ? "" : `, in the form that agrees with ${quote([reason.head])}`}.`;
    case "entity-label":
      return `${quote(reason.words)} is an entity whose label there is “${reason.label}”; names do not change the syntax around them.`;
    case "planned":
      return `The plan asks for this language here (${reason.language}), and the model wrote on in it.`;
    case "unplanned":
      return `The model changed to this language (${reason.language}) by itself; the plan does not ask for it here.`;
    case "as-written":
      return `The text goes on in this language (${reason.language}), as far as its words tell; no theory was asked.`;
    case "order-differs":
      return `${quote(reason.earlier)} stands before ${quote(reason.later)} in ${nameOf(reason.earlier, names)}, but ${quote(reason.earlierThere)} after ${quote(reason.laterThere)} in ${nameOf(reason.earlierThere, names)}${within(reason.constituent)}.`;
    case "crossing-link":
      return `The links ${reason.links.map(([here, there]) => `${here.text}–${there.text}`).join(" and ")} cross.`;
    case "one-unit":
      return `${quote(reason.words)} together stand for ${quote(reason.counterpart)}; half of a unit cannot be switched.`;
    case "one-phrase":
      return `${quote(reason.words)} is one phrase, and phrases are kept whole.`;
    case "unaligned":
      return `${quote([reason.word])} has no counterpart in ${names[reason.word.side === 0 ? 1 : 0]}, so it goes with ${quote([reason.goesWith])}.`;
    case "apart":
      return `${quote(reason.words)} belong together but stand apart, around ${quote(reason.around)}; what lies between cannot be switched alone.`;
    case "functional-head":
      return `${quote(reason.head)} (${reason.tag}) is a functional head; its complement ${quote(reason.complement)} stays in the same language.`;
    case "bound-morpheme":
      return `${quote([reason.word])} is bound to ${quote([reason.host])}; a bound morpheme and its stem stay in one language.`;
    case "system-morpheme":
      return `${quote(reason.words)} (${reason.tags.join(", ")}): function words come from the matrix language, and no whole constituent begins or ends here.`;
  }
}

/** The words that a reason names, of both sentences. */
export function namedWords(reason: Reason): readonly WordRef[] {
  switch (reason.kind) {
    case "no-crossing-link":
    case "planned":
    case "unplanned":
    case "as-written":
      return [];
    case "same-order":
      return [...reason.before, ...reason.after];
    case "content-word":
    case "embedded-island":
    case "one-phrase":
    case "system-morpheme":
      return reason.words;
    case "dictionary-entry":
      return reason.head === undefined ? [reason.word] : [reason.word, reason.head];
    case "entity-label":
      return reason.words;
    case "order-differs":
      return [...reason.earlier, ...reason.later, ...reason.earlierThere, ...reason.laterThere];
    case "crossing-link":
      return reason.links.flat();
    case "one-unit":
      return [...reason.words, ...reason.counterpart];
    case "unaligned":
      return [reason.word, reason.goesWith];
    case "apart":
      return [...reason.words, ...reason.around];
    case "functional-head":
      return [...reason.head, ...reason.complement];
    case "bound-morpheme":
      return [reason.word, reason.host];
  }
}

function within(constituent: string): string {
  return constituent === "" ? "" : ` (inside ${constituent})`;
}

function nameOf(words: readonly WordRef[], names: readonly [string, string]): string {
  return names[words[0]?.side ?? 0];
}

function quote(words: readonly WordRef[]): string {
  const texts = words.map((word) => word.text);
  const shown = texts.length > 7 ? [...texts.slice(0, 3), "…", ...texts.slice(-3)] : texts;
  return `“${shown.join(" ")}”`;
}
