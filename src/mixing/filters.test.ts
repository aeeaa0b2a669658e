import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { mix, resolveParameters } from "./check";
import { compileFilter, type Filter } from "./filters";
import { vocabularyFilter } from "./mixers/vocabulary-filter";

const words = ["", "a", "Be", "ж", "क", "!", " the", " then", "cat", [0xe0, 0xa4], [0x95], [0xd0], [0xff]] as const;
const bytesOf = (id: number) => {
  const word = words[id]!;
  return typeof word === "string" ? new TextEncoder().encode(word) : Uint8Array.from(word);
};
const spellings = { size: words.length, bytesOf };
const allowed = (filter: Filter, before: number[] = []) =>
  Array.from(unwrap(compileFilter(filter, spellings)).mask(before)).flatMap((bit, id) => (bit ? [id] : []));

const latin: Filter = { kind: "script", scripts: ["Latin"], keep: true };

describe("filters", () => {
  it("scripts: letters decide, signs pass, an incomplete character is judged when it is complete", () => {
    expect(allowed(latin)).toEqual([0, 1, 2, 5, 6, 7, 8, 9, 11]);
    expect(allowed({ ...latin, keep: false })).toEqual([0, 3, 4, 5, 9, 11]);
    // Behind two bytes of क only what completes it makes a character.
    expect(allowed({ kind: "script", scripts: ["Devanagari"], keep: true }, [9])).toEqual([10]);
    expect(allowed(latin, [9])).toEqual([]);
  });

  it("letters in either case; patterns", () => {
    expect(allowed({ kind: "letters", banned: "bE" })).toEqual([0, 1, 3, 4, 5, 8, 9, 11]);
    expect(allowed({ kind: "pattern", pattern: "^ " })).toEqual([6, 7]);
  });

  it("words: a beginning may be written, and ends only where it is a word", () => {
    const list: Filter = { kind: "words", allowed: ["the", "catthe"] };
    expect(allowed(list)).toEqual([0, 5, 6, 8, 9, 11]);
    expect(allowed(list, [8])).toEqual([0, 9, 11]);
    expect(allowed(list, [6])).toEqual([0, 5, 6, 9, 11]);
  });

  it("none allows all but bytes that make no character", () => {
    expect(allowed({ kind: "all", of: [] })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
  });

  it("joined by all, any and not; a filter and its negation leave nothing, which is said", () => {
    expect(allowed({ kind: "any", of: [latin, { kind: "pattern", pattern: "ж" }] })).toContain(3);
    const none: Filter = { kind: "all", of: [latin, { kind: "not", of: latin }] };
    expect(allowed(none)).toEqual([]);
    const result = mix(
      vocabularyFilter,
      { logits: [new Float32Array(words.length)], materials: { filter: unwrap(compileFilter(none, spellings)) } },
      unwrap(resolveParameters(vocabularyFilter, 1)),
    );
    expect(result).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
  });

  it("names what cannot be compiled", () => {
    for (const filter of [
      { kind: "pattern", pattern: "(" },
      { kind: "script", scripts: ["Klingon?"], keep: true },
    ] as Filter[]) {
      expect(compileFilter(filter, spellings)).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
    }
  });
});
