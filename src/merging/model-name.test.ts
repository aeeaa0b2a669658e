import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { parseModelName } from "./model-name";

describe("model names", () => {
  test.each([
    ["polyglot-de", { path: "polyglot-de" }],
    ["a/b", { path: "a/b" }],
    ["a/b@rev", { path: "a/b", revision: "rev" }],
    ["a/b+lora", { path: "a/b", adapter: { path: "lora" } }],
    ["a/b@r+l@r2", { path: "a/b", revision: "r", adapter: { path: "l", revision: "r2" } }],
  ])("%s", (text, want) => {
    expect(unwrap(parseModelName(text))).toEqual(want);
  });

  test.each([
    ["", "it is empty"],
    ["a b", "“ ” at character 2 cannot stand in a name"],
    ["a/b?x", "“?” at character 4"],
    ["modèle", "“è” at character 4"],
    ["/tmp/x", "starts with “/” like a path on disk"],
    ["a/b/c", "more than one “/”"],
    ["a/../b", "more than one “/”"],
    ["a/..", "a word beside “/” is missing or odd"],
    ["a@", "nothing follows “@”"],
    ["a@b@c", "a second “@” stands in “a@b@c”"],
    ["a+b+c", "a second “+” stands at character 4"],
    ["+b", "a name is missing"],
  ])("“%s” is refused: %s", (text, what) => {
    const read = parseModelName(text);
    expect(!read.ok && read.problem.what).toContain(what);
  });
});
