/** Ways of making rows that are no mixture of the old ones, as the lab names them. */
export const rowMaps = [
  {
    name: "zett",
    title: "Zero-shot map",
    reference: "Minixhofer et al. 2024, arXiv 2405.07883; a ridge in the place of the hypernetwork",
    formula: "row(lr) = row(l) W₁ + row(r) W₂ + b, fitted on the old vocabulary’s merges",
  },
  {
    name: "sava",
    title: "SAVA, from the donor",
    reference: "Moroni et al. 2025, arXiv 2504.17025",
    formula: "row = map(donor’s row), fitted on the tokens that both have",
  },
] as const;

/** Ways of putting rows that were made for a base into its fine-tune. */
export const propagations = [
  { name: "own", title: "The fine-tune, its own rows", formula: "row = Σ w · the fine-tune’s old rows" },
  { name: "swap", title: "The fine-tune, the base’s rows", formula: "row = the base’s new row" },
  {
    name: "overlap",
    title: "The fine-tune, overlap correction",
    formula: "row = the base’s new row · D, D = argmin ‖I_base D − I_tuned‖",
  },
  {
    name: "conversion",
    title: "The fine-tune, vocabulary conversion",
    formula: "row = the base’s new row · D, D = argmin ‖T I_base D − T I_tuned‖",
  },
] as const;
