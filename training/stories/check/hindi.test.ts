import { describe, expect, test } from "vitest";
import { tellStory } from "../generate";
import { corruptions } from "./corrupt";
import { hindi } from "./hindi";

const rulesFound = (sentence: string) => [...new Set(hindi.check(sentence).map(({ rule }) => rule))];

describe("what is wrong", () => {
  test.each([
    ["noun phrase", "अन्ना ने एक बड़ी कुत्ता देखा।"],
    ["noun phrase", "बेन एक छोटा कमरे में सोया।"],
    ["noun phrase", "बेन ने अन्ना का किताब पढ़ी।"],
    ["noun phrase", "लड़का ने एक केला खाया।"],
    ["noun phrase", "अन्ना ने दो लड़का को देखा।"],
    ["pronoun case", "वह ने एक केला खाया।"],
    ["pronoun case", "मुझ घर गया।"],
    ["agreement", "अन्ना ने एक केला खाई।"],
    ["agreement", "अन्ना ने बिल्ली को देखी।"],
    ["agreement", "बेन ने अन्ना की मदद किया।"],
    ["agreement", "अन्ना घर गया।"],
    ["agreement", "अन्ना और बेन घर गया।"],
    ["agreement", "मैं घर जाएगा।"],
    ["agreement", "अन्ना को एक चाबी मिला।"],
    ["agreement", "हवा चल रहा थी।"],
    ["predicate", "कमरा बहुत गंदी था।"],
    ["subject", "उससे ज़ोर से हँसेगी।"],
    ["ergative", "अन्ना ने घर गई।"],
    ["ergative", "अन्ना ने एक केला खाएगी।"],
    ["ergative", "वह एक केला खाया।"],
    ["verb form", "वह तैरना सका।"],
    ["verb form", "वह घर जा चाहता था।"],
    ["verb form", "बेन काम करना लगा।"],
    ["word order", "अन्ना खाएगी एक केला।"],
  ])("%s: %s", (rule, sentence) => {
    expect(rulesFound(sentence)).toContain(rule);
  });
});

describe("what is right", () => {
  test.each([
    "अन्ना ने एक बड़ा कुत्ता देखा।",
    "उसने बिल्ली को देखा और वह हँसी।",
    "मैंने और मेरे भाई ने दूध पिया।",
    "उसके पिताजी घर गए।",
    "अन्ना को गाय बेचनी पड़ी।",
    "मुझे एक टोपी चाहिए थी।",
    "वह बर्फ़ के पुतले के पास खड़ी रही।",
    "चूहा भाग गया।",
  ])("%s", (sentence) => {
    expect(hindi.check(sentence)).toEqual([]);
  });
});

const sentences = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => tellStory(from + index, {}, ["hi"]).texts.hi!).flat();

test("finds nothing in stories, and knows all of their words", () => {
  const texts = sentences(1, 100).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(700);
  expect(texts.filter((text) => hindi.check(text).length > 0)).toEqual([]);
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []));
  expect([...words].filter((word) => !hindi.isKnown(word))).toEqual([]);
});

/** Many corruptions are correct sentences: the gender of "I", a cook and her colleague, respect. */
test("finds most of what is made wrong", () => {
  const shares = new Map<string, { all: number; found: number }>();
  for (const [index, { kind, text }] of sentences(500, 8)
    .flatMap((sentence) => corruptions(sentence, hindi))
    .entries()) {
    if (index % 3 !== 0) continue;
    const share = shares.get(kind) ?? { all: 0, found: 0 };
    share.all++;
    if (hindi.check(text).length > 0) share.found++;
    shares.set(kind, share);
  }
  const found = (kind: string) => shares.get(kind)!.found / shares.get(kind)!.all;
  expect(found("verb form")).toBeGreaterThan(0.8);
  expect(found("person")).toBeGreaterThan(0.75);
  expect(found("adjective")).toBeGreaterThan(0.6);
  expect(found("pronoun")).toBeGreaterThan(0.5);
});
