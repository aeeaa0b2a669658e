import { ellipse, type Mark, type Matrix, rectangle, segment } from "./marks";

/** What the page draws as SVG: each outline a shape, each text a text, placed by `origin`. */
export function vectorMarks(
  svg: SVGSVGElement,
  origin: { readonly x: number; readonly y: number },
  colourOf: (css: string) => string | undefined,
): readonly Mark[] {
  const drawn = svg.querySelectorAll<SVGGraphicsElement>("path, line, polyline, polygon, rect, circle, ellipse, text");
  return [...drawn].flatMap((element): readonly Mark[] => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return [];
    const place = element.getScreenCTM();
    if (!place) return [];
    const matrix: Matrix = [place.a, place.b, place.c, place.d, place.e - origin.x, place.f - origin.y];
    if (element instanceof SVGTextElement) return textMark(element, style, matrix, colourOf);
    const [fill, stroke] = [colourOf(style.fill), colourOf(style.stroke)];
    const path = pathOf(element);
    if (path === "" || (!fill && !stroke)) return [];
    const dash = style.strokeDasharray.match(/[\d.]+/g)?.map(Number);
    const width = Number.parseFloat(style.strokeWidth);
    const pen = stroke ? { stroke, strokeWidth: width, ...(dash && { dash }) } : {};
    return [{ kind: "shape", path, ...(fill && { fill }), ...pen, matrix }];
  });
}

function textMark(
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  matrix: Matrix,
  colourOf: (css: string) => string | undefined,
): readonly Mark[] {
  const text = element.textContent.trim();
  const fill = colourOf(style.fill);
  if (text === "" || !fill) return [];
  // The first character of a text from right to left starts at its right end; the box begins at the left one.
  const [left, baseline] = [element.getBBox().x, element.getStartPositionOfChar(0).y];
  const [scale, b, c, d, e, f] = matrix;
  const [x, y] = [scale * left + c * baseline + e, b * left + d * baseline + f];
  const font = {
    family: style.fontFamily,
    size: Number.parseFloat(style.fontSize) * scale,
    weight: style.fontWeight,
    style: style.fontStyle,
  };
  return [{ kind: "text", text, x, y, width: element.getComputedTextLength() * scale, font, fill }];
}

function pathOf(element: SVGGraphicsElement): string {
  if (element instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = element;
    return segment(x1.baseVal.value, y1.baseVal.value, x2.baseVal.value, y2.baseVal.value);
  }
  if (element instanceof SVGCircleElement) {
    const [x, y, r] = [element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value];
    return ellipse({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  }
  if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    const points = [...element.points].map(({ x, y }) => `${x} ${y}`);
    return points.length === 0 ? "" : `M${points.join("L")}${element instanceof SVGPolygonElement ? "z" : ""}`;
  }
  if (element instanceof SVGRectElement) {
    const { x, y, width, height } = element;
    return rectangle({
      x: x.baseVal.value,
      y: y.baseVal.value,
      width: width.baseVal.value,
      height: height.baseVal.value,
    });
  }
  return element.getAttribute("d") ?? "";
}
