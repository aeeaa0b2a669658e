import type { Checkpoint } from "../checkpoints/checkpoint";
import { LabError, unwrap } from "../result";
import { writeProgram } from "./compile";
import { headPlaces } from "./heads";
import type { OnnxGraph } from "./onnx/model";
import { writeModel } from "./onnx/write";
import { plainProgram, type ProgramOptions, type WeightBlob } from "./program";

/** A protobuf message may not be larger. */
const longestModel = 2 ** 31 - 1;

/**
 * One ONNX file with the weights inside and the input names that transformers.js expects: put it as `onnx/model.onnx`
 * beside the checkpoint's config and tokenizer. By default f32, with the logits of every position. Throws LabError:
 * what `compile` and the weights can give, `architecture-unsupported` for heads that the program fills up, and `out-of-memory`
 * when it would not fit into one file. `read` gives a file's bytes where they lie ready; by default it is built.
 */
export async function exportOnnx(
  checkpoint: Checkpoint,
  options: Partial<ProgramOptions> = {},
  read: (blob: WeightBlob) => Promise<Uint8Array> = (blob) => blob.build(),
): Promise<Uint8Array<ArrayBuffer>> {
  const { graph, weights, geometry } = unwrap(writeProgram(checkpoint, { ...plainProgram, logits: "all", ...options }));
  if (headPlaces(geometry) !== geometry.headSize) {
    throw new LabError({
      code: "architecture-unsupported",
      what: `The heads of ${checkpoint.id} are ${geometry.headSize} wide and ${headPlaces(geometry)} in the program, which transformers.js does not expect.`,
      remedy: "Export the merge as safetensors and convert it with Python.",
      facts: { headSize: geometry.headSize, places: headPlaces(geometry) },
    });
  }
  const total = weights.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (total > longestModel) {
    throw new LabError({
      code: "out-of-memory",
      what: `The weights take ${total.toLocaleString("en")} bytes, and one ONNX file holds at most ${longestModel.toLocaleString("en")}.`,
      remedy: "Export with 8 or 4 bits.",
      facts: { bytes: total, limit: longestModel },
    });
  }
  const files = new Map<string, Uint8Array>();
  for (const blob of weights) files.set(blob.path, await read(blob));
  return writeModel(inlined(graph, files));
}

function inlined(graph: OnnxGraph, files: ReadonlyMap<string, Uint8Array>): OnnxGraph {
  return {
    ...graph,
    initialisers: graph.initialisers.map((initialiser) => {
      const { data } = initialiser;
      if (data.kind === "inline") return initialiser;
      const bytes = files.get(data.location)!.subarray(data.offset, data.offset + data.length);
      return { ...initialiser, data: { kind: "inline", bytes } };
    }),
  };
}
