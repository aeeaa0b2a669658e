import { expect, test } from "vitest";
import { defaults, type Document } from "../../../experiments/documents/steering";
import { mixCommand } from "./command";

function command(mixing: Partial<Document["mixing"]>, settings: Partial<Document> = {}): string | null {
  return mixCommand({ ...defaults, prompts: "Das Haus", ...settings, mixing: { ...defaults.mixing, ...mixing } });
}
const model = (name: string, before = "", values = {}) => ({ model: name, before, values });

test("models in their order, what is set, every prompt quoted for a shell", () => {
  expect(
    command(
      { mixer: "expert-guidance", models: [model("polyglot-de"), model("owner/name@main")], values: { gamma: 1.5 } },
      { prompts: "Das Haus\nIt's\n\n", maxNewTokens: 8 },
    ),
  ).toBe(
    String.raw`python mix.py --mixer expert-guidance --models polyglot-de owner/name@main --set gamma=1.5 --prompt 'Das Haus' --prompt 'It'\''s' --tokens 8`,
  );
});

test("what one model alone reads is given for each; weights of models are a list, with the default where none is set", () => {
  const models = [model("a", "Auf Deutsch: "), model("b", "", { weight: 2 })];
  const written = command({ mixer: "average", models, values: { mean: "geometric" } });
  expect(written).toContain("--before 'Auf Deutsch: ' ''");
  expect(written).toContain("--set weight=1,2 mean=geometric");
});

test("what mix.py does not do has no command", () => {
  expect(command({ unit: "bytes" })).toBeNull();
  expect(command({ mixer: "vocabulary-filter" })).toBeNull();
  expect(command({ mixer: "learned-deferral" })).toBeNull();
  expect(command({ mixer: "logit-difference", remembered: "a text" })).toBeNull();
  expect(command({ mixer: "no-such-mixer" })).toBeNull();
  expect(command({}, { prompts: "" })).toBeNull();
});
