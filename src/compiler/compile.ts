import type { Checkpoint } from "../checkpoints/checkpoint";
import { contentHash } from "../hash";
import { fail, ok, type Result } from "../result";
import { describeDecoder } from "./architectures";
import { writeDecoder } from "./decoder";
import { GraphBuilder } from "./graph";
import type { OnnxGraph, ValueInfo } from "./onnx/model";
import { writeModel } from "./onnx/write";
import { findImpossible } from "./options";
import type { Geometry, Port, Program, ProgramOptions, WeightBlob } from "./program";
import { findMisfit } from "./validate";
import { Weights } from "./weights";

/**
 * Writes the ONNX program of a checkpoint for the hooks and edits asked for. No weight is read: they are fetched and laid
 * out when a blob of the program is built. Problems: `architecture-unsupported`, `config-invalid`, `tensor-missing`,
 * `tensor-shape`, `input-invalid` (a hook or layer that the model does not have).
 */
export function compile(checkpoint: Checkpoint, options: ProgramOptions): Result<Program> {
  const written = writeProgram(checkpoint, options);
  if (!written.ok) return written;
  const { graph, weights, geometry } = written.value;
  const model = writeModel(graph);
  return ok({
    model,
    weights,
    inputs: graph.inputs.map(port),
    outputs: graph.outputs.map(port),
    geometry,
    key: contentHash(model),
  });
}

/** The graph that `compile` serialises, and the files that it refers to. */
export function writeProgram(
  checkpoint: Checkpoint,
  options: ProgramOptions,
): Result<{ readonly graph: OnnxGraph; readonly weights: readonly WeightBlob[]; readonly geometry: Geometry }> {
  const described = describeDecoder(checkpoint);
  if (!described.ok) return described;
  const decoder = described.value;
  const problem = findMisfit(checkpoint, decoder) ?? findImpossible(options, decoder.geometry);
  if (problem) return fail(problem);
  const graph = new GraphBuilder();
  const weights = new Weights(checkpoint, graph, options);
  writeDecoder({ graph, weights, decoder, options });
  return ok({ graph: graph.build("decoder"), weights: weights.blobs(), geometry: decoder.geometry });
}

function port(info: ValueInfo): Port {
  if (info.type === "uint8") throw new Error(`${info.name} has no business at the border of a program`);
  return { name: info.name, type: info.type, dims: info.dims };
}
