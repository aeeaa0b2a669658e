import { expect, test } from "vitest";
import { tellStory } from "../generate";
import { turkish } from "./turkish";

test.each([
  ["Anna evda oturuyordu.", "harmony"],
  ["Anna kitapı okudu.", "harmony"],
  ["Emre Anna'ye yardım etti.", "harmony"],
  ["Topumu gördün mi?", "question particle"],
  ["Anna üç kediler gördü.", "number"],
  ["Anna'nın kedi hastaydı.", "possession"],
  ["Benim kedisi hastaydı.", "possession"],
  ["Ben eve gitti.", "person"],
  ["Anna ve ben eve gittim.", "person"],
  ["Anna eve gittim.", "person"],
  ["Anna bizi yardım etti.", "government"],
  ["Dün kitabım okudum.", "definite object"],
  ["Anna gidiyor istedi.", "finite form"],
  ["Beni için bir mektup var mı?", "dependents"],
  ["Anna gitti okula.", "word order"],
])("%s breaks the rule of %s", (sentence, rule) => {
  expect(turkish.check(sentence).map((fault) => fault.rule)).toContain(rule);
});

test.each([
  "Anna saati tamir etti.",
  "Anna'nın küçük kedisi bahçede uyuyordu.",
  "Benim kedim hasta.",
  "Anna ve ben okula gittik.",
  "“Topumu gördün mü?” diye sordu Anna.",
  "Anna doktordan korktuğu için ağladı.",
  "Fırtına bitince Anna kedisini bulup gülümsedi.",
])("%s is right", (sentence) => {
  expect(turkish.check(sentence)).toEqual([]);
});

test("the stories' own sentences are faultless and their words known", () => {
  for (let seed = 1; seed <= 150; seed++) {
    for (const { text, words } of tellStory(seed, {}, ["tr"]).texts.tr!) {
      expect(turkish.check(text), text).toEqual([]);
      expect(words.filter(({ upos, form }) => upos !== "PUNCT" && !turkish.isKnown(form))).toEqual([]);
    }
  }
});

test("a suffix with the vowel of the other kind is found", () => {
  const other: Readonly<Record<string, string>> = { a: "e", e: "a", ı: "i", i: "ı", u: "ü", ü: "u" };
  let spoilt = 0;
  let found = 0;
  for (let seed = 1; seed <= 60; seed++) {
    for (const { text, words } of tellStory(seed, {}, ["tr"]).texts.tr!) {
      const noun = words.find(
        ({ upos, features, form }) => upos === "NOUN" && /Loc|Abl/.test(features["Case"] ?? "") && /[ae]n?$/.test(form),
      );
      if (!noun) continue;
      const wrong = noun.form.replace(/[ae](?=n?$)/u, (vowel) => other[vowel]!);
      if (turkish.isKnown(wrong)) continue;
      spoilt++;
      if (turkish.check(text.replace(noun.form, wrong)).some(({ rule }) => rule === "harmony")) found++;
    }
  }
  expect(spoilt).toBeGreaterThan(40);
  expect(found / spoilt).toBeGreaterThan(0.9);
});
