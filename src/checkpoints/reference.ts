import { fail, ok, type Result } from "../result";

/** What a reference in a document or a link names: never a URL. */
export type ParsedReference =
  | { readonly kind: "embedded"; readonly id: string }
  | { readonly kind: "hub"; readonly owner: string; readonly name: string; readonly revision: string };

const embeddedPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const hubPattern = /^([A-Za-z0-9][\w.-]{0,95})\/([A-Za-z0-9][\w.-]{0,95})(?:@([\w./-]{1,100}))?$/;

/** Reads `polyglot-base` or `owner/name@revision`; the revision is `main` when it is left out. */
export function parseReference(reference: string): Result<ParsedReference> {
  if (embeddedPattern.test(reference)) return ok({ kind: "embedded", id: reference });
  const match = hubPattern.exec(reference);
  const revision = match?.[3] ?? "main";
  if (match && !revision.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return ok({ kind: "hub", owner: match[1]!, name: match[2]!, revision });
  }
  return fail({
    code: "source-invalid",
    what: `“${reference.slice(0, 80)}” names no checkpoint.`,
    remedy: "Write an embedded id such as polyglot-base, or owner/name@revision as on the hub.",
    facts: { reference: reference.slice(0, 200) },
  });
}
