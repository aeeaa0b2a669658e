import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the mirror treats requests for large files; changed while it runs. */
export interface MirrorBehaviour {
  /** Bytes after which a connection is cut, so many times. */
  cutAfter: number;
  cuts: number;
  /** Answers of 429 that are given before the next request goes through, and the seconds they ask to wait. */
  refusals: number;
  retryAfter: number;
  /** Milliseconds before each answer of the CDN. */
  delay: number;
  /** Turns one byte of each large file over. */
  damaged: boolean;
}

export interface Asked {
  readonly host: "hub" | "cdn";
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

export interface MirroredRepository {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Opens only with this token. */
  readonly token?: string;
  readonly licence?: string;
  readonly languages?: readonly string[];
}

/** The commit that every revision of the mirror means. */
export const mirrorCommit = "0123456789abcdef0123456789abcdef01234567";
const largeFile = /\.(safetensors|gguf|onnx|onnx_data|bin)$/;

/**
 * The hub in small, for tests: its API, small files, and large files behind a redirect to another host that answers range
 * requests, as the public one does.
 */
export class HubMirror {
  readonly behaviour: MirrorBehaviour = {
    cutAfter: 0,
    cuts: 0,
    refusals: 0,
    retryAfter: 0,
    delay: 0,
    damaged: false,
  };
  readonly asked: Asked[] = [];
  /** With a slash at the end. */
  url = "";
  #cdnUrl = "";
  readonly #servers: readonly Server[];

  constructor(private readonly repositories: ReadonlyMap<string, MirroredRepository>) {
    this.#servers = [
      createServer((request, response) => this.#hub(request, response)),
      createServer((request, response) => void this.#cdn(request, response)),
    ];
  }

  async start(): Promise<this> {
    const ports = await Promise.all(
      this.#servers.map(
        (server) =>
          new Promise<number>((resolve) => {
            server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
          }),
      ),
    );
    [this.url, this.#cdnUrl] = ports.map((port) => `http://127.0.0.1:${port}/`) as [string, string];
    return this;
  }

  stop(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** Bytes of large files that were asked for since `asked` was emptied. */
  bytesAsked(): number {
    return this.asked.reduce((sum, { host, range }) => {
      const [, start, end] = /bytes=(\d+)-(\d+)/.exec(range ?? "") ?? [];
      return host === "cdn" && start !== undefined ? sum + Number(end) - Number(start) + 1 : sum;
    }, 0);
  }

  #hub(request: IncomingMessage, response: ServerResponse): void {
    if (this.#preflight(request, response)) return;
    const path = this.#note("hub", request);
    const [, , owner, name] = /^\/(api\/models\/)?([^/]+)\/([^/]+)\//.exec(path) ?? [];
    const id = `${owner}/${name}`;
    const repository = this.repositories.get(id);
    if (!repository) return this.#refuse(response, 401);
    if (repository.token && request.headers.authorization !== `Bearer ${repository.token}`)
      return this.#refuse(response, 401);
    if (path.startsWith("/api/")) return this.#describe(repository, response);
    const file = decodeURIComponent(path.split(`/${mirrorCommit}/`)[1] ?? "");
    const bytes = repository.files.get(file);
    if (!bytes) return this.#refuse(response, 404);
    if (largeFile.test(file)) {
      response.writeHead(302, { location: `${this.#cdnUrl}${id}/${file}?signed=1`, ...this.#cors }).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/plain", ...this.#cors }).end(bytes);
  }

  #describe({ files, licence, languages, token }: MirroredRepository, response: ServerResponse): void {
    const siblings = [...files].map(([rfilename, bytes]) => ({
      rfilename,
      size: bytes.length,
      ...(largeFile.test(rfilename) && {
        lfs: { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length },
      }),
    }));
    const answer = {
      sha: mirrorCommit,
      gated: token ? "manual" : false,
      siblings,
      cardData: { license: licence, language: languages },
    };
    response.writeHead(200, { "content-type": "application/json", ...this.#cors }).end(JSON.stringify(answer));
  }

  async #cdn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#preflight(request, response)) return;
    const path = this.#note("cdn", request);
    const [, id, file] = /^\/([^/]+\/[^/]+)\/([^?]+)/.exec(path) ?? [];
    const bytes = this.repositories.get(id ?? "")?.files.get(decodeURIComponent(file ?? ""));
    if (!bytes) return this.#refuse(response, 404);
    const { behaviour } = this;
    if (behaviour.delay > 0) await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
    if (behaviour.refusals > 0) {
      behaviour.refusals--;
      response.writeHead(429, { "retry-after": String(behaviour.retryAfter), ...this.#cors }).end();
      return;
    }
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    const start = Number(from ?? 0);
    const end = Math.min(Number(to ?? bytes.length - 1) + 1, bytes.length);
    const part = bytes.slice(start, end);
    const middle = Math.floor(bytes.length / 2);
    if (behaviour.damaged && start <= middle && middle < end) part[middle - start] = part[middle - start]! ^ 1;
    response.writeHead(206, {
      "content-range": `bytes ${start}-${end - 1}/${bytes.length}`,
      "content-length": part.length,
      ...this.#cors,
    });
    if (behaviour.cuts > 0 && part.length > behaviour.cutAfter) {
      behaviour.cuts--;
      response.write(part.subarray(0, behaviour.cutAfter), () => response.destroy());
      return;
    }
    response.end(part);
  }

  #note(host: "hub" | "cdn", { url = "", headers }: IncomingMessage): string {
    this.asked.push({ host, path: url, range: headers.range, authorization: headers.authorization });
    return url;
  }

  #preflight({ method }: IncomingMessage, response: ServerResponse): boolean {
    if (method !== "OPTIONS") return false;
    response.writeHead(204, this.#cors).end();
    return true;
  }

  #refuse(response: ServerResponse, status: number): void {
    response.writeHead(status, this.#cors).end();
  }

  readonly #cors = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "authorization, range",
    "access-control-expose-headers": "content-range, content-length, retry-after",
  };
}
