import { fail, ok, type Result } from "../result";

/** What a reference in a document or a link names: never a URL. */
export type ParsedReference =
  | { readonly kind: "embedded"; readonly id: string }
  | {
      readonly kind: "hub";
      readonly owner: string;
      readonly name: string;
      readonly revision: string;
      /** One GGUF or ONNX file of the repository. */
      readonly file?: string;
    };

const embeddedPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const hubPattern = /^([A-Za-z0-9][\w.-]{0,95})\/([A-Za-z0-9][\w.-]{0,95})(?:@([\w./-]{1,200}))?$/;
const pullRequest = /^refs\/pr\/\d+/;

/**
 * Reads `polyglot-base`, `owner/name@revision`, or `owner/name@revision/path/file.gguf` (or `.onnx`); the revision is `main`
 * when it is left out.
 */
export function parseReference(reference: string): Result<ParsedReference> {
  if (embeddedPattern.test(reference)) return ok({ kind: "embedded", id: reference });
  const match = hubPattern.exec(reference);
  const place = match?.[3] ?? "main";
  if (match && !place.split("/").some((part) => part === "" || part === "." || part === "..")) {
    const hub = { kind: "hub", owner: match[1]!, name: match[2]! } as const;
    if (!/\.(gguf|onnx)$/.test(place)) return ok({ ...hub, revision: place });
    const revision = pullRequest.exec(place)?.[0] ?? place.split("/")[0]!;
    const file = place.slice(revision.length + 1);
    if (file !== "") return ok({ ...hub, revision, file });
  }
  return fail({
    code: "source-invalid",
    what: `“${reference.slice(0, 80)}” names no checkpoint.`,
    remedy: "Write an embedded id such as polyglot-base, or owner/name@revision as on the hub.",
    facts: { reference: reference.slice(0, 200) },
  });
}
