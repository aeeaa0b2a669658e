import { identify } from "../../../codeswitch/identify";
import { isSpaceless } from "../../../codeswitch/words";
import type { CardMeasure } from "../card-measure";
import { continuationNeeds, continuationsOf } from "./continuations";
import { candidatesOf, whyNotTold } from "./telling";

/** Letters, vowel signs among them, that say which language it is; a character of a script without spaces says more. */
function isLongEnough(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  return letters >= (isSpaceless(text) ? 5 : 10);
}

export const offTarget: CardMeasure = {
  id: "off-target",
  name: "Off-target rate",
  family: "behaviour",
  unit: "share",
  better: "lower",
  digits: 2,
  formula: "continuations identified as another language than their beginning's / continuations long enough to tell",
  convention:
    "Greedy, 24 tokens; the whole continuation is identified among the card's languages. One of fewer than ten letters (vowel signs count, too; five in scripts without spaces) does not count, nor does a language that the identifier does not recognise.",
  source: "Off-target translation: Zhang et al. 2020 (arXiv 2004.11867)",
  chance: "0 is the aim",
  verdict: true,
  needs: continuationNeeds,
  facets: (items, materials) =>
    items.languages.map((language) => {
      const note = whyNotTold(items, language);
      const common = { language, ...continuationsOf(items, language, materials), ...(note !== null && { note }) };
      const candidates = candidatesOf(items);
      const parts = common.answers.map((text) => {
        if (note !== null || !isLongEnough(text)) return [0, 0] as const;
        return [Number(identify(text, candidates).language !== language), 1] as const;
      });
      return { ...common, facet: "", parts };
    }),
};
