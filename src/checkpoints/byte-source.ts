import { LabError, type Problem } from "../result";

/** A file that can be read in parts: over HTTP by ranges, from what is kept of it, or a File on disk. */
export interface ByteSource {
  readonly name: string;
  size(signal?: AbortSignal): Promise<number>;
  /** Bytes [start, end). Throws LabError. */
  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** A file of the user's; only the parts that are read are brought into memory. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    size: () => Promise.resolve(file.size),
    async read(start, end, signal) {
      signal?.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
      if (bytes.length !== end - start) throw new LabError(cutOff(file.name, end, start + bytes.length));
      return bytes;
    },
  };
}

export function cutOff(file: string, expected: number, actual: number): Problem {
  return {
    code: "safetensors-truncated",
    what: `${file} ends at byte ${actual.toLocaleString("en")} where at least ${expected.toLocaleString("en")} are needed.`,
    remedy: "Fetch the file again; the download or the copy stopped early.",
    facts: { file, expected, actual },
  };
}
