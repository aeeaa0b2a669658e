import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/**
 * The built lab under a sub-path, as a plain static host has it: no ranges, no headers but those that are given, and `index.html` only
 * by its folder, to which some redirect. `changed` makes other files of the build's, by their names.
 */
export async function staticHost(
  changed: ReadonlyMap<string, (text: string) => string> = new Map(),
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly server: Server; readonly address: string }> {
  const folder = fileURLToPath(new URL("../dist/", import.meta.url));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    if (path === "/some/path/index.html") {
      response.writeHead(301, { Location: "/some/path/" }).end();
      return;
    }
    const name = path.startsWith("/some/path/") ? path.slice("/some/path/".length) || "index.html" : "";
    readFile(join(folder, name)).then(
      (bytes) =>
        response
          .writeHead(200, { "Content-Type": types[extname(name)] ?? "application/octet-stream", ...headers })
          .end(changed.has(name) ? Buffer.from(changed.get(name)!(bytes.toString("latin1")), "latin1") : bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path/` };
}
