import { fail, ok, type Result } from "../result";

/** A model as a recipe names it, `path@revision+adapter@revision` in mergekit's writing. */
export interface ModelName {
  readonly path: string;
  readonly revision?: string;
  /** A LoRA adapter that mergekit would add to the model first. */
  readonly adapter?: { readonly path: string; readonly revision?: string };
}

/**
 * Reads a model's name: an embedded id, `owner/name`, either with `@revision`, either with `+adapter`. Fails with
 * `source-invalid` naming the first character that cannot stand where it stands.
 */
export function parseModelName(text: string): Result<ModelName> {
  const bad = (what: string) =>
    fail({
      code: "source-invalid" as const,
      what: `“${text.slice(0, 80)}” names no model: ${what}.`,
      remedy: "Write an embedded id such as polyglot-base, or owner/name@revision as on the hub.",
      facts: { name: text.slice(0, 200) },
    });
  if (text === "") return bad("it is empty");
  const odd = /[^\w./@+-]/u.exec(text);
  if (odd) return bad(`“${odd[0]}” at character ${odd.index + 1} cannot stand in a name`);
  if (/^[./~]/.test(text)) return bad(`it starts with “${text[0]}” like a path on disk, which a page cannot open`);
  const [model, adapter, ...more] = text.split("+");
  if (more.length > 0) return bad(`a second “+” stands at character ${text.lastIndexOf("+") + 1}`);
  const parts: { path: string; revision?: string }[] = [];
  for (const part of adapter === undefined ? [model!] : [model!, adapter]) {
    const [path, revision, ...rest] = part.split("@");
    if (rest.length > 0) return bad(`a second “@” stands in “${part}”`);
    if (!path) return bad("a name is missing before “@” or beside “+”");
    if (revision === "") return bad("nothing follows “@”");
    if (path.split("/").length > 2) return bad("it has more than one “/”");
    if (path.split("/").some((word) => !/^\w/.test(word))) return bad("a word beside “/” is missing or odd");
    parts.push({ path, ...(revision !== undefined && { revision }) });
  }
  return ok({ ...parts[0]!, ...(parts[1] && { adapter: parts[1] }) });
}
