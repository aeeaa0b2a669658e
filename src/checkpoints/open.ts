import { unwrap } from "../result";
import type { Checkpoint, CheckpointRef } from "./checkpoint";
import { chooseOpening } from "./choose";
import { openFolder } from "./folder";
import type { HttpOptions } from "./http";
import { httpFolder, hubFolder, publicHub } from "./hub";
import { localFolder } from "./local";
import { parseReference } from "./reference";
import type { Keeping } from "./store/kept-source";

export interface OpenOptions {
  /** Where `models/` lies, with a slash at the end; on a page `new URL("models/", document.baseURI).href`. */
  readonly embeddedBase: string;
  /** Another hub, such as a local mirror. */
  readonly hub?: string;
  /** An access token of the hub. It goes to the hub's own address and nowhere else. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  /** Seconds before each retry of a failed request. */
  readonly retryAfter?: readonly number[];
  /** Where what comes from the hub is kept; absent: nowhere. */
  readonly keeping?: Keeping;
  readonly signal?: AbortSignal;
}

/** Opens a checkpoint of any source: reads its config and headers, fetches no weights. Throws LabError. */
export async function openCheckpoint(reference: CheckpointRef, options: OpenOptions): Promise<Checkpoint> {
  const { signal } = options;
  if (typeof reference !== "string") {
    const folder = await localFolder(reference);
    return await openFolder(folder, chooseOpening(folder), signal);
  }
  const http = httpOptions(options);
  const parsed = unwrap(parseReference(reference));
  if (parsed.kind === "embedded") {
    const folder = httpFolder(parsed.id, `${options.embeddedBase}${parsed.id}/`, http);
    return await openFolder(folder, chooseOpening(folder), signal);
  }
  const folder = await hubFolder(parsed, options.hub ?? publicHub, http, options.keeping, signal);
  return await openFolder(folder, chooseOpening(folder, parsed.file), signal);
}

export function httpOptions({ fetch: own, retryAfter, token, hub }: Omit<OpenOptions, "embeddedBase">): HttpOptions {
  return {
    fetch: own ?? ((input, init) => fetch(input, init)),
    ...(retryAfter && { retryAfter }),
    ...(token && { token: { origin: new URL(hub ?? publicHub).origin, value: token } }),
  };
}
