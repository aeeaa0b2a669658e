import type { Encoder, Token } from "../encoder";

/** For tests: cuts ASCII text into the longest tokens of a list. */
export function toy(tokens: readonly string[]): Encoder {
  return {
    id: "toy",
    name: "toy",
    vocabularySize: tokens.length,
    encode(text) {
      const cut: Token[] = [];
      for (let at = 0; at < text.length; ) {
        const piece = tokens.filter((token) => text.startsWith(token, at)).sort((a, b) => b.length - a.length)[0]!;
        const span = [at, at + piece.length] as const;
        cut.push({ id: tokens.indexOf(piece), piece, bytes: span, codePoints: span, utf16: span, special: false });
        at += piece.length;
      }
      return cut;
    },
    decode: (ids) => ids.map((id) => tokens[id]).join(""),
    bytesOf: (id) => new TextEncoder().encode(tokens[id]),
  };
}
