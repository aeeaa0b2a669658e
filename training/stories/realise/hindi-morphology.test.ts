import { describe, expect, test } from "vitest";
import { hindi } from "../lexicon/hindi";
import type { NounId } from "../lexicon/nouns";
import type { Referent } from "../plan";
import {
  type Agreement,
  agree,
  copula,
  declineNoun,
  future,
  imperative,
  imperfective,
  infinitive,
  perfective,
  pronoun,
  third,
} from "./hindi-morphology";

/** Direct and oblique singular, direct and oblique plural. */
const nouns: readonly [NounId, string][] = [
  ["boy", "लड़का लड़के लड़के लड़कों"],
  ["crow", "कौआ कौए कौए कौओं"],
  ["wheel", "पहिया पहिये पहिये पहियों"],
  ["cook", "रसोइया रसोइये रसोइये रसोइयों"],
  ["tree", "पेड़ पेड़ पेड़ पेड़ों"],
  ["neighbour", "पड़ोसी पड़ोसी पड़ोसी पड़ोसियों"],
  ["carpenter", "बढ़ई बढ़ई बढ़ई बढ़इयों"],
  ["potato", "आलू आलू आलू आलुओं"],
  ["king", "राजा राजा राजा राजाओं"],
  ["girl", "लड़की लड़की लड़कियाँ लड़कियों"],
  ["bird", "चिड़िया चिड़िया चिड़ियाँ चिड़ियों"],
  ["needle", "सुई सुई सुइयाँ सुइयों"],
  ["book", "किताब किताब किताबें किताबों"],
  ["cave", "गुफ़ा गुफ़ा गुफ़ाएँ गुफ़ाओं"],
  ["mother", "माँ माँ माँएँ माँओं"],
  ["airport", "हवाई अड्डा|हवाई अड्डे|हवाई अड्डे|हवाई अड्डों"],
];

test.each(nouns)("declines %s", (id, forms) => {
  const noun = hindi.nouns[id];
  const found = [false, true].flatMap((plural) => [declineNoun(noun, plural, "dir"), declineNoun(noun, plural, "obl")]);
  expect(found).toEqual(forms.split(forms.includes("|") ? "|" : " "));
});

test("declines adjectives in -ā and leaves the others", () => {
  const forms = (lemma: string) => [
    agree(lemma, "m", false),
    agree(lemma, "m", false, "obl"),
    agree(lemma, "m", true),
    agree(lemma, "f", false),
    agree(lemma, "f", true, "obl"),
  ];
  expect(forms("बड़ा")).toEqual(["बड़ा", "बड़े", "बड़े", "बड़ी", "बड़ी"]);
  expect(forms("नया")).toEqual(["नया", "नए", "नए", "नई", "नई"]);
  expect(forms("हुआ")).toEqual(["हुआ", "हुए", "हुए", "हुई", "हुई"]);
  expect(forms("लाल")).toEqual(["लाल", "लाल", "लाल", "लाल", "लाल"]);
});

const masculine = third("m", false);
const feminine = third("f", false);
const men = third("m", true);
const women = third("f", true);
const me: Agreement = { ...feminine, person: 1 };
const tum: Agreement = { gender: "m", plural: true, person: 2, familiar: true };

/** Perfective m.sg., m.pl., f.sg., f.pl. */
const perfectives: readonly [string, string][] = [
  ["देख", "देखा देखे देखी देखीं"],
  ["खा", "खाया खाए खाई खाईं"],
  ["सो", "सोया सोए सोई सोईं"],
  ["आ", "आया आए आई आईं"],
  ["जा", "गया गए गई गईं"],
  ["कर", "किया किए की कीं"],
  ["दे", "दिया दिए दी दीं"],
  ["ले", "लिया लिए ली लीं"],
  ["पी", "पिया पिए पी पीं"],
  ["हो", "हुआ हुए हुई हुईं"],
];

test.each(perfectives)("perfective of %s", (root, forms) => {
  expect([masculine, men, feminine, women].map((one) => perfective(root, one))).toEqual(forms.split(" "));
  expect(perfective(root, women, false)).toBe(perfective(root, feminine));
});

/** First person f., third m., tum m., third plural f. */
const futures: readonly [string, string][] = [
  ["देख", "देखूँगी देखेगा देखोगे देखेंगी"],
  ["जा", "जाऊँगी जाएगा जाओगे जाएँगी"],
  ["दे", "दूँगी देगा दोगे देंगी"],
  ["पी", "पिऊँगी पिएगा पियोगे पिएँगी"],
  ["हो", "होऊँगी होगा होगे होंगी"],
];

test.each(futures)("future of %s", (root, forms) => {
  expect([me, masculine, tum, women].map((one) => future(root, one))).toEqual(forms.split(" "));
});

test("commands, infinitives and habitual forms", () => {
  const commands = ["देख", "जा", "आ", "कर", "दे", "ले", "पी"].map(
    (root) => `${imperative(root, "familiar")} ${imperative(root, "polite")}`,
  );
  expect(commands).toEqual(["देखो देखिए", "जाओ जाइए", "आओ आइए", "करो कीजिए", "दो दीजिए", "लो लीजिए", "पियो पीजिए"]);
  expect([infinitive("कर"), infinitive("कर", "obl"), infinitive("कर", women)]).toEqual(["करना", "करने", "करनी"]);
  expect([imperfective("रह", men), imperfective("रह", women), imperfective("रह", women, true)]).toEqual([
    "रहते",
    "रहती",
    "रहतीं",
  ]);
});

test("the copula", () => {
  expect([me, masculine, tum, women].map((one) => copula("present", one))).toEqual(["हूँ", "है", "हो", "हैं"]);
  expect([masculine, men, feminine, women].map((one) => copula("past", one))).toEqual(["था", "थे", "थी", "थीं"]);
});

describe("pronouns", () => {
  const referent = (person: 1 | 2 | 3, address: "familiar" | "polite" = "familiar"): Referent => ({
    person,
    plural: false,
    noun: "girl",
    named: true,
    address,
    human: true,
    animate: true,
  });
  const forms = ["dir", "ne", "ko", "ka", "obl"] as const;
  test.each([
    [referent(1), false, "मैं मैंने मुझे मेरा मुझ"],
    [referent(1), true, "हम हमने हमें हमारा हम"],
    [referent(2), true, "तुम तुमने तुम्हें तुम्हारा तुम"],
    [referent(2, "polite"), true, "आप आपने आपको आपका आप"],
    [referent(3), false, "वह उसने उसे उसका उस"],
    [referent(3), true, "वे उन्होंने उन्हें उनका उन"],
  ])("%o plural %s", (who, plural, expected) => {
    expect(forms.map((form) => pronoun(who, plural, form))).toEqual(expected.split(" "));
  });
});

test("every word of the lexicon is in composed form", () => {
  expect(JSON.stringify(hindi)).toBe(JSON.stringify(hindi).normalize("NFC"));
});
