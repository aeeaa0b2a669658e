import { fail, ok, type Result } from "../result";
import { pendingStart } from "./bytes/utf8";

/** A rule about text. A condition is joined with others, or turned around, on the tokens it allows. */
export type Filter =
  /** Letters of these scripts only (`keep`), or none of them. Names as in Unicode: Latin, Devanagari. Signs and spaces pass. */
  | { readonly kind: "script"; readonly scripts: readonly string[]; readonly keep: boolean }
  /** None of these characters, in either case. */
  | { readonly kind: "letters"; readonly banned: string }
  /** Only words of the list, in either case. */
  | { readonly kind: "words"; readonly allowed: readonly string[] }
  /** What a token adds matches the regular expression. */
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "all" | "any"; readonly of: readonly Filter[] }
  | { readonly kind: "not"; readonly of: Filter };

/** A filter for one vocabulary. */
export interface TokenFilter {
  /** [V]: 1 where the token may follow the ids. */
  mask(before: readonly number[]): Uint8Array;
}

/** What a filter knows of a vocabulary: how many rows, and the UTF-8 bytes of each; empty for a special token. */
export interface Spellings {
  readonly size: number;
  bytesOf(id: number): Uint8Array;
}

/** For the text before: whether characters may be added behind it. `added` is empty while a character is incomplete, and for special tokens. */
type Rule = (before: string) => (added: string) => boolean;
type Mask = (added: readonly string[], before: string) => Uint8Array;

/**
 * A token that ends inside a character is judged by the characters it completes; the rest is judged by the token that
 * completes it, and bytes that make no character are refused. Fails with `input-invalid`.
 */
export function compileFilter(filter: Filter, spellings: Spellings): Result<TokenFilter> {
  let mask: Mask;
  try {
    mask = maskOf(filter);
  } catch (thrown) {
    return fail({
      code: "input-invalid",
      what: `The filter cannot be used: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
      remedy: "Check the regular expression, or the script's English name in Unicode.",
    });
  }
  const ids = Array.from({ length: spellings.size }, (_, id) => id);
  const alone = ids.map((id) => addedText(new Uint8Array(), spellings.bytesOf(id)));
  return ok({
    mask(before) {
      const bytes = before.flatMap((id) => Array.from(spellings.bytesOf(id)));
      const start = pendingStart(bytes);
      const pending = Uint8Array.from(bytes.slice(start));
      const text = new TextDecoder().decode(Uint8Array.from(bytes.slice(0, start)));
      const added = pending.length === 0 ? alone : ids.map((id) => addedText(pending, spellings.bytesOf(id)));
      const allowed = mask(
        added.map((own) => own ?? ""),
        text,
      );
      for (const [id, own] of added.entries()) if (own === undefined) allowed[id] = 0;
      return allowed;
    },
  });
}

/** The characters that the token completes; undefined where its bytes make none. */
function addedText(pending: Uint8Array, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return pending.length === 0 ? "" : undefined;
  const all = Uint8Array.from([...pending, ...bytes]);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(all.subarray(0, pendingStart(all)));
  } catch {
    return undefined;
  }
}

function maskOf(filter: Filter): Mask {
  switch (filter.kind) {
    case "all":
    case "any": {
      const masks = filter.of.map(maskOf);
      const joins = filter.kind === "all" ? "every" : "some";
      return (added, before) => {
        const rows = masks.map((mask) => mask(added, before));
        return Uint8Array.from(added, (_, id) => Number(rows[joins]((row) => row[id] === 1)));
      };
    }
    case "not": {
      const mask = maskOf(filter.of);
      return (added, before) => mask(added, before).map((allowed) => 1 - allowed);
    }
    case "script":
    case "letters":
    case "words":
    case "pattern": {
      const rule = ruleOf(filter);
      return (added, before) => {
        const allows = rule(before);
        return Uint8Array.from(added, (own) => Number(allows(own)));
      };
    }
  }
}

function ruleOf(filter: Exclude<Filter, { readonly kind: "all" | "any" | "not" }>): Rule {
  switch (filter.kind) {
    case "script": {
      const named = filter.scripts.map((script) => `\\p{Script=${script}}`).join("");
      const refused = new RegExp(filter.keep ? `[[\\p{L}\\p{M}]--[${named}\\p{Script=Inherited}]]` : `[${named}]`, "v");
      return () => (added) => !refused.test(added);
    }
    case "letters": {
      const banned = new Set(filter.banned.toLowerCase());
      return () => (added) => !Array.from(added.toLowerCase()).some((letter) => banned.has(letter));
    }
    case "words":
      return wordRule(filter.allowed);
    case "pattern": {
      const pattern = new RegExp(filter.pattern, "u");
      return () => (added) => pattern.test(added);
    }
  }
}

function wordRule(allowed: readonly string[]): Rule {
  const whole = new Set(allowed.map((word) => word.toLowerCase()));
  const beginnings = new Set([...whole].flatMap((word) => Array.from(word, (_, i) => word.slice(0, i + 1))));
  return (before) => {
    const open = /[\p{L}\p{M}]*$/u.exec(before)?.[0] ?? "";
    return (added) => {
      if (added === "") return true;
      const words = (open + added).toLowerCase().split(/[^\p{L}\p{M}]+/u);
      const last = words.pop()!;
      return words.every((word) => word === "" || whole.has(word)) && (last === "" || beginnings.has(last));
    };
  };
}
