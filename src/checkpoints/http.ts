import { LabError, type Problem } from "../result";
import { type ByteSource, cutOff } from "./byte-source";

export interface HttpOptions {
  readonly fetch: typeof fetch;
  /** Seconds before the n-th retry; a dropped connection is resumed where it stopped. */
  readonly retryAfter?: readonly number[];
  /** A connection that brings nothing for so many seconds counts as dropped. Default 30. */
  readonly stallAfter?: number;
  /** A token for one origin. It is never sent to another, such as the one that a download is redirected to. */
  readonly token?: { readonly origin: string; readonly value: string };
}

const defaultRetries = [0.3, 1, 3];
const longestPause = 60;

/** A file behind a URL whose server answers range requests; one that does not is read whole, once. */
export function httpSource(url: string, name: string, options: HttpOptions): ByteSource {
  let length: Promise<number> | undefined;
  let whole: Promise<Uint8Array> | undefined;
  /** Where the last request was redirected to: further ranges are asked for there while it answers. */
  let direct: string | undefined;

  async function request(start: number, end: number, signal?: AbortSignal): Promise<Response> {
    const range = { Range: `bytes=${start}-${end - 1}` };
    let response = await ask(direct ?? url, range, options, signal);
    if (!response.ok && direct !== undefined) {
      direct = undefined;
      response = await ask(url, range, options, signal);
    }
    if (response.status === 416) throw new LabError(cutOff(name, end, start));
    if (!response.ok) throw refusal(response, name, options);
    if (isPage(response)) throw new LabError(httpProblem(404, name));
    if (response.redirected) direct = response.url;
    return response;
  }

  async function readWhole(response: Response, signal?: AbortSignal): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf(response, options, signal)) chunks.push(chunk);
    return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  }

  return {
    name,
    size(signal) {
      length ??= withRetries(options, signal, name, async () => {
        // Two bytes: servers are about that answer a range that ends at 0 with the whole file.
        const response = await request(0, 2, signal);
        if (response.status === 206) {
          const total = rangeOf(response, name, 0, 2)?.total;
          if (total === undefined) throw new LabError(otherRange(name, 0, 2, response));
          await response.arrayBuffer();
          return total;
        }
        whole ??= readWhole(response, signal);
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
      await withRetries(options, signal, name, async () => {
        const response = await request(start + received, end, signal);
        if (response.status !== 206) {
          whole = readWhole(response, signal);
          whole.catch(() => {
            whole = undefined;
          });
          bytes.set(slice(await whole, start, end, name));
          received = bytes.length;
          return;
        }
        const asked = [start + received, end] as const;
        rangeOf(response, name, ...asked);
        for await (const chunk of chunksOf(response, options, signal)) {
          if (chunk.length > bytes.length - received) throw new LabError(otherRange(name, ...asked, response));
          bytes.set(chunk, received);
          received += chunk.length;
        }
        if (received < bytes.length) throw new TypeError("the connection closed early");
      });
      return bytes;
    },
  };
}

/**
 * What a 206 says of its bytes; undefined where the page may not see it (CORS does not expose it). Throws where they are not the
 * beginning of [start, end), as asked: fewer of them are as after a dropped connection.
 */
function rangeOf(
  response: Response,
  name: string,
  start: number,
  end: number,
): { readonly total: number | undefined } | undefined {
  const given = response.headers.get("content-range");
  if (given === null) return undefined;
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(given) ?? [];
  if (Number(first) !== start || !(Number(last) < end)) throw new LabError(otherRange(name, start, end, response));
  return { total: total === "*" ? undefined : Number(total) };
}

/** The text of a small file. `undefined` when it does not exist and `optional` is set. */
export async function readText(
  url: string,
  name: string,
  options: HttpOptions & { readonly optional?: boolean },
  signal?: AbortSignal,
): Promise<string | undefined> {
  return await withRetries(options, signal, name, async () => {
    const response = await ask(url, {}, options, signal);
    // A single-page host answers a missing file with its index page.
    if (response.status === 404 || isPage(response)) {
      if (options.optional) return undefined;
      throw new LabError(httpProblem(404, name));
    }
    if (!response.ok) throw refusal(response, name, options);
    return await response.text();
  });
}

async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  { fetch, token }: HttpOptions,
  signal?: AbortSignal,
): Promise<Response> {
  const trusted = token !== undefined && new URL(url).origin === token.origin;
  return await fetch(url, {
    headers: trusted ? { ...headers, Authorization: `Bearer ${token.value}` } : headers,
    // The lab keeps what it wants to keep itself; and overlapping ranges beside the whole file come out of Chromium's cache mixed up.
    ...(headers["Range"] !== undefined && { cache: "no-store" }),
    ...(signal && { signal }),
  });
}

function isPage(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/html") ?? false;
}

async function* chunksOf(
  response: Response,
  { stallAfter = 30 }: HttpOptions,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await within(stallAfter, reader.read());
      signal?.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    // Of a connection that is given up; one that has ended has nothing to cancel.
    void reader.cancel().catch(() => undefined);
  }
}

async function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError("the connection brings nothing")), seconds * 1000);
  });
  try {
    return await Promise.race([promise, stalled]);
  } finally {
    clearTimeout(timer);
  }
}

/** A refusal that may pass, with the pause that the server asks for. */
class Passing extends LabError {
  constructor(
    problem: Problem,
    readonly pause?: number,
  ) {
    super(problem);
  }
}

function refusal(response: Response, name: string, { token }: HttpOptions): LabError {
  const problem = httpProblem(response.status, name, token !== undefined);
  if (problem.code !== "rate-limited" && problem.code !== "network-dropped") return new LabError(problem);
  const asked = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(asked) ? new Passing(problem, Math.min(asked, longestPause)) : new Passing(problem);
}

/** Repeats `attempt` after network failures, 5xx and 429; what the server refused otherwise (401, 404) is final. */
async function withRetries<T>(
  { retryAfter = defaultRetries }: HttpOptions,
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
      if (thrown instanceof LabError && !(thrown instanceof Passing)) throw thrown;
      const pause = retryAfter[tried];
      if (pause === undefined) {
        if (thrown instanceof LabError) throw thrown;
        throw new LabError({
          code: "network-dropped",
          what: `The connection failed while ${name} was being fetched.`,
          remedy: "Check the network and try again: what has arrived is not asked for twice.",
          facts: { file: name, attempts: tried + 1 },
        });
      }
      const seconds = thrown instanceof Passing ? (thrown.pause ?? pause) : pause;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

function slice(bytes: Uint8Array, start: number, end: number, name: string): Uint8Array {
  if (bytes.length < end) throw new LabError(cutOff(name, end, bytes.length));
  return bytes.subarray(start, end);
}

function otherRange(file: string, start: number, end: number, response: Response): Problem {
  const given = response.headers.get("content-range");
  const said = given === null ? "without saying which it sends" : `with “${given}”`;
  return {
    code: "network-dropped",
    what: `The server was asked for bytes ${start} to ${end - 1} of ${file} and answers ${said}.`,
    remedy: "Fetch the file from another server, or download it yourself and drop it here.",
    facts: { file, start, end, ...(given !== null && { given }) },
  };
}

export function httpProblem(status: number, file: string, withToken = false): Problem {
  if (status === 401 || status === 403) {
    return {
      code: "not-authorised",
      what: `The server refuses ${file} without permission (HTTP ${status}).`,
      remedy: withToken
        ? "The token does not open it: accept the model's terms on its page, or check that the token may read gated repositories."
        : "The repository is private or gated. Enter an access token under Models, choose an open one, or download it yourself and drop the folder here.",
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
  if (status === 429) {
    return {
      code: "rate-limited",
      what: `The server has had too many requests from here and refuses ${file} for now (HTTP 429).`,
      remedy: "Wait a few minutes and try again: what has arrived is kept.",
      facts: { file, status },
    };
  }
  return {
    code: "network-dropped",
    what: `The server answered HTTP ${status} for ${file}.`,
    remedy: "Wait a little and try again.",
    facts: { file, status },
  };
}
