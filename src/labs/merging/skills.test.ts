import { beforeAll, describe, expect, test } from "vitest";
import { generateProblem } from "../../../training/stories/problems/problem";
import { loadIdentifier } from "../../codeswitch/identify";
import { instructions, problems } from "../../data/measures";
import { defaults } from "../../experiments/documents/merging";
import { AnswerCache, collect, type Subject } from "../../measures/card/collect";
import { joinNeeds } from "../../measures/card/needs";
import type { Instruction } from "../../measures/instructions/instruction";
import { measuresOf } from "../../measures/card/registry";
import { skillItems } from "./skills";

beforeAll(loadIdentifier, 60_000);

const labels = {
  en: ["Question: ", "\nAnswer:"],
  de: ["Frage: ", "\nAntwort:"],
  es: ["Pregunta: ", "\nRespuesta:"],
  hi: ["प्रश्न: ", "\nउत्तर:"],
  tr: ["Soru: ", "\nCevap:"],
} as const;
type Language = keyof typeof labels;
const languages = Object.keys(labels) as Language[];

/** Share right in one skill and language where every turn is answered by `reply`. */
async function shareOf(skill: string, language: Language, reply: (prompt: string, turn: number) => string) {
  const items = await skillItems({ ...defaults, languages: [language], skillItems: 40 });
  const [measure] = measuresOf([skill]);
  const subject: Subject = {
    id: "test",
    score: async () => [],
    embed: async () => [],
    reply: async ({ turns }) => turns.map(reply),
  };
  const options = { cache: new AnswerCache(), signal: new AbortController().signal, onProgress: () => {} };
  const materials = await collect(joinNeeds([measure!.needs(items)]), subject, options);
  const main = measure!.facets(items, materials).find(({ facet }) => facet === "");
  const sum = (at: 0 | 1) => main!.parts.reduce((total, part) => total + part[at], 0);
  return { share: sum(0) / sum(1), items: main!.items.length };
}

/** The generator's worked answers to the 40 problems by what stands before an answer. */
function workedAnswers(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [i, count] of [14, 13, 13].entries()) {
    for (let seed = 1, left = count; left > 0; seed++) {
      const problem = generateProblem(seed, { steps: i + 1 });
      if (problem.part !== "test") continue;
      const { question, worked } = problem.texts[language];
      const [before, after] = labels[language];
      found.set(`${before}${question}${after}`, ` ${worked}`);
      left--;
    }
  }
  return found;
}

describe.each(languages)("sums in %s", (language) => {
  test("are asked and worked as in training; the worked answer is right, with one more it is wrong", async () => {
    const worked = workedAnswers(language);
    expect(problems[language]!.every(({ question }) => worked.has(question))).toBe(true);
    expect(await shareOf("arithmetic", language, (prompt) => worked.get(prompt)!)).toEqual({ share: 1, items: 40 });
    const oneMore = (text: string) => text.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1));
    expect((await shareOf("arithmetic", language, (prompt) => oneMore(worked.get(prompt)!))).share).toBe(0);
    expect((await shareOf("arithmetic", language, () => "")).share).toBe(0);
  });
});

/** A reply that does what is asked, made from the checks. */
function obedient(checks: readonly Instruction[]): string {
  const keyword = checks.flatMap((check) => (check.kind === "include" ? check.keyword : []))[0] ?? "";
  const times = checks.flatMap((check) => (check.kind === "words" ? (check.least ?? 1) : []))[0] ?? 1;
  const begin = checks.flatMap((check) => (check.kind === "starts" ? check.text : []))[0] ?? "";
  const end = checks.flatMap((check) => (check.kind === "ends" ? check.text : []))[0] ?? "";
  return `${begin}${Array<string>(times).fill(keyword).join(" ")}${end}`;
}

describe.each(languages)("instructions in %s", (language) => {
  test("forty, kept by who does what is asked, hardly by who reckons, not at all by silence", async () => {
    const right = new Map(
      instructions[language]!.flat().map((turn) => [turn.text, obedient(turn.instructions)] as const),
    );
    expect(await shareOf("instructions", language, (prompt) => right.get(prompt)!)).toEqual({ share: 1, items: 40 });
    expect((await shareOf("instructions", language, () => "1 + 2 = 3.")).share).toBeLessThan(0.1);
    expect((await shareOf("instructions", language, () => "")).share).toBe(0);
  });
});
