import { identify } from "../../../codeswitch/identify";
import type { CardMeasure } from "../card-measure";
import { continuationNeeds, continuationsOf } from "./continuations";

const fewestLetters = 10;

export const offTarget: CardMeasure = {
  id: "off-target",
  name: "Off-target rate",
  family: "behaviour",
  unit: "share",
  better: "lower",
  digits: 2,
  formula: "continuations identified as another language than their beginning's / continuations long enough to tell",
  convention:
    "Greedy, 24 tokens; the whole continuation is identified among the card's languages. One of fewer than ten letters does not count.",
  source: "Off-target translation: Zhang et al. 2020 (arXiv 2004.11867)",
  chance: "0 is the aim",
  verdict: true,
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.map((language) => {
      const common = { language, ...continuationsOf(items, language, materials) };
      const candidates = [...new Set([items.pivot, ...items.languages])];
      const parts = common.answers.map((text) => {
        if ((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return [0, 0] as const;
        return [Number(identify(text, candidates).language !== language), 1] as const;
      });
      return { ...common, facet: "", parts };
    }),
};
