import { LabError, type Problem, unwrap } from "../result";
import type { ByteSource } from "./byte-source";
import type { Checkpoint, RawConfig, Tensor, TokenizerFiles } from "./checkpoint";
import { coalesced } from "./coalesce";
import { headerLength, parseHeader, type TensorEntry } from "./safetensors";

/** A checkpoint's folder, wherever it lies: file names as on the hub. */
export interface Folder {
  /** Equal ids mean equal contents. */
  readonly id: string;
  text(file: string, signal?: AbortSignal): Promise<string | undefined>;
  bytes(file: string): ByteSource;
}

type StoredTensor = TensorEntry & { readonly source: ByteSource };

/** Opens a folder: reads config and safetensors headers, no weights. Throws LabError. */
export async function openFolder(folder: Folder, signal?: AbortSignal): Promise<Checkpoint> {
  const config = await readJson(folder, "config.json", signal);
  if (!config) throw new LabError(missingFile(folder.id, "config.json"));
  if (config["quantization_config"] !== undefined) {
    throw new LabError({
      code: "architecture-unsupported",
      what: `${folder.id} holds weights that were quantised by a Python library.`,
      remedy: "Open the unquantised checkpoint; the lab quantises to 8 or 4 bits itself.",
      facts: { checkpoint: folder.id },
    });
  }
  const generationConfig = (await readJson(folder, "generation_config.json", signal)) ?? {};
  const tensors = await readHeaders(folder, signal);
  return {
    id: folder.id,
    config,
    generationConfig,
    tensors,
    tensorKey: (name) => `${folder.id}/${name}`,
    async tensor(name, options): Promise<Tensor> {
      const stored = tensors.get(name);
      if (!stored) throw new LabError(missingTensor(folder.id, name));
      const bytes = await stored.source.read(stored.start, stored.end, options?.signal);
      return { name, type: stored.type, shape: stored.shape, bytes };
    },
    async tokenizer(): Promise<TokenizerFiles> {
      const tokenizer = await readJson(folder, "tokenizer.json");
      if (!tokenizer) throw new LabError(missingFile(folder.id, "tokenizer.json"));
      return { tokenizer, config: (await readJson(folder, "tokenizer_config.json")) ?? {} };
    },
  };
}

/** Every tensor of `model.safetensors`, or of the shards that its index names. */
async function readHeaders(folder: Folder, signal?: AbortSignal): Promise<Map<string, StoredTensor>> {
  const index = await readJson(folder, "model.safetensors.index.json", signal);
  const map = index?.["weight_map"];
  const shards = isStringMap(map) ? [...new Set(Object.values(map))].toSorted() : ["model.safetensors"];
  const tensors = new Map<string, StoredTensor>();
  const headers = await Promise.all(
    shards.map(async (file) => {
      const source = folder.bytes(file);
      return { source: coalesced(source), entries: await readHeader(source, signal) };
    }),
  );
  for (const { source, entries } of headers) {
    for (const entry of entries) {
      if (tensors.has(entry.name)) {
        throw new LabError({
          code: "safetensors-header",
          what: `${entry.name} stands in more than one shard of ${folder.id}.`,
          remedy: "Remove the file that does not belong to the checkpoint.",
          facts: { tensor: entry.name, file: source.name },
        });
      }
      tensors.set(entry.name, { ...entry, source });
    }
  }
  if (isStringMap(map)) {
    for (const name of Object.keys(map)) {
      if (!tensors.has(name)) throw new LabError(missingTensor(folder.id, name));
    }
  }
  return tensors;
}

async function readHeader(source: ByteSource, signal?: AbortSignal): Promise<readonly TensorEntry[]> {
  const size = await source.size(signal);
  const first8 = size >= 8 ? await source.read(0, 8, signal) : new Uint8Array(0);
  const length = unwrap(headerLength(first8, size, source.name));
  return unwrap(parseHeader(await source.read(8, 8 + length, signal), size, source.name));
}

async function readJson(folder: Folder, file: string, signal?: AbortSignal): Promise<RawConfig | undefined> {
  const text = await folder.text(file, signal);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as RawConfig;
  const tokenizer = file.startsWith("tokenizer");
  throw new LabError({
    code: tokenizer ? "tokenizer-invalid" : "config-invalid",
    what: `${file} of ${folder.id} is not a JSON object.`,
    remedy: "Fetch the file again, or open it in an editor: it may be cut off.",
    facts: { checkpoint: folder.id, file },
  });
}

function missingFile(checkpoint: string, file: string): Problem {
  return {
    code: "not-found",
    what: `${checkpoint} has no ${file}.`,
    remedy: "A checkpoint needs config.json, tokenizer.json and model.safetensors (or shards with their index).",
    facts: { checkpoint, file },
  };
}

function missingTensor(checkpoint: string, tensor: string): Problem {
  return {
    code: "tensor-missing",
    what: `${checkpoint} has no tensor ${tensor}.`,
    remedy: "The checkpoint is incomplete or of another architecture than its config says.",
    facts: { checkpoint, tensor },
  };
}

function isStringMap(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && Object.values(value).every((file) => typeof file === "string");
}
