import type { LanguageCode } from "../language";
import { scriptOf } from "../language";
import type { SwitchedSentence, SwitchedWord, SwitchPoint } from "../sentence";
import { splitWords } from "../words";
import type { WordLanguageModel } from "../word-language/model";
import { tagWords } from "../word-language/tag";
import type { PlacedSpan } from "./plan";

/** A stretch of text that one or more tokens wrote. */
export interface WrittenPiece {
  readonly text: string;
  readonly tokens: number;
}

/** A border of the plan, and whether the text changes its language there. */
export interface Border {
  readonly to: LanguageCode;
  /** Index of the first word that begins in the span. */
  readonly word: number;
  readonly kept: boolean;
}

/** A text that a model wrote to a plan, in the common form, with how far it kept to it. */
export interface PlannedText {
  readonly sentence: SwitchedSentence;
  /** By word, the language of the span in which its first token lies. */
  readonly planned: readonly (LanguageCode | null)[];
  /** Share of the words that are in the planned language; null where there is no word. One in a third script is in none of the plan's. */
  readonly adherence: number | null;
  readonly borders: readonly Border[];
}

/** A border is kept if the text is in the new language at this distance in words at most, and was not right before. */
const reach = 2;

/** Cuts what was written into words, names the language of each among the plan's, and compares with the plan. */
export function readPlanned(
  pieces: readonly WrittenPiece[],
  spans: readonly PlacedSpan[],
  model: WordLanguageModel,
): PlannedText {
  const text = pieces.map((piece) => piece.text).join("");
  const candidates = [...new Set(spans.map(({ language }) => language))];
  const words = splitWords(text, candidates[0] ?? "und");
  const tags = tagWords(
    words.map((word) => word.text),
    candidates,
    model,
  );
  const planned = words.map(({ start }) => {
    const token = tokenAt(pieces, start);
    return spans.find(({ from, to }) => token >= from && token < to)?.language ?? null;
  });
  const spoken = tags.flatMap(({ language }, index) => (language === null ? [] : [{ language, index }]));
  const lettered = tags.flatMap(({ text: word, language }, index) =>
    scriptOf(word) === "Zyyy" ? [] : [{ language, index }],
  );
  const right = lettered.filter(({ language, index }) => language === planned[index]).length;
  return {
    sentence: {
      generator: "model",
      text,
      words: words.map(
        (word, index): SwitchedWord => ({
          text: word.text,
          written: word.before + word.text + word.after,
          language: tags[index]!.language,
          script: scriptOf(word.text),
          aligned: [],
        }),
      ),
      switches: switchesOf(spoken, planned),
    },
    planned,
    adherence: lettered.length === 0 ? null : right / lettered.length,
    borders: bordersOf(lettered, planned),
  };
}

/** Number of the token that wrote the character at `offset`. */
function tokenAt(pieces: readonly WrittenPiece[], offset: number): number {
  let token = 0;
  let end = 0;
  for (const piece of pieces) {
    end += piece.text.length;
    if (offset < end) return token;
    token += piece.tokens;
  }
  return token;
}

interface Spoken<Language = LanguageCode> {
  readonly language: Language;
  readonly index: number;
}

function switchesOf(spoken: readonly Spoken[], planned: readonly (LanguageCode | null)[]): readonly SwitchPoint[] {
  return spoken.flatMap(({ language, index }, at) => {
    const next = spoken[at + 1];
    if (next === undefined || next.language === language) return [];
    const wanted = planned[next.index] === next.language;
    return [
      {
        after: index,
        reason: { kind: wanted ? ("planned" as const) : ("unplanned" as const), language: next.language },
      },
    ];
  });
}

function bordersOf(
  lettered: readonly Spoken<LanguageCode | null>[],
  planned: readonly (LanguageCode | null)[],
): readonly Border[] {
  const borders: Border[] = [];
  for (const [at, { index }] of lettered.entries()) {
    const before = lettered[at - 1];
    const to = planned[index];
    if (before === undefined || to === null || to === undefined || planned[before.index] === to) continue;
    const near = lettered.slice(Math.max(0, at - 1), at + reach);
    const kept = before.language !== to && near.some(({ language }) => language === to);
    borders.push({ to, word: index, kept });
  }
  return borders;
}
