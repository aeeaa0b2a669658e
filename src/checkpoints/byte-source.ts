import { LabError, type Problem } from "../result";

/** A file that can be read in parts: over HTTP by ranges, or a File on disk. */
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

export interface HttpOptions {
  readonly fetch: typeof fetch;
  /** Seconds before the n-th retry; a dropped connection is resumed where it stopped. */
  readonly retryAfter?: readonly number[];
}

const defaultRetries = [0.3, 1, 3];

/** A file behind a URL whose server answers range requests; one that does not is read whole, once. */
export function httpSource(url: string, name: string, options: HttpOptions): ByteSource {
  const retries = options.retryAfter ?? defaultRetries;
  let length: Promise<number> | undefined;
  let whole: Promise<Uint8Array> | undefined;

  async function request(start: number, end: number, signal?: AbortSignal): Promise<Response> {
    const response = await options.fetch(url, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      ...(signal && { signal }),
    });
    if (response.status === 416) throw new LabError(cutOff(name, end, start));
    if (!response.ok) throw new LabError(httpProblem(response.status, name));
    if (response.headers.get("content-type")?.startsWith("text/html")) throw new LabError(httpProblem(404, name));
    return response;
  }

  return {
    name,
    size(signal) {
      length ??= withRetries(retries, signal, name, async () => {
        const response = await request(0, 1, signal);
        const total = response.headers.get("content-range")?.split("/")[1];
        if (response.status === 206 && total && total !== "*") {
          await response.arrayBuffer();
          return Number(total);
        }
        whole ??= response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
        return (await whole).length;
      }).catch((thrown: unknown) => {
        length = undefined;
        whole = undefined;
        throw thrown;
      });
      return length;
    },
    async read(start, end, signal) {
      if (end <= start) return new Uint8Array(0);
      if (whole) return slice(await whole, start, end, name);
      const bytes = new Uint8Array(end - start);
      let received = 0;
      await withRetries(retries, signal, name, async () => {
        const response = await request(start + received, end, signal);
        if (response.status !== 206) {
          whole = response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
          bytes.set(slice(await whole, start, end, name));
          received = bytes.length;
          return;
        }
        for await (const chunk of chunksOf(response)) {
          bytes.set(chunk.subarray(0, bytes.length - received), received);
          received = Math.min(bytes.length, received + chunk.length);
        }
        if (received < bytes.length) throw new TypeError("the connection closed early");
      });
      return bytes;
    },
  };
}

/** The text of a small file. `undefined` when it does not exist and `optional` is set. */
export async function readText(
  url: string,
  name: string,
  options: HttpOptions & { readonly optional?: boolean },
  signal?: AbortSignal,
): Promise<string | undefined> {
  return await withRetries(options.retryAfter ?? defaultRetries, signal, name, async () => {
    const response = await options.fetch(url, signal ? { signal } : {});
    // A single-page host answers a missing file with its index page.
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (response.status === 404 || isPage) {
      if (options.optional) return undefined;
      throw new LabError(httpProblem(404, name));
    }
    if (!response.ok) throw new LabError(httpProblem(response.status, name));
    return await response.text();
  });
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Repeats `attempt` after network failures and 5xx answers; what the server refused (401, 404) is final. */
async function withRetries<T>(
  seconds: readonly number[],
  signal: AbortSignal | undefined,
  name: string,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      const final = thrown instanceof LabError && thrown.problem.code !== "network-dropped";
      if (final) throw thrown;
      const pause = seconds[tried];
      if (pause === undefined) {
        if (thrown instanceof LabError) throw thrown;
        throw new LabError({
          code: "network-dropped",
          what: `The connection failed while ${name} was being fetched.`,
          remedy: "Check the network and press Run again: what has arrived is not asked for twice.",
          facts: { file: name, attempts: tried + 1 },
        });
      }
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    }
  }
}

function slice(bytes: Uint8Array, start: number, end: number, name: string): Uint8Array {
  if (bytes.length < end) throw new LabError(cutOff(name, end, bytes.length));
  return bytes.subarray(start, end);
}

function cutOff(file: string, expected: number, actual: number): Problem {
  return {
    code: "safetensors-truncated",
    what: `${file} ends at byte ${actual.toLocaleString("en")} where at least ${expected.toLocaleString("en")} are needed.`,
    remedy: "Fetch the file again; the download or the copy stopped early.",
    facts: { file, expected, actual },
  };
}

function httpProblem(status: number, file: string): Problem {
  if (status === 401 || status === 403) {
    return {
      code: "not-authorised",
      what: `The server refuses ${file} without permission (HTTP ${status}).`,
      remedy:
        "The repository is private or gated. Choose an open one, or download it yourself and drop the folder here.",
      facts: { file, status },
    };
  }
  if (status === 404) {
    return {
      code: "not-found",
      what: `${file} does not exist at that address.`,
      remedy: "Check the spelling of owner/name and of the revision.",
      facts: { file, status },
    };
  }
  return {
    code: "network-dropped",
    what: `The server answered HTTP ${status} for ${file}.`,
    remedy: "Wait a little and press Run again.",
    facts: { file, status },
  };
}
