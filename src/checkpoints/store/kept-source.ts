import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { LabError, type Problem } from "../../result";
import type { ByteSource } from "../byte-source";
import { type FileKey, partBytes, type PartStore } from "./part-store";

/** One request brings so many parts at most: what has arrived is kept, so a reload loses less than this. */
const partsPerRequest = 4;
const requestsAtOnce = 6;

/** What is known of a file before it is fetched. */
export interface Expected {
  readonly size?: number;
  /** Hexadecimal digits. */
  readonly sha256?: string;
}

export interface Keeping {
  readonly store: PartStore;
  /** Told once, when the disk is full: the download goes on, but is not kept. */
  readonly onFull: () => void;
}

/**
 * A file whose parts are kept as they arrive: what was fetched once is read from the store, only missing parts are asked
 * for. When the last part arrives the whole is held against its checksum; a file that fails is forgotten
 * (`checksum-mismatch`).
 */
export function keptSource(
  remote: ByteSource,
  key: FileKey,
  expected: Expected,
  { store, onFull }: Keeping,
): ByteSource {
  const arriving = new Map<number, Promise<Uint8Array>>();
  let kept: Promise<Set<number>> | undefined;
  let full = false;
  let checked: Promise<void> | undefined;
  let running = 0;
  const waiting: (() => void)[] = [];

  const here = (): Promise<Set<number>> => {
    kept ??= store.parts(key).then(
      (parts) => new Set(parts),
      () => new Set(),
    );
    return kept;
  };
  const size = async (signal?: AbortSignal) => expected.size ?? (await remote.size(signal));

  async function read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    const [first, last] = [Math.floor(start / partBytes), Math.ceil(end / partBytes)];
    const own = await here();
    const parts = (await begun(first, last, own, signal)).map(async (part) => {
      const content = await part.bytes;
      const from = part.number * partBytes;
      const [skip, until] = [Math.max(0, start - from), Math.min(content.length, end - from)];
      bytes.set(content.subarray(skip, until), from + skip - start);
    });
    try {
      await Promise.all(parts);
    } catch (thrown) {
      // Another reader of the same part was stopped: this one stands on its own.
      const stopped = thrown instanceof DOMException && thrown.name === "AbortError" && !signal?.aborted;
      if (!stopped) throw thrown;
      return await read(start, end, signal);
    }
    await check(signal);
    return bytes;
  }

  /** Every part of a stretch: on its way from the store or from the network. */
  async function begun(first: number, last: number, own: ReadonlySet<number>, signal?: AbortSignal) {
    const total = await size(signal);
    const parts: { readonly number: number; readonly bytes: Promise<Uint8Array> }[] = [];
    for (let part = first; part < last; ) {
      const known = arriving.get(part);
      if (known || own.has(part)) {
        parts.push({ number: part, bytes: known ?? fromStore(part, total, signal) });
        part++;
        continue;
      }
      let end = part + 1;
      while (end < last && end - part < partsPerRequest && !own.has(end) && !arriving.has(end)) end++;
      for (const [i, bytes] of fetched(part, end, total, signal).entries()) parts.push({ number: part + i, bytes });
      part = end;
    }
    return parts;
  }

  async function fromStore(part: number, total: number, signal?: AbortSignal): Promise<Uint8Array> {
    const bytes = await store.read(key, part).catch(() => undefined);
    if (bytes?.length === Math.min(partBytes, total - part * partBytes)) return bytes;
    // The browser has taken it away, or it was cut off.
    (await here()).delete(part);
    return await fetched(part, part + 1, total, signal)[0]!;
  }

  /** One request for parts [from, to). */
  function fetched(from: number, to: number, total: number, signal?: AbortSignal): readonly Promise<Uint8Array>[] {
    const whole = inTurn(() => remote.read(from * partBytes, Math.min(to * partBytes, total), signal));
    return Array.from({ length: to - from }, (_, i) => {
      const part = from + i;
      const bytes = whole.then(async (content) => {
        const own = content.slice(i * partBytes, (i + 1) * partBytes);
        await keep(part, own);
        return own;
      });
      arriving.set(part, bytes);
      bytes.then(
        () => arriving.delete(part),
        () => arriving.delete(part),
      );
      return bytes;
    });
  }

  async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (running >= requestsAtOnce) await new Promise<void>((resume) => waiting.push(resume));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  }

  async function keep(part: number, bytes: Uint8Array): Promise<void> {
    if (full) return;
    try {
      await store.write(key, part, bytes);
      (await here()).add(part);
    } catch (thrown) {
      // Kept or not, the bytes are here: a full disk does not stop a run.
      if (full) return;
      full = true;
      if (thrown instanceof DOMException && thrown.name === "QuotaExceededError") onFull();
    }
  }

  async function check(signal?: AbortSignal): Promise<void> {
    if (expected.sha256 === undefined) return;
    const total = await size(signal);
    if ((await here()).size < Math.ceil(total / partBytes)) return;
    checked ??= checkWhole(total, expected.sha256);
    await checked;
  }

  async function checkWhole(total: number, wanted: string): Promise<void> {
    const mark = { repository: key.repository, file: `${key.file}.sha256` };
    const before = await store.read(mark, 0).catch(() => undefined);
    if (before && new TextDecoder().decode(before) === wanted) return;
    const hash = sha256.create();
    for (let part = 0; part * partBytes < total; part++)
      hash.update((await store.read(key, part)) ?? new Uint8Array(0));
    const actual = bytesToHex(hash.digest());
    if (actual === wanted) {
      await store.write(mark, 0, new TextEncoder().encode(wanted)).catch(() => undefined);
      return;
    }
    checked = undefined;
    kept = undefined;
    await store.remove(key.repository, key.file);
    throw new LabError(mismatch(`${key.repository}/${key.file}`, wanted, actual));
  }

  return {
    name: remote.name,
    size,
    read: (start, end, signal) => (end > start ? read(start, end, signal) : Promise.resolve(new Uint8Array(0))),
  };
}

function mismatch(file: string, expected: string, actual: string): Problem {
  return {
    code: "checksum-mismatch",
    what: `${file} arrived whole but is not the file that the hub describes (its sha256 is another).`,
    remedy:
      "It was forgotten here: run it again to fetch it anew. If that repeats, something between here and the hub alters files.",
    facts: { file, expected, actual },
  };
}
