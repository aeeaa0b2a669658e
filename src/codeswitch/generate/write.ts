import type { BilingualTree } from "../bilingual";
import type { TheoryId } from "../constraints";
import { type LanguageCode, scriptOf } from "../language";
import type { Emission, Path } from "../lattice/lattice";
import { insertionReason } from "../constraints/matrix-language";
import { judgeSwitch } from "../points";
import type { Reason } from "../reasons";
import type { SwitchedSentence, SwitchedWord, Side } from "../sentence";
import { isSpaceless, type Word } from "../words";
import { settled, shownLanguage } from "./spoken";
import { switchesOf } from "./switches";

/** What ends a sentence, with what closes before and behind it. */
const ending = /["”“»«’‘')\]]*[.!?…。！？।॥؟]["”“»«’‘')\].!?…。！？।॥؟]*\s*$/u;
const stops = /[.!?…。！？।॥؟]/gu;
const quotes = /["„“”«»]/gu;

/** Writes a path out as a sentence: words with their languages and sources, switch points with reasons, and the text. */
export function writeSentence(
  pair: BilingualTree,
  path: Path,
  theory: TheoryId,
  matrix: Side,
  bound = true,
): SwitchedSentence {
  const judged = (left: Emission, right: Emission) => judgeSwitch(pair, theory, left, right, matrix, bound);
  const taken = settled(pair, path, matrix, (left, right) => judged(left, right).legal);
  const steps = taken.flatMap(({ unit, side }, step) => pair.units[unit]!.words[side].map(() => step));
  const bare = taken.flatMap(({ unit, side }) =>
    pair.units[unit]!.words[side].map((index) => switchedWord(pair, side, index)),
  );
  const written = writeWords(pair, bare, matrix);
  const words = bare.map((word, position) => ({ ...word, written: written[position]! }));
  /** In a frame the embedded word says why; else the seam that the language changes at, which numbers may part from the word. */
  function reasonOf(position: number): Reason | undefined {
    const step = steps[position]!;
    if (theory === "matrix-language") {
      return path[step]!.side === matrix ? undefined : insertionReason(pair, path, path[step]!);
    }
    const seam = taken.findLastIndex(({ side }, at) => at <= step && at > 0 && taken[at - 1]!.side !== side);
    return judged(taken[seam - 1]!, taken[seam]!).reason;
  }
  return { generator: "grammar", text: written.join(""), words, switches: switchesOf(words, reasonOf) };
}

function switchedWord(pair: BilingualTree, side: Side, index: number): Omit<SwitchedWord, "written"> {
  const sentence = pair.sentences[side];
  const text = sentence.words[index]!.text;
  const here = side === 0 ? "first" : "second";
  const there = side === 0 ? "second" : "first";
  return {
    text,
    language: shownLanguage(pair, side, index),
    script: scriptOf(text),
    source: { side, index },
    aligned: pair.alignment.filter((link) => link[here] === index).map((link) => link[there]),
  };
}

/**
 * Each word keeps the signs that stand around it in its sentence; signs that end a sentence stand only at the end, as in
 * the sentence of the main language, and a capital that only began a sentence only at the beginning. Quotations are marked
 * as the main language's sentence marks them, and close as often as they open.
 */
function writeWords(
  pair: BilingualTree,
  words: readonly Omit<SwitchedWord, "written">[],
  matrix: Side,
): readonly string[] {
  const main = pair.sentences[matrix];
  const marks = quotationMarks([main, pair.sentences[matrix === 0 ? 1 : 0]]);
  let open = 0;
  const pieces = words.map((word, position) => {
    const { side, index } = word.source!;
    const sentence = pair.sentences[side];
    const source = sentence.words[index]!;
    const last = position === words.length - 1;
    const within = index === sentence.words.length - 1 ? source.after.replace(ending, withoutStops) : source.after;
    const after = last ? within.replace(/["„“”«»,;:]/gu, "") : within;
    const before = index === 0 ? source.before.replace(/[¿¡]/gu, "") : source.before;
    open += (before.match(quotes)?.length ?? 0) - (after.match(quotes)?.length ?? 0);
    const text = position > 0 && index === 0 ? lowered(pair, side, source) : source.text;
    const [opened, closed] = [before.replace(quotes, marks.opening), after.replace(quotes, marks.closing)];
    return { text: opened + text + closed.trimEnd(), spaced: !isSpaceless(source.text) };
  });
  return pieces.map(({ text, spaced }, position) => {
    const next = pieces[position + 1];
    const space = next !== undefined && (spaced || next.spaced) ? " " : "";
    const end = next === undefined ? endOf(main.text, open, marks.closing) : "";
    if (position > 0) return text + space + end;
    const opening = main.words[0]!.before.match(/[¿¡]/gu)?.join("") ?? "";
    return opening + capitalised(text, words[0]!.language ?? main.language, main) + space + end;
  });
}

/** The marks around quotations in the first of some sentences that has any. */
function quotationMarks(sentences: readonly { readonly words: readonly Word[] }[]): {
  readonly opening: string;
  readonly closing: string;
} {
  const words = sentences.flatMap((sentence) => sentence.words);
  const first = (of: (word: Word) => string) => words.flatMap((word) => of(word).match(quotes) ?? [])[0] ?? "";
  return { opening: first(({ before }) => before), closing: first(({ after }) => after) };
}

function withoutStops(signs: string): string {
  return signs.replace(stops, "");
}

/** How a sentence ends, with a closing mark for each quotation that is still open and no others. */
function endOf(text: string, open: number, closing: string): string {
  let left = open;
  const end = (ending.exec(text)?.[0].trimEnd() ?? "").replace(quotes, (mark) => (left-- > 0 ? mark : ""));
  return closing.repeat(Math.max(0, left)) + end;
}

/** A sentence's first word inside a sentence: small, unless it is a name, a German noun or the English I. */
function lowered(pair: BilingualTree, side: Side, word: Word): string {
  const { language } = pair.sentences[side];
  const unit = pair.units[pair.unitOf[side][0]!]!;
  const isI = language === "en" && /^I(?:['’]|$)/u.test(word.text);
  const isNoun = language === "de" && unit.words[side].length === 1 && unit.tags.includes("NOUN");
  if (isI || isNoun || unit.tags.length === 0 || unit.tags.includes("PROPN")) return word.text;
  return word.text.replace(/^\p{L}/u, (letter) => letter.toLocaleLowerCase(language));
}

function capitalised(text: string, language: LanguageCode, main: { readonly text: string }): string {
  const startsHigh = /^[^\p{L}]*\p{Lu}/u.test(main.text) || !/\p{Ll}|\p{Lu}/u.test(main.text);
  return startsHigh
    ? text.replace(
        /^([^\p{L}]*)(\p{Ll})/u,
        (_, signs: string, letter: string) => signs + letter.toLocaleUpperCase(language),
      )
    : text;
}
