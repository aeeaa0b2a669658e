import type { Document } from "../../experiments/documents/tokenizers";
import type { Lab } from "../lab";
import { Controls } from "./Controls";
import { Cover } from "./Cover";
import { Method } from "./Method";
import { presets } from "./presets";
import type { TokenizersResult } from "./result";
import { Results } from "./Results";
import { runTask } from "./tasks";
import "./styles.css";

const lab: Lab<Document, TokenizersResult> = {
  id: "tokenizers",
  title: "Tokenizers",
  view: ["metric", "ranked"],
  presets,
  run: runTask,
  Controls,
  Results,
  Method,
  Cover,
};

export default lab;
