import { expect, it } from "vitest";
import { catalogueOf, countBy, overlapOf, showBytes } from "./catalogue";
import type { Encoder } from "./encoder";

function encoderOf(spelled: readonly (string | readonly number[])[]): Encoder {
  const bytesOf = (id: number) => {
    const value = spelled[id] ?? "";
    return typeof value === "string" ? new TextEncoder().encode(value) : Uint8Array.from(value);
  };
  return { vocabularySize: spelled.length, bytesOf } as unknown as Encoder;
}

const one = catalogueOf(encoderOf(["", " the", "घर", [0xe0, 0xa4], "12", "дом", "ё"]));

it("lists what spells something, with its script and its length", () => {
  expect(one.map(({ id, shown, characters, script }) => [id, shown, characters, script])).toEqual([
    [1, "␣the", 4, "Latin"],
    [2, "घर", 2, "Devanagari"],
    [3, "<E0 A4>", null, "part of a character"],
    [4, "12", 2, "no letters"],
    [5, "дом", 3, "Cyrillic"],
    [6, "ё", 1, "Cyrillic"],
  ]);
  expect(countBy(one, ({ script }) => script)[0]).toEqual(["Cyrillic", 2]);
  expect(showBytes(new TextEncoder().encode("a\n\u200d"))).toBe("a↵<U+200D>");
});

it("counts what two vocabularies share: 2 of 6 and 3, so 2 / (6 + 3 - 2)", () => {
  const two = catalogueOf(encoderOf([" the", "дом", "nein"]));
  const [all, first] = overlapOf(one, two);
  expect(all).toEqual({ script: "all", first: 6, second: 3, shared: 2, jaccard: 2 / 7 });
  expect(first).toMatchObject({ script: "Latin", first: 1, second: 2, shared: 1, jaccard: 1 / 2 });
});
