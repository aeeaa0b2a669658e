import type { RawConfig } from "./checkpoint";

/**
 * A config with its `eos_token_id` and its like, one id or several, as `newId` gives them; an id whose token is gone is left
 * out.
 */
export function renumbered(config: RawConfig, newId: (id: number) => number | undefined): RawConfig {
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]): [string, unknown][] => {
      if (!key.endsWith("_token_id")) return [[key, value]];
      if (Array.isArray(value)) return [[key, value.flatMap((id: number) => newId(id) ?? [])]];
      if (typeof value !== "number") return [[key, value]];
      const id = newId(value);
      return id === undefined ? [] : [[key, id]];
    }),
  );
}
