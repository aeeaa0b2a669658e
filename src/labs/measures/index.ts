import type { Document } from "../../experiments/documents/measures";
import type { Lab } from "../lab";
import { Bench } from "./Bench";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { MeasuresResult } from "./result";
import { Results } from "./Results";
import { run } from "./run";
import "./styles.css";

const lab: Lab<Document, MeasuresResult> = {
  id: "measures",
  title: "Scorecard",
  tagline: "What did it do to each language? One card for checkpoints, merges, steering and quantised weights.",
  view: ["shown", "picture"],
  presets,
  run: (document, tools) => run(document, tools),
  Controls,
  Bench,
  Results,
  Method,
  Cover,
};

export default lab;
