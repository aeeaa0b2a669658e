import { expect, test } from "vitest";
import { schema } from "../../experiments/documents/measures";
import type { MeasuredVariant } from "./result";
import { lookOf } from "./showing";

test("of as many variants as a card may have no two look alike, in their outlines even without colour", () => {
  const most = schema.entries.variants.pipe.find((step) => step.type === "max_length")!.requirement;
  const variants = Array.from(
    { length: most },
    (_, at): MeasuredVariant => ({
      id: `v${at}`,
      title: `v${at}`,
      detail: "",
      control: false,
      checkpoint: "polyglot-base",
      backend: "wasm",
      weightBytes: 0,
      seconds: 0,
    }),
  );
  const looks = variants.map((variant) => lookOf(variants, variant));
  expect(new Set(looks.map(({ dash }) => dash)).size).toBe(most);
  expect(new Set(looks.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBe(most);
});
