/**
 * The first key that a JSON object gives twice at its top level, which `JSON.parse` passes over in silence. The text must be
 * valid JSON. Keys count as they read, whatever escapes they are written with.
 */
export function repeatedKey(json: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    else if (character === '"') {
      const end = endOfText(json, at);
      if (depth === 1 && isKey(json, end)) {
        const key = JSON.parse(json.slice(at, end)) as string;
        if (seen.has(key)) return key;
        seen.add(key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** Where the text that begins at a quotation mark ends, its closing mark included. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Of what stands at the top level of an object only keys are followed by a colon. */
function isKey(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json[at]!)) at++;
  return json[at] === ":";
}
