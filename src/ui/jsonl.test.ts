import { expect, it } from "vitest";
import { toJsonl } from "./jsonl";

it("is one JSON value a line, the head first, however many lines a text has", () => {
  const lines = toJsonl({ format: "x" }, [{ text: "a\nb" }, { text: "\u2028" }]);
  expect(lines).toBe('{"format":"x"}\n{"text":"a\\nb"}\n{"text":"\u2028"}\n');
});
