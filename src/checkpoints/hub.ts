import { LabError } from "../result";
import { type HttpOptions, httpSource, readText } from "./byte-source";
import type { Folder } from "./folder";

/** A folder behind a base URL that ends in a slash. */
export function httpFolder(id: string, base: string, options: HttpOptions): Folder {
  return {
    id,
    text: (file, signal) => readText(`${base}${file}`, `${id}/${file}`, { ...options, optional: true }, signal),
    bytes: (file) => httpSource(`${base}${file}`, `${id}/${file}`, options),
  };
}

/** The address of the public hub. Another base serves a mirror. */
export const publicHub = "https://huggingface.co/";

const commitPattern = /^[0-9a-f]{40}$/;

/** A hub repository pinned to the commit that `revision` means now, so that a link opens the same weights later. */
export async function hubFolder(
  repository: { readonly owner: string; readonly name: string; readonly revision: string },
  hub: string,
  options: HttpOptions,
  signal?: AbortSignal,
): Promise<Folder> {
  const path = `${repository.owner}/${repository.name}`;
  const commit = commitPattern.test(repository.revision)
    ? repository.revision
    : await resolveCommit(path, repository.revision, hub, options, signal);
  return httpFolder(`${path}@${commit}`, `${hub}${path}/resolve/${commit}/`, options);
}

async function resolveCommit(
  path: string,
  revision: string,
  hub: string,
  options: HttpOptions,
  signal?: AbortSignal,
): Promise<string> {
  const name = `${path}@${revision}`;
  const url = `${hub}api/models/${path}/revision/${encodeURIComponent(revision)}`;
  const text = await readText(url, name, options, signal);
  let sha: unknown;
  try {
    sha = (JSON.parse(text ?? "") as { sha?: unknown }).sha;
  } catch {
    sha = undefined;
  }
  if (typeof sha === "string" && commitPattern.test(sha)) return sha;
  throw new LabError({
    code: "not-found",
    what: `The hub does not say which commit ${name} is.`,
    remedy: "Check the spelling of owner/name and of the revision.",
    facts: { repository: path, revision },
  });
}
