import type { Checkpoint } from "../../checkpoints/checkpoint";
import { fail, LabError, ok, type Result } from "../../result";
import type { Architecture, Decoder } from "./architecture";
import { modelName, unsupported } from "./config";
import { gemma } from "./gemma";
import { gemma2 } from "./gemma2";
import { gemma3 } from "./gemma3";
import { gptNeox } from "./gpt-neox";
import { gpt2 } from "./gpt2";
import { llama } from "./llama";
import { mistral } from "./mistral";
import { olmo2 } from "./olmo2";
import { phi3 } from "./phi3";
import { qwen2 } from "./qwen2";
import { qwen3 } from "./qwen3";
import { smollm3 } from "./smollm3";
import { stablelm } from "./stablelm";

/** The families that can be compiled. A new family is a new file beside its siblings and an entry here. */
export const architectures: readonly Architecture[] = [
  llama,
  mistral,
  smollm3,
  qwen2,
  qwen3,
  gemma,
  gemma2,
  gemma3,
  gpt2,
  gptNeox,
  phi3,
  olmo2,
  stablelm,
];

/** Reads a checkpoint's config by the family that claims it, or `architecture-unsupported` naming the model. */
export function describeDecoder({ config, tensors }: Checkpoint): Result<Decoder> {
  try {
    return ok(architectureOf(config).describe(config, tensors));
  } catch (thrown) {
    if (thrown instanceof LabError) return fail(thrown.problem);
    throw thrown;
  }
}

/** By `model_type`, or where that is absent by the class named. Throws LabError `architecture-unsupported`. */
function architectureOf(config: Checkpoint["config"]): Architecture {
  const modelType = config["model_type"];
  const name = modelName(config);
  const found = architectures.find((known) =>
    modelType === undefined ? known.className === name : known.modelType === modelType,
  );
  if (found) return found;
  const known = architectures.map((each) => each.modelType).join(", ");
  const given = JSON.stringify(modelType ?? "none");
  throw unsupported(name, `its model_type is ${given}, and the known ones are ${known}`, { modelType: given });
}
