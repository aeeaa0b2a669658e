import { safeParse } from "valibot";
import { describe, expect, it } from "vitest";
import { parallelLanguages } from "../../data/parallel-languages";
import { defaults, schema, shownMetrics } from "../../experiments/documents/tokenizers";
import { metrics } from "../../tokenization/metrics";
import { presets } from "./presets";

describe("presets and defaults", () => {
  it.each(presets)("$id passes the schema unchanged and ranks a tokenizer that it shows", ({ settings }) => {
    const document = { ...defaults, ...settings };
    const parsed = safeParse(schema, document);
    expect(parsed.success && parsed.output).toEqual(document);
    expect(document.tokenizers).toContain(document.ranked);
  });

  it("offer every metric of a text and of a pair, and every language of the parallel set", () => {
    expect([...shownMetrics].toSorted()).toEqual(
      metrics.flatMap(({ id, kind }) => (kind === "languages" ? [] : [id])).toSorted(),
    );
    expect(defaults.languages).toEqual(parallelLanguages);
  });
});

describe("a document from a link", () => {
  it("is refused when it names a tokenizer that cannot be one", () => {
    for (const id of ["https://example.test/tokenizer.json", "own:../../x", "own:", ""]) {
      expect(safeParse(schema, { ...defaults, tokenizers: [id] }).success).toBe(false);
    }
  });

  it("loses what it names twice", () => {
    const parsed = safeParse(schema, { ...defaults, tokenizers: ["utf8", "utf8"], languages: ["hi", "en", "hi"] });
    expect(parsed.success && [parsed.output.tokenizers, parsed.output.languages]).toEqual([["utf8"], ["hi", "en"]]);
  });
});
