import { coalesced } from "../coalesce";
import type { ByteSource } from "../byte-source";
import { findWeights } from "../onnx/find-weights";
import { malformed, readGraph } from "../onnx/graph";
import { ConstantReader } from "../onnx/numbers";
import { tensorsOf } from "../onnx/tensors";
import type { ContainerFormat } from "./format";

const modelFile = /(^|\/)(decoder_)?model(_merged)?(_(q4f16|q4|fp16|int8|uint8|quantized|q8))?\.onnx$/;
/** Which file of a repository is taken by default: four bits first, eight bits of dynamic quantisation last. */
const preferred = ["_q4f16.onnx", "_q4.onnx", "_fp16.onnx", "model.onnx", "_merged.onnx"];

/** Models as published for transformers.js, opened for their weights: the graph itself is not run. */
export const onnx: ContainerFormat = {
  name: "onnx",
  find(files) {
    const rank = (file: string) => {
      const index = preferred.findIndex((ending) => file.endsWith(ending));
      return index < 0 ? preferred.length : index;
    };
    return files.filter((file) => modelFile.test(file)).toSorted((a, b) => rank(a) - rank(b));
  },
  async open(folder, file, config = {}, signal) {
    const model = folder.bytes(file);
    const graph = await readGraph(model, signal);
    const directory = file.slice(0, file.lastIndexOf("/") + 1);
    const outside = new Map<string, ByteSource>();
    const reader = new ConstantReader(coalesced(model), (location) => {
      if (location.split("/").includes("..")) throw malformed(file, `points outside its folder, at ${location}`);
      const known = outside.get(location) ?? coalesced(folder.bytes(`${directory}${location}`));
      outside.set(location, known);
      return known;
    });
    const tensors = tensorsOf(findWeights(graph, config), reader, config, file);
    if (tensors.size === 0) throw malformed(file, "does not say by its node names which weight is which");
    return { tensors };
  },
};
