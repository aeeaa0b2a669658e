import type { Document } from "../../experiments/documents/codeswitching";
import type { Lab } from "../lab";
import { Bench } from "./Bench";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { CodeSwitchingResult } from "./result";
import { Results } from "./Results";
import { run } from "./run";
import "./styles.css";

const lab: Lab<Document, CodeSwitchingResult> = {
  id: "codeswitching",
  title: "Code-switching",
  presets,
  run,
  Controls,
  Bench,
  Results,
  Method,
  Cover,
};

export default lab;
