import { type RefObject, useState } from "react";
import type { Problem } from "../result";
import { Button } from "./Button";
import type { FigureSource } from "./figure-place";
import { ProblemNote } from "./ProblemNote";

interface FigureImagesProps {
  readonly figure: RefObject<HTMLElement | null>;
  readonly sourceOf: () => FigureSource;
  readonly name: string;
}

/** Takes a figure along as an image. The code that draws it is fetched when it is asked for. */
export function FigureImages({ figure, sourceOf, name }: FigureImagesProps) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(format: "svg" | "png"): Promise<void> {
    const drawing = await import("./picture/save").catch(() => null);
    setProblem(drawing ? null : notDrawn);
    if (drawing && figure.current) {
      setProblem(await drawing.saveFigure({ figure: figure.current, source: sourceOf(), format, name }));
    }
  }

  return (
    <div className="figure-images">
      <Button kind="quiet" label="Download figure as SVG" onClick={() => void save("svg")}>
        SVG
      </Button>
      <Button kind="quiet" label="Download figure as PNG" onClick={() => void save("png")}>
        PNG
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}

const notDrawn: Problem = {
  code: "network-dropped",
  what: "The figure could not be drawn: this part of the page could not be fetched.",
  remedy: "Check the connection and try again.",
};
