import type { Encoder, Token } from "./encoder";
import { TextIndex } from "./spans";
import { readUtf8, withSpans } from "./token-builder";

/** One token a UTF-8 byte, as ByT5 and other byte models read text (Xue et al. 2022); the id is the byte. */
export function createByteEncoder(): Encoder {
  return { id: "utf8", name: "UTF-8 bytes", vocabularySize: 256, encode, decode, bytesOf };
}

function encode(text: string): readonly Token[] {
  const index = new TextIndex(text);
  return withSpans(
    index,
    Array.from(index.bytes, (byte, at) => ({ id: byte, piece: hexadecimal(byte), end: at + 1, special: false })),
  );
}

function hexadecimal(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

function decode(ids: readonly number[]): string {
  return readUtf8(Uint8Array.from(ids));
}

function bytesOf(id: number): Uint8Array {
  return Uint8Array.of(id);
}
