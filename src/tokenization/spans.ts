import { LabError } from "../result";
import type { Span } from "./encoder";

const utf8 = new TextEncoder();
const loneSurrogate = /\p{Surrogate}/u;

/** Refuses text that UTF-8 cannot hold. Throws LabError `text-unpaired-surrogate`. */
export function requireWellFormed(text: string): void {
  const at = text.search(loneSurrogate);
  if (at < 0) return;
  throw new LabError({
    code: "text-unpaired-surrogate",
    what: `The text holds half of a character (an unpaired surrogate) at position ${at}.`,
    remedy: "Delete the character there, or paste the text again from its source.",
    facts: { position: at },
  });
}

/** Where each code point of a text begins, in UTF-8 bytes and in UTF-16 units; both end with the length of the text. */
export class TextIndex {
  readonly bytes: Uint8Array;
  /** [code points + 1] */
  readonly byteOfCodePoint: Uint32Array;
  /** [code points + 1] */
  readonly utf16OfCodePoint: Uint32Array;
  /** [bytes + 1]: the code point that holds a byte; the last entry is the number of code points. */
  readonly codePointOfByte: Uint32Array;

  /** Throws LabError `text-unpaired-surrogate`. */
  constructor(readonly text: string) {
    requireWellFormed(text);
    this.bytes = utf8.encode(text);
    this.codePointOfByte = new Uint32Array(this.bytes.length + 1);
    const byteStarts = new Uint32Array(text.length + 1);
    const utf16Starts = new Uint32Array(text.length + 1);
    let byte = 0;
    let unit = 0;
    let count = 0;
    while (unit < text.length) {
      const width = utf8Width(text.codePointAt(unit) as number);
      byteStarts[count] = byte;
      utf16Starts[count] = unit;
      for (const until = byte + width; byte < until; byte++) this.codePointOfByte[byte] = count;
      unit += width === 4 ? 2 : 1;
      count += 1;
    }
    byteStarts[count] = byte;
    utf16Starts[count] = unit;
    this.codePointOfByte[byte] = count;
    this.byteOfCodePoint = byteStarts.slice(0, count + 1);
    this.utf16OfCodePoint = utf16Starts.slice(0, count + 1);
  }

  get codePoints(): number {
    return this.byteOfCodePoint.length - 1;
  }

  /** The code points that a byte span touches, the same span in ASCII; an empty span stays empty, at the code point it lies in. */
  codePointsOf(span: Span): Span {
    if (this.bytes.length === this.codePoints) return span;
    const [start, end] = span;
    const first = this.codePointOfByte[start] as number;
    return end > start ? [first, (this.codePointOfByte[end - 1] as number) + 1] : [first, first];
  }

  /** UTF-16 units of a span of code points; the same span where the text has no character of two. */
  utf16Of(span: Span): Span {
    if (this.text.length === this.codePoints) return span;
    const [start, end] = span;
    return [this.utf16OfCodePoint[start] as number, this.utf16OfCodePoint[end] as number];
  }

  /** Bytes of a span of code points. */
  bytesOf([start, end]: Span): Span {
    return [this.byteOfCodePoint[start] as number, this.byteOfCodePoint[end] as number];
  }
}

/** Which units a span touches, by where each unit begins, ascending, and the end of the last; an empty span stays empty, at the unit it lies in. */
export function touched(starts: Uint32Array, [start, end]: Span): Span {
  const first = upperBound(starts, start) - 1;
  return end > start ? [first, upperBound(starts, end - 1)] : [first, first];
}

/** Bytes that a code point takes in UTF-8 (RFC 3629): 1 to 4. */
export function utf8Width(codePoint: number): 1 | 2 | 3 | 4 {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  let length = 0;
  for (const character of text) length += utf8Width(character.codePointAt(0) as number);
  return length;
}

/** How many entries of an ascending list are at most `value`. */
function upperBound(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
