import type { Features, Upos } from "../realise/word";
import type { Language } from "../script";

/** What a written form may be: a word of the lexicon with the features that the form shows. */
export interface Reading {
  /** As written within a sentence; several words for a fixed expression. */
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** The concept's id, or for function words a tag in capitals, as in `Word`. */
  readonly concept: string;
  readonly features: Features;
  /** Words beside a verb that make one verb with it: yardım (etmek), sich (setzen). */
  readonly companion?: string;
}

/** A breach of one of the language's rules. */
export interface Fault {
  readonly rule: string;
  readonly words: readonly string[];
  /** From the first to behind the last of these words, in UTF-16 units of the sentence. */
  readonly span: readonly [start: number, end: number];
  readonly message: string;
}

/** One word, fixed expression or sign of a text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isSign: boolean;
  /** Empty where the lexicon does not know the word. */
  readonly readings: readonly Reading[];
}

/** What is said by one voice between full stops, colons and quotation marks; commas are pieces of it. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
  /** It follows what was said aloud: "..., said Anna". */
  readonly afterQuote: boolean;
  /** The sign that ends it, or "" at the end of the text or before a quotation. */
  readonly end: string;
}

/** A rule's finding: the pieces that do not go together, and why. */
export interface Finding {
  readonly pieces: readonly Piece[];
  readonly message: string;
}

/** A rule by its name: what is wrong in a segment. Unknown words are never wrong. */
export type Rules = Readonly<Record<string, (segment: Segment) => readonly Finding[]>>;

/** Judges plain text, whoever wrote it, by the grammar of one language. */
export interface Checker {
  readonly language: Language;
  /** Every form of the lexicon with its readings. */
  readonly readings: readonly Reading[];
  readonly check: (sentence: string) => readonly Fault[];
  readonly isKnown: (word: string) => boolean;
}

interface CheckerOptions {
  readonly language: Language;
  readonly readings: readonly Reading[];
  readonly rules: Rules;
}

export function defineChecker({ language, readings, rules }: CheckerOptions): Checker {
  const table = new Map<string, Reading[]>();
  let longest = 1;
  for (const reading of readings) {
    const known = table.get(reading.form);
    if (known) known.push(reading);
    else table.set(reading.form, [reading]);
    longest = Math.max(longest, reading.form.split(" ").length);
  }
  const lookUp = (text: string, begins: boolean): readonly Reading[] => [
    ...(table.get(text) ?? []),
    ...(begins ? (table.get(text.charAt(0).toLocaleLowerCase(language) + text.slice(1)) ?? []) : []),
  ];
  const check = (sentence: string): Fault[] =>
    segments(sentence, lookUp, longest).flatMap((segment) =>
      Object.entries(rules).flatMap(([rule, find]) =>
        find(segment).map(({ pieces, message }) => ({
          rule,
          words: pieces.map(({ text }) => text),
          span: [Math.min(...pieces.map(({ start }) => start)), Math.max(...pieces.map(({ end }) => end))] as const,
          message,
        })),
      ),
    );
  const words = new Set(readings.flatMap(({ form }) => form.toLocaleLowerCase(language).split(" ")));
  return { language, readings, check, isKnown: (word) => words.has(word.toLocaleLowerCase(language)) };
}

/** Letters with combining marks; apostrophes and hyphens within a word. The English ’s is a word of its own. */
const pattern =
  /['’]s(?![\p{L}\p{M}])|(?:[\p{L}\p{M}\p{N}]|[-’'](?=(?!s(?![\p{L}\p{M}]))[\p{L}\p{M}]))+(?:’(?![\p{L}\p{M}]))?|[^\s]/gu;
const ending = /^[.!?।:;…]$/u;
const quotes = /^["“”„«»]$/u;

function segments(
  text: string,
  lookUp: (text: string, begins: boolean) => readonly Reading[],
  longest: number,
): Segment[] {
  const found: Segment[] = [];
  const raw = [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
  let pieces: Piece[] = [];
  let quoted = false;
  let afterQuote = false;
  const finish = (end: string) => {
    if (pieces.some(({ isSign }) => !isSign)) {
      found.push({ pieces, quoted, afterQuote, end });
      afterQuote = false;
    }
    pieces = [];
  };
  for (let at = 0; at < raw.length; ) {
    const { text: form, start } = raw[at]!;
    if (quotes.test(form)) {
      finish("");
      afterQuote = quoted;
      quoted = !quoted;
      at++;
    } else if (ending.test(form)) {
      finish(form);
      if (!quoted) afterQuote = false;
      at++;
    } else if (/^[\p{L}\p{N}’]/u.test(form)) {
      const begins = !pieces.some(({ isSign }) => !isSign);
      const size = longestMatch(raw, at, longest, (joined) => lookUp(joined, begins).length > 0);
      const last = raw[at + size - 1]!;
      const joined = raw
        .slice(at, at + size)
        .map((one) => one.text)
        .join(" ");
      pieces.push({
        text: joined,
        start,
        end: last.start + last.text.length,
        isSign: false,
        readings: lookUp(joined, begins),
      });
      at += size;
    } else {
      if (pieces.length > 0) pieces.push({ text: form, start, end: start + form.length, isSign: true, readings: [] });
      at++;
    }
  }
  finish("");
  return found;
}

function longestMatch(
  raw: readonly { readonly text: string }[],
  at: number,
  longest: number,
  isKnown: (joined: string) => boolean,
): number {
  for (let size = Math.min(longest, raw.length - at); size > 1; size--) {
    if (
      isKnown(
        raw
          .slice(at, at + size)
          .map(({ text }) => text)
          .join(" "),
      )
    )
      return size;
  }
  return 1;
}

/** Words with hyphens; what follows an apostrophe (’s, a Turkish case ending) belongs to the word before. */
const wordPattern = /(?<![’'\p{L}\p{M}])[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** How much of a text is right, by the rules of one language. */
export interface Judgement {
  readonly sentences: number;
  readonly faultlessSentences: number;
  readonly words: number;
  readonly unknownWords: number;
  readonly faults: readonly Fault[];
  /** Agreement errors per hundred words. */
  readonly faultsPer100Words: number;
}

/** Judges a text sentence by sentence. Spans count within their sentence. */
export function judge(checker: Checker, text: string): Judgement {
  const all = splitSentences(text);
  const faults = all.map((sentence) => checker.check(sentence));
  const words = text.match(wordPattern) ?? [];
  const flat = faults.flat();
  return {
    sentences: all.length,
    faultlessSentences: faults.filter(({ length }) => length === 0).length,
    words: words.length,
    unknownWords: words.filter((word) => !checker.isKnown(word)).length,
    faults: flat,
    faultsPer100Words: words.length === 0 ? 0 : (100 * flat.length) / words.length,
  };
}

/**
 * Sentences with what is said aloud in them: a full stop within quotation marks ends the sentence only where the frame
 * came first ("Anna said: ...").
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let begin = 0;
  let quoted = false;
  let framed = false;
  let ended = false;
  const finish = (end: number) => {
    const sentence = text.slice(begin, end).trim();
    if (/\p{L}/u.test(sentence)) sentences.push(sentence);
    begin = end;
    framed = ended = false;
  };
  for (const { 0: sign, index } of text.matchAll(/["“”„«»]|[.!?।…]+|\n+/gu)) {
    const end = index + sign.length;
    if (sign.startsWith("\n")) {
      finish(index);
      quoted = false;
    } else if (!quotes.test(sign)) {
      ended = true;
      if (!quoted) finish(end);
    } else {
      if (quoted && framed && ended && !/^\s*[,.\p{Ll}]/u.test(text.slice(end))) finish(end);
      else if (!quoted) framed = /\p{L}/u.test(text.slice(begin, index));
      quoted = !quoted;
      if (quoted) ended = false;
    }
  }
  finish(text.length);
  return sentences;
}
