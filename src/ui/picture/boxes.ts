import { type Hatched, hatch } from "./hatch";
import { type Box, ellipse, inset, type Mark, rectangle, segment } from "./marks";

type Colours = (css: string) => string | undefined;

/** What an element paints under its text in one of its boxes: background or pattern, inner shadows, borders. */
export function boxMarks(box: Box, style: CSSStyleDeclaration, colourOf: Colours): readonly Mark[] {
  const round = style.borderTopLeftRadius.startsWith("50%");
  return [
    ...background(box, round, style, colourOf),
    ...shadows(box, style, colourOf),
    ...borders(box, round, style, colourOf),
  ];
}

function background(box: Box, round: boolean, style: CSSStyleDeclaration, colourOf: Colours): readonly Mark[] {
  const own = (name: string): string => style.getPropertyValue(name).trim();
  if (style.backgroundImage !== "none" && own("--pattern") !== "") {
    const [colour, tint] = [colourOf(own("--pattern-colour")), colourOf(own("--pattern-tint"))];
    return colour && tint ? hatch(box, own("--pattern") as Hatched, colour, tint) : [];
  }
  const fill = colourOf(style.backgroundColor);
  return fill ? [{ kind: "shape", path: (round ? ellipse : rectangle)(box), fill }] : [];
}

/** A shadow as computed styles write it: colour, offsets, blur, spread. */
const shadowForm = /^(.+?) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px( inset)?$/;

/** Shadows without blur are how frames and separators are drawn; others are not part of a figure. */
function shadows(box: Box, style: CSSStyleDeclaration, colourOf: Colours): readonly Mark[] {
  if (style.boxShadow === "none") return [];
  return style.boxShadow.split(/,(?![^(]*\))/).flatMap((shadow): readonly Mark[] => {
    const [, colour = "", ...rest] = shadowForm.exec(shadow.trim()) ?? [];
    const [x = 0, , blur = 0, spread = 0] = rest.map(Number);
    const stroke = colourOf(colour);
    if (!stroke || blur > 0) return [];
    const inner = shadow.endsWith("inset");
    if (spread > 0) {
      const path = rectangle(inset(box, (inner ? spread : -spread) / 2));
      return [{ kind: "shape", path, stroke, strokeWidth: spread }];
    }
    if (!inner || x === 0) return [];
    const edge = { ...box, x: x > 0 ? box.x : box.x + box.width + x, width: Math.abs(x) };
    return [{ kind: "shape", path: rectangle(edge), fill: stroke }];
  });
}

const sides = ["top", "right", "bottom", "left"] as const;

function borders(box: Box, round: boolean, style: CSSStyleDeclaration, colourOf: Colours): readonly Mark[] {
  const drawn = sides.map((side) => {
    const kind = style.getPropertyValue(`border-${side}-style`);
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const stroke = colourOf(style.getPropertyValue(`border-${side}-color`));
    if (kind === "none" || kind === "hidden" || !(width > 0) || !stroke) return null;
    const dash = kind === "dashed" ? [3 * width, 2 * width] : kind === "dotted" ? [width, width] : undefined;
    return { side, stroke, strokeWidth: width, ...(dash && { dash }) };
  });
  const [first] = drawn;
  if (first && drawn.every((one) => one?.stroke === first.stroke && one.strokeWidth === first.strokeWidth)) {
    const { side: _, ...pen } = first;
    return [{ kind: "shape", path: (round ? ellipse : rectangle)(inset(box, pen.strokeWidth / 2)), ...pen }];
  }
  return drawn
    .filter((one) => one !== null)
    .map(({ side, ...pen }) => ({
      kind: "shape",
      path: edge(inset(box, pen.strokeWidth / 2), side, pen.strokeWidth / 2),
      ...pen,
    }));
}

/** One edge of a box, lengthened by so many pixels at both ends. */
function edge({ x, y, width, height }: Box, side: (typeof sides)[number], by: number): string {
  const [right, bottom] = [x + width, y + height];
  switch (side) {
    case "top":
      return segment(x - by, y, right + by, y);
    case "right":
      return segment(right, y - by, right, bottom + by);
    case "bottom":
      return segment(x - by, bottom, right + by, bottom);
    case "left":
      return segment(x, y - by, x, bottom + by);
  }
}
