import type { RawConfig } from "../../checkpoints/checkpoint";
import type { RopeConfig } from "../rope";
import { invalidConfig, modelName, positive, unsupported } from "./config";

/**
 * Rotary settings in both spellings of the hub: `rope_theta` with `rope_scaling`, and `rope_parameters` (transformers 5).
 * Throws LabError.
 */
export function readRope(config: RawConfig): RopeConfig {
  const parameters = record(config, "rope_parameters") ?? {};
  const scaling = record(config, "rope_scaling") ?? parameters;
  const theta = positive({ ...config, ...parameters }, "rope_theta", 10_000);
  const partial = scaling["partial_rotary_factor"] ?? config["partial_rotary_factor"] ?? 1;
  if (partial !== 1) throw unsupported(modelName(config), "it turns only a part of each head by position");
  const kind: unknown = scaling["rope_type"] ?? scaling["type"] ?? "default";
  switch (kind) {
    case "default":
      return { theta, scaling: { kind } };
    case "linear":
      return { theta, scaling: { kind, factor: positive(scaling, "factor") } };
    case "llama3":
      return {
        theta,
        scaling: {
          kind,
          factor: positive(scaling, "factor"),
          lowFrequencyFactor: positive(scaling, "low_freq_factor"),
          highFrequencyFactor: positive(scaling, "high_freq_factor"),
          originalContext: positive(scaling, "original_max_position_embeddings"),
        },
      };
    default:
      throw unsupported(modelName(config), `its rotary scaling ${JSON.stringify(kind)} is not known`);
  }
}

function record(config: RawConfig, key: string): RawConfig | undefined {
  const value = config[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value))
    throw invalidConfig(`gives ${key} as ${JSON.stringify(value)}`, { key });
  return value as RawConfig;
}
