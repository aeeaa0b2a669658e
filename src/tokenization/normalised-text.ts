import { type Normalizer, SequenceNormalizer } from "@huggingface/tokenizers";
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

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const utf8 = new TextEncoder();

/**
 * Applies a normaliser and keeps track of where each byte of the result came from. `undefined` when that cannot be
 * established for certain: the steps are replayed one by one, each on the smallest pieces (code points, else graphemes)
 * that give the same as the whole, and the outcome must equal what the normaliser itself returns.
 */
export function normalise(source: string, normaliser: Normalizer | null, base = 0): NormalisedText | undefined {
  const wanted = normaliser === null ? source : normaliser.normalize(source);
  if (wanted === source) return unchanged(source, base);
  let end = base;
  let units: readonly Unit[] | undefined = Array.from(source, (text): Unit => {
    end += utf8Width(text.codePointAt(0) as number);
    return { text, end, exact: true };
  });
  for (const step of stepsOf(normaliser)) {
    units = applyStep(units, step, base);
    if (units === undefined) return undefined;
  }
  return joined(units) === wanted ? { text: wanted, ...spread(units) } : undefined;
}

function unchanged(text: string, base: number): NormalisedText {
  const bytes = utf8.encode(text);
  const sourceEnd = new Uint32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) sourceEnd[at] = base + at + 1;
  return { text, bytes, sourceEnd };
}

function spread(units: readonly Unit[]): Pick<NormalisedText, "bytes" | "sourceEnd"> {
  const bytes = utf8.encode(joined(units));
  const sourceEnd = new Uint32Array(bytes.length);
  let at = 0;
  for (const { text, end, exact } of units) {
    const width = byteLength(text);
    for (let i = 0; i < width; i++) sourceEnd[at + i] = exact ? end - width + i + 1 : end;
    at += width;
  }
  return { bytes, sourceEnd };
}

function joined(units: readonly Unit[]): string {
  return units.map((unit) => unit.text).join("");
}

function stepsOf(normaliser: Normalizer | null): readonly Normalizer[] {
  if (normaliser === null) return [];
  return normaliser instanceof SequenceNormalizer ? normaliser.normalizers.flatMap(stepsOf) : [normaliser];
}

function applyStep(units: readonly Unit[], step: Normalizer, base: number): readonly Unit[] | undefined {
  const whole = joined(units);
  const result = step.normalize(whole);
  if (result === whole) return units;
  const config = step.config as { readonly type: string; readonly prepend?: string };
  if (config.type === "Prepend" && config.prepend !== undefined) {
    return [{ text: config.prepend, end: base, exact: false }, ...units];
  }
  if (config.type === "Strip") return strip(units, whole.indexOf(result), result.length);
  return pieceByPiece(units, step, result) ?? pieceByPiece(byGrapheme(units, whole), step, result);
}

function strip(units: readonly Unit[], from: number, length: number): readonly Unit[] {
  let at = 0;
  return units.map((unit) => {
    const kept = at >= from && at < from + length;
    at += unit.text.length;
    return kept ? unit : { ...unit, text: "", exact: false };
  });
}

/** The step on each unit alone, when that gives the same as the step on the whole. */
function pieceByPiece(
  units: readonly Unit[] | undefined,
  step: Normalizer,
  wanted: string,
): readonly Unit[] | undefined {
  const result = units?.map((unit) => {
    const text = unit.text === "" ? "" : step.normalize(unit.text);
    return { text, end: unit.end, exact: unit.exact && text === unit.text };
  });
  return result !== undefined && joined(result) === wanted ? result : undefined;
}

/** Units joined into graphemes; `undefined` when a unit is wider than a grapheme. */
function byGrapheme(units: readonly Unit[], whole: string): readonly Unit[] | undefined {
  const result: Unit[] = [];
  let next = 0;
  let covered = 0;
  for (const { segment, index } of graphemes.segment(whole)) {
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
