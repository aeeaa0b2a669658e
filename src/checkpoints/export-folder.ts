import { Zip, ZipPassThrough } from "fflate";
import { LabError } from "../result";
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

/**
 * The checkpoint as a Hugging Face folder in a zip that is stored, not compressed: model.safetensors, config.json,
 * generation_config.json, tokenizer.json, tokenizer_config.json and the extra files. In pieces, tensor by tensor, so that no copy of
 * the whole is made.
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
  for (const [name, text] of Object.entries(texts)) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(new TextEncoder().encode(text), true);
  }
  const infos = [...checkpoint.tensors.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const weights = new ZipPassThrough("model.safetensors");
  zip.add(weights);
  weights.push(
    safetensorsHeader(
      infos.map(({ name, type, shape }) => ({ name, type, shape, bytes: elementCount(shape) * bytesPerElement[type] })),
      { format: "pt" },
    ),
  );
  for (const [index, { name }] of infos.entries()) {
    signal?.throwIfAborted();
    const { bytes } = await checkpoint.tensor(name, signal ? { signal } : {});
    weights.push(bytes, index === infos.length - 1);
    onProgress?.(index + 1, infos.length);
  }
  zip.end();
  return pieces;
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
