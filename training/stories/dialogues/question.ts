import { type Random, seededRandom } from "../../../src/random";
import { planned } from "../generate";
import { realisers } from "../languages";
import { type VerbId, verbClassOf } from "../lexicon/verbs";
import { type AdjectiveId, adjectiveClasses, quantifierIds } from "../lexicon/words";
import type { ClausePlan, NounPhrase, QuotedPlan, Referent, SentencePlan } from "../plan";
import type { Realiser } from "../realise/realiser";
import { type Sentence, sentenceOf } from "../realise/word";
import type { Language } from "../script";
import { begin, define, definedKinds, askKind, type Exchange } from "./definition";
import { listed } from "./instruction";
import { lexisOf } from "./lexis";
import { wordings } from "./wording";

export interface Question extends Exchange {
  readonly kind: string;
}

/** Adjectives that say the contrary of each other. */
const opposites: readonly (readonly [AdjectiveId, AdjectiveId])[] = [
  ["big", "small"],
  ["heavy", "light"],
  ["old", "young"],
  ["white", "black"],
  ["strong", "weak"],
  ["rich", "poor"],
  ["lazy", "hard-working"],
  ["happy", "sad"],
  ["healthy", "sick"],
  ["wet", "dry"],
  ["clean", "dirty"],
  ["full", "empty"],
  ["open", "closed"],
  ["warm", "cold"],
  ["good", "bad"],
  ["beautiful", "ugly"],
  ["loud", "quiet"],
  ["fast", "slow"],
  ["soft", "hard"],
  ["sweet", "sour"],
  ["expensive", "cheap"],
  ["difficult", "easy"],
  ["boring", "exciting"],
  ["wild", "tame"],
];

/** In quotation marks, so that no ending is needed. */
const oppositePatterns: Readonly<Record<Language, readonly [question: string, answer: string]>> = {
  en: ["What is the opposite of {1}?", "The opposite of {1} is {2}."],
  de: ["Was ist das Gegenteil von {1}?", "Das Gegenteil von {1} ist {2}."],
  es: ["¿Qué es lo contrario de {1}?", "Lo contrario de {1} es {2}."],
  hi: ["{1} का उल्टा क्या है?", "{1} का उल्टा {2} है।"],
  tr: ["{1} kelimesinin zıt anlamlısı nedir?", "{1} kelimesinin zıt anlamlısı {2} kelimesidir."],
};

const numbers: ReadonlySet<string> = new Set(quantifierIds.slice(0, quantifierIds.indexOf("many")));

/** Verbs whose object is one in every language, so that "what" alone asks for it. */
const takesObject: ReadonlySet<VerbId> = new Set<VerbId>([
  ...(["see", "hear", "notice", "smell", "taste", "need"] as const),
  ...(["take", "get", "buy", "steal", "find", "lose", "look-for", "keep", "carry", "throw", "catch", "pick"] as const),
  ...(["hold", "open", "close", "pull", "push", "break", "repair", "build", "clean", "wash", "cook", "bake"] as const),
  ...(["cut", "eat", "drink", "plant", "wear", "put-on", "read", "write", "draw", "win", "pack", "sew"] as const),
  ...(["decorate", "choose", "give", "bring", "send", "show", "lend", "sell"] as const),
]);

const feelingPatterns: Readonly<Record<Language, string>> = {
  en: "How did {1} feel?",
  de: "Wie fühlte sich {1}?",
  es: "¿Cómo se sentía {1}?",
  hi: "{1} को कैसा लगा?",
  tr: "{1} nasıl hissetti?",
};

/** A question without numbers and its answer: the seed's. Undefined where the seed's story has nothing to ask about. */
export function generateQuestion(seed: number, language: Language): Question | undefined {
  const random = seededRandom(seed);
  const kind = random();
  if (kind < 0.05) return opposite(language, random);
  if (kind < 0.15) return aboutThing(language, random);
  return aboutStory(seed, language, random);
}

function one<T>(choices: readonly T[], random: Random): T {
  return choices[Math.floor(random() * choices.length)]!;
}

function opposite(language: Language, random: Random): Question | undefined {
  const pair = one(opposites, random);
  const [first, second] = random() < 0.5 ? pair : [pair[1], pair[0]];
  const { lemmas } = lexisOf(language);
  const [open, close] = wordings[language].quotes;
  const [given, contrary] = [lemmas.get(first), lemmas.get(second)];
  if (!given || !contrary) return;
  const fill = (pattern: string) =>
    pattern.replace("{1}", `${open}${given.form}${close}`).replace("{2}", `${open}${contrary.form}${close}`);
  const [question, answer] = oppositePatterns[language];
  return { kind: "opposite", question: fill(question), answer: fill(answer) };
}

function aboutThing(language: Language, random: Random): Question | undefined {
  const kind = one(definedKinds, random);
  const concept = one<string>(listed[kind], random);
  const asked = random() < 0.5 ? kind : one(definedKinds, random);
  const exchange = random() < 0.5 ? define(language, concept, kind) : askKind(language, concept, kind, asked);
  return exchange && { kind: "definition", ...exchange };
}

interface Choice {
  readonly kind: string;
  readonly ask: () => string;
  readonly answer: () => string;
}

/** The beginning of a story up to a sentence, then a question that the sentence answers. */
function aboutStory(seed: number, language: Language, random: Random): Question | undefined {
  const { script, plans } = planned(seed, { view: "third" });
  const realiser = realisers[language]!;
  const places = plans.flatMap((plan, at) => (at < 6 && plan.kind === "tell" && isPlain(plan.clause) ? [at] : []));
  if (places.length === 0) return;
  const at = one(places, random);
  const plan = plans[at]!;
  const past = script.attributes.tense === "past";
  const choices = plan.kind === "tell" ? questions(plan.clause, realiser, past) : [];
  if (choices.length === 0) return;
  const story = plans.slice(Math.max(0, at - 4), at + 1).map((before) => sentence(before, realiser));
  if (story.some(hasNumber)) return;
  const { kind, ask, answer } = one(choices, random);
  return { kind, question: `${story.map(({ text }) => text).join(" ")} ${ask()}`, answer: answer() };
}

function hasNumber({ words }: Sentence): boolean {
  return words.some(({ concept }) => numbers.has(concept));
}

/** One statement without clauses below it, so that its parts are what can be asked for. */
function isPlain(clause: ClausePlan): boolean {
  return (
    clause.negation === undefined &&
    ![clause.to, clause.purpose, clause.that, clause.because, clause.when, clause.joined].some(Boolean)
  );
}

/** Every question that a statement answers. */
function questions(statement: ClausePlan, realiser: Realiser, past: boolean): Choice[] {
  const { link: _link, contrast: _contrast, front: _front, ...clause } = statement;
  const { time: _time, frequency: _frequency, ...bare } = clause;
  const { agent, subject: _subject, ...acted } = bare;
  const { patient, ...done } = bare;
  const has = (role: "place" | "goal") => bare.circumstances.some((circumstance) => circumstance.role === role);
  const without = (role: "place" | "goal"): ClausePlan => ({
    ...bare,
    circumstances: bare.circumstances.filter((circumstance) => circumstance.role !== role),
  });
  const answer = () => sentence({ kind: "tell", clause }, realiser).text;
  const asks = (id: "who" | "what" | "where" | "where-to", rest: ClausePlan): Choice => ({
    kind: id,
    ask: () => aloud([asked({ ...rest, mode: "asks", asks: { id, token: 1000 } })], realiser),
    answer,
  });
  if (!agent) return [];
  const { id } = bare.verb;
  const found: Choice[] = [];
  const acts = agent.kind !== "pronoun" && agent.referent.animate && !bare.identity && !bare.quality;
  if (acts) found.push(asks("who", acted));
  if (patient?.kind === "noun" && !patient.referent.animate && takesObject.has(id)) found.push(asks("what", done));
  if (has("place") && !patient && id !== "walk" && id !== "run") found.push(asks("where", without("place")));
  if (has("goal") && verbClassOf(id) === "motion") found.push(asks("where-to", without("goal")));
  if (bare.quality && id === "be") {
    found.push(...yesNoQuestions(bare, realiser));
    if (past && agent.kind === "name" && adjectiveClasses.feeling.some((feeling) => feeling === bare.quality?.id)) {
      found.push({ kind: "feeling", ask: () => howFeels(agent, bare, realiser), answer });
    }
  }
  return found;
}

function yesNoQuestions(clause: ClausePlan, realiser: Realiser): Choice[] {
  const quality = clause.quality!;
  const contrary = opposites.find((pair) => pair.includes(quality.id))?.find((id) => id !== quality.id);
  const choice = (kind: "yes" | "no", id: AdjectiveId): Choice => ({
    kind,
    ask: () => aloud([asked({ ...clause, mode: "yes-no", quality: { ...quality, id } })], realiser),
    answer: () =>
      aloud(
        [
          { kind: "phrase", phrase: { id: kind, token: 1001 }, address: "familiar", end: "," },
          { kind: "clause", clause, end: "." },
        ],
        realiser,
      ),
  });
  return [choice("yes", quality.id), ...(contrary ? [choice("no", contrary)] : [])];
}

function howFeels(agent: NounPhrase, clause: ClausePlan, realiser: Realiser): string {
  const { words } = sentence({ kind: "tell", clause: { ...clause, agent } }, realiser);
  const name = words.find(({ upos }) => upos === "PROPN")!.lemma;
  return begin(feelingPatterns[realiser.language].replace("{1}", name), realiser.language);
}

function asked(clause: ClausePlan): QuotedPlan {
  return { kind: "clause", clause, end: "?" };
}

function sentence(plan: SentencePlan, { words, orthography }: Realiser): Sentence {
  return sentenceOf(words(plan), orthography);
}

const somebody: Referent = {
  person: 3,
  plural: false,
  noun: "girl",
  sex: "female",
  named: true,
  address: "familiar",
  human: true,
  animate: true,
};

/** What is said, without the frame in which realisers write it. */
export function aloud(quote: readonly QuotedPlan[], realiser: Realiser): string {
  const frame: ClausePlan = {
    verb: { id: "ask", token: 1002 },
    tenseToken: 1003,
    tense: "past",
    aspect: "event",
    mode: "statement",
    subject: somebody,
    agent: { kind: "name", token: 1004, name: "anna", referent: somebody },
    circumstances: [],
  };
  const said = quotedIn(sentence({ kind: "speech", frame, order: "before", quote }, realiser), realiser)!;
  // Spanish sets the full stop behind the quotation, Turkish a comma in its place.
  return /[.!?।]$/u.test(said) ? said : `${said.replace(/,$/u, "")}.`;
}

/** What is said aloud in a sentence, if anything is. */
export function quotedIn({ words }: Sentence, { orthography }: Realiser): string | undefined {
  const [open, close] = orthography.quotes;
  const begins = words.findIndex(({ form, upos }) => upos === "PUNCT" && form === open);
  const ends = words.findLastIndex(({ form, upos }) => upos === "PUNCT" && form === close);
  return begins < 0 || ends <= begins ? undefined : sentenceOf(words.slice(begins + 1, ends), orthography).text;
}
