/** An entry of `added_tokens` in tokenizer.json: text that is one token wherever it stands, before the model is asked. */
export interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly special: boolean;
  readonly single_word: boolean;
  readonly lstrip: boolean;
  readonly rstrip: boolean;
  readonly normalized: boolean;
}

export type Section =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "added"; readonly start: number; readonly end: number; readonly token: AddedToken };

const wordCharacter = /[\p{L}\p{M}\p{N}\p{Pc}]/u;

/**
 * Cuts a text, in UTF-16 units, at added tokens: at each position the longest that fits. `lstrip` and `rstrip` take the
 * white space beside a token into it, `single_word` wants no letter on either side. Sections meet and cover the text.
 */
export function cutAtAddedTokens(text: string, tokens: readonly AddedToken[]): readonly Section[] {
  const { byFirst, first } = groupByFirstUnit(tokens);
  if (byFirst.size === 0) return text === "" ? [] : [{ kind: "text", start: 0, end: text.length }];
  const sections: Section[] = [];
  let open = 0;
  for (let at = 0; at < text.length; ) {
    first.lastIndex = at;
    const found = first.exec(text);
    if (found === null) break;
    at = found.index;
    const token = byFirst.get(found[0])?.find((candidate) => stands(candidate, text, at));
    if (token === undefined) {
      at += 1;
      continue;
    }
    const start = token.lstrip ? open + text.slice(open, at).trimEnd().length : at;
    const close = at + token.content.length;
    const end = token.rstrip ? text.length - text.slice(close).trimStart().length : close;
    if (start > open) sections.push({ kind: "text", start: open, end: start });
    sections.push({ kind: "added", start, end, token });
    open = end;
    at = end;
  }
  if (open < text.length) sections.push({ kind: "text", start: open, end: text.length });
  return sections;
}

interface Grouped {
  /** By their first UTF-16 unit, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly AddedToken[]>;
  /** Finds the next of these units. */
  readonly first: RegExp;
}

/** Of each list of a tokenizer, which is asked for every text. */
const grouped = new WeakMap<readonly AddedToken[], Grouped>();

function groupByFirstUnit(tokens: readonly AddedToken[]): Grouped {
  const known = grouped.get(tokens);
  if (known !== undefined) return known;
  const groups = new Map<string, AddedToken[]>();
  for (const token of tokens.toSorted((a, b) => b.content.length - a.content.length)) {
    const first = token.content[0];
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [token]);
    else group.push(token);
  }
  const units = [...groups.keys()].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const made = { byFirst: groups, first: new RegExp(`[${units.join("")}]`, "g") };
  grouped.set(tokens, made);
  return made;
}

function stands(token: AddedToken, text: string, at: number): boolean {
  if (!text.startsWith(token.content, at)) return false;
  if (!token.single_word) return true;
  const before = text.slice(0, at).at(-1) ?? "";
  const after = text[at + token.content.length] ?? "";
  return !wordCharacter.test(before) && !wordCharacter.test(after);
}
