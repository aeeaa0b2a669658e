import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "./languages";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const themes = {
  light: propertiesOf(/^:root \{([^}]*)\}/m),
  dark: propertiesOf(/^:root\[data-theme="dark"\] \{([^}]*)\}/m),
};

type Rgb = readonly [number, number, number];

function propertiesOf(block: RegExp): ReadonlyMap<string, Rgb> {
  const [, body = ""] = block.exec(css) ?? [];
  const entries = [...body.matchAll(/--([\w-]+):\s*#([0-9a-f]{6});/g)].map(([, name, hex]) => {
    const rgb = [0, 2, 4].map((at) => linear(Number.parseInt(hex!.slice(at, at + 2), 16) / 255));
    return [name!, rgb as unknown as Rgb] as const;
  });
  return new Map(entries);
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What a dichromat sees, in linear light (Machado, Oliveira and Fernandes 2009, severity 1). */
const dichromacies = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;

function seenWith(matrix: readonly number[], [r, g, b]: Rgb): Rgb {
  const row = (at: number) => Math.min(1, Math.max(0, matrix[at]! * r + matrix[at + 1]! * g + matrix[at + 2]! * b));
  return [row(0), row(3), row(6)];
}

/** Distance in OKLab (Ottosson 2020); about 0.02 is just noticeable side by side. */
function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [oklab(a), oklab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe.each(Object.entries(themes))("the %s theme", (_name, colours) => {
  it("writes all text at a contrast of 4.5 or more on paper, and on sunk paper", () => {
    const inks = ["ink", "ink-soft", "ink-faint", "danger", ...[...languages.keys()].map((code) => `language-${code}`)];
    for (const ink of inks) {
      expect(contrast(colours.get(ink)!, colours.get("paper")!), ink).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours.get(ink)!, colours.get("paper-sunk")!), ink).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("writes tokens in ink that reads on every tint", () => {
    for (const tint of [1, 2, 3, 4]) {
      expect(contrast(colours.get("ink")!, colours.get(`token-${tint}`)!)).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(Object.entries(dichromacies))("tells effects and the embedded languages apart under %s", (_kind, matrix) => {
    const seen = (name: string) => seenWith(matrix, colours.get(name)!);
    expect(distance(seen("below"), seen("above"))).toBeGreaterThan(0.2);
    const five = ["en", "de", "es", "hi", "tr"];
    for (const [index, one] of five.entries()) {
      for (const other of five.slice(index + 1)) {
        expect(distance(seen(`language-${one}`), seen(`language-${other}`)), `${one} ${other}`).toBeGreaterThan(0.06);
      }
    }
  });
});
