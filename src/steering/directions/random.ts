import type { Random } from "../../random";
import { ok } from "../../result";
import { gaussian, unit } from "../vectors";
import { checkContrast, type DirectionMethod } from "./direction";

/** A unit vector [D] that points anywhere with equal chance. */
export function randomDirection(width: number, random: Random): Float32Array {
  for (;;) {
    const direction = unit(gaussian(width, random));
    if (direction !== null) return direction;
  }
}

/** A control: what a push of the same length does when it points nowhere in particular. Not oriented by the sets. */
export const randomMethod: DirectionMethod = {
  id: "random",
  name: "Random direction",
  summary:
    "A control of equal length that knows nothing of the texts. An effect it also has is not about the language.",
  source: "Control of Zou et al. 2023 (2310.01405)",
  paired: false,
  direction(contrast, random) {
    const checked = checkContrast(contrast, false);
    if (!checked.ok) return checked;
    return ok(randomDirection(contrast.positive[0]!.length, random));
  },
};
