import type { Document } from "../../experiments/documents/steering";
import type { Lab } from "../lab";
import { Method } from "./Method";
import { presets } from "./presets";
import { type AnyResult, Controls, Cover, Results } from "./tasks";
import { run } from "./task-run";
import "./styles.css";

const lab: Lab<Document, AnyResult> = {
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
