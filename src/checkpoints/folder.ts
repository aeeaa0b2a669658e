import { LabError, type Problem } from "../result";
import type { ByteSource } from "./byte-source";
import type { Checkpoint, RawConfig, TensorInfo, TokenizerFiles } from "./checkpoint";
import type { Container, ContainerFormat, StoredTensor } from "./formats/format";

/** A checkpoint's folder, wherever it lies: file names as on the hub. */
export interface Folder {
  /** Equal ids mean equal contents. */
  readonly id: string;
  /** Names of all files, where the place can list them. */
  readonly files?: readonly string[];
  text(file: string, signal?: AbortSignal): Promise<string | undefined>;
  bytes(file: string): ByteSource;
}

/** Which file of a folder is opened, and in which format. */
export interface Opening {
  readonly format: ContainerFormat;
  readonly file: string;
}

/** Opens a folder: reads config and the headers of the weights, no weights. Throws LabError. */
export async function openFolder(folder: Folder, { format, file }: Opening, signal?: AbortSignal): Promise<Checkpoint> {
  const written = await readJson(folder, "config.json", signal);
  if (!written && format.name !== "gguf") throw new LabError(missingFile(folder.id, "config.json"));
  if (format.name === "safetensors" && written?.["quantization_config"] !== undefined) {
    throw new LabError({
      code: "architecture-unsupported",
      what: `${folder.id} holds weights that were quantised by a Python library.`,
      remedy: "Open the unquantised checkpoint; the lab quantises to 8 or 4 bits itself.",
      facts: { checkpoint: folder.id },
    });
  }
  const container = await format.open(folder, file, written, signal);
  const config = container.config ?? written ?? {};
  const generationConfig =
    (await readJson(folder, "generation_config.json", signal)) ?? container.generationConfig ?? {};
  const id = format.name === "safetensors" ? folder.id : `${folder.id}/${file}`;
  return checkpointOf(id, { config, generationConfig }, container, () => tokenizerOf(folder, container));
}

function checkpointOf(
  id: string,
  configs: Pick<Checkpoint, "config" | "generationConfig">,
  { tensors }: Container,
  tokenizer: () => Promise<TokenizerFiles>,
): Checkpoint {
  function find(name: string): StoredTensor {
    const stored = tensors.get(name);
    if (stored) return stored;
    throw new LabError(missingTensor(id, name));
  }
  return {
    id,
    ...configs,
    tensors: new Map([...tensors].map(([name, stored]) => [name, infoOf(stored)])),
    tensorKey: (name) => `${id}/${name}`,
    async tensor(name, options) {
      const stored = find(name);
      return { name, type: stored.type, shape: stored.shape, bytes: await stored.read(options?.signal) };
    },
    async blocks(name, options) {
      const blocks = await find(name).readBlocks?.(options?.signal);
      if (!blocks) throw new Error(`${name} is not stored in blocks`);
      return blocks;
    },
    tokenizer,
  };
}

function infoOf({ name, type, shape, storedBytes, blocks }: StoredTensor): TensorInfo {
  return { name, type, shape, ...(storedBytes !== undefined && { storedBytes }), ...(blocks && { blocks }) };
}

/** `tokenizer.json` beside the weights, else the tokenizer that they carry. */
async function tokenizerOf(folder: Folder, container: Container): Promise<TokenizerFiles> {
  return (await readTokenizer(folder)) ?? (await container.tokenizer?.()) ?? missingTokenizer(folder);
}

/** The tokenizer's files of a folder, whatever else lies in it; `undefined` where there is no tokenizer.json. */
export async function readTokenizer(folder: Folder, signal?: AbortSignal): Promise<TokenizerFiles | undefined> {
  const tokenizer = await readJson(folder, "tokenizer.json", signal);
  if (!tokenizer) return undefined;
  const config = (await readJson(folder, "tokenizer_config.json", signal)) ?? {};
  const template = config["chat_template"] === undefined ? await folder.text("chat_template.jinja", signal) : undefined;
  return { tokenizer, config: template === undefined ? config : { ...config, chat_template: template } };
}

export function missingTokenizer(folder: Folder): never {
  throw new LabError(missingFile(folder.id, "tokenizer.json"));
}

export async function readJson(folder: Folder, file: string, signal?: AbortSignal): Promise<RawConfig | undefined> {
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
    remedy:
      "A checkpoint needs config.json, tokenizer.json and model.safetensors (or shards with their index), or one GGUF file.",
    facts: { checkpoint, file },
  };
}

export function missingTensor(checkpoint: string, tensor: string): Problem {
  return {
    code: "tensor-missing",
    what: `${checkpoint} has no tensor ${tensor}.`,
    remedy: "The checkpoint is incomplete or of another architecture than its config says.",
    facts: { checkpoint, tensor },
  };
}

export function isStringMap(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && Object.values(value).every((file) => typeof file === "string");
}
