import type { Document } from "../../experiments/documents/steering";
import type { Lab } from "../lab";
import { Method } from "./Method";
import { presets } from "./presets";
import type { AnyResult } from "./any-result";
import { Controls, Cover, Results } from "./tasks";
import { run } from "./task-run";
import "./styles.css";

const lab: Lab<Document, AnyResult> = {
  id: "steering",
  title: "Steering",
  presets,
  run,
  Controls,
  Results,
  Method,
  Cover,
};

export default lab;
