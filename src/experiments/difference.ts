import { isObject, type Json, sameJson } from "./delta";

/** One setting in which two documents differ; undefined where a document has none. */
export interface Difference {
  /** Keys from the document down, as `sampling.seed` or `variants.0.strength`. */
  readonly path: string;
  readonly a: Json | undefined;
  readonly b: Json | undefined;
}

/**
 * Where two documents differ, in the order of the first: objects, and lists of equal length that hold objects or lists, key by key,
 * all else whole.
 */
export function differences(a: Json | undefined, b: Json | undefined, path = ""): readonly Difference[] {
  if (sameJson(a, b)) return [];
  const [inA, inB] = [entriesOf(a), entriesOf(b)];
  if (!inA || !inB || (Array.isArray(a) && inA.size !== inB.size) || Array.isArray(a) !== Array.isArray(b)) {
    return [{ path, a, b }];
  }
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((key) =>
    differences(inA.get(key), inB.get(key), path === "" ? key : `${path}.${key}`),
  );
}

function entriesOf(value: Json | undefined): ReadonlyMap<string, Json> | null {
  if (Array.isArray(value) && value.some((entry) => typeof entry === "object"))
    return new Map((value as readonly Json[]).map((entry, i) => [String(i), entry]));
  return isObject(value) ? new Map(Object.entries(value)) : null;
}
