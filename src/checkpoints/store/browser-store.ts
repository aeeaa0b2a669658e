import { cachedResponses } from "./cached-responses";
import type { PartStore } from "./part-store";
import { privateFiles } from "./private-files";

/** What this browser keeps checkpoints in; undefined where it keeps nothing (Node, a page without storage). */
export function browserStore(): PartStore | undefined {
  const writable = "FileSystemFileHandle" in globalThis && "createWritable" in FileSystemFileHandle.prototype;
  if (writable && "storage" in navigator && "getDirectory" in navigator.storage) return privateFiles(navigator.storage);
  return "caches" in globalThis ? cachedResponses(caches) : undefined;
}
