import { unwrap } from "../result";
import type { Checkpoint, CheckpointRef } from "./checkpoint";
import { openFolder } from "./folder";
import { httpFolder, hubFolder, publicHub } from "./hub";
import { localFolder } from "./local";
import { parseReference } from "./reference";

export interface OpenOptions {
  /** Where `models/` lies, with a slash at the end; on a page `new URL("models/", document.baseURI).href`. */
  readonly embeddedBase: string;
  /** Another hub, such as a local mirror. */
  readonly hub?: string;
  readonly fetch?: typeof fetch;
  /** Seconds before each retry of a failed request. */
  readonly retryAfter?: readonly number[];
  readonly signal?: AbortSignal;
}

/** Opens a checkpoint of any source: reads its config and headers, fetches no weights. Throws LabError. */
export async function openCheckpoint(reference: CheckpointRef, options: OpenOptions): Promise<Checkpoint> {
  const { signal } = options;
  const http = {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    ...(options.retryAfter && { retryAfter: options.retryAfter }),
  } satisfies { fetch: typeof fetch; retryAfter?: readonly number[] };
  if (typeof reference !== "string") return await openFolder(await localFolder(reference), signal);
  const parsed = unwrap(parseReference(reference));
  const folder =
    parsed.kind === "embedded"
      ? httpFolder(parsed.id, `${options.embeddedBase}${parsed.id}/`, http)
      : await hubFolder(parsed, options.hub ?? publicHub, http, signal);
  return await openFolder(folder, signal);
}
