import fc from "fast-check";
import { expect, it } from "vitest";
import { blocksOf, countTokens } from "./count";

it("blocks end behind a line break, else before a space, never inside a character, and cover the text", () => {
  expect(blocksOf("ab\ncd ef", 5)).toEqual(["ab\n", "cd ef"]);
  expect(blocksOf("abc def", 5)).toEqual(["abc", " def"]);
  expect(blocksOf("a👍👍", 2)).toEqual(["a", "👍", "👍"]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (text, length) => {
      const blocks = blocksOf(text, length);
      expect(blocks.join("")).toBe(text);
      for (const block of blocks) expect(block).not.toMatch(/^[\uDC00-\uDFFF]/);
    }),
  );
});

it("counts every tokenizer and tells how far it is: forty thousand é are twice as many bytes", async () => {
  const events = [];
  const text = "é".repeat(40_000);
  for await (const event of countTokens({ text, tokenizers: [{ id: "utf8" }, { id: "code-points" }] }))
    events.push(event);
  const counts = events.flatMap((event) => (event.kind === "counted" ? event.count : []));
  expect(counts.map(({ tokens }) => tokens)).toEqual([80_000, 40_000]);
  expect(counts.map(({ bytes }) => bytes)).toEqual([80_000, 80_000]);
  expect(events.filter(({ kind }) => kind === "progress").length).toBe(4);
});
