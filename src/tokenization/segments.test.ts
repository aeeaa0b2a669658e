import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemesOf, graphemeStarts, wordsOf } from "./segments";
import { touched } from "./spans";

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

describe("graphemes by number", () => {
  // x is one UTF-16 unit; the thumb and its skin colour are two each, one grapheme; हि is two.
  it("are those that a span of UTF-16 units touches, wholly or in part: of x👍🏽हि the units 3 to 5 are in the second", () => {
    const starts = graphemeStarts("x👍🏽हि");
    expect([...starts]).toEqual([0, 1, 5, 7]);
    expect(touched(starts, [3, 5])).toEqual([1, 2]);
    expect(touched(starts, [0, 6])).toEqual([0, 3]);
    expect(touched(starts, [7, 7])).toEqual([3, 3]);
  });
});
