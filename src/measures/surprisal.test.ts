import { expect, test } from "vitest";
import { bitsByWord } from "./surprisal";

test("14.1 a token's bits go to its bytes: 3 bits over “ab ”, 4 over “cd” and 2 over “é.”", () => {
  // “ab cd é.” has bytes a b _ c d _ é é . = 9; tokens end at 2, 5, 9 with 4, 6, 8 bits: 2, 2 a byte and 2 a byte.
  const words = bitsByWord("ab cd é.", { ends: [2, 5, 9], bits: [4, 6, 8] }, "en");
  expect(words).toEqual([
    { text: "ab ", bits: 6 },
    { text: "cd ", bits: 6 },
    { text: "é.", bits: 6 },
  ]);
});

test("14.1 the words are the text and their bits the tokens', whatever the tokens; a model against itself differs by 0", () => {
  const text = "«Привет», sagte er — और वह चला गया।";
  const length = new TextEncoder().encode(text).length;
  const tokens = { ends: [1, 7, 20, length], bits: [5.5, 1, 9, 3.25] };
  const words = bitsByWord(text, tokens, "de");
  expect(words.map((word) => word.text).join("")).toBe(text);
  expect(words.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(18.75, 10);
  for (const [i, word] of bitsByWord(text, tokens, "de").entries()) expect(word.bits - words[i]!.bits).toBe(0);
});
