import { LabError } from "../result";
import { sha256 } from "../sha256";
import { fileSource } from "./byte-source";
import type { Folder } from "./folder";

/** Files up to this size are hashed whole; larger ones at their ends and at evenly spaced samples. */
const wholeHashLimit = 64 * 1024 * 1024;
const sampleBytes = 16 * 1024;
const sampleCount = 256;

/** Files of one checkpoint that were dropped or chosen: a folder's contents, or the files themselves. */
export async function localFolder(files: readonly File[]): Promise<Folder> {
  const byName = new Map<string, File>();
  for (const file of files) {
    const known = byName.get(file.name);
    if (known && known.size !== file.size) {
      throw new LabError({
        code: "source-invalid",
        what: `Two files called ${file.name} were dropped.`,
        remedy: "Drop the files of one checkpoint at a time.",
        facts: { file: file.name },
      });
    }
    byName.set(file.name, file);
  }
  const alone = [...byName.keys()].some((name) => name.endsWith(".gguf"));
  if (!byName.has("config.json") && !alone) {
    const names = [...byName.keys()].slice(0, 5).join(", ");
    throw new LabError({
      code: "source-invalid",
      what: `There is no config.json among the files${names ? ` (${names})` : ""}.`,
      remedy:
        "Drop the whole folder of a checkpoint: config.json, tokenizer.json and model.safetensors, or one GGUF file.",
    });
  }
  return {
    files: [...byName.keys()],
    id: `local-${await fingerprint([...byName.values()])}`,
    text: async (name) => await byName.get(name)?.text(),
    bytes(name) {
      // Files of folders inside are known by their own names.
      const file = byName.get(name) ?? byName.get(name.slice(name.lastIndexOf("/") + 1));
      if (file) return fileSource(file);
      throw new LabError({
        code: "not-found",
        what: `${name} is not among the files.`,
        remedy: "Drop it together with the others; shards must all be there.",
        facts: { file: name },
      });
    },
  };
}

/** 16 hexadecimal digits of a sha256 over names, sizes and contents. */
async function fingerprint(files: readonly File[]): Promise<string> {
  const digests: string[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    digests.push(`${file.name}:${file.size}:${await sha256(new Uint8Array(await sampled(file).arrayBuffer()))}`);
  }
  return (await sha256(new TextEncoder().encode(digests.join("\n")))).slice(0, 16);
}

function sampled(file: File): Blob {
  if (file.size <= wholeHashLimit) return file;
  const step = (file.size - sampleBytes) / (sampleCount - 1);
  const parts = Array.from({ length: sampleCount }, (_, i) => {
    const start = Math.floor(i * step);
    return file.slice(start, start + sampleBytes);
  });
  return new Blob(parts);
}
