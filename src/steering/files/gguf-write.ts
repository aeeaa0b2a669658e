import { fail, ok, type Result } from "../../result";
import { type ControlVector, originKeys } from "./control-vector";

export const alignment = 32;

/** Numbers that GGUF version 3 gives to the types used here. */
export const gguf = { magic: 0x46554747, version: 3, uint32: 4, int32: 5, string: 8, array: 9, f32: 0 } as const;

/**
 * The bytes of a GGUF control vector as llama.cpp reads it (`--control-vector`): `direction.N` is added to the output
 * of 0-based block N, which is this lab's layer N. Layer 0 cannot be expressed there and is refused.
 */
export function writeControlVector({
  modelHint,
  directions,
  origin = {},
}: ControlVector): Result<Uint8Array<ArrayBuffer>> {
  const bad = directions.find(({ layer }) => !Number.isInteger(layer) || layer < 1);
  if (bad !== undefined || directions.length === 0) {
    return fail({
      code: "intervention-invalid",
      what:
        bad === undefined
          ? "There is no vector to write."
          : `A GGUF control vector has no place for layer ${bad.layer}: llama.cpp counts from layer 1.`,
      remedy: "Choose layer 1 or a later one, or save the vector as JSON.",
      facts: { layer: bad?.layer ?? -1 },
    });
  }
  const bytes: number[] = [];
  const u32 = (value: number) => bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  const u64 = (value: number) => {
    u32(value >>> 0);
    u32(Math.floor(value / 2 ** 32));
  };
  const text = (value: string) => {
    const encoded = new TextEncoder().encode(value);
    u64(encoded.length);
    bytes.push(...encoded);
  };

  u32(gguf.magic);
  u32(gguf.version);
  u64(directions.length);
  const told = [
    [originKeys.checkpoint, origin.checkpoint],
    [originKeys.tokenizerHash, origin.tokenizerHash],
    [originKeys.facts, origin.facts],
  ].filter((pair): pair is [string, string] => pair[1] !== undefined);
  u64(3 + told.length);
  text("general.architecture");
  u32(gguf.string);
  text("controlvector");
  text("controlvector.model_hint");
  u32(gguf.string);
  text(modelHint);
  text("controlvector.layer_count");
  u32(gguf.uint32);
  u32(directions.length);
  for (const [key, value] of told) {
    text(key);
    u32(gguf.string);
    text(value);
  }
  let offset = 0;
  for (const { layer, vector } of directions) {
    text(`direction.${layer}`);
    u32(1);
    u64(vector.length);
    u32(gguf.f32);
    u64(offset);
    offset += aligned(vector.byteLength);
  }

  const start = aligned(bytes.length);
  const file = new Uint8Array(start + offset);
  file.set(bytes);
  const view = new DataView(file.buffer);
  let at = start;
  for (const { vector } of directions) {
    vector.forEach((value, d) => view.setFloat32(at + 4 * d, value, true));
    at += aligned(vector.byteLength);
  }
  return ok(file);
}

/** The next multiple of the alignment. */
export function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
