import { fail, ok, type Result } from "../result";
import type { TensorInfo, TensorType } from "./checkpoint";
import { bytesPerElement, elementCount } from "./dtype";
import { repeatedKey } from "./repeated-key";

/** A tensor and where its bytes lie in the file: [start, end) from the beginning of the file. */
export interface TensorEntry extends TensorInfo {
  readonly start: number;
  readonly end: number;
}

/** A header may not be larger than this (the limit of the reference implementation). */
const maxHeaderBytes = 100_000_000;

/** The length of the JSON header from the file's first 8 bytes, or why the file cannot be safetensors. */
export function headerLength(first8: Uint8Array, fileBytes: number, file: string): Result<number> {
  if (first8.length < 8 || fileBytes < 8) {
    return fail(truncated(file, 8, fileBytes));
  }
  const view = new DataView(first8.buffer, first8.byteOffset, 8);
  const length = view.getBigUint64(0, true);
  if (length > BigInt(maxHeaderBytes)) {
    return fail({
      code: "safetensors-header",
      what: `${file} says that its header is ${length} bytes long, more than the format allows.`,
      remedy: "Check that this is a .safetensors file (not a pickle, a GGUF or a web page) and fetch it again.",
      facts: { file, headerBytes: Number(length), limit: maxHeaderBytes },
    });
  }
  if (Number(length) + 8 > fileBytes) return fail(truncated(file, Number(length) + 8, fileBytes));
  return ok(Number(length));
}

/** A number type that the lab computes with, or one that it can do without (index buffers, masks). */
const floatTypes = new Set<string>(["F32", "F16", "BF16"]);
const integerTypes = new Set<string>(["BOOL", "U8", "I8", "I16", "U16", "I32", "U32", "I64", "U64"]);

/** What a header describes. */
export interface Header {
  readonly entries: readonly TensorEntry[];
  /** Names of the integer buffers, which are not read. */
  readonly leftOut: readonly string[];
}

/**
 * The tensors that a header describes, checked: names given once, known float types, shapes that match their byte ranges,
 * ranges inside the file that do not overlap.
 */
export function parseHeader(json: Uint8Array, fileBytes: number, file: string): Result<Header> {
  const bad = (what: string, facts: Record<string, string | number> = {}) =>
    fail({
      code: "safetensors-header",
      what: `The header of ${file} ${what}.`,
      remedy:
        "The file is damaged or was written wrongly: fetch it again, or save it anew with the safetensors library.",
      facts: { file, ...facts },
    });
  let text: string;
  let header: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(json);
    header = JSON.parse(text);
  } catch {
    return bad("is not valid JSON");
  }
  if (!isRecord(header)) return bad("is not a JSON object");
  const twice = repeatedKey(text);
  if (twice !== undefined) return bad(`describes ${twice} twice`, { tensor: twice });
  const base = 8 + json.length;
  const entries: TensorEntry[] = [];
  const leftOut: string[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    if (!isRecord(entry)) return bad(`describes ${name} by something that is no object`, { tensor: name });
    const { dtype, shape, data_offsets: offsets } = entry;
    if (typeof dtype !== "string") return bad(`gives ${name} no type`, { tensor: name });
    if (integerTypes.has(dtype)) {
      leftOut.push(name);
      continue;
    }
    if (!floatTypes.has(dtype)) {
      return fail({
        code: "tensor-dtype",
        what: `${name} in ${file} is stored as ${dtype}, which the lab does not read.`,
        remedy: "Use a copy of the checkpoint in F32, F16 or BF16.",
        facts: { file, tensor: name, type: dtype },
      });
    }
    if (!isSizes(shape)) return bad(`gives ${name} a shape that is no list of sizes`, { tensor: name });
    if (!isSizes(offsets) || offsets.length !== 2 || offsets[0]! > offsets[1]!) {
      return bad(`gives ${name} offsets that are no range`, { tensor: name });
    }
    const type = dtype as TensorType;
    const wanted = elementCount(shape) * bytesPerElement[type];
    if (offsets[1]! - offsets[0]! !== wanted) {
      return bad(
        `gives ${name} ${offsets[1]! - offsets[0]!} bytes where its shape [${shape.join(", ")}] takes ${wanted}`,
        {
          tensor: name,
          bytes: offsets[1]! - offsets[0]!,
          expected: wanted,
        },
      );
    }
    const [start, end] = [base + offsets[0]!, base + offsets[1]!];
    if (end > fileBytes) return fail(truncated(file, end, fileBytes));
    entries.push({ name, type, shape, start, end });
  }
  const byStart = entries.toSorted((a, b) => a.start - b.start);
  for (let i = 1; i < byStart.length; i++) {
    if (byStart[i]!.start < byStart[i - 1]!.end) {
      return bad(`lets ${byStart[i - 1]!.name} and ${byStart[i]!.name} overlap`, { tensor: byStart[i]!.name });
    }
  }
  return ok({ entries, leftOut });
}

/** What stands before the tensors in a file, where these follow in the order given: eight bytes of length, padded JSON. */
export function safetensorsHeader(
  tensors: readonly (Pick<TensorInfo, "name" | "type" | "shape"> & { readonly bytes: number })[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let offset = 0;
  for (const { name, type, shape, bytes } of tensors) {
    header[name] = { dtype: type, shape, data_offsets: [offset, offset + bytes] };
    offset += bytes;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(file.length - 8), true);
  file.set(json, 8);
  return file;
}

/** One file of tensors, sorted by name, with `metadata`; the bytes that `safetensors.torch.load_file` reads. */
export function writeSafetensors(
  tensors: readonly (TensorInfo & { readonly bytes: Uint8Array })[],
  metadata: Readonly<Record<string, string>> = { format: "pt" },
): Uint8Array<ArrayBuffer> {
  const sorted = tensors.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const sizes = sorted.map(({ name, type, shape, bytes }) => ({ name, type, shape, bytes: bytes.length }));
  const header = safetensorsHeader(sizes, metadata);
  const file = new Uint8Array(header.length + sizes.reduce((sum, { bytes }) => sum + bytes, 0));
  file.set(header);
  let position = header.length;
  for (const tensor of sorted) {
    file.set(tensor.bytes, position);
    position += tensor.bytes.length;
  }
  return file;
}

function truncated(file: string, expected: number, actual: number) {
  return {
    code: "safetensors-truncated" as const,
    what: `${file} is cut off: it has ${actual.toLocaleString("en")} bytes and needs at least ${expected.toLocaleString("en")}.`,
    remedy: "Fetch the file again; the download probably stopped early.",
    facts: { file, expected, actual },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
