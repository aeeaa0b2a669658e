import { describe, expect, test } from "vitest";
import { tellStory } from "../generate";
import { planStory } from "../planner";
import { asks, asked, command, phrase, rel, said, to } from "../schemas/teller";
import type { Attributes, Clause, Entity, Quoted, ScriptSentence } from "../script";
import { turkish } from "./turkish";
import { sentenceOf } from "./word";

const anna: Entity = { concept: "girl", sex: "female", name: "anna" };
const emre: Entity = { concept: "boy", sex: "male", name: "emre" };
const cat: Entity = { concept: "cat", owner: anna };
const the = (concept: Entity["concept"], more: Partial<Entity> = {}): Entity => ({ concept, known: true, ...more });

function write(sentence: ScriptSentence, given: Partial<Attributes> = {}): string {
  const attributes: Attributes = {
    mood: "happy",
    tense: "past",
    address: "familiar",
    view: "third",
    topic: "play",
    length: "short",
    ...given,
  };
  const [plan] = planStory({ attributes, schema: "test", hero: anna, sentences: [sentence] }, () => 0.9);
  return sentenceOf(turkish.words(plan!), turkish.orthography).text;
}

const tell = (clause: Clause, given?: Partial<Attributes>) => write({ kind: "tell", clause }, given);

function say(quote: Quoted, given?: Partial<Attributes>): string {
  return write(
    { kind: "speech", verb: "say", speaker: anna, hearer: emre, addressed: false, quote: [quote], frame: "after" },
    given,
  );
}

describe("clauses", () => {
  test.each<[string, Clause]>([
    ["Anna kedisini bahçede aradı.", { verb: "look-for", agent: anna, patient: cat, place: rel("at", the("garden")) }],
    ["Anna bir kedi gördü.", { verb: "see", agent: anna, patient: { concept: "cat" } }],
    ["Anna üç kedi gördü.", { verb: "see", agent: anna, patient: { concept: "cat", plural: true, count: "three" } }],
    ["Anna kedileri gördü.", { verb: "see", agent: anna, patient: the("cat", { plural: true }) }],
    ["Anna kediye yardım etti.", { verb: "help", agent: anna, patient: the("cat") }],
    ["Anna köpekten korkuyordu.", { verb: "fear", agent: anna, patient: the("dog") }],
    ["Anna'nın parası yoktu.", { verb: "have", agent: anna, patient: { concept: "money" }, negated: true }],
    ["Anna'nın suya ihtiyacı vardı.", { verb: "need", agent: anna, patient: { concept: "water" } }],
    ["Şemsiye Anna'daydı.", { verb: "have", agent: anna, patient: the("umbrella") }],
    ["Anna çok mutluydu.", { verb: "be", agent: anna, quality: "happy", degree: "very" }],
    ["Anna çok susamıştı.", { verb: "be", agent: anna, quality: "thirsty", degree: "very" }],
    ["Anna aç değildi.", { verb: "be", agent: anna, quality: "hungry", negated: true }],
    ["Anna cesur bir kızdı.", { verb: "be", agent: anna, identity: { concept: "girl", adjectives: ["brave"] } }],
    [
      "Anna ve Emre parktaydılar.",
      { verb: "be", agent: { concept: "people", plural: true, members: [anna, emre] }, place: rel("at", the("park")) },
    ],
    [
      "Anna bir kek pişirmek istiyordu.",
      { verb: "want", agent: anna, to: { verb: "bake", patient: { concept: "cake" } } },
    ],
    [
      "Anna kediyi iyileştiremedi.",
      { verb: "can", agent: anna, negated: true, to: { verb: "cure", patient: the("cat") } },
    ],
    ["Anna kalkmak zorundaydı.", { verb: "must", agent: anna, to: { verb: "get-up" } }],
    ["Anna çalışmaya başladı.", { verb: "start", agent: anna, to: { verb: "work" } }],
    [
      "Anna şarkı söylemek için okula gitti.",
      { verb: "go", agent: anna, goal: to(the("school")), purpose: { verb: "sing" } },
    ],
    [
      "Anna kedisinin orada olmadığını fark etti.",
      { verb: "notice", agent: anna, that: { verb: "be", agent: cat, negated: true, place: "there" } },
    ],
    [
      "Anna doktordan korktuğu için ağladı.",
      { verb: "cry", agent: anna, because: { verb: "fear", agent: anna, patient: the("doctor") } },
    ],
    [
      "Fırtına bitince Anna uykuya daldı.",
      { verb: "fall-asleep", agent: anna, when: { verb: "end", agent: the("storm") } },
    ],
    ["Anna kediyi bulup gülümsedi.", { verb: "find", agent: anna, patient: the("cat"), and: { verb: "smile" } }],
    ["Anna bankın altına saklandı.", { verb: "hide", agent: anna, place: rel("under", the("bench")) }],
    [
      "Anna dikkatle masaya tırmandı.",
      { verb: "climb", agent: anna, goal: rel("onto", the("table")), manner: "carefully" },
    ],
    ["Anna çayı tek başına içti.", { verb: "drink", agent: anna, patient: the("tea"), manner: "alone" }],
    ["Anna Emre'yle dans etti.", { verb: "dance", agent: anna, company: rel("with", emre) }],
    ["Anna çorbanın tadına baktı.", { verb: "taste", agent: anna, patient: the("soup") }],
    [
      "Kutuda elma vardı.",
      { verb: "exist", patient: { concept: "apple", plural: true }, place: rel("in", the("box")) },
    ],
  ])("%s", (text, clause) => {
    expect(tell(clause)).toBe(text);
  });

  test("the future and the first person", () => {
    const given = { tense: "future", view: "first" } as const;
    expect(tell({ verb: "be", agent: anna, quality: "disappointed", degree: "very" }, given)).toBe(
      "Büyük bir hayal kırıklığına uğrayacağım.",
    );
    expect(tell({ verb: "must", agent: anna, to: { verb: "stay", place: "at-home" } }, given)).toBe(
      "Evde kalmak zorunda kalacağım.",
    );
    expect(tell({ verb: "eat", agent: anna, patient: the("cake"), manner: "alone" }, given)).toBe(
      "Keki tek başıma yiyeceğim.",
    );
  });
});

describe("speech", () => {
  test.each<[string, Quoted]>([
    ["“Beni görüyor musun?” dedi Anna.", asked({ verb: "see", agent: emre, patient: anna })],
    ["“Kedimi gördün mü?” dedi Anna.", asked({ verb: "see", agent: emre, patient: cat }, "past")],
    [
      "“Bana yardım edebilir misin?” dedi Anna.",
      asked({ verb: "can", agent: emre, to: { verb: "help", patient: anna } }),
    ],
    [
      "“Yanıma oturmak ister misin?” dedi Anna.",
      asked({ verb: "want", agent: emre, to: { verb: "sit-down", goal: rel("next-to", anna) } }),
    ],
    ["“Paran var mı?” dedi Anna.", asked({ verb: "have", agent: emre, patient: { concept: "money" } })],
    ["“Neye ihtiyacın var?” dedi Anna.", asks("what", { verb: "need", agent: emre })],
    ["“Ne yemek istiyorsun?” dedi Anna.", asks("what", { verb: "want", agent: emre, to: { verb: "eat" } })],
    ["“Kedim nerede?” dedi Anna.", asks("where", { verb: "be", agent: cat })],
    ["“Ne oldu?” dedi Anna.", asks("what", { verb: "happen" }, "past")],
    ["“Neden bu kadar üzgünsün?” dedi Anna.", asks("why", { verb: "be", agent: emre, quality: "sad", degree: "so" })],
    ["“Kutuyu aç!” dedi Anna.", command({ verb: "open", patient: the("box") })],
    ["“Ağzını aç!” dedi Anna.", command({ verb: "open", patient: the("mouth") })],
    ["“Cesur olmalısın,” dedi Anna.", said({ verb: "must", agent: emre, to: { verb: "be", quality: "brave" } })],
    ["“Teşekkür ederim!” dedi Anna.", phrase("thank-you")],
  ])("%s", (text, quote) => {
    expect(say(quote)).toBe(text);
  });

  test("polite", () => {
    expect(say(command({ verb: "eat" }), { address: "polite" })).toBe("“Yiyin!” dedi Anna.");
    expect(say(said({ verb: "be", agent: emre, quality: "kind" }), { address: "polite" })).toBe(
      "“Naziksiniz,” dedi Anna.",
    );
  });

  test("a frame with its hearer", () => {
    const frame = { kind: "speech", verb: "ask", speaker: anna, hearer: emre, addressed: true } as const;
    const quote = [asked({ verb: "be", agent: emre, quality: "ready" })];
    expect(write({ ...frame, quote, frame: "before" })).toBe("Anna Emre'ye, “Hazır mısın?” diye sordu.");
    expect(write({ ...frame, quote, frame: "after" })).toBe("“Hazır mısın?” diye sordu Anna Emre'ye.");
  });
});

test("every sentence of two hundred stories is written in full", () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const { text, words } of tellStory(seed, {}, ["tr"]).texts.tr!) {
      expect(text).toMatch(/^[“A-ZÇĞİÖŞÜ]/u);
      expect(text).toMatch(/[.!?”]$/u);
      expect(text).not.toMatch(/undefined|\s\s/u);
      expect(words.every(({ upos, form }) => upos === "PUNCT" || form.length > 0)).toBe(true);
    }
  }
});
