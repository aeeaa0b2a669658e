import { entropyOf } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** Greedy, kept inside the entropy band of human text: sampled above it; taken back after too long below it. */
export const entropyAware: Mixer = {
  id: "entropy-aware",
  title: "Entropy-aware decoding",
  reference: "Arora et al. 2023, arXiv 2302.06784",
  formula:
    "H > mean(t) + width std(t): sample;  H < mean(t) − width std(t) for more than `patience` steps: take back, next-ranked token",
  roles: [{ id: "model", meaning: "the model" }],
  models: { min: 1, max: 1 },
  vocabulary: "single",
  needs: "band",
  parameters: {
    width: {
      kind: "number",
      level: "shared",
      default: 0.8,
      min: 0,
      max: 1e9,
      meaning: "half the band, in standard deviations",
    },
    greedy: {
      kind: "number",
      level: "shared",
      default: 10,
      min: 0,
      max: 1000,
      meaning: "how many first tokens are greedy in any case",
    },
    patience: {
      kind: "number",
      level: "shared",
      default: 5,
      min: 0,
      max: 1000,
      meaning: "how many steps below the band are borne",
    },
    backOffs: {
      kind: "number",
      level: "shared",
      default: 10,
      min: 0,
      max: 1000,
      meaning: "how often a text is taken back at most",
    },
  },
  mix({ logits: [own], logProbabilities, parameters: { shared }, materials: { band }, past, rejected }) {
    const [width, patience] = [numberOf(shared, "width"), numberOf(shared, "patience")];
    const logits = own!.slice();
    for (const { position, id } of rejected) if (position === past.length) logits[id] = Number.NEGATIVE_INFINITY;
    if (past.length < numberOf(shared, "greedy")) return { logits, draw: "greedy" };
    const entropy = entropyOf(logProbabilities[0]!);
    if (entropy > band!.bounds(past.length, width).upper) return { logits, draw: "sample" };
    const entropies = [...past.map((token) => token.entropy), entropy];
    let below = 0;
    while (below < entropies.length) {
      const position = entropies.length - 1 - below;
      if (position < numberOf(shared, "greedy") || entropies[position]! >= band!.bounds(position, width).lower) break;
      below++;
    }
    const first = entropies.length - below;
    const exhausted = rejected.length >= numberOf(shared, "backOffs");
    if (below > patience && first < past.length && !exhausted) return { logits, rewindTo: first };
    return { logits, draw: "greedy" };
  },
};
