import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import { gramsOf, KeptTexts } from "./near";
import { compilePattern } from "./pattern";

function near(first: string, second: string): number {
  const kept = new KeptTexts();
  kept.keep(first.split(" "));
  return kept.nearest(second.split(" "));
}

describe("near-duplicates (SPEC 19.2)", () => {
  test("an exact duplicate has 1, whatever its capitals; nothing in common 0", () => {
    expect(near("the old dog sleeps", "The old dog sleeps")).toBe(1);
    expect(near("hola", "hola")).toBe(1);
    expect(near("the old dog sleeps", "we drink cold water")).toBe(0);
  });

  test("by hand: a b c d e and a b c d f have two of four trigrams in common", () => {
    // {abc, bcd, cde} and {abc, bcd, cdf}: 2 / 4.
    expect(near("a b c d e", "a b c d f")).toBe(0.5);
    expect(gramsOf(["a", "b", "c", "d", "e"]).size).toBe(3);
  });

  test("diversity by hand: four distinct trigrams of six", () => {
    const kept = new KeptTexts();
    for (const text of ["a b c d e", "a b c d f"]) kept.keep(text.split(" "));
    expect(kept.diversity()).toBeCloseTo(4 / 6, 12);
  });

  test("the nearest of all kept texts is the greatest Jaccard index with any", () => {
    const texts = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 }), (some, text) => {
        const kept = new KeptTexts();
        for (const one of some) kept.keep(one);
        const grams = gramsOf(text);
        const indices = some.map((one) => {
          const other = gramsOf(one);
          const common = [...grams].filter((gram) => other.has(gram)).length;
          return common / (grams.size + other.size - common);
        });
        expect(kept.nearest(text)).toBeCloseTo(Math.max(...indices), 12);
      }),
    );
  });
});

describe("patterns (SPEC 19.3)", () => {
  test.each([
    ["^[A-ZÄÖÜ]", ["Der Hund", "der Hund", ""]],
    [String.raw`\bperros?\b`, ["el perro ve", "los perros ven", "perrito"]],
    [String.raw`\p{Script=Devanagari}{3,}`, ["the मेज़ here", "a घ b", ""]],
    ["(?:ab|a)(?:c|bcd)$", ["abcd", "abc", "ab"]],
    ["a{2}(b{1,2}|c{2,})?d", ["aad", "aabbbd", "aacccd", "aacd"]],
    [String.raw`^\S+ \S+\.?$`, ["two words.", "three words here"]],
    ["[^a-z ]", ["abc d", "abc D", "😀"]],
    [String.raw`(?<name>x)y*?\(?`, ["xyy(", "y"]],
    ["", ["", "a"]],
    ["(a*)*b", ["aaab", "aaa"]],
    [".", ["\n", "a"]],
    [String.raw`[\]\b]\u0041\x42\u{43}`, ["]ABC", "ABC"]],
  ])("%s is read as JavaScript reads it", (pattern, texts) => {
    const test = unwrap(compilePattern(pattern));
    for (const text of texts) expect([text, test(text)]).toEqual([text, new RegExp(pattern, "u").test(text)]);
  });

  test("any pattern of letters, choices and repeats agrees with JavaScript", () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("a", "b", ".", "[ab]", "^", "$", String.raw`\b`),
        fc.tuple(tie("pattern"), tie("pattern")).map(([one, two]) => one + two),
        fc.tuple(tie("pattern"), tie("pattern")).map(([one, two]) => `(${one}|${two})`),
        fc
          .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{0,2}", "{1,}"))
          .map(([one, sign]) => `(?:${one})${sign}`),
      ),
    }));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[ab ]{0,8}$/), (source, text) => {
        expect(unwrap(compilePattern(source))(text)).toBe(new RegExp(source, "u").test(text));
      }),
      { numRuns: 300 },
    );
  });

  test("no pattern hangs: what takes JavaScript for ever ends, and what is too large is named", () => {
    const text = `${"a".repeat(5000)}b`;
    for (const evil of ["(a|aa)+$", "(a+)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"]) {
      expect([evil, unwrap(compilePattern(evil))(text)]).toEqual([evil, false]);
    }
    for (const large of ["(?:a{50}){50}", "(?:(?:(?:){1000}){1000}){1000}", "a{1000000000}"]) {
      const read = compilePattern(large);
      expect(read.ok ? "" : read.problem.what).toContain("repeats too much");
    }
  });

  test.each([
    ["(", "cannot be used"],
    ["a(?=b)", "look-around"],
    [String.raw`(a)\1`, "back references"],
    ["(?<!x)a", "look-around"],
  ])("%s is refused by name", (pattern, why) => {
    const read = compilePattern(pattern);
    expect(read.ok ? "" : read.problem.code).toBe("input-invalid");
    expect(read.ok ? "" : read.problem.what).toContain(why);
  });
});
