import { expect, test } from "vitest";
import { generateTurn, type Turn } from "../../../training/stories/dialogues/chat";
import { yesNo } from "../../../training/stories/dialogues/instruction";
import { type Language, languages } from "../../../training/stories/script";
import { partOf } from "../../../training/stories/split";
import type { Instruction } from "../../measures/instructions/instruction";
import { keeps } from "../../measures/instructions/verify";
import { instructions } from ".";

/** The first ten of each kind whose English instruction is in no training dialogue. */
const seeds = {
  word: [49, 56, 57, 69, 92, 95, 112, 122, 132, 134],
  ending: [12, 19, 158, 159, 241, 335, 356, 400, 403, 566],
  repeat: [6, 10, 24, 36, 48, 54, 86, 100, 103, 114],
  "yes-no": [44, 45, 80, 92, 101, 108, 109, 121, 135, 194],
} as const;
const kinds = ["word", "ending", "repeat", "yes-no"] as const;

/** What the generator's check asks of an answer, in the checks that the measures have. */
function checksOf({ instruction }: Turn): readonly Instruction[] {
  const { kind, language } = instruction;
  if (kind === "yes-no") return [{ kind: "starts", text: yesNo[language][instruction.right] }];
  if (kind !== "word" && kind !== "ending" && kind !== "repeat") throw new Error(kind);
  const uses: Instruction = { kind: "include", keyword: instruction.word };
  if (kind === "ending") return [{ kind: "ends", text: instruction.sign }, uses];
  if (kind === "repeat") return [{ kind: "words", least: instruction.count, most: instruction.count }, uses];
  return [uses];
}

type Turns = Readonly<Record<Language, Turn>>;

/** One of each kind in turn, in every language. */
const made = seeds.word.flatMap((_, i) => kinds.map((kind) => generateTurn(seeds[kind][i]!, kind, languages) as Turns));

test("the instructions are those that the generator makes (run with -u to make them anew)", async () => {
  const items = languages.map((language) => [
    language,
    made.map((turns) => [{ text: turns[language].user, instructions: checksOf(turns[language]) }]),
  ]);
  await expect(`${JSON.stringify(Object.fromEntries(items), null, 2)}\n`).toMatchFileSnapshot("./instructions.json");
  for (const language of languages) expect(instructions[language]).toHaveLength(40);
});

test("none is in training, none stands twice, and each one’s own answer keeps its checks", () => {
  expect(new Set(made.map(({ en }) => en.user)).size).toBe(40);
  for (const turns of made) {
    expect(partOf(turns.en.user, 5)).not.toBe("train");
    for (const language of languages) {
      const { assistant } = turns[language];
      expect(checksOf(turns[language]).every((check) => keeps(assistant, check, language, "strict"))).toBe(true);
    }
  }
});
