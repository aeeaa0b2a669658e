import type { RawConfig } from "../../checkpoints/checkpoint";
import type { RopeConfig, RopeScaling } from "../rope";
import { flag, invalidConfig, list, modelName, optionalPositive, positive, record, size, unsupported } from "./config";

/** What a family takes where its config is silent. */
export interface RopeDefaults {
  readonly theta?: number;
  /** Part of each head that is turned. */
  readonly partial?: number;
}

/**
 * Rotary settings of heads of `headSize` in both spellings of the hub: `rope_theta` with `rope_scaling`, and `rope_parameters`
 * (transformers 5). Throws LabError.
 */
export function readRope(config: RawConfig, headSize: number, defaults: RopeDefaults = {}): RopeConfig {
  const parameters = record(config, "rope_parameters") ?? {};
  const given = { ...config, ...parameters, ...record(config, "rope_scaling") };
  const turned = Math.floor(headSize * positive(given, "partial_rotary_factor", defaults.partial ?? 1));
  if (turned < 2 || turned > headSize || turned % 2 !== 0) {
    throw invalidConfig(`turns ${turned} of the ${headSize} numbers of a head by position`, { turned, headSize });
  }
  return {
    theta: positive({ ...config, ...parameters }, "rope_theta", defaults.theta ?? 10_000),
    turned,
    scaling: readScaling(given, turned),
  };
}

function readScaling(given: RawConfig, turned: number): RopeScaling {
  const kind: unknown = given["rope_type"] ?? given["type"] ?? "default";
  switch (kind) {
    case "default":
    // Up to the context that the config allows, and no program goes further, nothing is scaled.
    case "dynamic":
      return { kind: "default" };
    case "linear":
      return { kind, factor: positive(given, "factor") };
    case "llama3":
      return {
        kind,
        factor: positive(given, "factor"),
        lowFrequencyFactor: positive(given, "low_freq_factor"),
        highFrequencyFactor: positive(given, "high_freq_factor"),
        originalContext: positive(given, "original_max_position_embeddings"),
      };
    case "yarn":
      return readYarn(given);
    case "longrope":
    case "su":
      return readLongRope(given, turned);
    default:
      throw unsupported(modelName(given), `its rotary scaling ${JSON.stringify(kind)} is not known`);
  }
}

function readYarn(given: RawConfig): RopeScaling {
  const context = size(given, "max_position_embeddings", 2048);
  const originalContext = positive(given, "original_max_position_embeddings", context);
  const factor = positive(given, "factor", context / originalContext);
  const growth = (scale: number) => (factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1);
  const [own, all] = [optionalPositive(given, "mscale"), optionalPositive(given, "mscale_all_dim")];
  return {
    kind: "yarn",
    factor,
    fast: positive(given, "beta_fast", 32),
    slow: positive(given, "beta_slow", 1),
    truncate: flag(given, "truncate", true),
    originalContext,
    attentionFactor: positive(
      given,
      "attention_factor",
      own !== undefined && all !== undefined ? growth(own) / growth(all) : growth(1),
    ),
  };
}

/** Of LongRoPE (Ding et al. 2024) the factors of texts that fit the original context, where `contextOf` ends. */
function readLongRope(given: RawConfig, turned: number): RopeScaling {
  const factors = list(given, "short_factor", turned / 2);
  if (!factors?.every((factor) => typeof factor === "number" && factor > 0) || factors.length !== turned / 2) {
    throw invalidConfig(`needs ${turned / 2} numbers above zero in short_factor`, { key: "short_factor" });
  }
  const original = positive(given, "original_max_position_embeddings");
  const factor = positive(given, "factor", size(given, "max_position_embeddings") / original);
  return {
    kind: "longrope",
    factors: factors as readonly number[],
    attentionFactor: positive(
      given,
      "attention_factor",
      factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original)),
    ),
  };
}

/** The positions that a program can hold: those of the original context where longer texts are turned otherwise. */
export function contextOf(config: RawConfig, { scaling }: RopeConfig, context: number): number {
  if (scaling.kind !== "longrope") return context;
  const given = { ...config, ...record(config, "rope_parameters"), ...record(config, "rope_scaling") };
  return Math.min(context, size(given, "original_max_position_embeddings"));
}
