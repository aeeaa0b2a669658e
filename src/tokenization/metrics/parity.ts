import { type PairMetric, ratioOfPairs } from "./metric";

/** Mean over the lines of how many times as many tokens a language needs. */
export const parityMacro: PairMetric = {
  kind: "pair",
  id: "parity-macro",
  name: "Parity, mean of lines",
  formula: "P = 1/n Σ |t(sᵢ)| / |t(rᵢ)|",
  convention: "Macro: the ratio of each line, then their mean. Lines whose reference has no token are left out.",
  source: "Petrov et al. 2023; TokSuite",
  unit: "times the reference",
  better: "one",
  digits: 2,
  ...ratioOfPairs(({ tokens }, { tokens: reference }) =>
    reference.length === 0 ? [0, 0] : [tokens.length / reference.length, 1],
  ),
};

/** All tokens of a language over all tokens of the reference. */
export const parityMicro: PairMetric = {
  kind: "pair",
  id: "parity-micro",
  name: "Parity",
  formula: "P = Σ |t(sᵢ)| / Σ |t(rᵢ)|",
  convention: "Micro: total over total, so that long lines weigh more. Special tokens are not counted.",
  source: "Petrov et al. 2023",
  unit: "times the reference",
  better: "one",
  digits: 2,
  ...ratioOfPairs(({ tokens }, { tokens: reference }) => [tokens.length, reference.length]),
};
