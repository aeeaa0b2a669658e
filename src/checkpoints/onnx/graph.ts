import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import { LabError } from "../../result";
import type { ByteSource } from "../byte-source";
import { Cursor, Malformed } from "./cursor";

/** A constant: its bytes lie in the .onnx file itself (`file` undefined) or in one beside it. */
export interface Constant {
  readonly name: string;
  /** `TensorProto.DataType`. */
  readonly type: number;
  readonly dims: readonly number[];
  readonly file?: string;
  readonly start: number;
  readonly length: number;
  /** The bytes themselves, of a small constant that is written number by number. */
  readonly inline?: Uint8Array;
}

export interface GraphNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Integer attributes. */
  readonly attributes: ReadonlyMap<string, number>;
}

export interface ConstantGraph {
  readonly nodes: readonly GraphNode[];
  readonly constants: ReadonlyMap<string, Constant>;
}

const noBytes = -1;

/** Nodes and the places of the constants of an ONNX model: no constant is read. Throws `onnx-header`. */
export async function readGraph(source: ByteSource, signal?: AbortSignal): Promise<ConstantGraph> {
  const cursor = new Cursor(source, await source.size(signal), signal);
  const nodes: GraphNode[] = [];
  const constants = new Map<string, Constant>();
  try {
    while (cursor.position < cursor.end) {
      const [field, wire] = await cursor.tag();
      if (field === 7 && wire === 2) await readBody(cursor, await cursor.delimited(), nodes, constants);
      else await cursor.skip(wire);
    }
  } catch (thrown) {
    if (thrown instanceof LabError || (thrown instanceof DOMException && thrown.name === "AbortError")) throw thrown;
    const why = thrown instanceof Malformed ? thrown.message : "is no ONNX model";
    throw malformed(source.name, why);
  }
  if (nodes.length === 0) throw malformed(source.name, "has no graph");
  return { nodes, constants };
}

async function readBody(
  cursor: Cursor,
  end: number,
  nodes: GraphNode[],
  constants: Map<string, Constant>,
): Promise<void> {
  while (cursor.position < end) {
    const [field, wire] = await cursor.tag();
    if (field === 1 && wire === 2) nodes.push(readNode(await cursor.bytes(await cursor.delimited())));
    else if (field === 5 && wire === 2) {
      const constant = await readConstant(cursor, await cursor.delimited());
      if (constants.has(constant.name)) throw new Malformed(`names the constant ${constant.name} twice`);
      constants.set(constant.name, constant);
    } else await cursor.skip(wire);
  }
}

function readNode(bytes: Uint8Array): GraphNode {
  const reader = new BinaryReader(bytes);
  const [inputs, outputs]: string[][] = [[], []];
  const attributes = new Map<string, number>();
  let [op, name] = ["", ""];
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1) inputs!.push(reader.string());
    else if (field === 2) outputs!.push(reader.string());
    else if (field === 3) name = reader.string();
    else if (field === 4) op = reader.string();
    else if (field === 5) readAttribute(reader.bytes(), attributes);
    else reader.skip(wire);
  }
  return { op, name, inputs: inputs!, outputs: outputs!, attributes };
}

function readAttribute(bytes: Uint8Array, attributes: Map<string, number>): void {
  const reader = new BinaryReader(bytes);
  let name = "";
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1) name = reader.string();
    else if (field === 3 && wire === WireType.Varint) attributes.set(name, Number(reader.int64()));
    else reader.skip(wire);
  }
}

async function readConstant(cursor: Cursor, end: number): Promise<Constant> {
  const dims: number[] = [];
  const outside = new Map<string, string>();
  const inline: number[] = [];
  let [name, type, start, length] = ["", 0, noBytes, 0];
  while (cursor.position < end) {
    const [field, wire] = await cursor.tag();
    if (field === 1 && wire === 0) dims.push(await cursor.varint());
    else if (field === 1) {
      for (const until = await cursor.delimited(); cursor.position < until; ) dims.push(await cursor.varint());
    } else if (field === 2 && wire === 0) type = await cursor.varint();
    else if (field === 8) name = new TextDecoder().decode(await cursor.bytes(await cursor.delimited()));
    // raw_data; float_data, packed, has the same bytes.
    else if ((field === 9 || field === 4) && wire === 2) {
      const until = await cursor.delimited();
      [start, length] = [cursor.position, until - cursor.position];
      cursor.position = until;
    } else if (field === 5) inline.push(...(await readNumbers(cursor, wire)));
    else if (field === 13) readEntry(await cursor.bytes(await cursor.delimited()), outside);
    else await cursor.skip(wire);
  }
  const file = outside.get("location");
  if (inline.length > 0) {
    const bytes = type === 10 ? new Uint8Array(Uint16Array.from(inline).buffer) : Uint8Array.from(inline);
    return { name, type, dims, start: 0, length: bytes.length, inline: bytes };
  }
  if (file === undefined) return { name, type, dims, start, length };
  return {
    name,
    type,
    dims,
    file,
    start: Number(outside.get("offset") ?? 0),
    length: Number(outside.get("length") ?? noBytes),
  };
}

/** `int32_data`: bytes, and the bits of halves, as one number each; no more than a scale or a zero point is written so. */
async function readNumbers(cursor: Cursor, wire: number): Promise<readonly number[]> {
  if (wire !== 2) return [await cursor.varint()];
  const reader = new BinaryReader(await cursor.bytes(await cursor.delimited()));
  const numbers: number[] = [];
  while (reader.pos < reader.len) numbers.push(reader.int32());
  return numbers;
}

function readEntry(bytes: Uint8Array, entries: Map<string, string>): void {
  const reader = new BinaryReader(bytes);
  let [key, value] = ["", ""];
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1) key = reader.string();
    else if (field === 2) value = reader.string();
    else reader.skip(wire);
  }
  entries.set(key, value);
}

export function malformed(file: string, what: string): LabError {
  return new LabError({
    code: "onnx-header",
    what: `${file} ${what}.`,
    remedy: "Fetch the file again, or open the model's safetensors checkpoint.",
    facts: { file },
  });
}
