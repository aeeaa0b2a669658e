import type { CSSProperties } from "react";

/** How a filled area is told apart without colour. */
export type Pattern = "solid" | "diagonal" | "dots" | "cross" | "open";

/** A fill of the colour in the pattern, on paper. */
export function patternStyle(colour: string, pattern: Pattern): CSSProperties {
  switch (pattern) {
    case "solid":
      return { background: colour };
    case "diagonal":
      return {
        background: `repeating-linear-gradient(135deg, ${colour} 0 2px, color-mix(in oklab, ${colour} 30%, var(--paper)) 2px 6px)`,
      };
    case "dots":
      return {
        background: `radial-gradient(circle, ${colour} 1.5px, transparent 1.8px) 0 0 / 6px 6px, color-mix(in oklab, ${colour} 25%, var(--paper))`,
      };
    case "cross":
      return {
        background: `repeating-linear-gradient(45deg, ${colour} 0 1px, transparent 1px 5px), repeating-linear-gradient(135deg, ${colour} 0 1px, color-mix(in oklab, ${colour} 20%, var(--paper)) 1px 5px)`,
      };
    case "open":
      return { background: "var(--paper)", boxShadow: `inset 0 0 0 1.5px ${colour}` };
  }
}
