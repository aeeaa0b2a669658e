import { shown } from "../wording";
import type { Way } from "./result";

/** A way in words. */
export function wayName({ weight, random }: Way): string {
  if (random) return `random vector, ${shown(weight)}`;
  return weight === 0 ? "not given again" : `weight ${shown(weight)}`;
}
