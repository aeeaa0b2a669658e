import { download } from "../ui/csv";

/** Files that were made in this page, by id: bytes are no part of a result, which is JSON. */
const made = new Map<string, { readonly name: string; readonly blob: Blob }>();

/** Keeps a file for download; the one before it is let go, as files are large. */
export function keepFile(id: string, name: string, pieces: readonly Uint8Array[], type: string): number {
  made.clear();
  const blob = new Blob(pieces as Uint8Array<ArrayBuffer>[], { type });
  made.set(id, { name, blob });
  return blob.size;
}

export function hasFile(id: string): boolean {
  return made.has(id);
}

export function saveFile(id: string): void {
  const file = made.get(id);
  if (file) download(file.name, file.blob, file.blob.type);
}
