const unbounded = /^(?:[*+]|\{\d+,\})/;

/**
 * True for a pattern that repeats without bound what itself repeats without bound, such as `(a+)+`: a text that does not match
 * may take such a pattern longer than anybody waits, and JavaScript cannot stop it. No tokenizer in use has one. Both readings of
 * `[` in a class count: as itself, and as a class in the class.
 */
export function mayRunForEver(pattern: string): boolean {
  return nestsRepeats(pattern, true) || nestsRepeats(pattern, false);
}

function nestsRepeats(pattern: string, nested: boolean): boolean {
  /** For each group that is open, whether something in it repeats without bound. */
  const repeats = [false];
  let at = 0;
  while (at < pattern.length) {
    const character = pattern[at]!;
    let inner = false;
    if (character === "\\") at += 2;
    else if (character === "[") at = behindClass(pattern, at, nested);
    else if (character === "(") {
      repeats.push(false);
      at = behindOpening(pattern, at);
      continue;
    } else {
      if (character === ")" && repeats.length > 1) inner = repeats.pop()!;
      at += 1;
    }
    const again = unbounded.exec(pattern.slice(at, at + 12));
    if (again && inner) return true;
    if (again || inner) repeats[repeats.length - 1] = true;
    if (again) at += again[0].length;
  }
  return false;
}

/** Behind a class such as `[^\]a-z]`. */
function behindClass(pattern: string, from: number, nested: boolean): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "[" && (nested || depth === 0)) depth += 1;
    else if (pattern[at] === "]" && --depth === 0) return at + 1;
  }
  return pattern.length;
}

/** Behind `(`, `(?:`, `(?i:`, `(?!`, `(?<=`, `(?<name>` and their like. */
function behindOpening(pattern: string, at: number): number {
  const special = /^\((?:\?(?:[a-z-]*:|[!=>]|<[!=]|<\w+>))?/.exec(pattern.slice(at, at + 64));
  return at + (special?.[0].length ?? 1);
}
