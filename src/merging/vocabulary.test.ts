import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import type { TokenizerRule } from "./recipe";
import { alignedRows, isAligned, planVocabulary, rowGroups, type Vocabulary } from "./vocabulary";

const vocabulary = (...tokens: string[]): Vocabulary => new Map(tokens.map((token, id) => [token, id]));
const models = new Map([
  ["a", vocabulary("the", "old", "man")],
  ["b", vocabulary("old", "der", "the")],
]);
/** Rows of width 2 that say whose they are: a's token 1 is (11, 11), b's (21, 21). */
const embeddings = new Map([
  ["a", Float32Array.from([10, 10, 11, 11, 12, 12])],
  ["b", Float32Array.from([20, 20, 21, 21, 22, 22])],
]);

function rows(rule: TokenizerRule, model: string, base?: string): number[] {
  const plan = unwrap(planVocabulary(rule, models, base));
  return [...alignedRows(plan, model, embeddings, 2)].filter((_, i) => i % 2 === 0);
}

describe("tokens that a model lacks", () => {
  test("in a union in order of first sight, each takes the row of the one that has it", () => {
    const plan = unwrap(planVocabulary({ source: "union" }, models, undefined));
    expect(plan.rows.map(({ token }) => token)).toEqual(["the", "old", "man", "der"]);
    expect(plan.added).toEqual(["der"]);
    expect(rows({ source: "union" }, "a")).toEqual([10, 11, 12, 21]);
    expect(rows({ source: "union" }, "b")).toEqual([22, 20, 12, 21]);
  });

  test("with one model's vocabulary the rows stand in its order and others' tokens are left out", () => {
    expect(rows({ source: "b" }, "a")).toEqual([11, 21, 10]);
    expect(rows({ source: "base" }, "a", "b")).toEqual([11, 21, 10]);
  });

  test("the base's row, else the mean of those that have it", () => {
    const three = new Map([...models, ["c", vocabulary("only")]]);
    const values = new Map([...embeddings, ["c", Float32Array.from([30, 30])]]);
    const withBase = unwrap(planVocabulary({ source: "union" }, three, "a"));
    expect(alignedRows(withBase, "c", values, 2)[0]).toBe(10);
    const without = unwrap(planVocabulary({ source: "union" }, three, undefined));
    expect(alignedRows(without, "c", values, 2)[0]).toBe((10 + 22) / 2);
  });

  test("by rule: zeros, another token's row, a token that nobody has, and by force in all models", () => {
    expect(rows({ source: "a", tokens: { der: { source: { kind: "zero" } } } }, "a")).toEqual([10, 11, 12, 0]);
    const like = { kind: "model_token", model: "b", token: "old" } as const;
    expect(rows({ source: "a", tokens: { "<end>": { source: like } } }, "a")).toEqual([10, 11, 12, 20]);
    const byId = { kind: "model_token", model: "b", token_id: 1 } as const;
    expect(rows({ source: "a", tokens: { "<end>": { source: byId } } }, "b")[3]).toBe(21);
    expect(rows({ source: "a", tokens: { the: { source: "b" } } }, "a")[0]).toBe(10);
    expect(rows({ source: "a", tokens: { the: { source: "b", force: true } } }, "a")[0]).toBe(22);
  });

  test("a token beyond the embedding's rows is one that the model lacks: zeros, or the row of one that has it", () => {
    // Of a's tokens the embedding has rows for the first two.
    const heights = new Map([["a", 2]]);
    const alone = unwrap(planVocabulary({ source: "a" }, models, undefined, heights));
    expect([...alignedRows(alone, "a", embeddings, 2)]).toEqual([10, 10, 11, 11, 0, 0]);
    expect(rowGroups(alone).at(-1)).toMatchObject({ what: "missing in a, b, which take zeros", tokens: ["man"] });
    const more = new Map([...models, ["c", vocabulary("man")]]);
    const lent = unwrap(planVocabulary({ source: "a" }, more, undefined, heights));
    const values = new Map([...embeddings, ["c", Float32Array.from([30, 30])]]);
    expect([...alignedRows(lent, "a", values, 2)].slice(4)).toEqual([30, 30]);
    const rule = { source: "b", tokens: { x: { source: { kind: "model_token", model: "a", token: "man" } } } } as const;
    expect(planVocabulary(rule, models, undefined, heights)).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining("a has no row 2; it has 2") },
    });
  });

  test("a rule whose row is not there is named", () => {
    const missing = planVocabulary({ source: "a", tokens: { x: { source: "b" } } }, models, undefined);
    expect(missing).toMatchObject({ ok: false, problem: { what: expect.stringContaining("b has no token “x”") } });
    const far = { kind: "model_token", model: "b", token_id: 9 } as const;
    const past = planVocabulary({ source: "a", tokens: { x: { source: far } } }, models, undefined);
    expect(past).toMatchObject({ ok: false, problem: { what: expect.stringContaining("b has no row 9; it has 3") } });
  });
});

describe("padding", () => {
  test("64 tokens and two of another model are 66 rows, 80 padded to 16; padding is the model's mean row", () => {
    const wide = new Map([
      ["a", vocabulary(...Array.from({ length: 64 }, (_, i) => `t${i}`))],
      ["b", vocabulary("t0", "<|im_start|>", "<|im_end|>")],
    ]);
    expect(unwrap(planVocabulary({ source: "union" }, wide, "a")).rows).toHaveLength(66);
    expect(unwrap(planVocabulary({ source: "union", pad_to_multiple_of: 16 }, wide, "a")).rows).toHaveLength(80);
    expect(rows({ source: "a", pad_to_multiple_of: 4 }, "a")).toEqual([10, 11, 12, 11]);
  });

  test("a hole in the ids is a row of padding, so that ids stay row numbers", () => {
    const holed = new Map([
      [
        "a",
        new Map([
          ["x", 0],
          ["y", 2],
        ]),
      ],
    ]);
    const plan = unwrap(planVocabulary({ source: "a" }, holed, undefined));
    expect(plan.rows.map(({ token }) => token)).toEqual(["x", undefined, "y"]);
  });
});

test("a vocabulary of 200,000 tokens is planned as a small one is", () => {
  const large = new Map(Array.from({ length: 200_000 }, (_, id) => [`t${id}`, id]));
  const plan = unwrap(planVocabulary({ source: "union" }, new Map([["a", large]]), undefined));
  expect(plan.rows).toHaveLength(200_000);
});

test("rows that are in place already are not made anew", () => {
  const plan = unwrap(planVocabulary({ source: "a" }, models, undefined));
  expect(isAligned(plan, "a", 3)).toBe(true);
  expect(isAligned(plan, "a", 4)).toBe(false);
  expect(isAligned(plan, "b", 3)).toBe(false);
});

test("the rows are told by what happens to them", () => {
  const plan = unwrap(
    planVocabulary(
      { source: "union", tokens: { the: { source: "b", force: true } }, pad_to_multiple_of: 8 },
      models,
      undefined,
    ),
  );
  expect(rowGroups(plan).map(({ what, count }) => `${count} ${what}`)).toEqual([
    "1 by rule, in all models: the row of b",
    "1 in all models: each has its own row",
    "1 missing in b, which take the row of a",
    "1 missing in a, which take the row of b",
    "4 padding: the mean row of each model",
  ]);
});
