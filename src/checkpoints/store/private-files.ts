import type { FileKey, PartStore } from "./part-store";

const folder = "checkpoints";

/** Parts as files of the origin private file system: `checkpoints/{repository}/{file}/{part}`. */
export function privateFiles(storage: StorageManager): PartStore {
  const directories = new Map<string, Promise<FileSystemDirectoryHandle>>();

  async function root(): Promise<FileSystemDirectoryHandle> {
    return await (await storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  }

  function directory({ repository, file }: FileKey): Promise<FileSystemDirectoryHandle> {
    const path = JSON.stringify([repository, file]);
    const known =
      directories.get(path) ??
      (async () => {
        const outer = await (await root()).getDirectoryHandle(encodeURIComponent(repository), { create: true });
        return await outer.getDirectoryHandle(encodeURIComponent(file), { create: true });
      })();
    directories.set(path, known);
    known.catch(() => directories.delete(path));
    return known;
  }

  return {
    async parts(key) {
      const found = new Set<number>();
      for await (const name of (await directory(key)).keys()) {
        if (/^\d+$/.test(name)) found.add(Number(name));
      }
      return found;
    },
    async read(key, part) {
      try {
        const handle = await (await directory(key)).getFileHandle(String(part));
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      } catch (thrown) {
        if (thrown instanceof DOMException && thrown.name === "NotFoundError") return undefined;
        throw thrown;
      }
    },
    async write(key, part, bytes) {
      const handle = await (await directory(key)).getFileHandle(String(part), { create: true });
      // What is written takes the file's place only when it is closed: a part is there whole or not at all.
      const writable = await handle.createWritable();
      try {
        await writable.write(bytes as Uint8Array<ArrayBuffer>);
        await writable.close();
      } catch (thrown) {
        await (await directory(key)).removeEntry(String(part)).catch(() => undefined);
        throw thrown;
      }
    },
    async list() {
      const sizes = new Map<string, number>();
      for await (const [name, handle] of (await root()).entries()) {
        if (handle.kind === "directory") sizes.set(decodeURIComponent(name), await sizeOf(handle));
      }
      return sizes;
    },
    async remove(repository, file) {
      directories.clear();
      const outer = await root();
      try {
        const name = encodeURIComponent(repository);
        if (file === undefined) await outer.removeEntry(name, { recursive: true });
        else await (await outer.getDirectoryHandle(name)).removeEntry(encodeURIComponent(file), { recursive: true });
      } catch (thrown) {
        if (!(thrown instanceof DOMException && thrown.name === "NotFoundError")) throw thrown;
      }
    },
  };
}

async function sizeOf(directory: FileSystemDirectoryHandle): Promise<number> {
  let bytes = 0;
  for await (const handle of directory.values()) {
    if (handle.kind === "directory") bytes += await sizeOf(handle);
    else bytes += (await handle.getFile()).size;
  }
  return bytes;
}
