import type { MergePlan } from "../merging/plan";
import type { VocabularyPlan } from "../merging/vocabulary";
import type { Checkpoint, RawConfig } from "./checkpoint";
import { renumbered } from "./token-ids";

type Configs = Pick<Checkpoint, "config" | "generationConfig">;

/** The ids of the tokens that end a text. */
export function endsOf({ generationConfig, config }: Configs): readonly number[] {
  return idsOf(generationConfig["eos_token_id"] ?? config["eos_token_id"]);
}

/** The ids that a config gives as one number or as a list. */
export function idsOf(value: unknown): readonly number[] {
  return (Array.isArray(value) ? value : [value]).filter((id): id is number => Number.isInteger(id));
}

type Rows = Pick<MergePlan, "host" | "vocabulary">;

/** One of the host's configs, its token ids as rows of the result. */
export function asRows(config: RawConfig, { host, vocabulary }: Rows): RawConfig {
  return vocabulary ? renumbered(config, (id) => rowOf(vocabulary, host, id)) : config;
}

/**
 * The host's generation config, with the tokens that end a text in any parent, as rows of the result: a chat model's end of
 * turn ends the turns of what is merged with it.
 */
export function mergedGeneration(plan: Rows, parents: ReadonlyMap<string, Configs>): RawConfig {
  const { host, vocabulary } = plan;
  const own = parents.get(host)!;
  const rows = (model: string) =>
    endsOf(parents.get(model)!).flatMap((id) => (vocabulary ? (rowOf(vocabulary, model, id) ?? []) : id));
  const ends = [...new Set([host, ...parents.keys()].flatMap(rows))];
  const said = endsOf(own);
  const same = ends.length === said.length && ends.every((id, index) => id === said[index]);
  const config = asRows(own.generationConfig, plan);
  return same ? config : { ...config, eos_token_id: ends };
}

/** The row of the result that a model's token has; undefined where it has none. */
function rowOf({ rows }: VocabularyPlan, model: string, id: number): number | undefined {
  const row = rows.findIndex(({ own }) => own.get(model) === id);
  return row < 0 ? undefined : row;
}
