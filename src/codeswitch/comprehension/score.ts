import { bleu } from "../../measures/text/bleu";
import { chrf } from "../../measures/text/chrf";
import { bootstrap, type Estimate } from "../../measures/statistics/bootstrap";
import type { Random } from "../../random";
import { byRate, type Rate } from "./rate";

/** A translation of a switched sentence beside the sentence that says the same without a switch. */
export interface Translated {
  /** Share of words in the other language of what was translated, in percent. */
  readonly percent: number;
  readonly text: string;
  readonly reference: string;
}

export interface RateScore {
  readonly rate: Rate;
  readonly sentences: number;
  /** Mean of the sentences' chrF with its 95 % interval (percentile bootstrap); null where there is none. */
  readonly chrf: Estimate | null;
  /** Of the bucket as one corpus; null where there is none. */
  readonly bleu: number | null;
}

/** chrF (Popovic 2015) and BLEU of translations by the switching rate of what was translated (card C5). */
export function scoreByRate(translated: readonly Translated[], random: Random): readonly RateScore[] {
  return [...byRate(translated, ({ percent }) => percent)].map(([rate, some]) => ({
    rate,
    sentences: some.length,
    chrf:
      some.length === 0
        ? null
        : bootstrap(
            some.map(({ text, reference }) => chrf(text, reference)),
            random,
          ),
    bleu: some.length === 0 ? null : bleu(some.map(({ text, reference }) => [text, reference])),
  }));
}
