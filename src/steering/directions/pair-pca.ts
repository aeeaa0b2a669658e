import { subtract } from "../vectors";
import { checkContrast, orient, type DirectionMethod } from "./direction";
import { principalComponent } from "./principal-component";

export const pairPcaMethod: DirectionMethod = {
  id: "pair-pca",
  name: "Pair-centred PCA",
  summary:
    "Each pair's midpoint is removed, and the first principal component of what is left is taken: the direction in which most pairs differ most.",
  source: "pca_center of repeng (Vogel 2024); Zou et al. 2023 (2310.01405)",
  paired: true,
  direction(contrast, random) {
    const checked = checkContrast(contrast, true);
    if (!checked.ok) return checked;
    const { positive, negative } = checked.value;
    // Removing midpoints leaves +-(p - n)/2: the same component as the differences, not centred.
    const differences = positive.map((vector, pair) => subtract(vector, negative[pair]!));
    return orient(principalComponent(differences, random).vector, checked.value);
  },
};
