import type { Problem } from "../../result";
import { download } from "../csv";
import type { FigureSource } from "../figure-place";
import { densityFor, drawPicture } from "./canvas";
import { colourReader } from "./colours";
import type { Font, Mark, Picture } from "./marks";
import { svgOf } from "./svg";
import { marksOf } from "./walk";
import { wrap } from "./wrap";

interface Saved {
  readonly figure: HTMLElement;
  readonly source: FigureSource;
  readonly format: "svg" | "png";
  /** File name without its ending. */
  readonly name: string;
}

/** Pixels: around the picture, between its parts, and the least width of all of it, so that a caption has lines. */
const [margin, gap, leastWidth] = [28, 14, 440];
/** A longer link is not written out, but led to. */
const longestLink = 90;

/**
 * Hands a figure of the page to the browser as an image of its own: title, picture, caption, and where it comes from. Null, or a problem
 * where the browser draws no image so large.
 */
export async function saveFigure({ figure, source, format, name }: Saved): Promise<Problem | null> {
  await document.fonts.ready;
  const picture = inLight(figure, () => pictureOf(figure, source));
  if (format === "svg") {
    download(`${name}.svg`, svgOf(picture), "image/svg+xml");
    return null;
  }
  const density = densityFor(picture);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(picture.width * density);
  canvas.height = Math.ceil(picture.height * density);
  drawPicture(canvas.getContext("2d")!, picture, density);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return tooLarge;
  download(`${name}.png`, blob, "image/png");
  return null;
}

const tooLarge: Problem = {
  code: "input-invalid",
  what: "The figure could not be drawn: it is larger than the images that this browser makes.",
  remedy: "Download it as SVG, which has no such limit.",
};

/** Reads the page as it is in the light theme and without forced colours, before anything is painted again. */
function inLight<Value>(figure: HTMLElement, read: () => Value): Value {
  const root = document.documentElement;
  const { theme } = root.dataset;
  root.dataset["theme"] = "light";
  figure.dataset["pictured"] = "";
  try {
    return read();
  } finally {
    root.dataset["theme"] = theme;
    delete figure.dataset["pictured"];
  }
}

function pictureOf(figure: HTMLElement, source: FigureSource): Picture {
  const body = figure.querySelector(":scope > .figure-picture") ?? figure;
  const caption = captionOf(figure);
  const page = getComputedStyle(document.documentElement);
  const [paper, ink, soft] = ["--paper", "--ink", "--ink-soft"].map((name) => page.getPropertyValue(name).trim());
  const [serif, sans] = ["--serif", "--sans"].map((name) => page.getPropertyValue(name).trim());
  const context = document.createElement("canvas").getContext("2d")!;
  const box = body.getBoundingClientRect();
  const inner = Math.max(leastWidth, box.width);

  /** A paragraph of the image from `top` on, and where it ends. */
  function paragraph(text: string, top: number, font: Font, fill: string, href?: string) {
    context.font = `${font.weight} ${font.size}px ${font.family}`;
    const lines = wrap(text, inner, (line) => context.measureText(line).width);
    const height = font.size * 1.35;
    const marks = lines.map((line, index): Mark => {
      const y = top + index * height + font.size;
      return { kind: "text", text: line, x: margin, y, font, fill, ...(href !== undefined && { href }) };
    });
    return { marks, bottom: top + lines.length * height };
  }

  const title = titleOf(figure) ?? source.name;
  const head = paragraph(title, margin, { family: serif!, size: 20, weight: "600", style: "normal" }, ink!);
  const top = head.bottom + gap;
  const drawn = marksOf(body, {
    origin: { x: box.x - margin, y: box.y - top },
    colourOf: colourReader(paper!),
    measure(font, text) {
      context.font = `${font.style} ${font.weight} ${font.size}px ${font.family}`;
      const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent, width } = context.measureText(text);
      return { ascent, descent, width };
    },
  });
  const under = top + box.height + gap;
  const foot = paragraph(caption, under, { family: serif!, size: 15, weight: "400", style: "normal" }, soft!);
  const small: Font = { family: sans!, size: 12, weight: "400", style: "normal" };
  const link = source.link.length > longestLink ? "" : source.link;
  const told = [
    "Babelscope",
    ...[source.name, ...source.made, link].filter((part) => part !== "" && part !== title),
  ].join(" · ");
  const signature = paragraph(told, foot.bottom + gap, small, soft!, source.link === "" ? undefined : source.link);
  return {
    width: inner + 2 * margin,
    height: signature.bottom + margin,
    paper: paper!,
    title: caption === "" ? title : caption,
    marks: [...head.marks, ...drawn, ...foot.marks, ...signature.marks],
  };
}

/** The caption, without what it says of the page while one works on it. */
function captionOf(figure: Element): string {
  const caption = figure.querySelector(":scope > figcaption")?.cloneNode(true);
  if (!(caption instanceof Element)) return "";
  for (const status of caption.querySelectorAll('[role="status"]')) status.remove();
  return caption.textContent.trim();
}

/** The heading under which the figure stands. */
function titleOf(figure: Element): string | undefined {
  for (let part: Element | null = figure; part && part.tagName !== "MAIN"; part = part.parentElement) {
    for (let before = part.previousElementSibling; before; before = before.previousElementSibling) {
      if (/^H[2-4]$/.test(before.tagName)) return before.textContent.trim();
    }
  }
  return undefined;
}
