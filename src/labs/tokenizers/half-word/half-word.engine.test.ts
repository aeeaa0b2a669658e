import { afterAll, expect, test } from "vitest";
import { filesOf } from "../../../checkpoints/node-files";
import { createLocalEngine } from "../../../engine/local";
import { type Document, defaults } from "../../../experiments/documents/tokenizers";
import type { HalfWordResult } from "./result";
import { halfWord } from "./run";

const inner = createLocalEngine();
afterAll(() => inner.close());

/** The embedded base is read from disk. */
const engine = new Proxy(inner, {
  get(target, key) {
    if (key === "load") return async () => inner.load(await filesOf("public/models/polyglot-base"));
    const member: unknown = Reflect.get(target, key, target);
    return typeof member === "function" ? (member.bind(target) as unknown) : member;
  },
});

async function given(change: Partial<Document["halfWord"]>): Promise<HalfWordResult> {
  const document: Document = { ...defaults, task: "half-word", halfWord: { ...defaults.halfWord, ...change } };
  let last: HalfWordResult | undefined;
  const tools = { engine, signal: new AbortController().signal, onProgress: () => undefined };
  for await (const result of halfWord(document, tools)) last = result.halfWord;
  return last!;
}

test("behind half a word the naive way misses the letter that the exact way expects", async () => {
  const { places, next } = await given({ word: " gar" });
  expect(places.map(({ next: letter }) => letter).join("")).toBe(" gar");
  const inside = places.slice(2);
  const product = (way: "naive" | "exact") => inside.reduce((all, { probability }) => all * probability[way], 1);
  expect(product("exact")).toBeGreaterThan(0.2);
  expect(product("naive")).toBeLessThan(product("exact") / 10);
  expect(next.find(({ shown }) => shown === "r")?.probability.exact).toBeCloseTo(places[3]!.probability.exact, 5);
}, 60_000);

test("the exact way finds the next letter of an English word in a Hindi sentence, which hardly begins there", async () => {
  const { places } = await given({ before: "मेरी माँ beautif", word: "u" });
  expect(places[0]!.probability.exact).toBeGreaterThan(0.99);
});

test("no word is named", async () => {
  await expect(given({ word: "" })).rejects.toMatchObject({ problem: { code: "prompt-empty" } });
});
