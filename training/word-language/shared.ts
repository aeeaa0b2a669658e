import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const folder = process.env["SHARED_DATA"] ?? fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** A text of the shared data, which lie beside the project or where `SHARED_DATA` says. */
export function readShared(path: string): string {
  const bytes = readFileSync(`${folder}/${path}`);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
