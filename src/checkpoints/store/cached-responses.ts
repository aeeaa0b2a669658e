import type { FileKey, PartStore } from "./part-store";

const cacheName = "babelscope-checkpoints";
/** Never asked: an address that only names what is kept. */
const origin = "https://checkpoints.invalid/";

/** Parts as responses of the Cache API, where the origin private file system cannot be written. */
export function cachedResponses(caches: CacheStorage): PartStore {
  const address = ({ repository, file }: FileKey, part: number) =>
    `${origin}${encodeURIComponent(repository)}/${encodeURIComponent(file)}/${part}`;
  const read = (url: string) => url.slice(origin.length).split("/").map(decodeURIComponent);

  async function entries(): Promise<readonly (readonly [string, string, string])[]> {
    const requests = await (await caches.open(cacheName)).keys();
    return requests.map(({ url }) => read(url) as unknown as readonly [string, string, string]);
  }

  return {
    async parts({ repository, file }) {
      const own = (await entries()).filter(([of, name]) => of === repository && name === file);
      return new Set(own.map(([, , part]) => Number(part)));
    },
    async read(key, part) {
      const response = await (await caches.open(cacheName)).match(address(key, part));
      return response && new Uint8Array(await response.arrayBuffer());
    },
    async write(key, part, bytes) {
      const headers = { "content-length": String(bytes.length) };
      await (await caches.open(cacheName)).put(
        address(key, part),
        new Response(bytes as Uint8Array<ArrayBuffer>, { headers }),
      );
    },
    async list() {
      const cache = await caches.open(cacheName);
      const sizes = new Map<string, number>();
      for (const [repository, file, part] of await entries()) {
        const response = await cache.match(address({ repository, file }, Number(part)));
        const bytes = Number(response?.headers.get("content-length") ?? 0);
        sizes.set(repository, (sizes.get(repository) ?? 0) + bytes);
      }
      return sizes;
    },
    async remove(repository, file) {
      const cache = await caches.open(cacheName);
      for (const [of, name, part] of await entries()) {
        if (of !== repository || (file !== undefined && file !== name)) continue;
        await cache.delete(address({ repository: of, file: name }, Number(part)));
      }
    },
  };
}
