import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemesOf, wordsOf } from "./segments";

const long = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constant(" "),
      fc.constant("人人生而自由，"),
      fc.constant("あいうガギグ゛ｶﾞ한국".repeat(40)),
      fc.constant("नमस्ते "),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

describe("segments of long texts", () => {
  it.each(["grapheme", "word"] as const)("are those of the whole at once: %s", (granularity) => {
    const whole = new Intl.Segmenter(undefined, { granularity });
    fc.assert(
      fc.property(long, (text) => {
        const expected = Array.from(whole.segment(text)).filter(({ isWordLike }) => isWordLike !== false);
        const segments = granularity === "word" ? wordsOf(text) : graphemesOf(text);
        expect(segments.map((segment) => segment.text)).toEqual(expected.map(({ segment }) => segment));
        for (const { text: segment, span } of segments) expect(text.slice(...span)).toBe(segment);
      }),
    );
  });
});
