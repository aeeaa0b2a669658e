/** Turns and places what is drawn: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** An outline in SVG path syntax. Colours are `#rrggbb`. */
export interface Shape {
  readonly kind: "shape";
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  /** In pixels; default 1. */
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly matrix?: Matrix;
}

export interface Font {
  /** A CSS list of families. */
  readonly family: string;
  /** In pixels. */
  readonly size: number;
  readonly weight: string;
  readonly style: string;
}

/** One line of text. `x` is its left end, whatever way it is read; `y` its baseline. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** As it was measured on the page, so that another font takes the same room. */
  readonly width?: number;
  readonly font: Font;
  readonly fill: string;
  readonly rightToLeft?: boolean;
  readonly lang?: string;
  /** Where the text leads. */
  readonly href?: string;
  readonly matrix?: Matrix;
}

export type Mark = Shape | Text;

/** A figure apart from the page: marks in the order in which they are painted, in pixels from the upper left corner. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  /** Names the picture for who does not see it. */
  readonly title: string;
  readonly marks: readonly Mark[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark turned and placed by `matrix`, after what it is turned by already. */
export function turned<Any extends Mark>(mark: Any, matrix: Matrix): Any {
  return { ...mark, matrix: mark.matrix ? product(matrix, mark.matrix) : matrix };
}

/** First `inner`, then `outer`. */
function product([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** What `turn` does about the point (x, y) instead of the corner. */
export function about(x: number, y: number, turn: Matrix): Matrix {
  return product([1, 0, 0, 1, x, y], product(turn, [1, 0, 0, 1, -x, -y]));
}

/** A number of a path or an attribute: hundredths of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The path of a rectangle. */
export function rectangle({ x, y, width, height }: Box): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

/** The path of the ellipse that fills a box. */
export function ellipse({ x, y, width, height }: Box): string {
  const [rx, ry] = [short(width / 2), short(height / 2)];
  return `M${short(x)} ${short(y + height / 2)}a${rx} ${ry} 0 1 0 ${short(width)} 0a${rx} ${ry} 0 1 0 ${short(-width)} 0z`;
}

/** The path of a straight line. */
export function segment(x1: number, y1: number, x2: number, y2: number): string {
  return `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`;
}

/** A box drawn in by so many pixels on every side, out by a negative number. */
export function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}
