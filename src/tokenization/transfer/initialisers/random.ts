import type { Initialiser } from "../transfer";

/** The control: rows that know nothing but where rows lie. */
export const random: Initialiser = {
  name: "random",
  title: "Random",
  reference: "Yamaguchi et al. 2024, arXiv 2406.11477",
  formula: "row ~ N(mean, deviation) of the old rows, in each dimension",
  needs: [],
  copies: "all",
  prepare: () => () => [],
};
