import { type Font, type Mark, type Matrix, type Picture, type Shape, short, type Text } from "./marks";

/** A picture as the text of an SVG file: every mark one element, texts as texts. */
export function svgOf({ width, height, paper, title, marks }: Picture): string {
  const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...marks.map(element),
    "</svg>",
    "",
  ].join("\n");
}

function element(mark: Mark): string {
  return mark.kind === "shape" ? shapeElement(mark) : textElement(mark);
}

function shapeElement({ path, fill, stroke, strokeWidth, dash, matrix }: Shape): string {
  const list = attributes({
    d: path,
    fill: fill ?? "none",
    stroke,
    "stroke-width": stroke === undefined || strokeWidth === undefined ? undefined : short(strokeWidth),
    "stroke-dasharray": stroke === undefined ? undefined : dash?.map(short).join(" "),
    transform: matrix && transformOf(matrix),
  });
  return `<path${list}/>`;
}

function textElement({ text, x, y, width, font, fill, rightToLeft, lang, href, matrix }: Text): string {
  const list = attributes({
    x: short(x),
    y: short(y),
    ...fontAttributes(font),
    fill,
    // The left end of a text that is read from right to left is its end.
    direction: rightToLeft ? "rtl" : undefined,
    "text-anchor": rightToLeft ? "end" : undefined,
    textLength: width === undefined || text.length < 2 ? undefined : short(width),
    lengthAdjust: width === undefined || text.length < 2 ? undefined : "spacingAndGlyphs",
    "xml:lang": lang === "" ? undefined : lang,
    "xml:space": "preserve",
    transform: matrix && transformOf(matrix),
  });
  const written = `<text${list}>${escaped(text)}</text>`;
  return href === undefined ? written : `<a href="${escaped(href)}">${written}</a>`;
}

function fontAttributes({ family, size, weight, style }: Font) {
  return {
    "font-family": withStaticFonts(family),
    "font-size": short(size),
    "font-weight": weight === "400" ? undefined : weight,
    "font-style": style === "normal" ? undefined : style,
  };
}

/** The page's fonts are variable ones; who has such a font installed has it without the word in its name. */
function withStaticFonts(family: string): string {
  return family.replace(/"([^"]+) Variable"/g, '"$1 Variable", "$1"');
}

function transformOf(matrix: Matrix): string {
  return `matrix(${matrix.map((entry) => String(Math.round(entry * 1e5) / 1e5)).join(" ")})`;
}

function attributes(entries: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(entries)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}

/** Text as XML 1.0 may hold it: the five signs escaped, control characters that it forbids left out. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&apos;")
  );
}
