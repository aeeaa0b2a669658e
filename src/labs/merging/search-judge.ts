import type { Model } from "../../engine/engine";
import type { Document, SkillId } from "../../experiments/documents/merging";
import type { CardItems } from "../../measures/card/items";
import { denominatorOf, type Reading } from "../../measures/card/reading";
import { bootstrapRatio, type Estimate } from "../../measures/statistics/bootstrap";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import type { RunTools } from "../lab";
import { type LanguageSentences, sentencesOf } from "./sentences";
import { readSkills, skillItems } from "./skills";
import { sum } from "../../vectors";

/** What one merge scores, item by item, and the language of each. */
export interface Marks {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
  readonly languages: readonly string[];
}

/** The two halves of the items: even ones choose, odd ones tell how good the choice is. */
type Half = "development" | "held-out";

/** Marks a model by what the document's search is judged by. */
export interface Judge {
  readonly higher: boolean;
  readonly developmentItems: number;
  /** `lowerLayers`: so many layers that the merges to come share, 0 for a model that stands alone. */
  marks(model: Model, half: Half, title: string, lowerLayers: number): Promise<Marks>;
}

const inHalf = (half: Half) => (index: number) => (index % 2 === 0) === (half === "development");

/** The items of one half for each skill. */
const itemsOf: Readonly<Record<SkillId, (items: CardItems) => Readonly<Record<string, readonly unknown[]>>>> = {
  arithmetic: ({ problems }) => problems,
  adherence: ({ questions }) => questions,
  instructions: ({ conversations }) => conversations,
  symbols: ({ symbols = [] }) => ({ all: symbols }),
};

export function judgeOf(document: Document, tools: RunTools): Promise<Judge> {
  const { searchGoal } = document;
  return searchGoal === "bits-per-byte" ? byBits(document, tools) : bySkill(searchGoal, document, tools);
}

async function bySkill(skill: SkillId, document: Document, tools: RunTools): Promise<Judge> {
  const [development, heldOut] = await Promise.all([
    skillItems(document, inHalf("development")),
    skillItems(document, inHalf("held-out")),
  ]);
  return {
    higher: true,
    developmentItems: Object.values(itemsOf[skill](development)).flat().length,
    async marks(model, half, title) {
      const items = half === "development" ? development : heldOut;
      const { readings } = await readSkills([skill], items, model, { ...tools, onProgress: () => {} }, title);
      return marksOf(readings);
    },
  };
}

/** The marks behind readings of one skill in several languages, item by item. */
export function marksOf(readings: readonly Reading[]): Marks {
  return {
    numerators: readings.flatMap(({ numerators }) => numerators),
    denominators: readings.flatMap((reading) => reading.numerators.map((_, item) => denominatorOf(reading, item))),
    languages: readings.flatMap(({ language, numerators }) => numerators.map(() => language)),
  };
}

async function byBits(document: Document, { engine, signal }: RunTools): Promise<Judge> {
  const sentences = unwrap(await sentencesOf(document, 2));
  const inLanguages = <T>(half: Half, of: (language: LanguageSentences, text: string) => T) =>
    sentences.flatMap((one) => one.texts.filter((_, index) => inHalf(half)(index)).map((text) => of(one, text)));
  const textsOf = (half: Half) => inLanguages(half, (_, text) => text);
  return {
    higher: false,
    developmentItems: textsOf("development").length,
    async marks(model, half, _, lowerLayers) {
      const scores = await engine.scoreAll(model, textsOf(half), { signal, lowerLayers });
      return {
        numerators: scores.map(({ bits }) => bits),
        denominators: scores.map(({ bytes }) => bytes),
        languages: inLanguages(half, ({ language }) => language),
      };
    },
  };
}

/** The difference of two models, paired: the same items are drawn for both. */
export function lessOf(of: Marks, from: Marks): Estimate {
  const differences = of.numerators.map((value, index) => value - (from.numerators[index] ?? Number.NaN));
  return bootstrapRatio(differences, of.denominators, seededRandom(1));
}

/** The number that a search compares: the sum of numerators over that of denominators. */
export function ratio({ numerators, denominators }: Pick<Marks, "numerators" | "denominators">): number {
  return sum(numerators) / sum(denominators);
}

/** The same for each language by itself. */
export function ratioByLanguage({ numerators, denominators, languages }: Marks): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(languages)].map((language) => {
      const own = (values: readonly number[]) => values.filter((_, item) => languages[item] === language);
      return [language, ratio({ numerators: own(numerators), denominators: own(denominators) })];
    }),
  );
}
