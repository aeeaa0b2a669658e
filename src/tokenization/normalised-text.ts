import { type Normalizer, SequenceNormalizer } from "@huggingface/tokenizers";
import { graphemeSegmenter } from "../segmenter";
import { byteLength, utf8Width } from "./spans";

/**
 * A piece of normalised text, and where, in bytes of the source, the text it came from ends. While `exact`, it is that very
 * text, so that bytes inside it have places of their own.
 */
interface Unit {
  readonly text: string;
  readonly end: number;
  readonly exact: boolean;
}

/** Normalised text as UTF-8, and for each of its bytes where the source text it came from ends. */
export interface NormalisedText {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly sourceEnd: Uint32Array;
}

const utf8 = new TextEncoder();

/**
 * Applies a normaliser and keeps track of where each byte of the result came from. `undefined` when that cannot be
 * established for certain: each of its steps is replayed on the smallest pieces (code points, else graphemes) that give
 * the same as the step on the whole.
 */
export function normalise(source: string, normaliser: Normalizer | null, base = 0): NormalisedText | undefined {
  let text = source;
  let units: readonly Unit[] | undefined;
  for (const step of stepsOf(normaliser)) {
    const result = step.normalize(text);
    if (result === text) continue;
    units = applyStep(units ?? charactersOf(source, base), step, text, result, base);
    if (units === undefined) return undefined;
    text = result;
  }
  return units === undefined ? unchanged(source, base) : spread(units, text);
}

function charactersOf(source: string, base: number): readonly Unit[] {
  let end = base;
  return Array.from(source, (text): Unit => {
    end += utf8Width(text.codePointAt(0) as number);
    return { text, end, exact: true };
  });
}

function unchanged(text: string, base: number): NormalisedText {
  const bytes = utf8.encode(text);
  const sourceEnd = new Uint32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) sourceEnd[at] = base + at + 1;
  return { text, bytes, sourceEnd };
}

function spread(units: readonly Unit[], whole: string): NormalisedText {
  const bytes = utf8.encode(whole);
  const sourceEnd = new Uint32Array(bytes.length);
  let at = 0;
  for (const { text, end, exact } of units) {
    const width = byteLength(text);
    for (let i = 0; i < width; i++) sourceEnd[at + i] = exact ? end - width + i + 1 : end;
    at += width;
  }
  return { text: whole, bytes, sourceEnd };
}

function joined(units: readonly Unit[]): string {
  return units.map((unit) => unit.text).join("");
}

function stepsOf(normaliser: Normalizer | null): readonly Normalizer[] {
  if (normaliser === null) return [];
  return normaliser instanceof SequenceNormalizer ? normaliser.normalizers.flatMap(stepsOf) : [normaliser];
}

/** Units of the result that a step gave for the whole. */
function applyStep(
  units: readonly Unit[],
  step: Normalizer,
  whole: string,
  result: string,
  base: number,
): readonly Unit[] | undefined {
  const config = step.config as { readonly type: string; readonly prepend?: string };
  if (config.type === "Prepend" && config.prepend !== undefined) {
    return giving(result, [{ text: config.prepend, end: base, exact: false }, ...units]);
  }
  if (config.type === "Strip") return giving(result, strip(units, whole.indexOf(result), result.length));
  return pieceByPiece(units, step, result) ?? pieceByPiece(byGrapheme(units, whole), step, result);
}

/** The units, if they are that text. */
function giving(text: string, units: readonly Unit[]): readonly Unit[] | undefined {
  return joined(units) === text ? units : undefined;
}

function strip(units: readonly Unit[], from: number, length: number): readonly Unit[] {
  let at = 0;
  return units.map((unit) => {
    const kept = at >= from && at < from + length;
    at += unit.text.length;
    return kept ? unit : { ...unit, text: "", exact: false };
  });
}

/** Characters and graphemes of which a step is remembered. */
const mostKnown = 20_000;
const knownSteps = new WeakMap<Normalizer, Map<string, string>>();

function knownTo(step: Normalizer): Map<string, string> {
  const known = knownSteps.get(step) ?? new Map<string, string>();
  knownSteps.set(step, known);
  return known;
}

/** The step on each unit alone, when that gives the same as the step on the whole. */
function pieceByPiece(
  units: readonly Unit[] | undefined,
  step: Normalizer,
  wanted: string,
): readonly Unit[] | undefined {
  const known = knownTo(step);
  const result = units?.map(({ text: before, end, exact }) => {
    let text = before === "" ? "" : known.get(before);
    if (text === undefined) {
      text = step.normalize(before);
      if (known.size < mostKnown) known.set(before, text);
    }
    return { text, end, exact: exact && text === before };
  });
  return result && giving(wanted, result);
}

/** Units joined into graphemes; `undefined` when a unit is wider than a grapheme. */
function byGrapheme(units: readonly Unit[], whole: string): readonly Unit[] | undefined {
  const result: Unit[] = [];
  let next = 0;
  let covered = 0;
  for (const { segment, index } of graphemeSegmenter().segment(whole)) {
    const until = index + segment.length;
    let end = result.at(-1)?.end ?? 0;
    let exact = true;
    while (next < units.length && covered < until) {
      const unit = units[next++] as Unit;
      covered += unit.text.length;
      end = unit.end;
      exact &&= unit.exact;
    }
    if (covered !== until) return undefined;
    result.push({ text: segment, end, exact });
  }
  const last = units.at(-1);
  if (last !== undefined && next < units.length) result.push({ ...last, text: "", exact: false });
  return result;
}
