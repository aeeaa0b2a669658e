import type { Document } from "../../experiments/documents/steering";
import type { Lab } from "../lab";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { SteeringResult } from "./result";
import { Results } from "./Results";
import { run } from "./run";
import "./styles.css";

const lab: Lab<Document, SteeringResult> = {
  id: "steering",
  title: "Steering",
  tagline: "Push the residual stream from one language to another while the model writes.",
  presets,
  run,
  Controls,
  Results,
  Method,
  Cover,
};

export default lab;
