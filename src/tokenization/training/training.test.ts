import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { unwrap } from "../../result";
import { createEncoder } from "../hf-encoder";
import { trainers } from ".";
import ids from "./golden/ids.golden.json";
import merges from "./golden/merges.golden.json";
import ours from "./golden/ours.golden.json";
import type { Trainer, TrainingOptions } from "./trainer";

const corpus = Object.values(parallelSentences)
  .map((lines) => lines.join("\n"))
  .join("\n");
const options: TrainingOptions = { vocabularySize: 1400, specialTokens: ["<|endoftext|>"] };

function trained(name: string, text: string, given = options) {
  const trainer = trainerOf(name);
  const steps = trainer.train(text, given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value.done).toBeLessThanOrEqual(step.value.total);
  }
}

function trainerOf(name: string): Trainer {
  return trainers.find((trainer) => trainer.name === name)!;
}

function bpe(name: string, text: string) {
  const model = trained(name, text).tokenizer["model"] as { vocab: Record<string, number>; merges: string[][] };
  const tokens = Object.keys(model.vocab).sort((a, b) => model.vocab[a]! - model.vocab[b]!);
  return { tokens, merges: model.merges };
}

describe.each(["byte-level-bpe", "character-bpe"] as const)("%s", (name) => {
  test("9.1 has the tokens and merges of Python's tokenizers, in its order", () => {
    for (const text of ["corpus", "letters"] as const) {
      const golden = merges[name][text];
      const learnt = bpe(name, text === "corpus" ? corpus : merges.letters);
      expect(learnt.merges.length).toBeGreaterThan(50);
      expect(learnt).toEqual(golden);
    }
  });
});

describe.each(trainers.map(({ name }) => name))("%s", (name) => {
  const files = trained(name, corpus);
  const encoder = unwrap(createEncoder(files, name));

  test("9.2 trains the same file again, of the size asked for", () => {
    if (process.env["UPDATE_GOLDEN"]) update(name, files.tokenizer);
    expect(JSON.stringify(files.tokenizer)).toBe(JSON.stringify(trained(name, corpus).tokenizer));
    expect(files.tokenizer).toEqual((ours as Record<string, unknown>)[name]);
    expect(encoder.vocabularySize).toBe(1400);
  });

  test("9.3 gives the ids that Python's tokenizers gives for the file", () => {
    const golden = (ids.ids as Record<string, readonly (readonly number[])[]>)[name]!;
    expect(ids.texts.map((text) => encoder.encode(text).map(({ id }) => id))).toEqual(golden);
  });

  test("9.4 refuses a text without words and a size below the alphabet, with the size that would do", () => {
    expect(() => trained(name, "")).toThrow(/no words/);
    expect(() => trained(name, corpus, { ...options, vocabularySize: 20 })).toThrow(/Choose at least \d+/);
  });
});

function update(name: string, tokenizer: unknown): void {
  const path = new URL("golden/ours.golden.json", import.meta.url);
  const all = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...all, [name]: tokenizer }));
}
