import { publicHub } from "../checkpoints/hub";
import { parseReference } from "../checkpoints/reference";
import { fail, ok, type Problem, type Result } from "../result";
import type { ShelfItem } from "./shelf";

interface HubModel {
  readonly sha: string;
  readonly siblings: readonly { readonly rfilename: string; readonly size?: number }[];
  readonly cardData?: { readonly license?: unknown; readonly language?: unknown };
  readonly tags?: readonly string[];
}

/**
 * Asks the hub what a repository holds: size of its weights, licence, languages, and the commit that the revision means
 * now. Fetches no weights. The result names that commit, so that a link opens the same weights later.
 */
export async function lookUp(reference: string, signal: AbortSignal): Promise<Result<ShelfItem>> {
  const parsed = parseReference(reference.trim());
  if (!parsed.ok) return parsed;
  if (parsed.value.kind !== "hub") return fail(notHub(reference));
  const { owner, name, revision } = parsed.value;
  const url = `${publicHub}api/models/${owner}/${name}/revision/${encodeURIComponent(revision)}?blobs=true`;
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch {
    return fail(unreachable());
  }
  if (response.status === 401 || response.status === 403) return fail(closed(`${owner}/${name}`));
  if (!response.ok) return fail(missing(reference, response.status));
  let model: Partial<HubModel>;
  try {
    model = (await response.json()) as Partial<HubModel>;
  } catch {
    return fail(unreachable());
  }
  if (typeof model.sha !== "string") return fail(missing(reference, response.status));
  const weights = (model.siblings ?? []).filter(({ rfilename }) =>
    /^model(-\d+-of-\d+)?\.safetensors$/.test(rfilename),
  );
  if (weights.length === 0) return fail(noWeights(reference));
  const licence = model.cardData?.license;
  return ok({
    id: `${owner}/${name}@${model.sha}`,
    title: revision === "main" ? `${owner}/${name}` : `${owner}/${name}@${revision}`,
    source: "hub",
    weightBytes: weights.reduce((sum, { size = 0 }) => sum + size, 0),
    licence: typeof licence === "string" ? licence : "licence not stated",
    languages: languagesOf(model.cardData?.language),
  });
}

function languagesOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((code): code is string => typeof code === "string" && /^[a-z]{2}$/.test(code)).slice(0, 12);
}

function notHub(reference: string): Problem {
  return {
    code: "source-invalid",
    what: `“${reference}” is not the name of a repository on the hub.`,
    remedy: "Write owner/name, or owner/name@revision.",
  };
}

function unreachable(): Problem {
  return {
    code: "network-dropped",
    what: "The hub could not be reached.",
    remedy: "Check the connection and look it up again, or drop the checkpoint's files on the page.",
  };
}

function closed(repository: string): Problem {
  return {
    code: "not-authorised",
    what: `${repository} is private, gated, or does not exist.`,
    remedy: "Check the spelling. A gated model must be downloaded elsewhere, then its files dropped on the page.",
  };
}

function missing(reference: string, status: number): Problem {
  return {
    code: "not-found",
    what: `The hub has no ${reference} (it answered ${status}).`,
    remedy: "Check the spelling of owner, name and revision.",
    facts: { status },
  };
}

function noWeights(reference: string): Problem {
  return {
    code: "not-found",
    what: `${reference} has no model.safetensors.`,
    remedy: "Choose a repository with safetensors weights; GGUF and pickled weights are not read.",
  };
}
