import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextStream } from "./text-stream";

describe("TextStream", () => {
  it("holds the bytes of ü (C3 BC) back until both have come", () => {
    const stream = new TextStream((id) => Uint8Array.of(id));
    expect([0x66, 0xc3, 0xbc, 0x72].map((byte) => stream.push(byte))).toEqual(["f", "", "ü", "r"]);
    expect(stream.end()).toBe("für");
  });

  it("ends a cut character with U+FFFD and adds nothing for a special token", () => {
    const stream = new TextStream((id) => (id === 0 ? new Uint8Array(0) : Uint8Array.of(0xe0, 0xa4)));
    expect([stream.push(0), stream.push(1)]).toEqual(["", ""]);
    expect(stream.end()).toBe("\ufffd");
  });

  it("the pieces of any text, cut anywhere, join to the text and are well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 5 }), (text, step) => {
        const bytes = new TextEncoder().encode(text);
        const stream = new TextStream((id) => bytes.subarray(id, id + step));
        const pieces: string[] = [];
        for (let start = 0; start < bytes.length; start += step) pieces.push(stream.push(start));
        expect(pieces.every((piece) => !/\p{Surrogate}/u.test(piece) && !piece.includes("\ufffd"))).toBe(
          !text.includes("\ufffd"),
        );
        expect(pieces.join("")).toBe(text);
        expect(stream.end()).toBe(text);
      }),
    );
  });
});
