import { expect, test } from "vitest";
import {
  type ChatRow,
  type ChatTestRow,
  corpusFiles,
  type HeldOutProblemRow,
  type ProblemRow,
  type StoryRow,
} from "./corpus";
import { examine } from "./examine";
import { answerOf } from "./exchange";
import { realisers } from "./languages";
import { partOf } from "./split";

function first<T>(name: string, count: number): T[] {
  const rows: T[] = [];
  for (const row of corpusFiles.find((file) => file.name === name)!.rows()) {
    if (rows.push(row as T) === count) break;
  }
  return rows;
}

test("a story row has its sentences in every registered language", () => {
  for (const { texts } of first<StoryRow>("stories", 20)) {
    expect(Object.keys(texts)).toEqual(Object.keys(realisers));
    const lengths = Object.values(texts).map((sentences) => sentences.length);
    expect(new Set(lengths).size).toBe(1);
  }
});

test("held-out stories and training stories have no seed and no text in common", () => {
  const parts = (name: string, count: number) =>
    first<StoryRow>(name, count).map(({ seed, texts }) => ({ seed, part: partOf(texts.en!.join(" ")) }));
  const train = parts("stories", 100);
  const heldOut = parts("stories-heldout", 4);
  expect(train.every(({ part }) => part === "train")).toBe(true);
  expect(heldOut.some(({ part }) => part === "train")).toBe(false);
  expect(heldOut.filter(({ seed }) => train.some((row) => row.seed === seed))).toEqual([]);
});

test("the split takes one in fifty contents out of training", () => {
  const out = Array.from({ length: 5000 }, (_, at) => partOf(`story ${at}`)).filter((part) => part !== "train").length;
  // 2 % of 5000 is 100, with a standard deviation of 10.
  expect(out).toBeGreaterThan(60);
  expect(out).toBeLessThan(140);
});

test("the answer of a reading is a number of its facts", () => {
  for (const language of ["en", "tr"]) {
    for (const { parts, answer } of first<Pick<ProblemRow, "parts" | "answer">>(`readings-${language}`, 100)) {
      expect(answerOf(parts.map(([text]) => text).join(""))).toBe(answer);
      expect(parts[0]![0].match(/\d+/g)!.map(Number)).toContain(answer);
      expect(parts[1]![0]).not.toMatch(/[+×=]/);
    }
  }
});

test("problems are trained on in English and held out in every language", () => {
  const train = first<ProblemRow>("problems-train", 200);
  for (const { parts, answer } of train) {
    expect(parts.map(([, learnt]) => learnt)).toEqual([false, true]);
    expect(answerOf(parts.map(([text]) => text).join(""))).toBe(answer);
  }
  const questions = new Set(train.map(({ parts }) => parts[0]![0]));
  for (const { texts } of first<HeldOutProblemRow>("problems-test", 5)) {
    expect(Object.keys(texts)).toEqual(["en", "de", "es", "hi", "tr"]);
    expect(questions.has(texts.en.prompt)).toBe(false);
  }
});

test("dialogues teach the answers only, in English and Spanish", () => {
  const rows = first<ChatRow>("chat-train", 14);
  for (const { parts, instructions } of rows) {
    expect(parts).toHaveLength(2 * instructions.length);
    for (const [text, learnt] of parts) expect(text.startsWith("<|im_start|>user")).toBe(!learnt);
  }
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(["en", "es"]));
  expect(new Set(rows.map(({ instructions }) => instructions.length))).toEqual(new Set([1, 2, 3]));
});

test("test instructions are not trained on and are the same in all languages", () => {
  const rows = first<ChatTestRow>("chat-test", 10);
  for (const { seed, prompt, instruction } of rows.filter(({ language }) => language === "en")) {
    const user = prompt.replace("<|im_start|>user\n", "").split("<|im_end|>")[0]!;
    expect(partOf(user, 5)).not.toBe("train");
    const same = rows.filter((row) => row.seed === seed);
    expect(new Set(same.map((row) => row.instruction.kind))).toEqual(new Set([instruction.kind]));
    for (const row of same)
      expect(examine({ instruction: row.instruction, text: row.answer })).toEqual({ passed: true });
  }
});

test("a text is examined for faults and for attributes", () => {
  expect(examine({ language: "en", text: "Anna was sad. She go home." })).toMatchObject({
    sentences: 2,
    faulty: 1,
    words: 6,
  });
  expect(examine({ language: "en", text: "Anna was very sad.", attribute: "mood" })).toEqual({ value: "sad" });
  expect(examine({ language: "de", text: "Anna wird schlafen.", attribute: "tense" })).toEqual({ value: "future" });
  expect(examine({ language: "de", text: "Anna.", attribute: "tense" })).toEqual({ value: null });
});

test("prompts to translate are asked in English or Spanish, and what they quote is asked in another language", () => {
  for (const { language, parts } of first<ChatRow>("asked", 24)) {
    const [[user], [assistant]] = parts as [ChatRow["parts"][0], ChatRow["parts"][0]];
    expect(["en", "es"]).toContain(language);
    expect(user).toMatch(/user\n(Say this in|What is this in|Di esto en|¿Cómo se dice esto en) /);
    expect(user).not.toContain(assistant.replace("<|im_end|>\n", ""));
  }
});
