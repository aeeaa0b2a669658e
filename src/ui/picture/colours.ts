/**
 * Reads CSS colours as `#rrggbb`, whatever space they are written in: programs that open SVG know no `color-mix` or `oklab`.
 * What is half transparent is laid on the paper; what is not seen at all is undefined.
 */
export function colourReader(paper: string): (css: string) => string | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const known = new Map<string, string | undefined>();

  function pixel(...layers: readonly string[]): Uint8ClampedArray {
    context.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    return context.getImageData(0, 0, 1, 1).data;
  }

  return (css) => {
    if (css === "" || css === "none" || css === "transparent") return undefined;
    if (!known.has(css)) {
      const [red, green, blue] = pixel(paper, css);
      const hex = `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, "0")).join("")}`;
      known.set(css, pixel(css)[3] === 0 ? undefined : hex);
    }
    return known.get(css);
  };
}
