import type { FileKey, PartStore } from "../store/part-store";

/** Parts in memory, with room for so many bytes: for tests. */
export function memoryStore(room = Number.POSITIVE_INFINITY): PartStore & { readonly writes: string[] } {
  const repositories = new Map<string, Map<string, Map<number, Uint8Array>>>();
  const writes: string[] = [];
  const parts = ({ repository, file }: FileKey) => repositories.get(repository)?.get(file);
  const held = () => [...repositories.keys()].reduce((sum, repository) => sum + bytesIn(repository), 0);
  const bytesIn = (repository: string) =>
    [...repositories.get(repository)!.values()]
      .flatMap((file) => [...file.values()])
      .reduce((sum, part) => sum + part.length, 0);
  return {
    writes,
    parts: (key) => Promise.resolve(new Set(parts(key)?.keys())),
    read: (key, part) => Promise.resolve(parts(key)?.get(part)),
    write({ repository, file }, part, bytes) {
      if (held() + bytes.length > room) return Promise.reject(new DOMException("full", "QuotaExceededError"));
      const files = repositories.get(repository) ?? new Map<string, Map<number, Uint8Array>>();
      repositories.set(repository, files);
      const own = files.get(file) ?? new Map<number, Uint8Array>();
      files.set(file, own);
      own.set(part, bytes);
      writes.push(`${file}/${part}`);
      return Promise.resolve();
    },
    list: () =>
      Promise.resolve(new Map([...repositories.keys()].map((repository) => [repository, bytesIn(repository)]))),
    remove(repository, file) {
      if (file === undefined) repositories.delete(repository);
      else repositories.get(repository)?.delete(file);
      return Promise.resolve();
    },
  };
}
