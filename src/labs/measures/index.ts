import type { Document } from "../../experiments/documents/measures";
import type { Lab, RunTools } from "../lab";
import { Bench } from "./Bench";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { MeasuresResult } from "./result";
import { Results } from "./Results";
import { takenParts } from "./taken-parts";
import "./styles.css";

const lab: Lab<Document, MeasuresResult> = {
  id: "measures",
  title: "Scorecard",
  view: ["shown", "picture"],
  presets,
  run,
  Controls,
  Bench,
  benchTitle: "What is compared",
  Results,
  Method,
  Cover,
  taken: takenParts,
};

/** What runs is fetched with the first run. */
async function* run(document: Document, tools: RunTools): AsyncGenerator<MeasuresResult, void> {
  yield* (await import("./run")).run(document, tools);
}

export default lab;
