import { linear } from "./linear";
import type { MergeMethod } from "./method";
import { passthrough } from "./passthrough";
import { slerp } from "./slerp";

/** Every merge method by its name in mergekit's YAML. A new one is a file beside these and a line here. */
export const mergeMethods = { linear, slerp, passthrough } as const satisfies Readonly<Record<string, MergeMethod>>;

export type MergeMethodName = keyof typeof mergeMethods;

export const mergeMethodNames = Object.keys(mergeMethods) as readonly MergeMethodName[];
