import { fail, ok, type Result } from "../../result";
import { parsePattern, type PatternNode } from "./pattern-syntax";

/** Instructions of a pattern: a character that passes, a place that holds, going on at each of some, the end. */
type Instruction =
  | { readonly do: "take"; readonly passes: (character: string) => boolean }
  | { readonly do: "assert"; readonly holds: (before: string, after: string) => boolean }
  | { readonly do: "fork"; readonly to: readonly number[] }
  | { readonly do: "match" };

/** A pattern may become so many instructions: `{5}` copies what it repeats. */
const mostInstructions = 2_000;

/**
 * A test whether a pattern occurs in a text, by all its threads at once (Thompson 1968): time grows with text x pattern, so that no
 * pattern hangs, as `(a|aa)+$` does in JavaScript. The syntax is JavaScript's with the flag u, without look-around and back references,
 * which need more. Fails with `input-invalid` for what is no pattern, or one too large.
 */
export function compilePattern(pattern: string): Result<(text: string) => boolean> {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const program = programOf(parsed.value);
  return program === undefined ? fail(tooLarge(pattern)) : ok((text) => occurs(program, Array.from(text)));
}

/** The instructions of a pattern; undefined where they are too many. */
function programOf(root: PatternNode): readonly Instruction[] | undefined {
  const program: Instruction[] = [];
  let steps = 0;
  function emit(node: PatternNode): boolean {
    steps += 1;
    if (steps > mostInstructions) return false;
    switch (node.kind) {
      case "character":
        program.push({ do: "take", passes: node.passes });
        return true;
      case "place":
        program.push({ do: "assert", holds: node.holds });
        return true;
      case "sequence":
        return node.parts.every(emit);
      case "choice":
        return emitChoice(node.parts);
      case "repeat":
        for (let time = 0; time < node.least; time += 1) if (!emit(node.part)) return false;
        if (node.most === Infinity) return emitOptional(node.part, true);
        for (let time = node.least; time < node.most; time += 1) if (!emitOptional(node.part, false)) return false;
        return true;
    }
  }
  function emitChoice(parts: readonly PatternNode[]): boolean {
    const starts: number[] = [];
    const end: number[] = [];
    program.push({ do: "fork", to: starts });
    for (const part of parts) {
      starts.push(program.length);
      if (!emit(part)) return false;
      program.push({ do: "fork", to: end });
    }
    end.push(program.length);
    return true;
  }
  function emitOptional(part: PatternNode, again: boolean): boolean {
    const to: number[] = [];
    const start = program.push({ do: "fork", to }) - 1;
    if (!emit(part)) return false;
    if (again) program.push({ do: "fork", to: [start] });
    to.push(start + 1, program.length);
    return true;
  }
  if (!emit(root)) return undefined;
  program.push({ do: "match" });
  return program;
}

function occurs(program: readonly Instruction[], characters: readonly string[]): boolean {
  let threads = new Set<number>();
  for (let at = 0; at <= characters.length; at += 1) {
    const [before, after] = [characters[at - 1] ?? "", characters[at] ?? ""];
    const open = [...threads, 0];
    const seen = new Set<number>();
    const next = new Set<number>();
    while (open.length > 0) {
      const counter = open.pop()!;
      if (seen.has(counter)) continue;
      seen.add(counter);
      const instruction = program[counter]!;
      switch (instruction.do) {
        case "match":
          return true;
        case "fork":
          open.push(...instruction.to);
          break;
        case "assert":
          if (instruction.holds(before, after)) open.push(counter + 1);
          break;
        case "take":
          if (after !== "" && instruction.passes(after)) next.add(counter + 1);
      }
    }
    threads = next;
  }
  return false;
}

function tooLarge(pattern: string) {
  return {
    code: "input-invalid",
    what: `The pattern ${pattern.slice(0, 40)} repeats too much: it would take more than ${mostInstructions} steps a character.`,
    remedy: "Use smaller numbers in {}, or * and +.",
    facts: { instructions: mostInstructions },
  } as const;
}
