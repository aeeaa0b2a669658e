import { splitWords } from "../../../codeswitch/words";
import { wordLanguages, wrongWords } from "../../behaviour/word-languages";
import type { CardMeasure } from "../card-measure";
import { continuationNeeds, continuationsOf } from "./continuations";
import { candidatesOf, whyNotTold } from "./telling";

export const mixing: CardMeasure = {
  id: "mixing",
  name: "Words of another language",
  family: "behaviour",
  unit: "share",
  better: "lower",
  digits: 2,
  formula: "words identified as another language than the beginning's / words that have a language",
  convention:
    "Greedy, 24 tokens behind each beginning; an empty continuation does not count. Words are identified by byte n-grams along the likeliest path through the card's languages, from the beginning on, where staying in one language costs nothing; a word in letters of none of them is wrong, too. A language that the identifier does not recognise has no number. Facets: “passes”, the share of continuations without any such word; “place of the first”, how many words stand before it, where there is one. Meant for text that should not switch.",
  source: "Rethinking Multilingual Continual Pretraining, 2025 (arXiv 2504.04152); word-level pass rate",
  chance: "0 is the aim",
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.flatMap((language) => {
      const note = whyNotTold(items, language);
      const common = { language, ...continuationsOf(items, language, materials), ...(note !== null && { note }) };
      const candidates = candidatesOf(items);
      const labelled = common.answers.map((text, i) => {
        if (note !== null) return [];
        const beginning = splitWords(common.items[i]!, language).length;
        return wordLanguages(common.items[i]! + text, candidates, language).slice(beginning);
      });
      const counts = labelled.map((words) => wrongWords(words, language));
      const places = labelled.map((words) => words.findIndex((word) => ![language, "und"].includes(word.language)));
      return [
        { ...common, facet: "", parts: counts },
        {
          ...common,
          facet: "passes",
          formula: "continuations without a word of another language / continuations that have words of a language",
          verdict: true,
          parts: counts.map(([wrong, counted]) => [Number(wrong === 0 && counted > 0), Number(counted > 0)] as const),
        },
        {
          ...common,
          facet: "place of the first",
          unit: "words",
          formula: "mean number of words before the first of another language, where there is one",
          parts: places.map((at) => [Math.max(0, at), Number(at >= 0)] as const),
        },
      ];
    }),
};
