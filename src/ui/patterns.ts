import type { CSSProperties } from "react";

/** How a filled area is told apart without colour. */
export type Pattern = "solid" | "diagonal" | "dots" | "cross" | "open";

/** How much of its colour a pattern has between its lines or dots, in percent; the rest is paper. */
const tints: Readonly<Record<Pattern, number>> = { solid: 100, diagonal: 30, dots: 25, cross: 20, open: 0 };

/** A fill of the colour in the pattern, on paper. `--pattern` and its colours tell the picture of a figure what it is. */
export function patternStyle(colour: string, pattern: Pattern): CSSProperties {
  const tint = `color-mix(in oklab, ${colour} ${tints[pattern]}%, var(--paper))`;
  const told = { "--pattern": pattern, "--pattern-colour": colour, "--pattern-tint": tint };
  return { ...told, ...fillOf(colour, tint, pattern) };
}

function fillOf(colour: string, tint: string, pattern: Pattern): CSSProperties {
  switch (pattern) {
    case "solid":
      return { background: colour };
    case "diagonal":
      return { background: `repeating-linear-gradient(135deg, ${colour} 0 2px, ${tint} 2px 6px)` };
    case "dots":
      return { background: `radial-gradient(circle, ${colour} 1.5px, transparent 1.8px) 0 0 / 6px 6px, ${tint}` };
    case "cross":
      return {
        background: `repeating-linear-gradient(45deg, ${colour} 0 1px, transparent 1px 5px), repeating-linear-gradient(135deg, ${colour} 0 1px, ${tint} 1px 5px)`,
      };
    case "open":
      return { background: "var(--paper)", boxShadow: `inset 0 0 0 1.5px ${colour}` };
  }
}
