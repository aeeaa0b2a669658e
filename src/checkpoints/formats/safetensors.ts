import { LabError, unwrap } from "../../result";
import type { ByteSource } from "../byte-source";
import { coalesced } from "../coalesce";
import { type Folder, isStringMap, missingTensor, readJson } from "../folder";
import { type Header, headerLength, parseHeader } from "../safetensors";
import type { ContainerFormat, StoredTensor } from "./format";

const single = "model.safetensors";
const index = "model.safetensors.index.json";

/** `model.safetensors`, or the shards that `model.safetensors.index.json` names. */
export const safetensors: ContainerFormat = {
  name: "safetensors",
  find: (files) => [index, single].filter((file) => files.includes(file)).slice(0, 1),
  async open(folder, _file, _config, signal) {
    return { tensors: await readHeaders(folder, signal) };
  },
};

async function readHeaders(folder: Folder, signal?: AbortSignal): Promise<ReadonlyMap<string, StoredTensor>> {
  const map = (await readJson(folder, index, signal))?.["weight_map"];
  const shards = isStringMap(map) ? [...new Set(Object.values(map))].toSorted() : [single];
  const headers = await Promise.all(
    shards.map(async (file) => {
      const source = coalesced(folder.bytes(file));
      return { source, ...(await readHeader(source, signal)) };
    }),
  );
  const tensors = new Map<string, StoredTensor>();
  for (const { source, entries } of headers) {
    for (const { name, type, shape, start, end } of entries) {
      if (tensors.has(name)) {
        throw new LabError({
          code: "safetensors-header",
          what: `${name} stands in more than one shard of ${folder.id}.`,
          remedy: "Remove the file that does not belong to the checkpoint.",
          facts: { tensor: name, file: source.name },
        });
      }
      tensors.set(name, { name, type, shape, read: (stop) => source.read(start, end, stop) });
    }
  }
  const leftOut = new Set(headers.flatMap((header) => header.leftOut));
  for (const name of isStringMap(map) ? Object.keys(map) : []) {
    if (!tensors.has(name) && !leftOut.has(name)) throw new LabError(missingTensor(folder.id, name));
  }
  return tensors;
}

async function readHeader(source: ByteSource, signal?: AbortSignal): Promise<Header> {
  const size = await source.size(signal);
  const first8 = size >= 8 ? await source.read(0, 8, signal) : new Uint8Array(0);
  const length = unwrap(headerLength(first8, size, source.name));
  return unwrap(parseHeader(await source.read(8, 8 + length, signal), size, source.name));
}
