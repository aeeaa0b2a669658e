import { fail, ok, type Result } from "../../result";

/** A pattern as a tree. Groups do not capture, so greedy and lazy are one. */
export type PatternNode =
  | { readonly kind: "character"; readonly passes: (character: string) => boolean }
  | { readonly kind: "place"; readonly holds: (before: string, after: string) => boolean }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly least: number; readonly most: number };

/** What stands for one character: an escape with braces, one of code points, any other escape, or the character itself. */
const atom = /\\[pPu]\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\.|./suy;
const characterClass = /\[(?:\\.|[^\\\]])*\]/suy;
const groupStart = /\((?:\?(?::|<[\p{ID_Start}$_][\p{ID_Continue}$]*>))?/uy;
const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/uy;

/** Reads a pattern that JavaScript takes with the flag u. Fails with `input-invalid`: misspelt, or with what needs backtracking. */
export function parsePattern(pattern: string): Result<PatternNode> {
  try {
    // oxlint-disable-next-line no-new -- only whether it is a pattern
    new RegExp(pattern, "u");
  } catch (thrown) {
    return fail(noPattern(pattern, thrown instanceof Error ? thrown.message : String(thrown)));
  }
  let at = 0;
  let needsMore = false;
  function take(shape: RegExp): RegExpExecArray | null {
    shape.lastIndex = at;
    const match = shape.exec(pattern);
    if (match !== null) at += match[0].length;
    return match;
  }
  function choice(): PatternNode {
    const parts = [sequence()];
    while (pattern[at] === "|") {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }
  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") parts.push(repeated(single()));
    return { kind: "sequence", parts };
  }
  function single(): PatternNode {
    if (take(groupStart) !== null) {
      if (pattern[at] === "?") return unsupported();
      const inner = choice();
      at += 1;
      return inner;
    }
    const source = (take(characterClass) ?? take(atom)!)[0];
    if (/^\\[1-9k]/.test(source)) return unsupported();
    return placeOf(source) ?? { kind: "character", passes: passesOf(source) };
  }
  /** What is left is not read. */
  function unsupported(): PatternNode {
    needsMore = true;
    at = pattern.length;
    return { kind: "sequence", parts: [] };
  }
  function repeated(part: PatternNode): PatternNode {
    const match = take(quantifier);
    if (match === null) return part;
    const [sign, least, comma, most] = match;
    if (least !== undefined) {
      const upTo = comma === undefined ? Number(least) : most === "" ? Infinity : Number(most);
      return { kind: "repeat", part, least: Number(least), most: upTo };
    }
    return { kind: "repeat", part, least: sign.startsWith("+") ? 1 : 0, most: sign.startsWith("?") ? 1 : Infinity };
  }
  const root = choice();
  return needsMore
    ? fail(noPattern(pattern, "look-around, flags inside and back references are not supported"))
    : ok(root);
}

/** JavaScript decides about a single character, where nothing can be tried twice. */
function passesOf(source: string): (character: string) => boolean {
  const shape = new RegExp(`^(?:${source})$`, "u");
  return (character) => shape.test(character);
}

function placeOf(source: string): PatternNode | undefined {
  const isWord = (character: string): boolean => /^\w$/.test(character);
  switch (source) {
    case "^":
      return { kind: "place", holds: (before) => before === "" };
    case "$":
      return { kind: "place", holds: (_, after) => after === "" };
    case String.raw`\b`:
      return { kind: "place", holds: (before, after) => isWord(before) !== isWord(after) };
    case String.raw`\B`:
      return { kind: "place", holds: (before, after) => isWord(before) === isWord(after) };
    default:
      return undefined;
  }
}

function noPattern(pattern: string, why: string) {
  return {
    code: "input-invalid",
    what: `${pattern.slice(0, 40)} cannot be used as a pattern: ${why}.`,
    remedy: "Write letters, classes such as [a-z] or \\p{Lu}, |, groups, *, +, ?, {2,5}, ^, $ and \\b.",
  } as const;
}
