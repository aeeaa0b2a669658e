import { expect, test } from "vitest";
import { generateProblem } from "../../../training/stories/problems/problem";
import { promptOf } from "../../../training/stories/exchange";
import { languages } from "../../../training/stories/script";
import { exchangePrompt } from "./exchange";
import problems from "./problems.json";

/** The problems of seeds from 1 on that no training text holds, in groups of equally many steps: 14, 13, 13. */
function made() {
  const chosen = [14, 13, 13].flatMap((count, i) => {
    const found = [];
    for (let seed = 1; found.length < count; seed += 1) {
      const problem = generateProblem(seed, { steps: i + 1 });
      if (problem.part === "test") found.push(problem);
    }
    return found;
  });
  return chosen.map(({ texts, answer, steps }) => ({
    steps,
    answer,
    questions: Object.fromEntries(Object.entries(texts).map(([language, { question }]) => [language, question])),
  }));
}

test("the problems are those that the generator makes, none of them in training (run with -u to make them anew)", async () => {
  await expect(`${JSON.stringify(made(), null, 2)}\n`).toMatchFileSnapshot("./problems.json");
  expect(problems).toHaveLength(40);
});

test("questions are asked as in training", () => {
  for (const language of languages) expect(exchangePrompt(language, "1 + 1?")).toBe(promptOf(language, "1 + 1?"));
});
