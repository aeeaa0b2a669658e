import type { Pattern } from "../patterns";
import { type Box, ellipse, rectangle, segment, type Shape } from "./marks";

/** The patterns that are more than one colour with or without a frame. */
export type Hatched = Exclude<Pattern, "solid" | "open">;

/** The marks of a box filled in a pattern, as `patternStyle` fills it on the page. `tint` lies between or under them. */
export function hatch(box: Box, pattern: Hatched, colour: string, tint: string): readonly Shape[] {
  const ground: Shape = { kind: "shape", path: rectangle(box), fill: tint };
  switch (pattern) {
    case "diagonal":
      return [ground, { kind: "shape", path: rising(box, 6), stroke: colour, strokeWidth: 2 }];
    case "dots":
      return [ground, { kind: "shape", path: dots(box, 6, 1.5), fill: colour }];
    case "cross":
      return [ground, { kind: "shape", path: rising(box, 5) + falling(box, 5), stroke: colour }];
  }
}

/** Lines from lower left to upper right within the box, `gap` pixels apart. */
function rising({ x, y, width, height }: Box, gap: number): string {
  const lines: string[] = [];
  // Each lies on u + v = at, with u and v counted from the upper left corner.
  for (let at = gap; at < width + height; at += gap * Math.SQRT2) {
    const [right, left] = [Math.min(at, width), Math.max(0, at - height)];
    lines.push(segment(x + left, y + at - left, x + right, y + at - right));
  }
  return lines.join("");
}

/** Lines from upper left to lower right within the box. */
function falling({ x, y, width, height }: Box, gap: number): string {
  const lines: string[] = [];
  // Each lies on u - v = at.
  for (let at = gap - height; at < width; at += gap * Math.SQRT2) {
    const [left, right] = [Math.max(0, at), Math.min(width, at + height)];
    lines.push(segment(x + left, y + left - at, x + right, y + right - at));
  }
  return lines.join("");
}

function dots({ x, y, width, height }: Box, gap: number, radius: number): string {
  const circles: string[] = [];
  for (let v = gap / 2; v < height - radius / 2; v += gap) {
    for (let u = gap / 2; u < width - radius / 2; u += gap) {
      circles.push(ellipse({ x: x + u - radius, y: y + v - radius, width: 2 * radius, height: 2 * radius }));
    }
  }
  return circles.join("");
}
