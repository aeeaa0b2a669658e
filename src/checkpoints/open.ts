import { unwrap } from "../result";
import type { Checkpoint, CheckpointRef, TokenizerFiles } from "./checkpoint";
import { chooseOpening } from "./choose";
import { type Folder, missingTokenizer, openFolder, readTokenizer } from "./folder";
import type { HttpOptions } from "./http";
import { httpFolder, hubFolder, publicHub } from "./hub";
import { localFolder } from "./local";
import { type ParsedReference, parseReference } from "./reference";
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
  if (typeof reference !== "string") return await openFiles(reference, signal);
  const parsed = unwrap(parseReference(reference));
  const folder = await folderOf(parsed, options);
  return await openFolder(folder, chooseOpening(folder, parsed.kind === "hub" ? parsed.file : undefined), signal);
}

/** Opens files of the user's own likewise. Throws LabError. */
export async function openFiles(files: readonly File[], signal?: AbortSignal): Promise<Checkpoint> {
  const folder = await localFolder(files);
  return await openFolder(folder, chooseOpening(folder), signal);
}

/** A tokenizer by itself, also of a repository whose model cannot be opened here. Throws LabError. */
export async function openTokenizer(reference: string, options: OpenOptions): Promise<TokenizerFiles> {
  const folder = await folderOf(unwrap(parseReference(reference)), options);
  return (await readTokenizer(folder, options.signal)) ?? missingTokenizer(folder);
}

async function folderOf(parsed: ParsedReference, options: OpenOptions): Promise<Folder> {
  const http = httpOptions(options);
  if (parsed.kind === "embedded") return httpFolder(parsed.id, `${options.embeddedBase}${parsed.id}/`, http);
  return await hubFolder(parsed, options.hub ?? publicHub, http, options.keeping, options.signal);
}

export function httpOptions({ fetch: own, retryAfter, token, hub }: Omit<OpenOptions, "embeddedBase">): HttpOptions {
  return {
    fetch: own ?? ((input, init) => fetch(input, init)),
    ...(retryAfter && { retryAfter }),
    ...(token && { token: { origin: new URL(hub ?? publicHub).origin, value: token } }),
  };
}
