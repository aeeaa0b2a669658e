import { fail, LabError, ok, type Problem, type Result } from "../../result";
import type { ByteSource } from "../byte-source";
import { elementCount } from "../dtype";
import { type GgufType, ggufTypes } from "./types";

/** Numbers of an array are a typed array; 64-bit integers are numbers, refused where they are not exact. */
export type GgufValue = number | boolean | string | readonly string[] | readonly boolean[] | NumberArray;
type NumberArray = Readonly<ArrayLike<number>>;

/** A tensor: its shape outermost size first (the file has it the other way round), and where it lies in the file. */
export interface GgufTensor {
  readonly name: string;
  readonly type: GgufType;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

export interface GgufHeader {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: readonly GgufTensor[];
}

const firstRead = 256 * 1024;

/** Reads the header in growing pieces: a vocabulary makes it megabytes long, and nothing says how long before it is read. */
export async function readGgufHeader(source: ByteSource, signal?: AbortSignal): Promise<GgufHeader> {
  const size = await source.size(signal);
  let bytes: Uint8Array = new Uint8Array(0);
  for (let wanted = Math.min(firstRead, size); ; wanted = Math.min(wanted * 4, size)) {
    const longer = new Uint8Array(wanted);
    longer.set(bytes);
    longer.set(await source.read(bytes.length, wanted, signal), bytes.length);
    bytes = longer;
    const parsed = parseGgufHeader(bytes, size, source.name);
    if (parsed.ok) return parsed.value;
    if (parsed.problem !== cutShort || wanted === size) {
      throw new LabError(parsed.problem === cutShort ? truncated(source.name, size) : parsed.problem);
    }
  }
}

/** What `parseGgufHeader` answers when the bytes end before the header does. */
export const cutShort: Problem = {
  code: "gguf-header",
  what: "The header of the GGUF file is longer than what was read of it.",
  remedy: "Read more of the file.",
};

/**
 * The header (GGUF versions 2 and 3, little-endian) in the first bytes of a file of `fileBytes`. Every count is held
 * against what the file has room for, so a lying header costs no memory. Source: ggml's docs/gguf.md.
 */
export function parseGgufHeader(bytes: Uint8Array, fileBytes: number, file: string): Result<GgufHeader> {
  try {
    return ok(new HeaderReader(bytes, fileBytes, file).header());
  } catch (thrown) {
    if (thrown === tooShort) return fail(cutShort);
    if (thrown instanceof LabError) return fail(thrown.problem);
    throw thrown;
  }
}

const tooShort = Symbol("the bytes end inside the header");
const magic = 0x46554747;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

class HeaderReader {
  readonly #view: DataView;
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly fileBytes: number,
    private readonly file: string,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  header(): GgufHeader {
    if (this.fileBytes < 24 || this.#u32() !== magic) throw this.#bad("does not begin as GGUF files do");
    const version = this.#u32();
    if (version !== 2 && version !== 3) throw this.#bad(`is of version ${version}; the lab reads 2 and 3`);
    const tensorCount = this.#count("tensors", 24);
    const metadataCount = this.#count("metadata entries", 13);
    const metadata = new Map<string, GgufValue>();
    for (let i = 0; i < metadataCount; i++) {
      const key = this.#string();
      if (metadata.has(key)) throw this.#bad(`gives ${key} twice`);
      metadata.set(key, this.#value(this.#u32(), key));
    }
    const named: Omit<GgufTensor, "end">[] = [];
    for (let i = 0; i < tensorCount; i++) named.push(this.#tensor());
    return { metadata, tensors: this.#placed(named, this.#alignment(metadata)) };
  }

  #tensor(): Omit<GgufTensor, "end"> {
    const name = this.#string();
    const axes = this.#u32();
    if (axes > 4) throw this.#bad(`gives ${name} ${axes} axes`);
    const shape = Array.from({ length: axes }, () => this.#u64(`a size of ${name}`)).reverse();
    const number = this.#u32();
    const start = this.#u64(`the place of ${name}`);
    const type = ggufTypes.get(number);
    if (type) return { name, type, shape, start };
    throw new LabError({
      code: "tensor-dtype",
      what: `${name} in ${this.file} is stored in GGUF type ${number}, which the lab does not read.`,
      remedy: `Use a file in one of ${[...ggufTypes.values()].map(({ name }) => name).join(", ")}.`,
      facts: { file: this.file, tensor: name, type: number },
    });
  }

  /** Tensors at their places in the file: checked against its end and each other. */
  #placed(named: readonly Omit<GgufTensor, "end">[], alignment: number): readonly GgufTensor[] {
    const data = Math.ceil(this.#at / alignment) * alignment;
    const names = new Set<string>();
    const tensors = named.map((tensor) => {
      const { name, type, shape } = tensor;
      if (names.has(name)) throw this.#bad(`names ${name} twice`);
      names.add(name);
      const count = elementCount(shape);
      if ((shape.at(-1) ?? 1) % type.blockSize !== 0) {
        throw this.#bad(`gives ${name} rows of ${shape.at(-1)}, no multiple of ${type.name}'s ${type.blockSize}`);
      }
      const start = data + tensor.start;
      const end = start + (count / type.blockSize) * type.blockBytes;
      if (end > this.fileBytes) throw new LabError(truncated(this.file, this.fileBytes, end));
      return { ...tensor, start, end };
    });
    const byStart = tensors.toSorted((a, b) => a.start - b.start);
    for (let i = 1; i < byStart.length; i++) {
      const [before, after] = [byStart[i - 1]!, byStart[i]!];
      if (after.start < before.end) throw this.#bad(`lets ${before.name} and ${after.name} overlap`);
    }
    return tensors;
  }

  #alignment(metadata: ReadonlyMap<string, GgufValue>): number {
    const alignment = metadata.get("general.alignment") ?? 32;
    if (typeof alignment === "number" && alignment > 0 && alignment % 8 === 0 && alignment <= 2 ** 20) return alignment;
    throw this.#bad(`has the alignment ${JSON.stringify(alignment)}`);
  }

  #value(type: number, key: string): GgufValue {
    if (type === stringType) return this.#string();
    if (type === booleanType) return this.#bytes(1)[0] !== 0;
    if (type !== arrayType) return this.#number(type, key);
    const inner = this.#u32();
    if (inner === stringType) return this.#list(this.#count(`strings of ${key}`, 8), () => this.#string());
    if (inner === booleanType) return this.#list(this.#count(`values of ${key}`, 1), () => this.#bytes(1)[0] !== 0);
    const width = widths.get(inner);
    if (width === undefined) throw this.#bad(`gives ${key} an array of type ${inner}`);
    const count = this.#count(`values of ${key}`, width);
    // Numbers in a typed array: as many bytes as in the file, or fewer.
    const values =
      width === 8 ? new Float64Array(count) : inner === 6 ? new Float32Array(count) : new Int32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.#number(inner, key);
    return values;
  }

  #list<T>(count: number, read: () => T): T[] {
    const list: T[] = [];
    for (let i = 0; i < count; i++) list.push(read());
    return list;
  }

  #number(type: number, key: string): number {
    const width = widths.get(type);
    if (width === undefined) throw this.#bad(`gives ${key} the type ${type}`);
    const at = this.#advance(width);
    switch (type) {
      case 0:
        return this.#view.getUint8(at);
      case 1:
        return this.#view.getInt8(at);
      case 2:
        return this.#view.getUint16(at, true);
      case 3:
        return this.#view.getInt16(at, true);
      case 4:
        return this.#view.getUint32(at, true);
      case 5:
        return this.#view.getInt32(at, true);
      case 6:
        return this.#view.getFloat32(at, true);
      case 10:
        return Number(this.#view.getBigUint64(at, true));
      case 11:
        return Number(this.#view.getBigInt64(at, true));
      default:
        return this.#view.getFloat64(at, true);
    }
  }

  #string(): string {
    const length = this.#count("bytes of a string", 1);
    try {
      return utf8.decode(this.#bytes(length));
    } catch (thrown) {
      if (thrown === tooShort) throw thrown;
      throw this.#bad("has a text that is no UTF-8");
    }
  }

  /** A count of things of at least `each` bytes, which the rest of the file must have room for. */
  #count(what: string, each: number): number {
    const count = this.#u64(`the number of ${what}`);
    if (count * each > this.fileBytes - this.#at) {
      throw this.#bad(`speaks of ${count} ${what}, more than the file has room for`);
    }
    return count;
  }

  #u64(what: string): number {
    const value = this.#view.getBigUint64(this.#advance(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.#bad(`gives ${what} as ${value}`);
    return Number(value);
  }

  #u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  #bytes(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.bytes.subarray(at, at + length);
  }

  #advance(length: number): number {
    const at = this.#at;
    if (at + length > this.bytes.length) throw tooShort;
    this.#at += length;
    return at;
  }

  #bad(what: string): LabError {
    return new LabError({
      code: "gguf-header",
      what: `The header of ${this.file} ${what}.`,
      remedy: "Check that this is a GGUF file, and fetch it again: it may be damaged.",
      facts: { file: this.file, position: this.#at },
    });
  }
}

const [booleanType, stringType, arrayType] = [7, 8, 9];
/** Bytes of each number type of the metadata. */
const widths: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [10, 8],
  [11, 8],
  [12, 8],
]);

function truncated(file: string, actual: number, expected = actual + 1): Problem {
  return {
    code: "gguf-header",
    what: `${file} is cut off: it has ${actual.toLocaleString("en")} bytes and needs at least ${expected.toLocaleString("en")}.`,
    remedy: "Fetch the file again; the download probably stopped early.",
    facts: { file, expected, actual },
  };
}
