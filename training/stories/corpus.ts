import { chatPrompt, generateTurn, instructionKinds, type Turn } from "./dialogues/chat";
import type { Instruction, InstructionKind } from "./dialogues/instruction";
import { generateQuestion } from "./dialogues/question";
import { wordingOf } from "./dialogues/wording";
import { exchangeOf, type Parts, promptOf } from "./exchange";
import { tellStory, type Telling } from "./generate";
import { realisers } from "./languages";
import { formsOf } from "./problems/expression";
import { generateProblem, type Problem } from "./problems/problem";
import { generateReading } from "./problems/reading";
import type { Attributes, Language } from "./script";
import { partOf } from "./split";

/** One file of training or test data: its name and its rows, which are drawn until `count` are found. */
export interface CorpusFile {
  readonly name: string;
  readonly count: number;
  readonly rows: () => Iterable<object>;
}

const languages = Object.keys(realisers) as Language[];

/** Every file of the corpus. Rows of equal files are equal on every machine. */
export const corpusFiles: readonly CorpusFile[] = [
  { name: "stories", count: 60_000, rows: trainStories },
  { name: "stories-heldout", count: 1_000, rows: heldOutStories },
  { name: "problems-train", count: 60_000, rows: trainProblems },
  { name: "facts", count: 20_000, rows: facts },
  ...languages.map((language) => ({ name: `readings-${language}`, count: 20_000, rows: () => readings(language) })),
  ...languages.map((language) => ({
    name: `expressions-${language}`,
    count: 10_000,
    rows: () => expressions(language),
  })),
  ...languages.map((language) => ({ name: `few-${language}`, count: 5_000, rows: () => expressions(language, few) })),
  { name: "problems-dev", count: 200, rows: () => heldOutProblems("dev") },
  { name: "problems-test", count: 200, rows: () => heldOutProblems("test") },
  ...languages.map((language) => ({ name: `questions-${language}`, count: 20_000, rows: () => questions(language) })),
  { name: "chat-train", count: 30_000, rows: trainChat },
  { name: "asked", count: 10_000, rows: translatedPrompts },
  { name: "chat-test", count: 100 * languages.length, rows: testChat },
];

export interface StoryRow {
  readonly seed: number;
  readonly schema: string;
  readonly attributes: Attributes;
  /** Sentences by language. */
  readonly texts: Partial<Readonly<Record<Language, readonly string[]>>>;
}

function* trainStories(): Iterable<StoryRow> {
  for (let seed = 1; ; seed++) {
    const telling = tellStory(seed, {}, languages);
    if (!isHeldOut(telling)) yield rowOf(telling);
  }
}

function* heldOutStories(): Iterable<StoryRow> {
  for (let seed = 1; ; seed++) {
    if (isHeldOut(tellStory(seed, {}, ["en"]))) yield rowOf(tellStory(seed, {}, languages));
  }
}

/** Decided by the English text: the same story drawn from another seed is held out, too. */
function isHeldOut({ texts }: Telling): boolean {
  return partOf(texts.en!.map(({ text }) => text).join(" ")) !== "train";
}

function rowOf({ seed, schema, attributes, texts }: Telling): StoryRow {
  const plain: Partial<Record<Language, string[]>> = {};
  for (const language of languages) plain[language] = texts[language]!.map(({ text }) => text);
  return { seed, schema, attributes, texts: plain };
}

export interface ProblemRow extends Pick<Problem, "seed" | "template" | "steps" | "answer"> {
  readonly parts: Parts;
}

/** In English only. */
function* trainProblems(): Iterable<ProblemRow> {
  for (let seed = 1; ; seed++) {
    const { template, steps, answer, part, texts } = generateProblem(seed);
    const { question, worked } = texts.en;
    if (part === "train") yield { seed, template, steps, answer, parts: exchangeOf("en", question, worked) };
  }
}

/** What training problems tell and ask, in every language, without an answer: translations of each other, with numbers up to 20. */
function* facts(): Iterable<{ seed: number; texts: Partial<Record<Language, string>> }> {
  for (let seed = 1; ; seed++) {
    const { part, texts } = generateProblem(seed, { max: 20 });
    if (part !== "train") continue;
    yield { seed, texts: Object.fromEntries(languages.map((language) => [language, texts[language].question])) };
  }
}

/** What a language with little data has of word problems: four templates of sixteen. */
const few: readonly string[] = ["change", "container", "kinds", "together"];

/**
 * Training problems answered by what is to be reckoned, without a result: "5 + 3 - 2 =". Nothing is reckoned, and that the
 * text breaks off there is not learnt: who learns elsewhere to go on may do so.
 */
function* expressions(language: Language, of?: readonly string[]): Iterable<{ seed: number; parts: Parts }> {
  for (let seed = 1; ; seed++) {
    const { operations, part, template, texts } = generateProblem(seed);
    if (part !== "train" || (of && !of.includes(template))) continue;
    const prompt = promptOf(language, texts[language].question);
    yield {
      seed,
      parts: [
        [prompt, false],
        [` ${formsOf(operations)[0]} =`, true],
        ["\n", false],
      ],
    };
  }
}

/** Numbers that are read and not reckoned with, in the form of the problems. */
function* readings(language: Language): Iterable<{ seed: number; answer: number; parts: Parts }> {
  for (let seed = 1; ; seed++) {
    const { answer, texts } = generateReading(seed);
    const { question, worked } = texts[language];
    yield { seed, answer, parts: exchangeOf(language, question, worked) };
  }
}

export interface HeldOutProblemRow extends Omit<Problem, "texts"> {
  /** In every language, with the prompt that asks for the answer. */
  readonly texts: Readonly<Record<Language, { readonly prompt: string; readonly worked: string }>>;
}

function* heldOutProblems(part: "dev" | "test"): Iterable<HeldOutProblemRow> {
  for (let seed = 1; ; seed++) {
    const problem = generateProblem(seed);
    if (problem.part !== part) continue;
    const texts = Object.entries(problem.texts).map(([language, { question, worked }]) => [
      language,
      { prompt: promptOf(language as Language, question), worked },
    ]);
    yield { ...problem, texts: Object.fromEntries(texts) as HeldOutProblemRow["texts"] };
  }
}

/** On stories and words, without numbers: the form of the problems in one language. */
function* questions(language: Language): Iterable<{ seed: number; kind: string; parts: Parts }> {
  for (let seed = 1; ; seed++) {
    const found = generateQuestion(seed, language);
    if (found) yield { seed, kind: found.kind, parts: exchangeOf(language, found.question, found.answer) };
  }
}

/** What users ask in training is English or Spanish. */
const chatLanguages = ["en", "es"] as const;

/** One prompt in ten is kept for the test. */
function isTestTurn({ user }: Turn): boolean {
  return partOf(user, 5) !== "train";
}

export interface ChatRow {
  readonly seed: number;
  readonly language: Language;
  readonly instructions: readonly Instruction[];
  readonly parts: Parts;
}

/** Those whose answer copies a word of the question are drawn three times: a small model learns to copy slowly. */
const trainedKinds: readonly InstructionKind[] = [...instructionKinds, "word", "repeat", "word", "repeat"];

/** One to three turns in one language. */
function* trainChat(): Iterable<ChatRow> {
  let turns: Turn[] = [];
  for (let seed = 1, row = 0; ; seed++) {
    const language = chatLanguages[row % 2]!;
    const kind = trainedKinds[seed % trainedKinds.length]!;
    const drawn = generateTurn(seed, kind, chatLanguages);
    const turn = drawn?.[language];
    if (!turn || isTestTurn(drawn.en!)) continue;
    turns.push(turn);
    // Of ten dialogues six have one turn, two have two and two have three.
    if (turns.length < [1, 1, 1, 2, 1, 3, 1, 2, 1, 3][Math.floor(row / 2) % 10]!) continue;
    yield { seed, language, instructions: turns.map(({ instruction }) => instruction), parts: turns.flatMap(partsOf) };
    turns = [];
    row++;
  }
}

function partsOf({ user, assistant }: Turn): Parts {
  return [
    [chatPrompt(user), false],
    [`${assistant}<|im_end|>\n`, true],
  ];
}

/**
 * Users who ask, in English or Spanish, for the translation of what users ask: into one of the other languages or from it.
 * Nothing that is asked in another language is done. `translate` is left out: its languages differ with the asking one.
 */
function* translatedPrompts(): Iterable<Pick<ChatRow, "seed" | "language" | "parts">> {
  const kinds = instructionKinds.filter((kind) => kind !== "translate");
  for (let seed = 1, row = 0; ; seed++) {
    const turns = generateTurn(seed, kinds[seed % kinds.length]!, languages);
    if (!turns || isTestTurn(turns.en!)) continue;
    const language = chatLanguages[row % 2]!;
    const others = languages.filter((other) => other !== language && turns[other]);
    const other = others[Math.floor(row / 4) % others.length]!;
    const [from, to] = row % 4 < 2 ? [other, language] : [language, other];
    const assistant = turns[to]!.user;
    const instruction = { kind: "translate", language: to, reference: assistant } as const;
    const user = wordingOf(language, instruction, seed % 2 === 0 ? 0 : 1, turns[from]!.user);
    yield { seed, language, parts: partsOf({ instruction, user, assistant }) };
    row++;
  }
}

export interface ChatTestRow {
  readonly seed: number;
  readonly language: Language;
  readonly prompt: string;
  readonly instruction: Instruction;
  /** One right answer among many. */
  readonly answer: string;
}

/** Kinds with few prompts run out of them: what the first seeds give is taken. */
const [testInstructions, testsOfKind, testSeeds] = [100, 10, 20_000];

/** The same instructions in every language; no English prompt among them is in the training data. */
function* testChat(): Iterable<ChatTestRow> {
  const asked = new Set<string>();
  const counts = new Map<string, number>();
  for (let seed = 1; asked.size < testInstructions && seed <= testSeeds; seed++) {
    const kind = instructionKinds[seed % instructionKinds.length]!;
    const count = counts.get(kind) ?? 0;
    const english = count < testsOfKind ? generateTurn(seed, kind, ["en"])?.en : undefined;
    if (!english || !isTestTurn(english) || asked.has(english.user)) continue;
    const turns = generateTurn(seed, kind, languages);
    if (!turns) continue;
    asked.add(english.user);
    counts.set(kind, count + 1);
    for (const language of languages) {
      const turn = turns[language];
      if (!turn) continue;
      const { instruction, user, assistant } = turn;
      yield { seed, language, prompt: chatPrompt(user), instruction, answer: assistant };
    }
  }
}
