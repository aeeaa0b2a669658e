import { fail, ok, type Problem, type Result } from "../../result";
import { norm } from "../vectors";
import { readControlVector } from "./gguf-read";

/** Vectors to be added after 0-based blocks, as a file brings them: at strength 1 each is added as it stands. */
export interface DirectionFile {
  readonly format: "gguf" | "safetensors" | "babelscope" | "svec";
  /** The checkpoint that they were made on, and the hash of its tokens; null where the file does not say. */
  readonly madeOn: string | null;
  readonly tokenizerHash: string | null;
  /** [D] each, of one width, finite and not of length 0, in ascending order of layers. */
  readonly directions: readonly { readonly layer: number; readonly vector: Float32Array }[];
}

type Read = Omit<DirectionFile, "format">;

/**
 * Reads a direction from a GGUF control vector, safetensors (`direction.N`, F32), the lab's JSON or IBM's `.svec`, told
 * apart by their first bytes; the length of a safetensors header may begin as a pickle does, so that is looked at first. IBM's library reads activations behind block N and adds before it; here the vector stands
 * behind block N, where it was made. Pickles (`.pt`, `.pth`) are refused by name: they can run code.
 */
export function readDirection(bytes: Uint8Array): Result<DirectionFile> {
  const start = (text: string) => Array.from(text).every((letter, at) => bytes[at] === letter.charCodeAt(0));
  if (isSafetensors(bytes)) return read(fromSafetensors);
  if (start("PK") || (bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5)) {
    const pickled = refused("it is a pickle, which can run code when it is opened", "Save the vector as safetensors.");
    return fail({ ...pickled, code: "weights-pickled" });
  }
  if (start("GGUF")) {
    const found = readControlVector(bytes);
    return found.ok ? checked("gguf", { ...toldOf(found.value.origin), directions: found.value.directions }) : found;
  }
  return read(start("{") ? fromJson : fromSafetensors);

  function read(from: (bytes: Uint8Array) => Result<DirectionFile>): Result<DirectionFile> {
    try {
      return from(bytes);
    } catch {
      return fail(
        refused("it is cut, or none of these formats", "Give a GGUF control vector, safetensors, JSON or .svec."),
      );
    }
  }
}

/** Whether the first eight bytes are the length of a JSON object behind them. */
function isSafetensors(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  return (
    length > 8 &&
    bytes[8] === "{".charCodeAt(0) &&
    new DataView(buffer, byteOffset).getBigUint64(0, true) <= BigInt(length - 8)
  );
}

function fromJson(bytes: Uint8Array): Result<DirectionFile> {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  if (file["format"] === "babelscope-direction") {
    const { layer, layerBase, classDistance, unitDirection } = file;
    if (layerBase !== 0 || typeof classDistance !== "number") return fail(refused("its layers are not counted from 0"));
    const vector = numbers(unitDirection).map((value) => value * classDistance);
    return checked("babelscope", { ...toldOf(file), directions: [{ layer: Number(layer), vector }] });
  }
  const directions = Object.entries(file["directions"] as Record<string, unknown>).map(([layer, values]) => ({
    layer: Number(layer),
    vector: numbers(values),
  }));
  return checked("svec", { ...toldOf(file["babelscope"]), directions });
}

/** What a file says of the model that it was made on. */
function toldOf(origin: unknown): Pick<Read, "madeOn" | "tokenizerHash"> {
  const told = (typeof origin === "object" && origin !== null ? origin : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof told[key] === "string" ? told[key] : null);
  return { madeOn: text("checkpoint"), tokenizerHash: text("tokenizerHash") };
}

function numbers(values: unknown): Float32Array {
  if (!Array.isArray(values)) throw new TypeError("a vector is a list of numbers");
  return Float32Array.from(values.flat() as unknown[], (value) => (typeof value === "number" ? value : Number.NaN));
}

function fromSafetensors(bytes: Uint8Array): Result<DirectionFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, data))) as Record<
    string,
    { readonly dtype?: string; readonly data_offsets?: readonly [number, number] }
  >;
  const directions = Object.entries(header).flatMap(([name, { dtype, data_offsets: offsets }]) => {
    const layer = /^direction\.(\d+)$/.exec(name)?.[1];
    if (layer === undefined || dtype !== "F32" || !offsets) return [];
    const [from, to] = offsets;
    // Reading past the end throws, so a header that lies about sizes is refused.
    const vector = Float32Array.from({ length: (to - from) / 4 }, (_, d) => view.getFloat32(data + from + 4 * d, true));
    return [{ layer: Number(layer), vector }];
  });
  return checked("safetensors", { ...toldOf(header["__metadata__"]), directions });
}

function checked(format: DirectionFile["format"], { directions, ...told }: Read): Result<DirectionFile> {
  const width = directions[0]?.vector.length;
  if (width === undefined) return fail(refused("it holds no vector called direction.N"));
  for (const { layer, vector } of directions) {
    if (!Number.isInteger(layer) || layer < 0) return fail(refused("a layer in it is not a whole number"));
    if (vector.length !== width || !vector.every(Number.isFinite) || norm(vector) === 0) {
      return fail(refused(`the vector of layer ${layer} has another width, a number that is not finite, or no length`));
    }
  }
  return ok({ format, ...told, directions: directions.toSorted((a, b) => a.layer - b.layer) });
}

function refused(why: string, remedy = "Save it again with the program that made it."): Problem {
  return { code: "input-invalid", what: `The vector file cannot be used: ${why}.`, remedy };
}
