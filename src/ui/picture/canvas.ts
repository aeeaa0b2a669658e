import type { Picture, Shape, Text } from "./marks";

/** What of a canvas's context the marks need. */
export type Drawing = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "font"
  | "direction"
  | "textAlign"
  | "save"
  | "restore"
  | "scale"
  | "transform"
  | "setLineDash"
  | "fillRect"
  | "fill"
  | "stroke"
  | "fillText"
>;

/** Pixels of an image to one of the page where there is room, and along a side what every browser draws. */
const [bestDensity, longestSide] = [2, 16_000];

/** Device pixels to one of a picture: fewer for one so tall or wide that browsers could not draw it. */
export function densityFor({ width, height }: Picture): number {
  return Math.min(bestDensity, longestSide / Math.max(width, height));
}

/** Draws a picture, `scale` device pixels to one of its own. `pathOf` makes a path from SVG syntax. */
export function drawPicture(
  context: Drawing,
  { width, height, paper, marks }: Picture,
  scale: number,
  pathOf: (path: string) => Path2D = (path) => new Path2D(path),
): void {
  context.save();
  context.scale(scale, scale);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) {
    context.save();
    if (mark.matrix) context.transform(...mark.matrix);
    if (mark.kind === "shape") drawShape(context, mark, pathOf(mark.path));
    else drawText(context, mark);
    context.restore();
  }
  context.restore();
}

function drawShape(context: Drawing, shape: Shape, path: Path2D): void {
  if (shape.fill !== undefined) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (shape.stroke === undefined) return;
  context.strokeStyle = shape.stroke;
  context.lineWidth = shape.strokeWidth ?? 1;
  context.setLineDash([...(shape.dash ?? [])]);
  context.stroke(path);
}

function drawText(context: Drawing, { text, x, y, width, font, fill, rightToLeft }: Text): void {
  context.font = `${font.style} ${font.weight} ${font.size}px ${font.family}`;
  context.fillStyle = fill;
  context.direction = rightToLeft ? "rtl" : "ltr";
  context.textAlign = "left";
  context.fillText(text, x, y, width === undefined ? undefined : width + 1);
}
