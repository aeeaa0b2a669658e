import type { ListedFile, Repository } from "../checkpoints/repository";
import { parseReference } from "../checkpoints/reference";
import { fail, LabError, ok, type Problem, type Result } from "../result";
import type { ShelfItem, Variant } from "./shelf";

/** Another hub than the public one, and an access token for it. */
export interface HubAccess {
  readonly hub?: string;
  readonly token?: string;
}

/**
 * Asks the hub what a repository holds: weight files and their sizes, licence, languages, and the commit that the revision
 * means now. Fetches no weights. The result names that commit, so that a link opens the same weights later.
 */
export async function lookUp(
  reference: string,
  signal: AbortSignal,
  access: HubAccess = {},
): Promise<Result<ShelfItem>> {
  const parsed = parseReference(reference.trim());
  if (!parsed.ok) return parsed;
  if (parsed.value.kind !== "hub") return fail(notHub(reference));
  const { owner, name, revision, file } = parsed.value;
  const [{ readRepository }, { publicHub }, { httpOptions }, { chooseOpening }] = await Promise.all([
    import("../checkpoints/repository"),
    import("../checkpoints/hub"),
    import("../checkpoints/open"),
    import("../checkpoints/choose"),
  ]);
  const { hub = publicHub } = access;
  try {
    const options = httpOptions({ ...access, retryAfter: [] });
    const repository = await readRepository(`${owner}/${name}`, revision, hub, options, signal);
    const id = `${owner}/${name}@${repository.commit}`;
    const files = (repository.files ?? []).map((listed) => listed.name);
    const chosen = chooseOpening({ id, files }, file);
    const variants = variantsOf(id, repository, chosen.format.find(files));
    const own = variants.find((variant) => variant.label === chosen.file);
    return ok({
      id: own?.id ?? id,
      title: revision === "main" ? `${owner}/${name}` : `${owner}/${name}@${revision}`,
      source: "hub",
      weightBytes: own?.weightBytes ?? sizeOf(repository, /^model(-\d+-of-\d+)?\.safetensors$/),
      licence: repository.licence ?? "licence not stated",
      languages: repository.languages,
      ...(variants.length > 1 && { variants }),
    });
  } catch (thrown) {
    if (thrown instanceof LabError) return fail(thrown.problem);
    return fail(unreachable());
  }
}

/** Weight files that stand each for the whole model; safetensors are one checkpoint, however many shards. */
function variantsOf(id: string, { files = [] }: Repository, names: readonly string[]): readonly Variant[] {
  return names
    .filter((name) => /\.(gguf|onnx)$/.test(name))
    .map((name) => ({ id: `${id}/${name}`, label: name, weightBytes: sizeOf({ files }, name) }));
}

/** Bytes of the files that match, or of one file and its external data. */
function sizeOf(
  { files = [] }: { readonly files?: readonly ListedFile[] | undefined },
  match: RegExp | string,
): number {
  const fits = (name: string) =>
    typeof match === "string" ? name === match || name.startsWith(`${match}_data`) : match.test(name);
  return files.filter(({ name }) => fits(name)).reduce((sum, { size }) => sum + size, 0);
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
