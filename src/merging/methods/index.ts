import type { MergeMethodName } from "../recipe";
import { linear } from "./linear";
import type { MergeMethod } from "./method";
import { passthrough } from "./passthrough";
import { slerp } from "./slerp";

/** Every merge method by its name in mergekit's YAML. A new one is a file beside these and a line here. */
export const mergeMethods: Readonly<Record<MergeMethodName, MergeMethod>> = { linear, slerp, passthrough };
