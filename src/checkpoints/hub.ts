import type { ByteSource } from "./byte-source";
import type { Folder } from "./folder";
import { type HttpOptions, httpSource, readText } from "./http";
import { commitPattern, type ListedFile, readRepository, type Repository } from "./repository";
import { keptSource, type Keeping } from "./store/kept-source";
import type { PartStore } from "./store/part-store";

/** A folder behind a base URL that ends in a slash. */
export function httpFolder(id: string, base: string, options: HttpOptions): Folder {
  return {
    id,
    text: (file, signal) => readText(`${base}${file}`, `${id}/${file}`, { ...options, optional: true }, signal),
    bytes: (file) => httpSource(`${base}${file}`, `${id}/${file}`, options),
  };
}

/** The address of the public hub. Another base serves a mirror. */
export const publicHub = "https://huggingface.co/";

/**
 * A hub repository pinned to the commit that `revision` means now, so that a link opens the same weights later. With
 * `keeping`, its list of files, its small files and the parts of the large ones that are read are kept: what is kept whole
 * opens without the hub.
 */
export async function hubFolder(
  { owner, name, revision }: { readonly owner: string; readonly name: string; readonly revision: string },
  hub: string,
  options: HttpOptions,
  keeping: Keeping | undefined,
  signal?: AbortSignal,
): Promise<Folder> {
  const path = `${owner}/${name}`;
  const pinned = commitPattern.test(revision) ? `${path}@${revision}` : undefined;
  const remembered = pinned && keeping ? await keptListing(keeping.store, pinned) : undefined;
  const repository = remembered ?? (await readRepository(path, revision, hub, options, signal));
  const id = `${path}@${repository.commit}`;
  const base = `${hub}${path}/resolve/${repository.commit}/`;
  const remote = httpFolder(id, base, options);
  const listed = new Map(repository.files?.map((file) => [file.name, file]));
  const files = repository.files?.map((file) => file.name);
  if (!keeping) return { ...remote, ...(files && { files }) };
  if (!remembered) await keepText(keeping.store, id, listing, JSON.stringify(repository));
  return {
    id,
    ...(files && { files }),
    async text(file, signal) {
      if (files && !files.includes(file)) return undefined;
      const known = await keptText(keeping.store, id, file);
      if (known !== undefined) return known;
      const text = await remote.text(file, signal);
      if (text !== undefined) await keepText(keeping.store, id, file, text);
      return text;
    },
    bytes: (file) => keptFile(remote.bytes(file), id, listed.get(file), file, keeping),
  };
}

/** The name under which a repository's list of files is kept; no file of a repository is called so. */
const listing = ".listing";

function keptFile(
  remote: ByteSource,
  repository: string,
  known: ListedFile | undefined,
  file: string,
  keeping: Keeping,
): ByteSource {
  const expected = {
    ...(known && known.size > 0 && { size: known.size }),
    ...(known?.sha256 && { sha256: known.sha256 }),
  };
  return keptSource(remote, { repository, file }, expected, keeping);
}

async function keptListing(store: PartStore, repository: string): Promise<Repository | undefined> {
  const text = await keptText(store, repository, listing);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Repository;
  } catch {
    return undefined;
  }
}

async function keptText(store: PartStore, repository: string, file: string): Promise<string | undefined> {
  const bytes = await store.read({ repository, file }, 0).catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes);
}

/** Small files are one part, however long. A store that fails keeps nothing, and the file is fetched again next time. */
async function keepText(store: PartStore, repository: string, file: string, text: string): Promise<void> {
  await store.write({ repository, file }, 0, new TextEncoder().encode(text)).catch(() => undefined);
}
