import type { Checkpoint } from "../../checkpoints/checkpoint";
import { fail, type Result } from "../../result";
import type { Architecture, DecoderDescription } from "./architecture";
import { modelName, unsupported } from "./config";
import { llama, mistral } from "./llama";

/** The families that can be compiled. A new family is a new file beside its siblings and an entry here. */
export const architectures: readonly Architecture[] = [llama, mistral];

/** Reads a checkpoint's config by the family that claims it, or `architecture-unsupported` naming the model. */
export function describeDecoder(checkpoint: Checkpoint): Result<DecoderDescription> {
  const { config, tensors } = checkpoint;
  const architecture = architectures.find((candidate) => candidate.claims(config));
  if (architecture) return architecture.describe(config, tensors);
  const known = architectures.map(({ name }) => name).join(", ");
  const modelType = JSON.stringify(config["model_type"] ?? "none");
  return fail(
    unsupported(modelName(config), `its model_type is ${modelType}, and the known ones are ${known}`, { modelType })
      .problem,
  );
}
