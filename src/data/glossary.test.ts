import { expect, test } from "vitest";
import { labIds } from "../experiments/experiment";
import { parseHash } from "../experiments/link";
import { findWords } from "./find-words";
import { glossary, hashOfWord, idOfWord } from "./glossary";

/** What the lab says: its panels, pages and lessons, and what methods and measures say of themselves. */
const sources = import.meta.glob<string>(
  [
    "../{labs,lessons,app}/**/*.{ts,tsx}",
    "../{tokenization,codeswitch}/metrics/*.ts",
    "../measures/card/measures/*.ts",
    "../merging/methods/*.ts",
    "../mixing/mixers/*.ts",
    "../steering/directions/*.ts",
    "./systems.json",
    "!../**/*.test.ts",
  ],
  { query: "?raw", import: "default", eager: true },
);

const termsIn = (text: string) => findWords(text).map(({ word }) => word.term);

test("terms and their other forms are unique, and stand by alphabet", () => {
  const written = glossary.flatMap(({ term, forms }) => [term, ...forms]).map((form) => form.toLowerCase());
  expect(written.filter((form, i) => written.indexOf(form) !== i)).toEqual([]);
  const terms = glossary.map(({ term }) => term);
  expect(terms.toSorted((a, b) => a.localeCompare(b, "en", { sensitivity: "base" }))).toEqual(terms);
});

test("each has a definition of one to three sentences, and a lab where one meets it", () => {
  for (const { term, means, labs } of glossary) {
    const sentences = means.split(/(?<=[.”])\s+(?=[\p{Lu}\d])/u);
    expect([term, sentences.length >= 1 && sentences.length <= 3 && means.endsWith(".")]).toEqual([term, true]);
    expect([term, labs.length > 0 && labs.every((lab) => labIds.includes(lab))]).toEqual([term, true]);
  }
});

test("each has an address of its own, which opens the page of words at it", () => {
  const ids = glossary.map(idOfWord);
  expect(new Set(ids).size).toBe(ids.length);
  for (const word of glossary) {
    expect(parseHash(hashOfWord(word))).toEqual({ ok: true, value: { page: "words", word: idOfWord(word) } });
  }
});

test("each is used in what the lab says", () => {
  const said = Object.values(sources).map((text) => text.replace(/^\s*(?:import|\/\/|\/?\*).*$/gm, ""));
  const used = new Set(said.flatMap(termsIn));
  expect(glossary.filter(({ term }) => !used.has(term)).map(({ term }) => term)).toEqual([]);
});

test("a definition uses no hard word that is not here", () => {
  const hard =
    /\b(?:\p{Lu}{2,}\w*|logits?|residual stream|embeddings?|entropy|cosines?|n-grams?|neurons?|class distances?|quantised|perplexity|surprisal|nats?|graphemes?|code points?|task vectors?|held-out|fine-tunes?|chrF|layers?|tokens?|vectors?|states)\b/gu;
  for (const { term, means } of glossary) {
    const found = findWords(means);
    const strange = [...means.matchAll(hard)]
      .filter(({ index, 0: word }) => !found.some(({ start, end }) => start <= index && index + word.length <= end))
      .map(([word]) => word)
      .filter((word) => !["BERT", "YAML"].includes(word));
    expect([term, strange]).toEqual([term, []]);
  }
});

test("words are found whole, in any case but for short forms, the longest first", () => {
  expect(termsIn("At strength 1 it moves one class\n distance: bits per byte, not a bit-wise one.")).toEqual([
    "Class distance",
    "Bits per byte",
  ]);
  expect(termsIn("TIES breaks ties; held out or Held-out")).toEqual(["TIES", "Held-out", "Held-out"]);
  expect(termsIn("a d′ of 3.3, the functional head")).toEqual(["d′", "Functional head"]);
  expect(termsIn("tokenized, sublayers, tokens")).toEqual(["Token"]);
});
