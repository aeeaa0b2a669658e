import { covariant } from "../draws";
import type { Initialiser } from "../transfer";
import { random } from "./random";

/** Rows drawn with the old rows’ covariance: Hewitt’s expansion for a vocabulary of any kind. */
export const multivariate: Initialiser = {
  ...random,
  name: "multivariate",
  title: "Random, with covariance",
  reference: "Mundra et al. 2024, arXiv 2407.05841; Hewitt 2021, Initializing New Word Embeddings",
  formula: "row ~ N(μ, Σ), mean and covariance of the old rows",
  draws: () => covariant,
};
