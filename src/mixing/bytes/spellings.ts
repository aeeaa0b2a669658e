import type { Encoder } from "../../tokenization/encoder";
import { pendingStart, widthOf } from "./utf8";

/** How a tokenizer spells bytes. */
export interface ByteVocabulary {
  readonly size: number;
  /** Empty for a special token. */
  bytesOf(id: number): Uint8Array;
  /** The ids that encodings of texts with these first bytes begin with, where a token ends with the last of the bytes. */
  spellings(bytes: Uint8Array): Iterable<readonly number[]>;
}

/**
 * An encoder's own spelling of a text is the only one. Inside a character those are looked for that some completion of the
 * character has; completions vary in the next byte.
 */
export function byteVocabulary(encoder: Encoder): ByteVocabulary {
  const encode = (bytes: Uint8Array): readonly number[] | undefined => {
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
    return encoder.encode(text).map(({ id }) => id);
  };
  return {
    size: encoder.vocabularySize,
    bytesOf: (id) => encoder.bytesOf(id),
    *spellings(bytes) {
      const found = new Set<string>();
      for (const whole of completions(bytes)) {
        const spelled = upTo(encode(whole) ?? [], bytes.length, (id) => encoder.bytesOf(id).length);
        if (!spelled || found.has(spelled.join())) continue;
        found.add(spelled.join());
        yield spelled;
      }
    },
  };
}

/** The ids whose bytes are `length` in sum; undefined where no token ends there. */
function upTo(ids: readonly number[], length: number, lengthOf: (id: number) => number): readonly number[] | undefined {
  let end = 0;
  for (let i = 0; i <= ids.length; i++) {
    if (end === length) return ids.slice(0, i);
    if (i < ids.length) end += lengthOf(ids[i]!);
  }
  return undefined;
}

const filler = 0xa8;

/** The bytes with their last character completed in as many ways as its next byte has; the bytes where it is complete. */
function completions(bytes: Uint8Array): readonly Uint8Array[] {
  const start = pendingStart(bytes);
  if (start === bytes.length) return [bytes];
  const missing = widthOf(bytes[start]!) - (bytes.length - start);
  return Array.from({ length: 64 }, (_, i) => {
    const whole = new Uint8Array(bytes.length + missing).fill(filler);
    whole.set(bytes);
    whole[bytes.length] = 0x80 + i;
    return whole;
  });
}
