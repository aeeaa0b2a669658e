import type { RawConfig } from "../checkpoint";
import type { Constant, ConstantGraph, GraphNode } from "./graph";

/** Where a weight's numbers are, and how they are written. */
export type Numbers =
  | { readonly kind: "plain"; readonly values: Constant }
  | {
      readonly kind: "blocks";
      readonly codes: Constant;
      readonly scales: Constant;
      readonly zeroPoints?: Constant;
      readonly bits: 4 | 8;
      readonly blockSize: number;
      /** [out, in] */
      readonly shape: readonly [number, number];
    }
  /** (code - zero point) * scale, of the whole tensor or of each column. */
  | { readonly kind: "affine"; readonly codes: Constant; readonly scale: Constant; readonly zeroPoint?: Constant };

/** A weight under the name that the hub's checkpoint gives it. */
export interface FoundWeight {
  readonly name: string;
  readonly numbers: Numbers;
  /** Stored with rows and columns in each other's place. */
  readonly turned: boolean;
  /** Of a norm's gain: written with the 1 that Gemma adds. */
  readonly plusOne: boolean;
}

const float = new Set([1, 10, 16]);
const normModule = /(norm|ln_(f|\d))$/;
/** GPT-2's linear layers hold [in, out] on the hub, too. */
const turnedOnTheHub = /\.h\.\d+\.(attn|mlp)\.c_(attn|proj|fc)$/;

/**
 * The weights of a published graph, found by what reads them: a node's name is the path of its module
 * (`/model/layers.0/self_attn/q_proj/MatMul`), whatever its constants are called; constants that are equal are shared
 * between layers. Knows what Optimum's exporter writes (TorchScript), also rounded by `MatMulNBitsQuantizer` and
 * `quantize_dynamic`, and what onnxruntime-genai's builder writes.
 */
export function findWeights({ nodes, constants }: ConstantGraph, config: RawConfig): readonly FoundWeight[] {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const found = new Map<string, FoundWeight>();
  const { model_type: family } = config;
  const gemma = typeof family === "string" && family.startsWith("gemma");
  for (const node of nodes) {
    const module = moduleOf(node);
    if (module !== undefined && !/rotary/.test(module)) readNode(node, module);
  }
  return [...found.values()];

  function readNode(node: GraphNode, module: string): void {
    const [, first, second, third] = node.inputs;
    switch (node.op) {
      case "MatMulNBits":
        return addBlocks(node, module);
      case "MatMul":
      case "MatMulInteger":
        return addMatrix(module, first, !turnedOnTheHub.test(module));
      case "Gemm":
        addMatrix(
          module,
          first,
          (node.attributes.get("transB") ?? 0) === 0 ? !turnedOnTheHub.test(module) : turnedOnTheHub.test(module),
        );
        return addVector(module, second, "bias");
      case "Gather":
        return addMatrix(module, node.inputs[0], false);
      case "GatherBlockQuantized":
        return addGatheredBlocks(node, module);
      case "LayerNormalization":
        addVector(module, first, "weight");
        return addVector(module, second, "bias");
      case "SimplifiedLayerNormalization":
        return addVector(module, first, "weight", gemma);
      case "SkipSimplifiedLayerNormalization":
        return addVector(module, second, "weight", gemma);
      case "SkipLayerNormalization":
        addVector(module, second, "weight");
        return addVector(module, third, "bias");
      case "Mul":
        if (normModule.test(module)) for (const input of node.inputs) addVector(module, input, "weight");
        return;
      case "Add":
        for (const input of node.inputs) addVector(module, input, normModule.test(module) ? "weight" : "bias");
        return;
      default:
    }
  }

  function add(name: string, numbers: Numbers, turned = false, plusOne = false): void {
    if (!found.has(name)) found.set(name, { name, numbers, turned, plusOne });
  }

  function addMatrix(module: string, input: string | undefined, turned: boolean): void {
    const source = resolve(input);
    if (source && shapeOf(source.numbers).length === 2) {
      add(`${module}.weight`, source.numbers, turned !== source.turned);
    }
  }

  /** A gain or a bias; which of them, the constant's own name says first. */
  function addVector(module: string, input: string | undefined, part: "weight" | "bias", plusOne = false): void {
    const constant = resolve(input)?.numbers;
    if (constant?.kind !== "plain" || constant.values.dims.length !== 1 || !float.has(constant.values.type)) return;
    if (constant.values.dims[0]! < 2) return;
    const { name } = constant.values;
    const own = /\.(weight|bias)$/.exec(name.startsWith("onnx::") ? "" : name)?.[1];
    // Folded into one constant, Gemma's 1 is in it.
    const folded = gemma && own === undefined && normModule.test(module);
    add(`${module}.${own ?? part}`, constant, false, plusOne || folded);
  }

  function addBlocks(node: GraphNode, module: string): void {
    const [, codes, scales, zeroPoints, , bias] = node.inputs.map((input) => constants.get(input));
    const { attributes } = node;
    const bits = attributes.get("bits") ?? 4;
    if (!codes || !scales || (bits !== 4 && bits !== 8)) return;
    const shape = [attributes.get("N")!, attributes.get("K")!] as const;
    const blockSize = attributes.get("block_size") ?? 32;
    const numbers = {
      kind: "blocks",
      codes,
      scales,
      bits,
      blockSize,
      shape,
      ...(zeroPoints && { zeroPoints }),
    } as const;
    add(`${module}.weight`, numbers, turnedOnTheHub.test(module));
    if (bias) addVector(module, bias.name, "bias");
  }

  function addGatheredBlocks(node: GraphNode, module: string): void {
    const [codes, , scales, zeroPoints] = node.inputs.map((input) => constants.get(input));
    const bits = node.attributes.get("bits") ?? 4;
    const blockSize = node.attributes.get("block_size") ?? 128;
    if (!codes || !scales || (bits !== 4 && bits !== 8)) return;
    const [rows, ...inner] = codes.dims as [number, ...number[]];
    const shape = [rows, (inner.reduce((product, size) => product * size, 1) * 8) / bits] as const;
    add(`${module}.weight`, {
      kind: "blocks",
      codes,
      scales,
      bits,
      blockSize,
      shape,
      ...(zeroPoints && { zeroPoints }),
    });
  }

  /** The constant behind an input, through casts, transpositions and dequantisation. */
  function resolve(input: string | undefined): { readonly numbers: Numbers; readonly turned: boolean } | undefined {
    if (input === undefined) return undefined;
    const constant = constants.get(input);
    if (constant) {
      if (float.has(constant.type)) return { numbers: { kind: "plain", values: constant }, turned: false };
      const base = constant.name.replace(/_quantized$/, "");
      return affine(constant, `${base}_scale`, `${base}_zero_point`);
    }
    const maker = makers.get(input);
    if (maker?.op === "Cast" || maker?.op === "Identity") return resolve(maker.inputs[0]);
    if (maker?.op === "DequantizeLinear") {
      const codes = constants.get(maker.inputs[0]!);
      return codes && affine(codes, maker.inputs[1]!, maker.inputs[2] ?? "");
    }
    if (maker?.op === "Transpose") {
      const inner = resolve(maker.inputs[0]);
      return inner && { ...inner, turned: !inner.turned };
    }
    return undefined;
  }

  function affine(codes: Constant, scaleName: string, zeroName: string) {
    const [scale, zeroPoint] = [constants.get(scaleName), constants.get(zeroName)];
    if (!scale || (codes.type !== 2 && codes.type !== 3)) return undefined;
    return { numbers: { kind: "affine", codes, scale, ...(zeroPoint && { zeroPoint }) } as const, turned: false };
  }
}

/** Rows and columns as they are stored. */
export function shapeOf(numbers: Numbers): readonly number[] {
  switch (numbers.kind) {
    case "plain":
      return numbers.values.dims;
    case "affine":
      return numbers.codes.dims;
    case "blocks":
      return numbers.shape;
  }
}

/** The module whose node this is, in the hub's words. */
function moduleOf({ name }: GraphNode): string | undefined {
  const parts = name.split("/").filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  return parts
    .slice(0, -1)
    .join(".")
    .replace(/^(model\.layers\.\d+)\.attn\./, "$1.self_attn.")
    .replace(/^model\.layers\.\d+\.final_norm_layernorm$/, "model.norm");
}
