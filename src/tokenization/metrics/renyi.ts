import { efficiency } from "./entropy";
import { ofFrequencies, type TextMetric } from "./metric";

/** Rényi efficiency of order 2.5: it went with translation quality better than length did (Zouhar et al. 2023). */
export const renyiEfficiency: TextMetric = {
  kind: "text",
  id: "renyi",
  name: "Rényi efficiency",
  formula: "H₂.₅ / log₂|V|,  Hα = log₂(Σ pᵅ) / (1 − α)",
  convention: "α = 2.5 as in the paper; |V| is the number of different ids that occur in this text.",
  source: "Zouhar et al. 2023",
  unit: "1 at most",
  better: "higher",
  digits: 3,
  ...ofFrequencies((frequencies) => efficiency(frequencies, 2.5)),
};

/** Shannon efficiency, the same at α = 1. */
export const shannonEfficiency: TextMetric = {
  kind: "text",
  id: "shannon",
  name: "Shannon efficiency",
  formula: "H₁ / log₂|V|,  H₁ = −Σ p log₂ p",
  convention: "|V| is the number of different ids that occur in this text.",
  source: "Zouhar et al. 2023",
  unit: "1 at most",
  better: "higher",
  digits: 3,
  ...ofFrequencies((frequencies) => efficiency(frequencies, 1)),
};
