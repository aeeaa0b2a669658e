import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { seededRandom } from "../random";
import { mayRunForEver } from "./backtracking";
import { createEncoder } from "./hf-encoder";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const vocabulary = Object.fromEntries(Array.from("abcdefghij Ġ").map((piece, id) => [piece, id]));
const honest = {
  added_tokens: [{ id: 12, content: "<s>", special: true }],
  normalizer: { type: "Sequence", normalizers: [{ type: "NFC" }] },
  pre_tokenizer: {
    type: "Sequence",
    pretokenizers: [{ type: "Split", pattern: { Regex: "\\s+|\\S+" }, behavior: "Isolated" }],
  },
  post_processor: null,
  decoder: null,
  model: { type: "BPE", vocab: { ...vocabulary, "<unk>": 13 }, merges: [["a", "b"]], unk_token: "<unk>" },
};

const values: readonly Json[] = [
  null,
  -1,
  1e308,
  true,
  "",
  "__proto__",
  "\u0000\u202e",
  "x".repeat(10_000),
  [],
  {},
  [[[[]]]],
  { type: "Sequence" },
  { Regex: "(" },
];

/** A copy of which one to three places hold something else, or are missing. */
function mutated(value: unknown, random: () => number): Record<string, unknown> {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (let i = 0; i < 1 + Math.floor(random() * 3); i++) {
    let place: Record<string, unknown> = copy;
    for (;;) {
      const keys = Object.keys(place);
      const key = keys[Math.floor(random() * keys.length)];
      if (key === undefined) break;
      const inner = place[key];
      if (typeof inner === "object" && inner !== null && random() < 0.7) {
        place = inner as Record<string, unknown>;
        continue;
      }
      if (random() < 0.2) delete place[key];
      else place[key] = values[Math.floor(random() * values.length)];
      break;
    }
  }
  return copy;
}

describe("a tokenizer from a stranger", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("with 2,000 mutations is an encoder or is refused by name, and reaches no prototype", () => {
    // The library says what it does not know.
    vi.spyOn(console, "warn").mockReturnValue();
    const random = seededRandom(10);
    const seen = { encoder: 0, refused: 0 };
    for (let i = 0; i < 2000; i++) {
      const made = createEncoder({ tokenizer: mutated(honest, random), config: {} }, "mutant");
      if (made.ok) seen.encoder++;
      else {
        seen.refused++;
        expect(made.problem.code).toBe("tokenizer-invalid");
        expect(made.problem.remedy).not.toBe("");
      }
    }
    expect(seen.encoder).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
    expect(({} as { type?: unknown }).type).toBeUndefined();
  });

  test("whose pattern may run for ever is refused before it is tried", () => {
    const hostile = structuredClone(honest);
    hostile.pre_tokenizer.pretokenizers[0]!.pattern.Regex = "(\\S+)+$|(x+x+)+y";
    const made = createEncoder({ tokenizer: hostile, config: {} }, "mutant");
    expect(!made.ok && made.problem.what).toMatch(/may run for ever/);
  });
});

describe("patterns", () => {
  test.each(["(a+)+$", "(a*)*", "(?:x|y+)*z", "((ab)+c?){2,}", "([a-z]+,)*", "(?:(?:a+))+", "[[](a+)+$"])(
    "%s may run for ever",
    (pattern) => {
      expect(mayRunForEver(pattern)).toBe(true);
    },
  );

  test.each([
    "(ab)+",
    "a+b*",
    "[(a+)+]+",
    " ?[^(\\s|[.,!?])]+",
    "\\(a+\\)+",
    "(a+)?",
    "(?:a+){1,3}",
    "(?i:'s|'t)| ?\\p{L}+|\\s+(?!\\S)|\\s+",
  ])("%s comes to an end", (pattern) => {
    expect(mayRunForEver(pattern)).toBe(false);
  });

  test("of the embedded checkpoints and of the golden ones come to an end", () => {
    const root = fileURLToPath(new URL("../../public/models/", import.meta.url));
    for (const name of readdirSync(root)) {
      const text = readFileSync(`${root}${name}/tokenizer.json`, "utf8");
      const found = [...text.matchAll(/"Regex":\s*("(?:[^"\\]|\\.)*")/g)].map(
        ([, json]) => JSON.parse(json!) as string,
      );
      expect(found.filter(mayRunForEver), name).toEqual([]);
    }
  });
});
