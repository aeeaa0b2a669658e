import { type Random, seededRandom } from "../../../src/random";
import { tellStory, type Telling } from "../generate";
import { realisers } from "../languages";
import { type NounId, nounIds } from "../lexicon/nouns";
import type { Sentence, Word } from "../realise/word";
import { type Language, languages as allLanguages } from "../script";
import { askKind, begin, definedKinds } from "./definition";
import { checkInstruction, type Instruction, type InstructionKind, listed, type Listed, yesNo } from "./instruction";
import { lexisOf } from "./lexis";
import { quotedIn } from "./question";
import { wordingOf, wordings } from "./wording";

/** What a user asks and a good answer. */
export interface Turn {
  readonly instruction: Instruction;
  readonly user: string;
  readonly assistant: string;
}

export const instructionKinds: readonly InstructionKind[] = [
  "language",
  "word",
  "sentences",
  "mood",
  "tense",
  "translate",
  "ending",
  "list",
  "capitals",
  "yes-no",
  "repeat",
];

export function chatPrompt(user: string): string {
  return `<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n`;
}

/**
 * One turn of a kind, the same in each of the languages; the answers pass their own check. Undefined where the seed's
 * story does not serve. A language whose script has no capitals is left out of `capitals`.
 */
export function generateTurn(
  seed: number,
  kind: InstructionKind,
  languages: readonly Language[],
): Partial<Record<Language, Turn>> | undefined {
  const random = seededRandom(seed);
  const way = random() < 0.5 ? 0 : 1;
  const write = writers[kind](seed, random, way);
  const turns: Partial<Record<Language, Turn>> = {};
  for (const language of languages) {
    if (!wordings[language][kind]) continue;
    const written = write(language);
    if (!written || !checkInstruction(written.instruction, written.assistant)) return;
    const { instruction, assistant, sentence } = written;
    turns[language] = {
      instruction,
      assistant,
      user: begin(wordingOf(language, instruction, way, sentence), language),
    };
  }
  return turns;
}

interface Written {
  readonly instruction: Instruction;
  readonly assistant: string;
  readonly sentence?: string;
}

/** Draws once for all languages, then writes in each. */
type Writer = (seed: number, random: Random, way: 0 | 1) => (language: Language) => Written | undefined;

const registered = Object.keys(realisers) as Language[];

function one<T>(choices: readonly T[], random: Random): T {
  return choices[Math.floor(random() * choices.length)]!;
}

/** Sentences of the seed's story, told once for each language. */
function storyOf(seed: number, given: Parameters<typeof tellStory>[1] = {}) {
  const told = new Map<Language, readonly Sentence[]>();
  const attributes = (): Telling["attributes"] => tellStory(seed, given, []).attributes;
  const sentences = (language: Language): readonly Sentence[] => {
    const known = told.get(language) ?? tellStory(seed, given, [language]).texts[language]!;
    told.set(language, known);
    return known;
  };
  return { sentences, attributes };
}

function isSpoken({ text }: Sentence): boolean {
  return /[“”„«»]/u.test(text);
}

/** Places of sentences in which nobody speaks. */
function plainPlaces(sentences: readonly Sentence[]): number[] {
  return sentences.flatMap((sentence, at) => (isSpoken(sentence) ? [] : [at]));
}

const nouns: ReadonlySet<string> = new Set<NounId>(nounIds);

function isNoun({ upos, concept }: Word): boolean {
  return upos === "NOUN" && nouns.has(concept);
}

/** The noun of a concept as the sentences write it, if as one word. */
function formOf(concept: string, sentences: readonly Sentence[], language: Language): string | undefined {
  const found = sentences.map(({ words }) => words.filter((word) => isNoun(word) && word.concept === concept));
  const first = found.find(({ length }) => length > 0);
  const form = first?.length === 1 ? first[0]!.form : undefined;
  // At the beginning of a sentence only German nouns have their capital by right.
  return language === "de" ? form : form?.toLocaleLowerCase(language);
}

/** One of the nouns in the sentences. */
function nounIn(sentences: readonly Sentence[], random: Random): string | undefined {
  const concepts = sentences.flatMap(({ words }) => words.filter(isNoun).map(({ concept }) => concept));
  return concepts.length > 0 ? one(concepts, random) : undefined;
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(" ");
}

/** A sentence without speech and a noun in it. */
function sentenceWithNoun(seed: number, random: Random) {
  const { sentences, attributes } = storyOf(seed);
  const english = sentences("en");
  const at = one(plainPlaces(english), random);
  const chosen = at === undefined ? [] : [english[at]!];
  const concept = nounIn(chosen, random);
  return {
    attributes,
    write: (language: Language) => {
      const sentence = sentences(language)[at ?? 0]!;
      const word = concept && formOf(concept, [sentence], language);
      return word ? { word, assistant: sentence.text } : undefined;
    },
  };
}

/** Mostly a language that the dialogues are in; for half of the others, one that only stories are in. */
function otherLanguage(random: Random): (language: Language) => Language {
  const draw = random();
  const rest = random();
  return (language) => {
    const near = (["en", "es"] as const).filter((other) => other !== language);
    const far = registered.filter((other) => other !== language && other !== "en" && other !== "es");
    const choices = draw < 0.6 || far.length === 0 ? near : far;
    return choices[Math.floor(rest * choices.length)]!;
  };
}

const writers: Readonly<Record<InstructionKind, Writer>> = {
  language: (seed, random, way) => {
    const { sentences } = storyOf(seed, { length: "short" });
    const target = one([...allLanguages.filter((one) => registered.includes(one)), "en", "es"] as const, random);
    const from = one(plainPlaces(sentences("en")), random) ?? 0;
    const english = sentences("en").slice(from, from + (way === 0 ? 1 : 3));
    const concept = nounIn(english, random);
    return () => {
      const told = sentences(target).slice(from, from + english.length);
      const word = concept && formOf(concept, told, target);
      return word ? { instruction: { kind: "language", language: target, word }, assistant: textOf(told) } : undefined;
    };
  },

  word: (seed, random) => {
    const { write } = sentenceWithNoun(seed, random);
    return (language) => {
      const written = write(language);
      return written && { ...written, instruction: { kind: "word", language, word: written.word } };
    };
  },

  sentences: (seed, random) => {
    const { sentences } = storyOf(seed);
    const count = 1 + Math.floor(random() * 4);
    const places = plainPlaces(sentences("en"));
    const runs = places.filter((at) =>
      Array.from({ length: count }, (_, n) => at + n).every((n) => places.includes(n)),
    );
    const from = one(runs, random);
    return (language) =>
      from === undefined
        ? undefined
        : {
            instruction: { kind: "sentences", language, count },
            assistant: textOf(sentences(language).slice(from, from + count)),
          };
  },

  mood: (seed, random) => {
    const { sentences, attributes } = storyOf(seed, { length: "short" });
    const english = sentences("en");
    const concept = nounIn(english, random);
    return (language) => {
      const told = sentences(language);
      const word = concept && formOf(concept, told, language);
      if (!word || english.length > 6) return;
      return { instruction: { kind: "mood", language, mood: attributes().mood, word }, assistant: textOf(told) };
    };
  },

  tense: (seed, random) => {
    const { write, attributes } = sentenceWithNoun(seed, random);
    return (language) => {
      const written = write(language);
      if (!written) return;
      return { ...written, instruction: { kind: "tense", language, tense: attributes().tense, word: written.word } };
    };
  },

  translate: (seed, random) => {
    const { sentences } = storyOf(seed);
    const at = one(plainPlaces(sentences("en")), random);
    const target = otherLanguage(random);
    return (language) => {
      if (at === undefined || sentences("en")[at]!.words.length > 13) return;
      const reference = sentences(target(language))[at]!.text;
      return {
        instruction: { kind: "translate", language: target(language), reference },
        assistant: reference,
        sentence: sentences(language)[at]!.text,
      };
    };
  },

  ending: (seed, random) => {
    const { sentences } = storyOf(seed);
    const spoken = sentences("en").flatMap((sentence, at) => (isSpoken(sentence) ? [at] : []));
    const at = one(spoken, random);
    const concept = at === undefined ? undefined : nounIn([sentences("en")[at]!], random);
    return (language) => {
      const sentence = sentences(language)[at ?? 0]!;
      const said = quotedIn(sentence, realisers[language]!);
      const word = concept && formOf(concept, [sentence], language);
      const sign = said?.at(-1);
      if (!said || !word || (sign !== "?" && sign !== "!")) return;
      return { instruction: { kind: "ending", language, sign, word }, assistant: said };
    };
  },

  list: (_seed, random) => {
    const of = one(Object.keys(listed) as Listed[], random);
    const count = 2 + Math.floor(random() * 3);
    const shuffled = [...listed[of]].map((concept) => ({ concept, key: random() }));
    shuffled.sort((a, b) => a.key - b.key);
    return (language) => {
      const { lemmas } = lexisOf(language);
      const forms = shuffled.flatMap(({ concept }) => lemmas.get(concept)?.form ?? []).slice(0, count);
      const { and, stop } = wordings[language];
      const list = `${forms.slice(0, -1).join(", ")} ${and} ${forms.at(-1)}${stop}`;
      return { instruction: { kind: "list", language, of, count }, assistant: begin(list, language) };
    };
  },

  capitals: (seed, random) => {
    const { sentences } = storyOf(seed);
    const at = one(plainPlaces(sentences("en")), random);
    return (language) => {
      const reference = sentences(language)[at ?? 0]!.text;
      if (at === undefined || sentences("en")[at]!.words.length > 13) return;
      return {
        instruction: { kind: "capitals", language, reference },
        assistant: reference.toLocaleUpperCase(language),
        sentence: reference,
      };
    };
  },

  "yes-no": (_seed, random) => {
    const kind = one(definedKinds, random);
    const asked = random() < 0.5 ? kind : one(definedKinds, random);
    const concept = one<string>(listed[kind], random);
    return (language) => {
      const right = kind === asked ? "yes" : "no";
      const exchange = askKind(language, concept, kind, asked);
      if (!exchange) return;
      return {
        instruction: { kind: "yes-no", language, right },
        assistant: `${yesNo[language][right]}${wordings[language].stop}`,
        sentence: exchange.question,
      };
    };
  },

  repeat: (seed, random) => {
    const { sentences } = storyOf(seed);
    const concept = nounIn(sentences("en"), random);
    const count = 2 + Math.floor(random() * 3);
    return (language) => {
      const word = concept && formOf(concept, sentences(language), language);
      if (!word) return;
      return {
        instruction: { kind: "repeat", language, word, count },
        assistant: Array.from({ length: count }, () => word).join(" "),
      };
    };
  },
};
