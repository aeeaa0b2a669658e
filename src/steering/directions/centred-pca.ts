import { mean, subtract } from "../vectors";
import { checkContrast, orient, type DirectionMethod } from "./direction";
import { principalComponent } from "./principal-component";

export const centredPcaMethod: DirectionMethod = {
  id: "centred-pca",
  name: "Centred PCA of differences",
  summary:
    "The default of a popular library, here for comparison. It subtracts the mean difference before looking for a direction, so it deletes the very difference that is wanted and finds how the pairs vary around it.",
  source: "pca_diff of repeng (Vogel 2024)",
  paired: true,
  direction(contrast, random) {
    const checked = checkContrast(contrast, true);
    if (!checked.ok) return checked;
    const { positive, negative } = checked.value;
    const differences = positive.map((vector, pair) => subtract(vector, negative[pair]!));
    const centre = mean(differences);
    const centred = differences.map((difference) => subtract(difference, centre));
    return orient(principalComponent(centred, random).vector, checked.value);
  },
};
