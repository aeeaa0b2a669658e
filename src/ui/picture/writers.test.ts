import { describe, expect, it } from "vitest";
import { densityFor, type Drawing, drawPicture } from "./canvas";
import { hatch } from "./hatch";
import { about, ellipse, type Mark, type Picture, rectangle, type Text, turned } from "./marks";
import { svgOf } from "./svg";
import { wrap } from "./wrap";

const font = { family: '"Inter Variable", sans-serif', size: 12, weight: "600", style: "normal" };
const text: Text = { kind: "text", text: "नमस्ते", x: 10, y: 20.126, width: 48, font, fill: "#1d1b18", lang: "hi" };
const box = { x: 4, y: 8, width: 12, height: 6 };

function pictureOf(...marks: readonly Mark[]): Picture {
  return { width: 100, height: 60, paper: "#fcfbf8", title: "A figure", marks };
}

describe("svgOf", () => {
  it("writes one element a mark on a ground of paper", () => {
    const svg = svgOf(pictureOf({ kind: "shape", path: rectangle(box), fill: "#aa0000" }, text));
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(svg.match(/<text /g)).toHaveLength(1);
    expect(svg).toContain('<path d="M4 8h12v6h-12z" fill="#aa0000"/>');
    expect(svg).toContain('<rect width="100%" height="100%" fill="#fcfbf8"/>');
  });

  it("escapes what XML would read, in texts, titles and links, and leaves out what it forbids", () => {
    const href = 'https://x.org/?a=1&b="2"';
    const svg = svgOf({ ...pictureOf({ ...text, text: '</text><script>&\u0001"', href }), title: "a < b" });
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;&amp;&quot;</text>");
    expect(svg).toContain('<a href="https://x.org/?a=1&amp;b=&quot;2&quot;">');
    expect(svg).toContain("<title>a &lt; b</title>");
    expect(svg).not.toContain("<script");
  });

  it("keeps Devanagari as text in its measured width, with a font that is installed under its own name", () => {
    const svg = svgOf(pictureOf(text));
    expect(svg).toContain(">नमस्ते</text>");
    expect(svg).toContain('x="10" y="20.13"');
    expect(svg).toContain('textLength="48" lengthAdjust="spacingAndGlyphs" xml:lang="hi"');
    expect(svg).toContain('font-family="&quot;Inter Variable&quot;, &quot;Inter&quot;, sans-serif"');
  });

  it("places a text that is read from right to left by its end, which is on the left", () => {
    const svg = svgOf(pictureOf({ ...text, text: "مرحبا", rightToLeft: true }));
    expect(svg).toContain('direction="rtl" text-anchor="end"');
  });
});

describe("drawPicture", () => {
  it("paints the ground, then every mark in order, two pixels to one", () => {
    const calls: string[] = [];
    const log =
      (name: string) =>
      (...given: readonly unknown[]) =>
        calls.push(`${name} ${given.join(" ")}`.trim());
    const context = Object.fromEntries(
      ["scale", "transform", "setLineDash", "fillRect", "fill", "stroke", "fillText"].map((name) => [name, log(name)]),
    );
    const drawing = { ...context, save: () => undefined, restore: () => undefined } as unknown as Drawing;
    const line: Mark = { kind: "shape", path: "M0 0L5 5", stroke: "#000000", dash: [2, 3], matrix: [1, 0, 0, 1, 7, 0] };
    drawPicture(drawing, pictureOf(line, text), 2, (path) => path as unknown as Path2D);
    expect(calls).toEqual([
      "scale 2 2",
      "fillRect 0 0 100 60",
      "transform 1 0 0 1 7 0",
      "setLineDash 2,3",
      "stroke M0 0L5 5",
      "fillText नमस्ते 10 20.126 49",
    ]);
    expect(drawing.font).toBe('normal 600 12px "Inter Variable", sans-serif');
  });
});

describe("a mark that is turned", () => {
  const quarter = about(10, 20, [0, 1, -1, 0, 0, 0]);

  it("goes round the point that stays where it is, and says so in the file", () => {
    // A quarter about (10, 20): x' = 10 - (y - 20) = 30 - y, y' = 20 + (x - 10) = 10 + x.
    expect(quarter).toEqual([0, 1, -1, 0, 30, 10]);
    expect(svgOf(pictureOf(turned(text, quarter)))).toContain('transform="matrix(0 1 -1 0 30 10)"');
  });

  it("within another is turned by both, the inner first", () => {
    // (x, y) moves to (x + 1, y), then to (30 - y, 10 + x + 1).
    const moved: Mark = { kind: "shape", path: rectangle(box), matrix: [1, 0, 0, 1, 1, 0] };
    expect(turned(moved, quarter).matrix).toEqual([0, 1, -1, 0, 30, 11]);
  });
});

describe("hatch", () => {
  it("fills a box of 12 by 6 with two dots of radius 1.5 on their tint", () => {
    const [ground, dots] = hatch(box, "dots", "#7d2a80", "#eeddee");
    expect(ground).toEqual({ kind: "shape", path: rectangle(box), fill: "#eeddee" });
    // Centres 6 apart, the first at half of that: (3, 3) and (9, 3) from the corner (4, 8).
    const dot = (x: number) => ellipse({ x, y: 9.5, width: 3, height: 3 });
    expect(dots).toEqual({ kind: "shape", path: dot(5.5) + dot(11.5), fill: "#7d2a80" });
  });

  it("draws the lines of patterns within their box, differently for each", () => {
    const paths = (["diagonal", "cross"] as const).map((pattern) => hatch(box, pattern, "#7d2a80", "#eeddee")[1]!.path);
    expect(paths[0]).not.toBe(paths[1]);
    for (const path of paths) {
      const points = [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      expect(points.length).toBeGreaterThan(2);
      for (const [x, y] of points) {
        expect(x >= 4 && x <= 16 && y >= 8 && y <= 14, `${x}, ${y}`).toBe(true);
      }
    }
  });
});

describe("wrap", () => {
  it("breaks between words, and lets a word that is too long stand alone", () => {
    expect(wrap("one two  three-and-more four", 9, ({ length }) => length)).toEqual([
      "one two",
      "three-and-more",
      "four",
    ]);
  });
});

describe("densityFor", () => {
  it("is 2, and less where a side would have more than 16,000 pixels", () => {
    expect(densityFor(pictureOf())).toBe(2);
    expect(densityFor({ ...pictureOf(), height: 40_000 })).toBe(0.4);
  });
});
