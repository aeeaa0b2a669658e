/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** Marks an object that replaces the default as a whole instead of being merged into it. */
const replaceKey = "=";

/**
 * What `value` has that `base` has not: undefined where they are equal, objects key by key, everything else whole.
 * `applyDelta(base, deltaOf(value, base))` is `value` for all JSON.
 */
export function deltaOf(value: Json, base: Json): Json | undefined {
  if (
    isObject(value) &&
    isObject(base) &&
    !Object.hasOwn(value, replaceKey) &&
    Object.keys(base).every((key) => Object.hasOwn(value, key))
  ) {
    const entries = Object.entries(value).flatMap(([key, entry]) => {
      const inner = Object.hasOwn(base, key) ? deltaOf(entry, base[key]!) : wrap(entry);
      return inner === undefined ? [] : [[key, inner] as const];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return sameJson(value, base) ? undefined : wrap(value);
}

/** The base with a delta put over it. */
export function applyDelta(base: Json, delta: Json | undefined): Json {
  if (delta === undefined) return base;
  if (!isObject(delta)) return delta;
  if (Object.hasOwn(delta, replaceKey)) return delta[replaceKey]!;
  const under = isObject(base) ? base : {};
  return Object.fromEntries([
    ...Object.entries(under),
    ...Object.entries(delta).map(
      ([key, entry]) => [key, applyDelta(Object.hasOwn(under, key) ? under[key]! : null, entry)] as const,
    ),
  ]);
}

/** Equal as JSON: key order does not matter, order in arrays does. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** JSON with sorted keys: equal documents give equal strings. Results of a run are kept under it. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, entry: unknown) =>
      typeof entry === "object" && entry !== null && !Array.isArray(entry)
        ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : entry,
    ) ?? ""
  );
}

/** An object in a delta is read as changes to an object; one that is meant whole says so. */
function wrap(value: Json): Json {
  return isObject(value) ? { [replaceKey]: value } : value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
