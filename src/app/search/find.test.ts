import { describe, expect, test } from "vitest";
import { lineOf } from "./extract";
import { findPlaces, searcher } from "./find";

const place = (title: string, detail = "", more = "") => ({ title, detail, more });
const places = [
  place("Why does Hindi cost more?", "Tokenizers"),
  place("TIES and the standard operators", "M4"),
  place("Two merges called TIES", "Merging"),
  place("Größer, fairer", "Tokenizers"),
  place("Into another script", "Steering", "A push along one vector, from Latin letters. Hindi"),
  place("Working-language lens", "S13", "The logit lens by layer and token"),
  place("Quantities and properties", "Pages"),
];
const titles = (query: string) => searcher(places)(query, 10).places.map(({ title }) => title);
const isWhole = (query: string) => searcher(places)(query, 10).whole;

describe("what has every word", () => {
  test("is found in title, detail or what else is said, in any order", () => {
    expect(titles("hindi tokenizers")).toEqual(["Why does Hindi cost more?"]);
    expect(titles("logit lens")).toEqual(["Working-language lens"]);
  });

  test("comes first where its title begins with the query; a word weighs more than a part of one", () => {
    expect(titles("ties")).toEqual([
      "TIES and the standard operators",
      "Two merges called TIES",
      "Quantities and properties",
    ]);
    expect(titles("merges ties")).toEqual(["Two merges called TIES"]);
  });

  test("may be in other forms of the words: “steer” is in Steering, “merging” in merges, “standards” in standard", () => {
    expect(titles("steer hindi")).toEqual(["Into another script"]);
    expect(titles("merging two")).toEqual(["Two merges called TIES"]);
    expect(titles("standards")).toEqual(["TIES and the standard operators"]);
  });

  test("may be typed with a slip where nothing has the word as it is typed, but not as another word", () => {
    expect(titles("tokenziers hindi")).toEqual(["Why does Hindi cost more?"]);
    expect(titles("hallucinate")).toEqual([]);
    expect(titles("tizs")).toEqual([]);
  });

  test("is all in order for an empty query; case and marks do not matter", () => {
    expect(titles("größer".toUpperCase().replace("SS", "ß"))).toEqual(["Größer, fairer"]);
    expect(titles("grosser".replace("ss", "ß"))).toEqual(["Größer, fairer"]);
    expect(titles("  ")).toEqual(places.map(({ title }) => title));
  });

  test("keeps its order in a list that is filtered", () => {
    expect(findPlaces(places, "hindi").map(({ title }) => title)).toEqual([
      "Why does Hindi cost more?",
      "Into another script",
    ]);
    expect(findPlaces(places, "hindi merging")).toEqual([]);
  });
});

describe("where nothing has every word", () => {
  test("what has more of them comes first", () => {
    expect(isWhole("standard vector latin")).toBe(false);
    expect(titles("standard vector latin")).toEqual(["Into another script", "TIES and the standard operators"]);
  });

  test("what nothing has is passed over, and so are the words that only ask", () => {
    expect(titles("does it hallucinate in a fairer vector")).toEqual(["Größer, fairer", "Into another script"]);
  });

  test("nothing is shown that has too little of them, or only what many have", () => {
    expect(titles("standard hindi")).toEqual(["TIES and the standard operators"]);
    expect(titles("a hallucination in hindi")).toEqual([]);
  });
});

test("the line under a title has the typed words that the title lacks, cut around the first", () => {
  const marked = (query: string, of = places[4]!) =>
    lineOf(of, query)
      .map(({ text, typed }) => (typed ? `[${text}]` : text))
      .join("");
  expect(marked("script")).toBe("Steering");
  expect(marked("steer script")).toBe("[Steering]");
  expect(marked("vector hindi")).toBe("A push along one [vector], from Latin letters. [Hindi]");
  const long = place("Title", "Lab", `${"before ".repeat(20)}needle${" behind".repeat(40)}`);
  expect(marked("needle", long)).toMatch(/^…(before ){5,8}\[needle\]( behind){10,20} ?…$/);
});
