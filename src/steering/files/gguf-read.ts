import { fail, ok, type Result } from "../../result";
import { type ControlVector, originKeys } from "./control-vector";
import { gguf } from "./gguf-write";

/** Bytes of the fixed-size value types of GGUF, by type number: u8 i8 u16 i16 u32 i32 f32 bool, then u64 i64 f64. */
const sizes: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };

class Malformed extends Error {}

/** A place in the file that refuses to read past its end, so a file that lies about its sizes cannot be followed. */
class Cursor {
  at = 0;
  private readonly view: DataView;
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  skip(length: number): number {
    if (!(length >= 0) || this.at + length > this.bytes.length) {
      throw new Malformed(
        `it ends at byte ${this.bytes.length}, within a value that needs ${length} bytes at ${this.at}`,
      );
    }
    this.at += length;
    return this.at - length;
  }
  u32(): number {
    return this.view.getUint32(this.skip(4), true);
  }
  u64(): number {
    const value = this.view.getBigUint64(this.skip(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Malformed(`a size at byte ${this.at - 8} is ${value}`);
    return Number(value);
  }
  text(): string {
    const length = this.u64();
    const start = this.skip(length);
    return new TextDecoder().decode(this.bytes.subarray(start, start + length));
  }
  f32(at: number): number {
    return this.view.getFloat32(at, true);
  }
}

/**
 * Reads a GGUF control vector, of llama.cpp, repeng or EasySteer. Unknown keys are skipped. What is refused, by name:
 * a file that is cut or lies about its sizes, other architectures, tensors that are not one-dimensional f32 of one
 * width, `direction.0`, numbers that are not finite.
 */
export function readControlVector(bytes: Uint8Array): Result<ControlVector> {
  try {
    return ok(read(bytes));
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown;
    return fail({
      code: "intervention-invalid",
      what: `This is not a GGUF control vector that can be used: ${thrown.message}.`,
      remedy: "Export it again with llama.cpp or repeng, or download it again if it was cut.",
      facts: { bytes: bytes.length },
    });
  }
}

function read(bytes: Uint8Array): ControlVector {
  const cursor = new Cursor(bytes);
  if (cursor.u32() !== gguf.magic) throw new Malformed('it does not begin with "GGUF"');
  const version = cursor.u32();
  if (version !== gguf.version) throw new Malformed(`it has version ${version}, and version 3 is read`);
  const tensors = cursor.u64();
  const pairs = cursor.u64();
  const texts = new Map<string, string>();
  let alignment = 32;
  for (let pair = 0; pair < pairs; pair += 1) {
    const key = cursor.text();
    const type = cursor.u32();
    if (type === gguf.string) texts.set(key, cursor.text());
    else if (key === "general.alignment" && type === gguf.uint32) alignment = cursor.u32();
    else skipValue(cursor, type);
  }
  const architecture = texts.get("general.architecture");
  if (architecture !== "controlvector") throw new Malformed(`it holds "${architecture}", not a control vector`);
  if (!(alignment > 0)) throw new Malformed("its alignment is 0");

  const infos = [];
  for (let tensor = 0; tensor < tensors; tensor += 1) infos.push(readInfo(cursor));
  const start = Math.ceil(cursor.at / alignment) * alignment;
  const directions = infos.map(({ layer, width, offset }) => {
    cursor.at = start + offset;
    const from = cursor.skip(4 * width);
    const vector = Float32Array.from({ length: width }, (_, d) => cursor.f32(from + 4 * d));
    if (!vector.every(Number.isFinite)) throw new Malformed(`direction.${layer} contains a number that is not finite`);
    return { layer, vector };
  });
  if (new Set(directions.map(({ vector }) => vector.length)).size !== 1) {
    throw new Malformed(directions.length === 0 ? "it holds no direction" : "its directions have different widths");
  }
  const [checkpoint, tokenizerHash] = [originKeys.checkpoint, originKeys.tokenizerHash].map((key) => texts.get(key));
  return {
    modelHint: texts.get("controlvector.model_hint") ?? "",
    ...((checkpoint ?? tokenizerHash) !== undefined && { origin: { checkpoint, tokenizerHash } }),
    directions: directions.sort((a, b) => a.layer - b.layer),
  };
}

function readInfo(cursor: Cursor): { readonly layer: number; readonly width: number; readonly offset: number } {
  const name = cursor.text();
  const layer = Number(/^direction\.(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(layer)) throw new Malformed(`it holds a tensor named "${name}"`);
  if (layer === 0) throw new Malformed('it holds "direction.0", which no layer answers to');
  const dimensions = cursor.u32();
  if (dimensions !== 1) throw new Malformed(`${name} has ${dimensions} dimensions`);
  const width = cursor.u64();
  const type = cursor.u32();
  if (type !== gguf.f32) throw new Malformed(`${name} is of type ${type}, not f32`);
  return { layer, width, offset: cursor.u64() };
}

function skipValue(cursor: Cursor, type: number): void {
  if (type === gguf.string) {
    cursor.text();
  } else if (type === gguf.array) {
    const itemType = cursor.u32();
    const count = cursor.u64();
    if (itemType === gguf.string) for (let item = 0; item < count; item += 1) cursor.text();
    else cursor.skip(count * sizeOf(itemType));
  } else {
    cursor.skip(sizeOf(type));
  }
}

function sizeOf(type: number): number {
  const size = sizes[type];
  if (size === undefined) throw new Malformed(`it has a value of unknown type ${type}`);
  return size;
}
