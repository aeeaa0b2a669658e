import { expect, test } from "vitest";
import { applyingDefaults } from "../../experiments/documents/steering-applying";
import { defaults } from "../../experiments/documents/steering";
import { hashOf } from "../../experiments/link";
import { variantsFromLink } from "./from-link";

const linkOf = (settings: Partial<typeof defaults>) =>
  hashOf({ lab: "steering", document: { ...defaults, ...settings } }, defaults);

test("a link that adds one direction becomes a steered variant", async () => {
  expect(await variantsFromLink(linkOf({ target: "hi", strength: 1.5 }))).toMatchObject({
    ok: true,
    value: [{ kind: "steering", model: "polyglot-base", source: "en", target: "hi", strength: 1.5 }],
  });
});

test("what the scorecard does not do is refused by name", async () => {
  const further = [{ between: "languages", source: "en", target: "hi", operation: "add", strength: 1 }] as const;
  const applying = { ...applyingDefaults, further: [...further], keepNorm: true };
  const read = await variantsFromLink(linkOf({ operation: "cap", applying }));
  if (read.ok) throw new Error("it was taken");
  expect(read.problem.what).toContain("an operation other than adding, further directions, a kept length.");
});
