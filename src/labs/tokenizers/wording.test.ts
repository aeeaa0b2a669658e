import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document } from "../../experiments/documents/tokenizers";
import { textOf } from "../../ui/testing";
import { Headline } from "./Headline";
import { OneOrFiveResults } from "./one-or-five/Results";
import { Ranking } from "./Ranking";
import type { TokenizersResult } from "./result";
import { Findings } from "./vocabulary/Findings";
import { learntFrom } from "./vocabulary/texts";

function recorded(id: string): { readonly document: Document; readonly result: TokenizersResult } {
  return JSON.parse(readFileSync(`public/presets/tokenizers/${id}.json`, "utf8"));
}

describe("what a comparison says", () => {
  const { document, result } = recorded("why-hindi");
  const ranked = result.tokenizers.find(({ id }) => id === "r50k")!;
  const ranking = (metric: Document["metric"]) =>
    textOf(Ranking, { document: { ...document, metric }, result, ranked, edit: () => undefined });
  const price = (languages: readonly string[]) =>
    textOf(Headline, { result: { ...result, languages }, ranked: "r50k", metric: "parity-macro" as const });

  it("calls an order best first only where an end of the metric is better", () => {
    expect(ranking("fertility")).toContain("best first");
    expect(ranking("type-token-ratio")).toContain("least first");
    expect(ranking("parity-macro")).toContain("least first");
  });

  it("sets no language against itself: none is dearer than the reference, or there is no other", () => {
    expect(price(["en", "hi"])).toMatch(
      /^To say the same forty sentences takes \d+\.\d times as many tokens in Hindi as in English/,
    );
    const cheaper = result.tokenizers.map((one) => ({
      ...one,
      languages: { ...one.languages, hi: { "parity-macro": 0.9 } },
    }));
    const said = textOf(Headline, {
      result: { ...result, tokenizers: cheaper, languages: ["en", "hi"] },
      ranked: "r50k",
      metric: "parity-macro" as const,
    });
    expect(said).toContain("in no other of these languages than in English");
    expect(price(["en"])).toBe("");
  });
});

describe("what a changed vocabulary says", () => {
  const hindi = recorded("hindi-vocabulary").result.change!;
  const trimmed = recorded("cut-to-german-and-turkish").result.change!;

  it("the best new rows are never those of the fine-tune that was not changed", () => {
    const tuned = { ...hindi.models[0]!, name: "tuned", title: "The fine-tune, unchanged", bitsPerByte: { hi: 0.1 } };
    const said = textOf(Findings, { result: { ...hindi, models: [...hindi.models, tuned] } });
    expect(said).toContain("best with rows by");
    expect(said).not.toContain("The fine-tune, unchanged");
  });

  it("no sentence cut as before proves nothing", () => {
    expect(textOf(Findings, { result: trimmed })).toContain("Proof of trimming: on");
    const proof = { sentences: 0, tokens: 0, logits: 0, largest: 0, apart: 20 };
    const said = textOf(Findings, { result: { ...trimmed, proof } });
    expect(said).toContain("nothing is proved");
    expect(said).not.toContain("Proof of trimming");
  });
});

describe("whether sentences are held out", () => {
  it("not in any language, where the stories lack one", () => {
    expect(learntFrom(["en", "de", "hi"])).toEqual([]);
    expect(learntFrom(["en", "fr"])).toEqual(["en", "fr"]);
  });

  it("is said beside the numbers, and that a vocabulary may have fewer pieces than allowed", () => {
    const five = recorded("one-or-five").result.oneOrFive!;
    const said = textOf(OneOrFiveResults, { result: five });
    expect(said).toContain("up to 2,048 pieces each");
    expect(said).toContain("none of the texts that were learnt from");
    const french = textOf(OneOrFiveResults, { result: { ...five, learntFrom: ["en", "fr"] } });
    expect(french).toContain("not held out in English, French");
  });
});
