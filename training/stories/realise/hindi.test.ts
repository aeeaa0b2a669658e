import { expect, test } from "vitest";
import { seededRandom } from "../../../src/random";
import { planStory } from "../planner";
import type { Attributes, Clause, Entity, Quoted, ScriptSentence } from "../script";
import { hindi } from "./hindi";
import { sentenceOf } from "./word";

const anna: Entity = { concept: "girl", name: "anna", sex: "female" };
const ben: Entity = { concept: "boy", name: "ben", sex: "male" };
const both: Entity = { concept: "people", plural: true, sex: "male", members: [anna, ben] };
const father: Entity = { concept: "father", sex: "male", owner: anna };
const the = (concept: Entity["concept"], more: Partial<Entity> = {}): Entity => ({ concept, known: true, ...more });

type Options = Partial<Attributes> & { readonly hero?: Entity };

/** The last of these sentences in Hindi. */
function realise(sentences: readonly ScriptSentence[], { hero = anna, ...more }: Options = {}): string {
  const attributes: Attributes = {
    mood: "happy",
    tense: "past",
    address: "familiar",
    view: "third",
    topic: "play",
    length: "short",
    ...more,
  };
  const plans = planStory({ attributes, schema: "test", hero, sentences }, seededRandom(1));
  return sentenceOf(hindi.words(plans.at(-1)!), hindi.orthography).text;
}

const tell = (clause: Clause, options?: Options) => realise([{ kind: "tell", clause }], options);
const say = (quoted: Quoted, options?: Options) => {
  const text = realise(
    [{ kind: "speech", verb: "say", speaker: ben, hearer: anna, addressed: false, quote: [quoted], frame: "before" }],
    options,
  );
  return text.replace(/^.*“(.*)”$/u, "$1");
};
const clause = (of: Clause, more: Partial<Extract<Quoted, { kind: "clause" }>> = {}): Quoted => ({
  kind: "clause",
  clause: of,
  ...more,
});

test("ne with perfective transitives, which agree with the unmarked object", () => {
  expect(tell({ verb: "eat", agent: anna, patient: { concept: "banana" } })).toBe("अन्ना ने एक केला खाया।");
  expect(tell({ verb: "buy", agent: ben, patient: { concept: "book", plural: true, count: "two" } })).toBe(
    "बेन ने दो किताबें खरीदीं।",
  );
  expect(tell({ verb: "see", agent: anna, patient: { concept: "bird" } })).toBe("अन्ना ने एक चिड़िया देखी।");
});

test("the object with ko leaves the verb without agreement", () => {
  expect(tell({ verb: "see", agent: anna, patient: the("cat") })).toBe("अन्ना ने बिल्ली को देखा।");
  expect(tell({ verb: "call", agent: anna, patient: { concept: "doctor", sex: "female" } })).toBe(
    "अन्ना ने एक डॉक्टर को बुलाया।",
  );
});

test("no ne with intransitives, lānā and bhūlnā, nor with verbs that jānā completes", () => {
  expect(tell({ verb: "come", agent: anna })).toBe("अन्ना आई।");
  expect(tell({ verb: "bring", agent: anna, patient: { concept: "cup" } })).toBe("अन्ना एक प्याला लाई।");
  expect(tell({ verb: "forget", agent: ben, patient: the("key") })).toBe("बेन चाबी भूल गया।");
  expect(tell({ verb: "fall", agent: anna, source: { relation: "from", of: the("horse") } })).toBe(
    "अन्ना घोड़े से गिर गई।",
  );
});

test("no ne outside of perfective forms", () => {
  expect(tell({ verb: "eat", agent: anna, patient: { concept: "banana" } }, { tense: "future" })).toBe(
    "अन्ना एक केला खाएगी।",
  );
  expect(tell({ verb: "sell", agent: ben, patient: { concept: "apple", plural: true }, aspect: "ongoing" })).toBe(
    "बेन सेब बेच रहा था।",
  );
});

test("a noun with a verb: its owner is what is acted on, and the verb agrees with it", () => {
  expect(tell({ verb: "help", agent: anna, patient: ben })).toBe("अन्ना ने बेन की मदद की।");
  expect(tell({ verb: "wait", agent: anna, patient: the("train") })).toBe("अन्ना ने ट्रेन का इंतज़ार किया।");
  expect(tell({ verb: "clean", agent: ben, patient: the("kitchen") })).toBe("बेन ने रसोई साफ़ की।");
});

test("experiencers are marked with ko, owners with ke pās", () => {
  expect(tell({ verb: "find", agent: anna, patient: { concept: "key" } })).toBe("अन्ना को एक चाबी मिली।");
  expect(tell({ verb: "have", agent: ben, patient: { concept: "ticket" }, negated: true })).toBe(
    "बेन के पास कोई टिकट नहीं था।",
  );
  expect(tell({ verb: "must", agent: anna, to: { verb: "sell", patient: the("cow") } })).toBe("अन्ना को गाय बेचनी पड़ी।");
  expect(tell({ verb: "be", agent: anna, quality: "proud" })).toBe("अन्ना को गर्व हुआ।");
  expect(tell({ verb: "hurt", agent: { concept: "leg", owner: anna } })).toBe("अन्ना की टाँग में दर्द था।");
});

test("adjectives, kā and possessives agree, and are oblique before postpositions", () => {
  const table: Entity = { concept: "table", adjectives: ["big", "old"] };
  const room: Entity = { concept: "room", adjectives: ["small", "new"] };
  expect(tell({ verb: "be", agent: the("dog", { plural: true }), place: { relation: "under", of: table } })).toBe(
    "कुत्ते एक बड़ी पुरानी मेज़ के नीचे थे।",
  );
  expect(tell({ verb: "sleep", agent: ben, place: { relation: "in", of: room } })).toBe("बेन एक छोटे नए कमरे में सोया।");
  expect(tell({ verb: "read", agent: anna, patient: { concept: "book", owner: anna } })).toBe("अन्ना ने अपनी किताब पढ़ी।");
  expect(tell({ verb: "read", agent: ben, patient: { concept: "letter", plural: true, owner: anna } })).toBe(
    "बेन ने अन्ना की चिट्ठियाँ पढ़ीं।",
  );
});

test("fathers are spoken of in the plural, pairs have one ne", () => {
  expect(tell({ verb: "go", agent: father, goal: "home" })).toBe("अन्ना के पिताजी घर गए।");
  expect(tell({ verb: "drink", agent: both, patient: { concept: "milk" } })).toBe("अन्ना और बेन ने दूध पिया।");
  expect(tell({ verb: "drink", agent: both, patient: { concept: "milk" } }, { view: "first" })).toBe(
    "मैंने और बेन ने दूध पिया।",
  );
});

test("negation stands before the verb, and after the stem of a modal that has nothing else", () => {
  expect(tell({ verb: "laugh", agent: anna, negated: true })).toBe("अन्ना नहीं हँसी।");
  expect(tell({ verb: "can", agent: anna, negated: true, to: { verb: "sleep" } })).toBe("अन्ना सो नहीं सकी।");
  expect(tell({ verb: "can", agent: anna, negated: true, to: { verb: "cure", patient: the("goat") } })).toBe(
    "अन्ना बकरी को ठीक नहीं कर सकी।",
  );
  expect(tell({ verb: "want", agent: ben, negated: true, to: { verb: "get-up" } })).toBe("बेन उठना नहीं चाहता था।");
});

test("phase verbs, purposes and postures", () => {
  expect(tell({ verb: "start", agent: anna, to: { verb: "sing" } })).toBe("अन्ना गाना गाने लगी।");
  expect(tell({ verb: "go", agent: ben, goal: { relation: "to", of: the("school") }, purpose: { verb: "sing" } })).toBe(
    "बेन गाना गाने के लिए स्कूल गया।",
  );
  const bench = { relation: "on", of: the("bench") } as const;
  expect(tell({ verb: "sit", agent: anna, place: bench })).toBe("अन्ना बेंच पर बैठी थी।");
  expect(
    realise([
      { kind: "tell", clause: { verb: "sit", agent: anna, place: bench, time: "the-whole-day" }, front: "time" },
    ]),
  ).toBe("दिन भर अन्ना बेंच पर बैठी रही।");
});

test("two clauses: with one marking of the subject by aur, else with a conjunctive", () => {
  expect(tell({ verb: "get-up", agent: anna, and: { verb: "laugh" } })).toBe("अन्ना उठी और हँसी।");
  expect(tell({ verb: "sit-down", agent: anna, and: { verb: "wait" } })).toBe("अन्ना ने बैठकर इंतज़ार किया।");
});

test("clauses of reason and of time", () => {
  expect(tell({ verb: "cry", agent: anna, because: { verb: "be", agent: anna, quality: "sad" } })).toBe(
    "अन्ना रोई, क्योंकि वह उदास थी।",
  );
  expect(tell({ verb: "laugh", agent: anna, when: { verb: "end", agent: the("race") } })).toBe(
    "जब दौड़ खत्म हुई, तो अन्ना हँसी।",
  );
  expect(
    tell({ verb: "notice", agent: ben, that: { verb: "forget", agent: ben, patient: the("hat"), aspect: "before" } }),
  ).toBe("बेन ने देखा कि वह टोपी भूल गया था।");
});

test("commands and questions by the form of address", () => {
  const come = clause({ verb: "come" }, { mode: "command" });
  expect([say(come), say(come, { address: "polite" })]).toEqual(["आओ!", "आइए!"]);
  const wants = clause({ verb: "want", agent: anna, to: { verb: "play" } }, { mode: "yes-no" });
  expect([say(wants), say(wants, { address: "polite" })]).toEqual(["क्या तुम खेलना चाहती हो?", "क्या आप खेलना चाहती हैं?"]);
  expect(say(clause({ verb: "need", agent: anna }, { asks: "what" }))).toBe("तुम्हें क्या चाहिए?");
  expect(say(clause({ verb: "cry", agent: anna, aspect: "ongoing" }, { asks: "why" }))).toBe("तुम क्यों रो रही हो?");
  expect(say(clause({ verb: "be", agent: the("station") }, { asks: "where" }))).toBe("स्टेशन कहाँ है?");
  expect(say(clause({ verb: "happen" }, { asks: "what", tense: "past" }))).toBe("क्या हुआ?");
  expect(say(clause({ verb: "win", patient: the("prize") }, { asks: "who", tense: "past" }))).toBe("इनाम किसने जीता है?");
});

test("what is said has its full stop within the quotation marks", () => {
  const quote = [clause({ verb: "be", agent: ben, quality: "tired" })];
  const spoken = { kind: "speech", verb: "answer", speaker: ben, hearer: anna, addressed: true, quote } as const;
  expect(realise([{ ...spoken, frame: "after" }])).toBe("“मैं थका हुआ हूँ।” बेन ने अन्ना को जवाब दिया।");
  expect(realise([{ ...spoken, frame: "before" }])).toBe("बेन ने अन्ना को जवाब दिया, “मैं थका हुआ हूँ।”");
});
