import { expect, test } from "vitest";
import { findPlaces, type Place } from "./find";

const place = (title: string, detail = ""): Place => ({ kind: "Page", title, detail, hash: "#/" });
const places = [
  place("Why does Hindi cost more?", "Tokenizers"),
  place("TIES and the standard operators", "M4"),
  place("Two merges called TIES", "Merging"),
  place("Größer, fairer", "Tokenizers"),
];
const titles = (query: string) => findPlaces(places, query).map(({ title }) => title);

test("every word must be there, in title or detail, in any order", () => {
  expect(titles("hindi tokenizers")).toEqual(["Why does Hindi cost more?"]);
  expect(titles("hindi merging")).toEqual([]);
});

test("titles that begin with the query come before those that hold it", () => {
  expect(titles("ties")).toEqual(["TIES and the standard operators", "Two merges called TIES"]);
  expect(titles("merges ties")).toEqual(["Two merges called TIES"]);
});

test("case and marks do not matter; an empty query finds all in order", () => {
  expect(titles("grosser".replace("ss", "ß"))).toEqual(["Größer, fairer"]);
  expect(titles("  ")).toEqual(places.map(({ title }) => title));
});
