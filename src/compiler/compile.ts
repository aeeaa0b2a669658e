import type { Checkpoint } from "../checkpoints/checkpoint";
import { fail, ok, type Result } from "../result";
import { describeDecoder } from "./architectures";
import { writeDecoder } from "./decoder";
import { GraphBuilder } from "./graph";
import { contentHash } from "./hash";
import type { ValueInfo } from "./onnx/model";
import { writeModel } from "./onnx/write";
import type { Port, Program, ProgramOptions } from "./program";
import { findMisfit } from "./validate";
import { Weights } from "./weights";

/**
 * Writes the ONNX program of a checkpoint for the hooks and edits asked for. No weight is read: they are fetched and laid
 * out when a blob of the program is built. Problems: `architecture-unsupported`, `config-invalid`, `tensor-missing`,
 * `tensor-shape`, `input-invalid` (a hook or layer that the model does not have).
 */
export function compile(checkpoint: Checkpoint, options: ProgramOptions): Result<Program> {
  const described = describeDecoder(checkpoint);
  if (!described.ok) return described;
  const description = described.value;
  const misfit = findMisfit(checkpoint, description);
  if (misfit) return fail(misfit);

  const graph = new GraphBuilder();
  const weights = new Weights(checkpoint, graph);
  writeDecoder({ graph, weights, description, options });
  const onnx = graph.build("decoder");
  const model = writeModel(onnx);
  return ok({
    model,
    weights: weights.blobs(),
    inputs: onnx.inputs.map(port),
    outputs: onnx.outputs.map(port),
    geometry: description.geometry,
    key: contentHash(model),
  });
}

function port(info: ValueInfo): Port {
  if (info.type === "uint8") throw new Error(`${info.name} has no business at the border of a program`);
  return { name: info.name, type: info.type, dims: info.dims };
}
