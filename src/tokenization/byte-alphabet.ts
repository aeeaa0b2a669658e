/**
 * The alphabet in which byte-level vocabularies spell bytes (Radford et al. 2019): printable Latin-1 stands for itself, the
 * other 68 bytes for U+0100 onwards, so that a space is `Ġ`.
 */
const characterOfByte: readonly string[] = buildAlphabet();
const byteOfCharacter: ReadonlyMap<string, number> = new Map(
  characterOfByte.map((character, byte) => [character, byte]),
);

function buildAlphabet(): string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
    return String.fromCodePoint(printable ? byte : next++);
  });
}

/** Spells bytes in the byte-level alphabet: the UTF-8 of " é" becomes `ĠÃ©`. */
export function spellBytes(bytes: Iterable<number>): string {
  let spelling = "";
  for (const byte of bytes) spelling += characterOfByte[byte] as string;
  return spelling;
}

/** The bytes that a byte-level piece spells; `undefined` when a character of it is not in the alphabet. */
export function readSpelling(piece: string): Uint8Array | undefined {
  const bytes = new Uint8Array(piece.length);
  let length = 0;
  for (const character of piece) {
    const byte = byteOfCharacter.get(character);
    if (byte === undefined) return undefined;
    bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}
