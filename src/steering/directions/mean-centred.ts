import { mean, subtract } from "../vectors";
import { checkContrast, orient, type DirectionMethod } from "./direction";

export const meanCentredMethod: DirectionMethod = {
  id: "mean-centred",
  name: "Mean-centred target",
  summary:
    "From the mean of all languages at hand to the target's mean, whatever the source. With own texts there is nothing but the two sets, and it is the difference of means.",
  source: "Jorgensen et al. 2023 (2312.03813); for languages ReCoVeR 2025 (2509.14814)",
  paired: false,
  direction(contrast) {
    const checked = checkContrast(contrast, false);
    if (!checked.ok) return checked;
    const { positive, negative, background = [...positive, ...negative] } = checked.value;
    return orient(subtract(mean(positive), mean(background)), { positive, negative: background });
  },
};
