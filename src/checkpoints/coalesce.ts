import type { ByteSource } from "./byte-source";

/** Ranges closer than this are fetched as one; the bytes between them are cheaper than another request. */
const maxGap = 64 * 1024;
/** One request carries at most about this much, so that many can run side by side and a retry loses little. */
const maxRequest = 16 * 1024 * 1024;
const maxConcurrent = 6;

interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A source whose reads of one tick are joined into few requests: a checkpoint's hundreds of tensors become a handful of
 * ranges, and only bytes near what was asked for are fetched.
 */
export function coalesced(source: ByteSource): ByteSource {
  let pending: Wanted[] = [];
  let running = 0;
  const waiting: (() => void)[] = [];

  async function fetchGroup(group: readonly Wanted[]): Promise<void> {
    if (running >= maxConcurrent) await new Promise<void>((resume) => waiting.push(resume));
    running++;
    try {
      const start = group[0]!.start;
      const end = Math.max(...group.map((wanted) => wanted.end));
      const bytes = await source.read(start, end, sharedSignal(group));
      for (const wanted of group) wanted.resolve(bytes.subarray(wanted.start - start, wanted.end - start));
    } catch (thrown) {
      for (const wanted of group) wanted.reject(thrown);
    } finally {
      running--;
      waiting.shift()?.();
    }
  }

  function flush(): void {
    const sorted = pending.toSorted((a, b) => a.start - b.start);
    pending = [];
    for (const group of groups(sorted)) void fetchGroup(group);
  }

  return {
    name: source.name,
    size: (signal) => source.size(signal),
    read(start, end, signal) {
      return new Promise((resolve, reject) => {
        if (pending.length === 0) setTimeout(flush, 0);
        pending.push({ start, end, signal, resolve, reject });
      });
    },
  };
}

/** Sorted ranges, cut into runs that are near each other and not too long together. */
function groups(sorted: readonly Wanted[]): Wanted[][] {
  const runs: Wanted[][] = [];
  let end = 0;
  for (const wanted of sorted) {
    const run = runs.at(-1);
    const joins = run && wanted.start - end <= maxGap && wanted.end - run[0]!.start <= maxRequest;
    if (joins) run.push(wanted);
    else runs.push([wanted]);
    end = joins ? Math.max(end, wanted.end) : wanted.end;
  }
  return runs;
}

/** A joined request is aborted only by a signal that all its parts share. */
function sharedSignal(group: readonly Wanted[]): AbortSignal | undefined {
  const [first] = group;
  return group.every((wanted) => wanted.signal === first!.signal) ? first!.signal : undefined;
}
