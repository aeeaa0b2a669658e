import type { BlockFormat, Checkpoint } from "../checkpoints/checkpoint";
import { toHalves } from "../checkpoints/dtype";
import { transposeInto } from "../checkpoints/transpose";
import { contentHash } from "../hash";
import { Blobs, type Part, stackName } from "./blobs";
import type { GraphBuilder, Value } from "./graph";
import { type RowOrder, reordered } from "./heads";
import type { ProgramOptions, WeightBlob } from "./program";
import { blockSize, quantise } from "./quantise";
import { type RopeConfig, rotaryTables } from "./rope";
import { readStored, storedFormat } from "./stored-blocks";

const microsoft = "com.microsoft";

/** Matrices [out, in] that are read as one, the rows of one below those of the other. */
export interface Stack {
  readonly tensors: readonly string[];
  /** They are stored as [in, out]. */
  readonly transposed?: boolean;
  /** Their rows stand in another order in the program. */
  readonly order?: RowOrder | undefined;
}

/** What becomes of a stored vector before it is used; the key stands for it in the file's name. */
export interface VectorChange {
  readonly key: string;
  readonly length: number;
  apply(values: Float32Array): Float32Array;
}

interface VectorUse {
  readonly change?: VectorChange | undefined;
  readonly row?: boolean;
}

/** Writes the nodes that use a weight, in the layout that the program's weight format asks for. */
export class Weights {
  readonly #blobs: Blobs;

  /** Nodes go into `graph`; weights into `outermost`, which differs from it inside a branch. */
  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly graph: GraphBuilder,
    private readonly options: Pick<ProgramOptions, "weights" | "backend" | "largestBuffer">,
    private readonly outermost: GraphBuilder = graph,
    blobs = new Blobs(checkpoint, outermost),
  ) {
    this.#blobs = blobs;
  }

  /** The same weights for the nodes of a branch. */
  inBranch(branch: GraphBuilder): Weights {
    return new Weights(this.checkpoint, branch, this.options, this.outermost, this.#blobs);
  }

  blobs(): readonly WeightBlob[] {
    return this.#blobs.list();
  }

  /** A vector (a norm's gain, a bias), always in f32; of several tensors, one after the other. [n], or [1,n] as a row. */
  vector(tensors: readonly string[], { change, row = false }: VectorUse = {}): Value {
    const stored = tensors.reduce((length, tensor) => length + this.checkpoint.tensors.get(tensor)!.shape[0]!, 0);
    const length = change?.length ?? stored;
    const part = { name: stackName(tensors), type: "float32", dims: row ? [1, length] : [length] } as const;
    const layout = change ? `f32 ${change.key}` : "f32";
    return this.#blobs.ofTensors(tensors, layout, [part], (values) => [change ? change.apply(values) : values])[0]!;
  }

  /** x [.., in] times the transpose of the weights [out, in] of linear layers: their outputs side by side. */
  linear(name: string, x: Value, stack: Stack): Value {
    switch (this.options.weights) {
      case "f32":
      case "f16":
        return this.graph.node("MatMul", name, [x, this.#transposed(stack, this.options.weights)]);
      case "q8":
        return this.#quantisedLinear(name, x, stack, 8);
      case "q4":
        return this.#quantisedLinear(name, x, stack, 4);
    }
  }

  /** Rows of the embedding [V,D] for ids [B,S]: [B,S,D]. */
  embed(name: string, ids: Value, tensor: string): Value {
    const stretches = this.#stretches(tensor);
    if (stretches.length === 1) return this.#look(name, ids, stretches[0]!);
    const { graph } = this;
    // Each stretch is asked for every id, held to its rows; of the answers the one that has the id's row is taken.
    const found = stretches.map((stretch, index) => {
      const { rows } = stretch.order!;
      const below = graph.node("Sub", `${name}/below.${index}`, [
        ids,
        graph.int64(`${name}/first.${index}`, [rows[0]!]),
      ]);
      const least = graph.node("Max", `${name}/least.${index}`, [below, graph.int64(`${name}/zero`, [0])]);
      const last = graph.int64(`${name}/last.${index}`, [rows.length - 1]);
      return this.#look(`${name}/rows.${index}`, graph.node("Min", `${name}/held.${index}`, [least, last]), stretch);
    });
    const column = graph.node("Unsqueeze", `${name}/ids`, [ids, graph.int64(`${name}/last_axis`, [-1])]);
    return found.reduceRight((after, own, index) => {
      const end = graph.int64(`${name}/end.${index}`, [stretches[index]!.order!.rows.at(-1)! + 1]);
      const here = graph.node("Less", `${name}/here.${index}`, [column, end]);
      return graph.node("Where", index === 0 ? name : `${name}/up_to.${index}`, [here, own, after]);
    });
  }

  #look(name: string, ids: Value, stack: Stack): Value {
    const [, width] = this.#size(stack);
    const { weights, backend } = this.options;
    if (weights === "f32" || weights === "f16" || width % blockSize !== 0) {
      return this.graph.node("Gather", name, [this.#table(stack), ids]);
    }
    return backend === "webgpu"
      ? this.#quantisedGather(name, ids, stack)
      : this.#plainQuantisedGather(name, ids, stack);
  }

  /** A matrix [V,D] whole, or in stretches of rows of which each fits a buffer of the device. */
  #stretches(tensor: string): readonly Stack[] {
    const whole = { tensors: [tensor] };
    const [rows, width] = this.#size(whole);
    const { weights, largestBuffer = Number.POSITIVE_INFINITY } = this.options;
    const quantised = (weights === "q8" || weights === "q4") && width % blockSize === 0;
    const rowBytes = quantised ? width + (4 * width) / blockSize : 4 * width;
    if (rows * rowBytes <= largestBuffer) return [whole];
    const each = Math.max(1, Math.floor(largestBuffer / rowBytes));
    return Array.from({ length: Math.ceil(rows / each) }, (_, index) => {
      const first = index * each;
      const length = Math.min(each, rows - first);
      const order = { key: `rows-${first}-${first + length}`, rows: Array.from({ length }, (_, i) => first + i) };
      return { ...whole, order };
    });
  }

  /**
   * x [n, D] times the transpose of the head [V,D]: [n,V]. A head that is the embedding is read from the same bytes;
   * a quantised one has 8 bits also where the blocks have 4, for it decides between tokens directly.
   */
  head(name: string, x: Value, tensor: string): Value {
    const stretches = this.#stretches(tensor);
    if (stretches.length === 1) return this.#scores(name, x, stretches[0]!);
    const parts = stretches.map((stretch, index) => this.#scores(`${name}/rows.${index}`, x, stretch));
    return this.graph.node("Concat", name, parts, { attributes: { axis: 1 } });
  }

  #scores(name: string, x: Value, stack: Stack): Value {
    const { weights } = this.options;
    if (weights === "q8" || weights === "q4") return this.#quantisedLinear(name, x, stack, 8);
    return this.graph.node("Gemm", name, [x, this.#table(stack)], { attributes: { transB: 1 } });
  }

  /** Cosines and sines [positions, pairs] of what is turned by position. */
  rotary(rope: RopeConfig, pairs: number, positions: number): { readonly cos: Value; readonly sin: Value } {
    const dims = [positions, pairs];
    const key = JSON.stringify([rope, dims]);
    const name = `rotary.${contentHash(key)}`;
    const [cos, sin] = this.#blobs.of(
      "rotary",
      key,
      [
        { name: `${name}.cos`, type: "float32", dims },
        { name: `${name}.sin`, type: "float32", dims },
      ],
      () => {
        const tables = rotaryTables(rope, pairs, positions);
        return Promise.resolve([tables.cos, tables.sin]);
      },
    ) as [Value, Value];
    return { cos, sin };
  }

  /** Learned vectors [n, D] for positions [B,S]: [B,S,D]. */
  positions(name: string, positions: Value, tensor: string): Value {
    return this.graph.node("Gather", name, [this.#table({ tensors: [tensor] }), positions]);
  }

  /** Rows and columns of a stack of matrices, as the program has them. */
  #size({ tensors, transposed, order }: Stack): readonly [number, number] {
    const shapes = tensors.map((tensor) => this.checkpoint.tensors.get(tensor)!.shape);
    const [output, input] = transposed ? [1, 0] : [0, 1];
    return [order?.rows.length ?? shapes.reduce((rows, shape) => rows + shape[output]!, 0), shapes[0]![input]!];
  }

  /** A file made from a stack's rows [out, in]. */
  #ofStack(
    stack: Stack,
    layout: string,
    parts: readonly Part[],
    convert: (rows: Float32Array) => readonly ArrayBufferView[],
  ): readonly Value[] {
    const { tensors, transposed, order } = stack;
    const [, columns] = this.#size(stack);
    const variants = [layout, ...(transposed ? ["stored as columns"] : []), ...(order ? [order.key] : [])];
    return this.#blobs.ofTensors(tensors, variants.join(" "), parts, (values) => {
      const rows = transposed ? transpose(values, columns, values.length / columns) : values;
      return convert(order ? reordered(rows, columns, order) : rows);
    });
  }

  /** A matrix as it is stored, for look-ups and the head. */
  #table(stack: Stack): Value {
    const dims = this.#size(stack);
    const name = nameOf(stack);
    if (this.options.weights !== "f16") {
      return this.#ofStack(stack, "f32", [{ name, type: "float32", dims }], (values) => [values])[0]!;
    }
    const part = { name: `${name}:f16`, type: "float16", dims } as const;
    return this.#widened(this.#ofStack(stack, "f16", [part], (values) => [toHalves(values)])[0]!);
  }

  #transposed(stack: Stack, format: "f32" | "f16"): Value {
    const [rows, columns] = this.#size(stack);
    const part = {
      name: `${stackName(stack.tensors)}:${format}-transposed`,
      type: format === "f32" ? "float32" : "float16",
      dims: [columns, rows],
    } as const;
    const [value] = this.#ofStack(stack, `${format}-transposed`, [part], (values) => {
      const turned = transpose(values, rows, columns);
      return [format === "f32" ? turned : toHalves(turned)];
    });
    return format === "f32" ? value! : this.#widened(value!);
  }

  /** f16 -> f32; of a constant it is computed once, when the session is made. */
  #widened(value: Value): Value {
    const name = `${value}:widened`;
    return this.outermost.once(name, () => this.outermost.node("Cast", name, [value], { attributes: { to: 1 } }));
  }

  /** Codes u8 [rows, blocks, bytes] and scales f32 [rows, blocks] of a quantised matrix. */
  #quantised(stack: Stack, bits: 4 | 8, scaleDims: "matrix" | "column" = "matrix") {
    const [rows, columns] = this.#size(stack);
    const blocks = Math.ceil(columns / blockSize);
    const bytes = (blockSize * bits) / 8;
    const name = `${nameOf(stack)}:q${bits}`;
    const parts: readonly Part[] = [
      { name, type: "uint8", dims: [rows, blocks, bytes] },
      scaleDims === "matrix"
        ? { name: `${name}-scales`, type: "float32", dims: [rows, blocks] }
        : { name: `${name}-scales-column`, type: "float32", dims: [rows, blocks, 1] },
    ];
    const stored = storedFormat(this.checkpoint, stack, bits);
    const asStored = stored?.bits === bits && stored.blockSize === blockSize && !stored.zeroPoints;
    const [codes, scales] = asStored
      ? this.#ofStored(stack, parts)
      : this.#ofStack(stack, `q${bits}`, parts, (values) => {
          const quantised = quantise(values, rows, columns, bits);
          return [quantised.codes, quantised.scales];
        });
    return { codes: codes!, scales: scales! };
  }

  /** A file with the blocks of a stack that is stored so. */
  #ofStored(stack: Stack, parts: readonly Part[]): readonly Value[] {
    const keys = stack.tensors.map((tensor) => this.checkpoint.tensorKey(tensor));
    return this.#blobs.of(nameOf(stack), [...keys, "blocks", stack.order?.key].join("\n"), parts, async (signal) => {
      const { codes, scales, zeroPoints } = await readStored(this.checkpoint, stack, signal);
      return [codes, scales, ...(zeroPoints ? [zeroPoints] : [])];
    });
  }

  /** Blocks of any size, with zero points of their own where they have them. */
  #storedLinear(name: string, x: Value, stack: Stack, { bits, blockSize, zeroPoints }: BlockFormat): Value {
    const [rows, columns] = this.#size(stack);
    const blocks = Math.ceil(columns / blockSize);
    const own = `${nameOf(stack)}:blocks`;
    const inputs = this.#ofStored(stack, [
      { name: own, type: "uint8", dims: [rows, blocks, (blockSize * bits) / 8] },
      { name: `${own}-scales`, type: "float32", dims: [rows, blocks] },
      ...(zeroPoints
        ? [{ name: `${own}-zeros`, type: "uint8", dims: [rows, Math.ceil((blocks * bits) / 8)] } as const]
        : []),
    ]);
    return this.graph.node("MatMulNBits", name, [x, ...inputs], {
      domain: microsoft,
      attributes: { K: columns, N: rows, bits, block_size: blockSize },
    });
  }

  #quantisedLinear(name: string, x: Value, stack: Stack, bits: 4 | 8): Value {
    const stored = storedFormat(this.checkpoint, stack, bits);
    if (stored && (stored.bits < bits || stored.blockSize !== blockSize || stored.zeroPoints)) {
      return this.#storedLinear(name, x, stack, stored);
    }
    const [rows, columns] = this.#size(stack);
    const { codes, scales } = this.#quantised(stack, bits);
    return this.graph.node("MatMulNBits", name, [x, codes, scales], {
      domain: microsoft,
      attributes: { K: columns, N: rows, bits, block_size: blockSize },
    });
  }

  /** The WebGPU kernel; the WASM build has none. The codes are those of a tied head. */
  #quantisedGather(name: string, ids: Value, stack: Stack): Value {
    const { codes, scales } = this.#quantised(stack, 8, "column");
    const blocks = this.graph.node("GatherBlockQuantized", `${name}/blocks`, [codes, ids, scales], {
      domain: microsoft,
      attributes: { bits: 8, block_size: blockSize, gather_axis: 0, quantize_axis: 2 },
    }); // [B,S,D/32,32]
    return this.#joinBlocks(name, blocks, stack);
  }

  /** The same in plain operators: (codes - 128) * scale of the rows asked for. */
  #plainQuantisedGather(name: string, ids: Value, stack: Stack): Value {
    const { graph } = this;
    const { codes, scales } = this.#quantised(stack, 8, "column");
    const rows = graph.node("Gather", `${name}/codes`, [codes, ids]);
    const levels = graph.node("Cast", `${name}/levels`, [rows], { attributes: { to: 1 } });
    const centred = graph.node("Sub", `${name}/centred`, [levels, graph.float("zero_code", 128)]);
    const blocks = graph.node("Mul", `${name}/blocks`, [
      centred,
      graph.node("Gather", `${name}/scales`, [scales, ids]),
    ]);
    return this.#joinBlocks(name, blocks, stack);
  }

  /** [B,S,D/32,32] -> [B,S,D] */
  #joinBlocks(name: string, blocks: Value, stack: Stack): Value {
    const [, width] = this.#size(stack);
    return this.graph.node("Reshape", name, [blocks, this.graph.int64(`${name}/shape`, [0, 0, width])]);
  }
}

/** A stretch of a matrix's rows is a constant of its own. */
function nameOf({ tensors, order }: Stack): string {
  return order?.key.startsWith("rows-") ? `${stackName(tensors)}:${order.key}` : stackName(tensors);
}

/** A row-major [rows, columns] matrix as [columns, rows], in tiles that stay in the processor's cache. */
export function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(rows * columns);
  transposeInto(matrix, result, rows, columns);
  return result;
}
