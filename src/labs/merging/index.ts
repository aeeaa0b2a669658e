import type { Document } from "../../experiments/documents/merging";
import type { Lab } from "../lab";
import { Bench } from "./Bench";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { MergingResult } from "./result";
import { Results } from "./Results";
import { run } from "./run";
import "./styles.css";

const lab: Lab<Document, MergingResult> = {
  id: "merging",
  title: "Merging",
  presets,
  run,
  Controls,
  Bench,
  benchTitle: "The recipe",
  Results,
  Method,
  Cover,
};

export default lab;
