import type { RawConfig } from "../../checkpoints/checkpoint";
import { LabError, type Problem } from "../../result";

/** A config that says something impossible, or says too little. */
export function invalidConfig(what: string, facts: NonNullable<Problem["facts"]> = {}): LabError {
  return new LabError({
    code: "config-invalid",
    what: `The checkpoint's config.json ${what}.`,
    remedy: "Check that config.json belongs to these weights, or fetch both again.",
    facts,
  });
}

/** A model that works in a way the compiler does not know. */
export function unsupported(model: string, missing: string, facts: NonNullable<Problem["facts"]> = {}): LabError {
  return new LabError({
    code: "architecture-unsupported",
    what: `${model} cannot be run here: ${missing}.`,
    remedy: "Use a checkpoint of the Llama family (Llama 2 or 3, SmolLM2, TinyLlama, Mistral).",
    facts: { model, missing, ...facts },
  });
}

/** A whole number of at least 1. Throws LabError `config-invalid`. */
export function size(config: RawConfig, key: string, fallback?: number): number {
  const value = config[key] ?? fallback;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1 || value > 2 ** 31) {
    throw invalidConfig(`gives ${key} as ${JSON.stringify(value)}, where a whole number of at least 1 is needed`, {
      key,
    });
  }
  return value;
}

/** A finite number above zero. Throws LabError `config-invalid`. */
export function positive(config: RawConfig, key: string, fallback?: number): number {
  const value = config[key] ?? fallback;
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) {
    throw invalidConfig(`gives ${key} as ${JSON.stringify(value)}, where a number above zero is needed`, { key });
  }
  return value;
}

/** A yes or no; `false` where the key is absent. Throws LabError `config-invalid`. */
export function flag(config: RawConfig, key: string): boolean {
  const value = config[key] ?? false;
  if (typeof value !== "boolean")
    throw invalidConfig(`gives ${key} as ${JSON.stringify(value)}, where true or false is needed`, { key });
  return value;
}

/** The name under which people know the model: its `architectures` entry, else its `model_type`. */
export function modelName(config: RawConfig): string {
  const architectures = config["architectures"];
  const first: unknown = Array.isArray(architectures) ? architectures[0] : undefined;
  if (typeof first === "string") return first;
  return typeof config["model_type"] === "string" ? config["model_type"] : "This model";
}
