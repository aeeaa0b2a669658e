import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import type { Program } from "../compiler/program";
import { LabError } from "../result";
import type { WeightStore } from "./weights";

/** A protobuf message of 2 GiB or more cannot be read by anyone. */
const largestFile = 2 ** 31 - 2 ** 20;

/**
 * The program as one ONNX file with its weights inside, that transformers.js and ONNX Runtime open. Throws
 * `out-of-memory` where the file would pass 2 GB.
 */
export async function exportProgram(program: Program, weights: WeightStore, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = program.weights.reduce((sum, blob) => sum + blob.byteLength, program.model.byteLength);
  if (bytes > largestFile) {
    throw new LabError({
      code: "out-of-memory",
      what: `The ONNX file would have ${Math.round(bytes / 2 ** 20)} MB; the format ends at 2 GB.`,
      remedy: "Load the model with 8 bit or 4 bit weights and export that.",
      facts: { bytes },
    });
  }
  const parts = await weights.collect(program.weights, signal);
  const files = new Map(program.weights.map(({ path }, i) => [path, parts[i]!]));
  return inlineWeights(program.model, files);
}

/** ModelProto bytes in which every initialiser that points into one of the files holds its bytes itself. */
export function inlineWeights(model: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return rewrite(model, fields.graph, (graph) =>
    rewrite(graph, fields.initializer, (tensor) => inlineTensor(tensor, files)),
  );
}

/** Field numbers of onnx.proto. */
const fields = { graph: 7, initializer: 5, rawData: 9, externalData: 13, dataLocation: 14 } as const;

interface Field {
  readonly number: number;
  /** The field as it stands, tag and all. */
  readonly whole: Uint8Array;
  /** Contents of a length-delimited field. */
  readonly body: Uint8Array;
}

function* fieldsOf(message: Uint8Array): Generator<Field> {
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [number, type] = reader.tag();
    const body = type === WireType.LengthDelimited ? reader.bytes() : new Uint8Array(0);
    if (type !== WireType.LengthDelimited) reader.skip(type, number);
    yield { number, whole: message.subarray(start, reader.pos), body };
  }
}

function rewrite(message: Uint8Array, field: number, change: (body: Uint8Array) => Uint8Array): Uint8Array {
  const writer = new BinaryWriter();
  for (const { number, whole, body } of fieldsOf(message)) {
    if (number === field) writer.tag(number, WireType.LengthDelimited).bytes(change(body));
    else writer.raw(whole);
  }
  return writer.finish();
}

function inlineTensor(tensor: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const all = [...fieldsOf(tensor)];
  const external = new Map(all.filter(({ number }) => number === fields.externalData).map(({ body }) => entryOf(body)));
  const location = external.get("location");
  if (location === undefined) return tensor;
  const offset = Number(external.get("offset") ?? 0);
  const file = files.get(location);
  if (!file) throw new Error(`the program points to ${location}, which is none of its files`);
  const length = Number(external.get("length") ?? file.byteLength - offset);
  const writer = new BinaryWriter();
  for (const { number, whole } of all) {
    if (number !== fields.externalData && number !== fields.dataLocation) writer.raw(whole);
  }
  writer.tag(fields.rawData, WireType.LengthDelimited).bytes(file.subarray(offset, offset + length));
  return writer.finish();
}

/** StringStringEntryProto: key 1, value 2. */
function entryOf(message: Uint8Array): [string, string] {
  const texts = new Map([...fieldsOf(message)].map(({ number, body }) => [number, new TextDecoder().decode(body)]));
  return [texts.get(1) ?? "", texts.get(2) ?? ""];
}
