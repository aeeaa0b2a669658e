import type { Attribute, Initialiser, OnnxGraph, OnnxNode, ValueInfo } from "./onnx/model";

/** A value that flows through the graph, by its name there. */
export type Value = string;

/** An attribute's value as it is written in TypeScript: an integer is `int`, `{ float }` a float, an array `ints`. */
export type AttributeValue = number | { readonly float: number } | readonly number[] | { readonly graph: OnnxGraph };

export interface NodeOptions {
  readonly domain?: "com.microsoft";
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** Builds an ONNX graph node by node. Names are made from the path given, so that a profile can be read. */
export class GraphBuilder {
  readonly #nodes: OnnxNode[] = [];
  readonly #initialisers = new Map<string, Initialiser>();
  readonly #inputs: ValueInfo[] = [];
  readonly #outputs: ValueInfo[] = [];
  readonly #written = new Map<string, Value>();
  /** Values that became outputs, by the name they have there. */
  readonly #exposed = new Map<Value, string>();

  input(info: ValueInfo): Value {
    this.#inputs.push(info);
    return info.name;
  }

  /** One node with one output that is used, at position `output` of its outputs. */
  node(op: string, name: string, inputs: readonly Value[], options: NodeOptions = {}): Value {
    const [value] = this.nodeWithOutputs(op, name, inputs, [0], options);
    return value!;
  }

  /** One node and the outputs of it that are used, given by position. */
  nodeWithOutputs(
    op: string,
    name: string,
    inputs: readonly Value[],
    positions: readonly number[],
    options: NodeOptions = {},
  ): readonly Value[] {
    const outputs: string[] = Array.from({ length: Math.max(...positions) + 1 }, () => "");
    for (const position of positions) outputs[position] = `${name}/${position}`;
    this.#nodes.push({
      op,
      domain: options.domain ?? "",
      name,
      inputs,
      outputs,
      attributes: Object.fromEntries(
        Object.entries(options.attributes ?? {}).map(([key, value]) => [key, attribute(value)]),
      ),
    });
    return positions.map((position) => outputs[position]!);
  }

  /** A constant; the same name gives the same constant. */
  initialiser(initialiser: Initialiser): Value {
    if (!this.#initialisers.has(initialiser.name)) this.#initialisers.set(initialiser.name, initialiser);
    return initialiser.name;
  }

  /** What `write` makes of the name the first time, and the same value after that. */
  once(name: string, write: () => Value): Value {
    const value = this.#written.get(name) ?? write();
    this.#written.set(name, value);
    return value;
  }

  int64(name: string, values: readonly number[]): Value {
    const bytes = new Uint8Array(new BigInt64Array(values.map(BigInt)).buffer);
    return this.initialiser({ name, type: "int64", dims: [values.length], data: { kind: "inline", bytes } });
  }

  scalarInt64(name: string, value: number): Value {
    const bytes = new Uint8Array(new BigInt64Array([BigInt(value)]).buffer);
    return this.initialiser({ name, type: "int64", dims: [], data: { kind: "inline", bytes } });
  }

  /** A single number as a scalar. */
  float(name: string, value: number): Value {
    const bytes = new Uint8Array(new Float32Array([value]).buffer);
    return this.initialiser({ name, type: "float32", dims: [], data: { kind: "inline", bytes } });
  }

  /**
   * Makes a value an output under `info.name`. The value itself is renamed, so that an output costs no copy; only where
   * one value is asked for under two names is it copied.
   */
  output(value: Value, info: ValueInfo): void {
    this.#outputs.push(info);
    if (this.#exposed.has(value) || !this.#isComputed(value)) {
      this.#nodes.push({
        op: "Identity",
        domain: "",
        name: `copy/${info.name}`,
        inputs: [value],
        outputs: [info.name],
        attributes: {},
      });
      return;
    }
    this.#exposed.set(value, info.name);
  }

  build(name: string): OnnxGraph {
    const graph = {
      name,
      nodes: this.#nodes,
      initialisers: [...this.#initialisers.values()],
      inputs: this.#inputs,
      outputs: this.#outputs,
    };
    return renamed(graph, this.#exposed);
  }

  #isComputed(value: Value): boolean {
    return this.#nodes.some((node) => node.outputs.includes(value));
  }
}

/** The graph, its branches too, with values under the names that they have as outputs. */
function renamed(graph: OnnxGraph, names: ReadonlyMap<Value, string>): OnnxGraph {
  const rename = (value: string) => names.get(value) ?? value;
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
      attributes: Object.fromEntries(
        Object.entries(node.attributes).map(([key, value]) => [
          key,
          value.kind === "graph" ? { kind: "graph", value: renamed(value.value, names) } : value,
        ]),
      ),
    })),
  };
}

function attribute(value: AttributeValue): Attribute {
  if (typeof value === "number") return { kind: "int", value };
  if ("float" in value) return { kind: "float", value: value.float };
  if ("graph" in value) return { kind: "graph", value: value.graph };
  return { kind: "ints", value };
}
