import { boxMarks } from "./boxes";
import { linesOf } from "./lines";
import { markerOf } from "./list-marker";
import { about, type Box, type Font, type Mark, type Matrix, segment, type Text, turned } from "./marks";
import { vectorMarks } from "./vectors";

/** What stands in a figure but is not part of its picture. */
const apart = "details, .readout, .hidden-text, .table-tools, input, select, textarea, .field";

/** What reading a figure needs: where the picture's corner lies in the window, how fonts measure, and colours as `#rrggbb`. */
interface Reading {
  readonly origin: { readonly x: number; readonly y: number };
  readonly colourOf: (css: string) => string | undefined;
  readonly measure: Measure;
}

/** Ascent and descent of a font and the width of a text in it, in pixels. */
type Measure = (
  font: Font,
  text: string,
) => { readonly ascent: number; readonly descent: number; readonly width: number };

/** What is handed down to the elements within. */
interface Within {
  readonly clip: Box | null;
  readonly underline: string | null;
}

/** The rendered element and all in it as marks: boxes, lines, texts, vector drawings, in the order of the page. */
export function marksOf(root: Element, reading: Reading): readonly Mark[] {
  const marks: Mark[] = [];
  walk(root, { clip: null, underline: null }, reading, marks);
  return marks;
}

function walk(element: Element, within: Within, reading: Reading, marks: Mark[]): void {
  if (element.matches(apart)) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  if (element instanceof SVGSVGElement) {
    marks.push(...vectorMarks(element, reading.origin, reading.colourOf));
    return;
  }
  if (element instanceof HTMLElement && style.transform !== "none") {
    marks.push(...turnedMarks(element, style, within, reading));
    return;
  }
  const boxes = style.display === "inline" ? [...element.getClientRects()] : [element.getBoundingClientRect()];
  for (const box of boxes) {
    if (box.width > 0 && box.height > 0) marks.push(...boxMarks(placed(box, reading), style, reading.colourOf));
  }
  const inside: Within = {
    clip: style.overflowX === "hidden" || style.overflowX === "clip" ? element.getBoundingClientRect() : within.clip,
    underline: style.textDecorationLine.includes("underline") ? style.textDecorationColor : within.underline,
  };
  const before = marks.length;
  for (const child of element.childNodes) {
    if (child instanceof Element) walk(child, inside, reading, marks);
    else if (child instanceof globalThis.Text) marks.push(...textMarks(child, style, inside, reading));
  }
  if (element instanceof HTMLLIElement) {
    const first = marks.slice(before).find((mark): mark is Text => mark.kind === "text");
    const marker = first && listMarker(element, style, first, reading);
    if (marker) marks.push(marker);
  }
}

/** An element that the page turns: read as it stands unturned, and the marks turned instead. */
function turnedMarks(
  element: HTMLElement,
  style: CSSStyleDeclaration,
  within: Within,
  reading: Reading,
): readonly Mark[] {
  const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
  const [x = 0, y = 0] = style.transformOrigin.split(" ").map(Number.parseFloat);
  const marks: Mark[] = [];
  const { transform: own } = element.style;
  element.style.transform = "none";
  const corner = placed(element.getBoundingClientRect(), reading);
  walk(element, within, reading, marks);
  element.style.transform = own;
  const matrix: Matrix = about(corner.x + x, corner.y + y, [a, b, c, d, e, f]);
  return marks.map((mark) => turned(mark, matrix));
}

/** What stands before an item of a list, on the line of its first text. */
function listMarker(item: HTMLLIElement, style: CSSStyleDeclaration, first: Text, reading: Reading): Text | undefined {
  const own = getComputedStyle(item, "::marker");
  const fill = reading.colourOf(own.color);
  const text = style.display === "list-item" ? markerOf(item, style.listStyleType) : "";
  if (text === "" || !fill) return undefined;
  const font = fontOf(own);
  const { width } = reading.measure(font, text);
  const { x } = placed(item.getBoundingClientRect(), reading);
  return { kind: "text", text, x: x - width - reading.measure(font, " ").width, y: first.y, width, font, fill };
}

function textMarks(
  node: globalThis.Text,
  style: CSSStyleDeclaration,
  { clip, underline }: Within,
  reading: Reading,
): readonly Mark[] {
  const fill = reading.colourOf(style.color);
  if (!fill) return [];
  const font = fontOf(style);
  const { ascent, descent } = reading.measure(font, "x");
  const rightToLeft = style.direction === "rtl";
  const lang = node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
  return linesOf(node, clip).flatMap(({ text, box }): readonly Mark[] => {
    const { x, y, width, height } = placed(box, reading);
    const baseline = y + (height * ascent) / (ascent + descent);
    const written: Mark = { kind: "text", text, x, y: baseline, width, font, fill, rightToLeft, lang };
    const stroke = underline === null ? undefined : reading.colourOf(underline);
    const below = baseline + font.size * 0.2;
    return stroke
      ? [written, { kind: "shape", path: segment(x, below, x + width, below), stroke, strokeWidth: 1.5 }]
      : [written];
  });
}

/** The font of a computed style. */
function fontOf(style: CSSStyleDeclaration): Font {
  const { fontFamily, fontSize, fontWeight, fontStyle } = style;
  return { family: fontFamily, size: Number.parseFloat(fontSize), weight: fontWeight, style: fontStyle };
}

function placed({ x, y, width, height }: Box, { origin }: Reading): Box {
  return { x: x - origin.x, y: y - origin.y, width, height };
}
