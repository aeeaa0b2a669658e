import { splitWords } from "../../../codeswitch/words";
import { distinct } from "../../distinct-n";
import { mtld } from "../../text/mtld";
import { selfSimilarities } from "../../text/self-similarity";
import type { CardMeasure } from "../card-measure";
import { continuationNeeds, continuationsOf } from "./continuations";

const wordsOf = (text: string, language: string) =>
  splitWords(text.toLocaleLowerCase(language), language).map((word) => word.text);

const grams = [
  { n: 2, facet: "", of: "pairs of neighbouring words" },
  { n: 1, facet: "distinct-1", of: "words" },
  { n: 3, facet: "distinct-3", of: "triples of neighbouring words" },
] as const;

const formulaOf = (of: string): string => `different ${of} / ${of}, within each continuation`;

export const distinctBigrams: CardMeasure = {
  id: "distinct-2",
  name: "Distinct word pairs",
  family: "diversity",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: formulaOf(grams[0].of),
  convention: "Words by Intl.Segmenter, lower-cased. Facets: distinct-1 and distinct-3. A loop is near 0.",
  source: "Li et al. 2016 (arXiv 1510.03055)",
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.flatMap((language) => {
      const common = { language, ...continuationsOf(items, language, materials) };
      const words = common.answers.map((text) => wordsOf(text, language));
      return grams.map(({ n, facet, of }) => ({
        ...common,
        facet,
        ...(facet !== "" && { formula: formulaOf(of) }),
        parts: words.map((list) => distinct(n).parts(list)),
      }));
    }),
};

export const lexicalDiversity: CardMeasure = {
  id: "mtld",
  name: "Lexical diversity (MTLD)",
  family: "diversity",
  unit: "words",
  better: "higher",
  digits: 1,
  formula: "mean length of stretches of words in which the share of different words stays above 0.72, read both ways",
  convention:
    "Over all continuations of a language as one text, because the measure wants a hundred words. Not defined where no word repeats.",
  source: "McCarthy and Jarvis 2010",
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.map((language) => {
      const { answers, ...common } = continuationsOf(items, language, materials);
      const value = mtld(answers.flatMap((text) => wordsOf(text, language)));
      return {
        language,
        facet: "",
        set: `${common.set}, joined`,
        items: [common.items.join(" | ")],
        answers: [answers.join(" | ")],
        parts: [value === null ? ([0, 0] as const) : ([value, 1] as const)],
        ...(value === null && { note: "No word repeats: the measure is not defined." }),
      };
    }),
};

export const selfSimilarity: CardMeasure = {
  id: "self-similarity",
  name: "Self-similarity",
  family: "diversity",
  unit: "chrF",
  better: "lower",
  digits: 1,
  formula: "mean chrF of each continuation against the other continuations of its language",
  convention:
    "By characters, so that languages with much inflection are not taken for varied. 100: the model always writes the same. Empty continuations do not count.",
  source: "Self-BLEU, Zhu et al. 2018 (arXiv 1802.01886), with chrF in place of BLEU",
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.map((language) => {
      const common = { language, ...continuationsOf(items, language, materials) };
      const values = selfSimilarities(common.answers);
      return { ...common, facet: "", parts: values.map((value) => [value ?? 0, Number(value !== null)] as const) };
    }),
};
