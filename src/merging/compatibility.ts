import { fail, ok, type Problem, type Result } from "../result";
import { settingsOf } from "./settings";
import type { Vocabulary } from "./vocabulary";

/** What planning needs to know of a parent; a Checkpoint is one. */
export interface Parent {
  readonly config: Readonly<Record<string, unknown>>;
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[] }>;
  /** Needed where a recipe says how different vocabularies go together. */
  readonly vocabulary?: Vocabulary;
}

/** Config keys that must be equal, where both have them, for one program to run both parents' layers; shapes alone do not show all of them. */
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
  "use_parallel_residual",
] as const;

/** Config keys that may differ but then one parent's layers run under numbers that they were not trained with. */
const inherited = [
  "rope_theta",
  "rope_local_base_freq",
  "rope_scaling",
  "partial_rotary_factor",
  "rms_norm_eps",
  "layer_norm_eps",
  "layer_norm_epsilon",
  "query_pre_attn_scalar",
  "attn_logit_softcapping",
  "final_logit_softcapping",
  "sliding_window",
  "max_position_embeddings",
] as const;

/** As above; but a config that is silent means the pattern that its family has. */
const patterns = ["layer_types", "no_rope_layers"] as const;

type Config = Parent["config"];

/**
 * Whether models can be merged tensor by tensor; gives warnings where they can but something differs. The first model
 * supplies the config. With `anyVocabulary` a rule of the recipe brings the rows together.
 */
export function compatibility(parents: ReadonlyMap<string, Parent>, anyVocabulary = false): Result<readonly string[]> {
  const [first, ...others] = [...parents].map(([name, { config }]) => [name, settingsOf(config)] as const);
  const warnings: string[] = [];
  if (!first) return ok(warnings);
  for (const other of others) {
    const [a, b] = [first[1], other[1]];
    if (!anyVocabulary && differs(a, b, "vocab_size")) {
      const [vocabularyA, vocabularyB] = [show(a["vocab_size"]), show(b["vocab_size"])];
      return fail({
        code: "checkpoints-incompatible",
        what: `${first[0]} has a vocabulary of ${vocabularyA} tokens and ${other[0]} one of ${vocabularyB}, so their rows of the embedding do not stand for the same tokens.`,
        remedy:
          "Choose two checkpoints that share a tokenizer, such as two fine-tunes of one base, or say by tokenizer: {source: union} how the rows go together.",
        facts: { key: "vocab_size", a: vocabularyA, b: vocabularyB },
      });
    }
    const key = decisive.find((name) => bothSay(a, b, name) && differs(a, b, name));
    if (key) return fail(incompatible(key, first, other));
    const numbers = inherited.filter((name) => differs(a, b, name));
    const kinds = patterns.filter((name) => bothSay(a, b, name) && differs(a, b, name));
    for (const name of [...numbers, ...kinds]) {
      warnings.push(
        `${name} is ${show(a[name])} in ${first[0]} and ${show(b[name])} in ${other[0]}; the merge runs with the former.`,
      );
    }
  }
  return ok(warnings);
}

function incompatible(key: string, a: readonly [string, Config], b: readonly [string, Config]): Problem {
  const [valueA, valueB] = [show(a[1][key]), show(b[1][key])];
  return {
    code: "checkpoints-incompatible",
    what: `${a[0]} and ${b[0]} are built differently: ${key} is ${valueA} in one and ${valueB} in the other.`,
    remedy: "Choose two checkpoints of one architecture and size, such as two fine-tunes of one base.",
    facts: { key, a: valueA, b: valueB },
  };
}

function differs(a: Config, b: Config, key: string): boolean {
  return JSON.stringify(a[key] ?? null) !== JSON.stringify(b[key] ?? null);
}

function bothSay(a: Config, b: Config, key: string): boolean {
  return (a[key] ?? null) !== null && (b[key] ?? null) !== null;
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value ?? undefined) ?? "not given");
}
