import { Zip, ZipPassThrough } from "fflate";
import { LabError, type Problem } from "../result";
import type { Checkpoint } from "./checkpoint";
import { elementCount, bytesPerElement } from "./dtype";
import { safetensorsHeader } from "./safetensors";

/** Texts that go into the folder beside weights, config and tokenizer, by file name. */
export type ExtraFiles = Readonly<Record<string, string>>;

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** Tensors written of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Sizes in a zip without extensions have 32 bits; a mebibyte of them is kept for the zip's own tables. */
const largestZip = 2 ** 32 - 2 ** 20;

/**
 * The checkpoint as a Hugging Face folder in a zip that is stored, not compressed: model.safetensors, config.json,
 * generation_config.json, tokenizer.json, tokenizer_config.json and the extra files. In pieces, tensor by tensor, so that no copy of
 * the whole is made. Throws `input-invalid` for more than 4 GiB, before any tensor is read.
 */
export async function zipFolder(
  checkpoint: Checkpoint,
  extra: ExtraFiles,
  { signal, onProgress }: ExportOptions = {},
): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece.slice());
  });
  const texts: ExtraFiles = {
    "config.json": json(withoutQuantisation(checkpoint.config)),
    "generation_config.json": json(checkpoint.generationConfig),
    ...(await tokenizerTexts(checkpoint)),
    ...extra,
  };
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const infos = [...checkpoint.tensors.values()]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, shape }) => ({ name, type, shape, bytes: elementCount(shape) * bytesPerElement[type] }));
  const header = safetensorsHeader(infos, { format: "pt" });
  const size = [...files.map(({ bytes }) => bytes.length), header.length, ...infos.map(({ bytes }) => bytes)].reduce(
    (sum, bytes) => sum + bytes,
  );
  if (size > largestZip) throw new LabError(tooLarge(size));
  for (const { name, bytes } of files) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  }
  const weights = new ZipPassThrough("model.safetensors");
  zip.add(weights);
  weights.push(header);
  for (const [index, { name }] of infos.entries()) {
    signal?.throwIfAborted();
    const { bytes } = await checkpoint.tensor(name, signal ? { signal } : {});
    weights.push(bytes, index === infos.length - 1);
    onProgress?.(index + 1, infos.length);
  }
  zip.end();
  return pieces;
}

function tooLarge(bytes: number): Problem {
  return {
    code: "input-invalid",
    what: `The folder would take ${bytes.toLocaleString("en")} bytes, and a zip holds ${largestZip.toLocaleString("en")} here.`,
    remedy:
      "Take a smaller model, or make the merge in a smaller type (dtype: bfloat16) or from its recipe with mergekit.",
    facts: { bytes, limit: largestZip },
  };
}

/** Nothing where the checkpoint has no tokenizer: its weights are of use without. */
async function tokenizerTexts(checkpoint: Checkpoint): Promise<ExtraFiles> {
  try {
    const { tokenizer, config } = await checkpoint.tokenizer();
    return { "tokenizer.json": JSON.stringify(tokenizer), "tokenizer_config.json": json(config) };
  } catch (thrown) {
    if (thrown instanceof LabError && thrown.problem.code === "not-found") return {};
    throw thrown;
  }
}

/** Weights are written widened, so a config must not say that they are quantised. */
function withoutQuantisation(config: Checkpoint["config"]): Checkpoint["config"] {
  const { quantization_config: _, ...rest } = config;
  return rest;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
