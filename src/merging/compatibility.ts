import { fail, ok, type Problem, type Result } from "../result";
import type { Vocabulary } from "./vocabulary";

/** What planning needs to know of a parent; a Checkpoint is one. */
export interface Parent {
  readonly config: Readonly<Record<string, unknown>>;
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[] }>;
  /** Needed where a recipe says how different vocabularies go together. */
  readonly vocabulary?: Vocabulary;
}

/** Config keys that must be equal for one program to run both parents' layers; shapes alone do not show all of them. */
const decisive = [
  "model_type",
  "hidden_size",
  "num_attention_heads",
  "num_key_value_heads",
  "head_dim",
  "intermediate_size",
  "hidden_act",
  "hidden_activation",
  "n_embd",
  "n_head",
  "n_inner",
  "activation_function",
] as const;

/** Config keys that may differ but then one parent's layers run under numbers that they were not trained with. */
const inherited = [
  "rope_theta",
  "rope_scaling",
  "rope_parameters",
  "rms_norm_eps",
  "layer_norm_eps",
  "sliding_window",
  "layer_types",
  "max_position_embeddings",
] as const;

/**
 * Whether models can be merged tensor by tensor; gives warnings where they can but something differs. The first model
 * supplies the config. With `anyVocabulary` a rule of the recipe brings the rows together.
 */
export function compatibility(parents: ReadonlyMap<string, Parent>, anyVocabulary = false): Result<readonly string[]> {
  const [first, ...others] = [...parents];
  const warnings: string[] = [];
  if (!first) return ok(warnings);
  for (const other of others) {
    const [vocabularyA, vocabularyB] = [setting(first[1], "vocab_size"), setting(other[1], "vocab_size")];
    if (!anyVocabulary && vocabularyA !== vocabularyB) {
      return fail({
        code: "checkpoints-incompatible",
        what: `${first[0]} has a vocabulary of ${show(vocabularyA)} tokens and ${other[0]} one of ${show(vocabularyB)}, so their rows of the embedding do not stand for the same tokens.`,
        remedy:
          "Choose two checkpoints that share a tokenizer, such as two fine-tunes of one base, or say by tokenizer: {source: union} how the rows go together.",
        facts: { key: "vocab_size", a: show(vocabularyA), b: show(vocabularyB) },
      });
    }
    const key = decisive.find((name) => differs(first[1], other[1], name));
    if (key) return fail(incompatible(key, first, other));
    for (const name of inherited) {
      if (!differs(first[1], other[1], name)) continue;
      warnings.push(
        `${name} is ${show(setting(first[1], name))} in ${first[0]} and ${show(setting(other[1], name))} in ${other[0]}; the merge runs with the former.`,
      );
    }
  }
  return ok(warnings);
}

function incompatible(key: string, a: readonly [string, Parent], b: readonly [string, Parent]): Problem {
  const [valueA, valueB] = [show(setting(a[1], key)), show(setting(b[1], key))];
  return {
    code: "checkpoints-incompatible",
    what: `${a[0]} and ${b[0]} are built differently: ${key} is ${valueA} in one and ${valueB} in the other.`,
    remedy: "Choose two checkpoints of one architecture and size, such as two fine-tunes of one base.",
    facts: { key, a: valueA, b: valueB },
  };
}

function setting(parent: Parent, key: string): unknown {
  const value = parent.config[key];
  if (value !== undefined && value !== null) return value;
  const heads = parent.config["num_attention_heads"];
  if (key === "num_key_value_heads") return heads;
  if (key === "head_dim") return Number(parent.config["hidden_size"]) / Number(heads);
  return undefined;
}

/** Two parents differ where both say something and it is not the same. */
function differs(a: Parent, b: Parent, key: string): boolean {
  const [left, right] = [setting(a, key), setting(b, key)];
  if (left === undefined || right === undefined) return false;
  return JSON.stringify(left) !== JSON.stringify(right);
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "not given");
}
