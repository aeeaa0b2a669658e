import type { MergePlan } from "../merging/plan";
import type { Checkpoint, RawConfig } from "./checkpoint";

type Configs = Pick<Checkpoint, "config" | "generationConfig">;

/** The ids of the tokens that end a text. */
export function endsOf({ generationConfig, config }: Configs): readonly number[] {
  return idsOf(generationConfig["eos_token_id"] ?? config["eos_token_id"]);
}

/** The ids that a config gives as one number or as a list. */
export function idsOf(value: unknown): readonly number[] {
  return (Array.isArray(value) ? value : [value]).filter((id): id is number => Number.isInteger(id));
}

/**
 * The host's generation config, with the tokens that end a text in any parent, as rows of the result: a chat model's end of
 * turn ends the turns of what is merged with it.
 */
export function mergedGeneration(
  { host, vocabulary }: Pick<MergePlan, "host" | "vocabulary">,
  parents: ReadonlyMap<string, Configs>,
): RawConfig {
  const own = parents.get(host)!;
  const rowOf = (model: string, id: number): number =>
    vocabulary ? vocabulary.rows.findIndex((row) => row.own.get(model) === id) : id;
  const all = [...parents].flatMap(([model, parent]) => endsOf(parent).map((id) => rowOf(model, id)));
  const ends = [...new Set([...endsOf(own).map((id) => rowOf(host, id)), ...all])].filter((row) => row >= 0);
  const said = endsOf(own);
  const same = ends.length === said.length && ends.every((id, index) => id === said[index]);
  return same ? own.generationConfig : { ...own.generationConfig, eos_token_id: ends };
}
