import type { ComponentType } from "react";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { PanelProps, RunTools } from "../../lab";
import type { CodeSwitchingResult } from "../result";

/** One way to make switched text. A new one is a file beside these and a line in `index.ts`. */
export interface Source {
  readonly id: Document["source"];
  /** Two or three words, for the choice. */
  readonly name: string;
  /** What it does, in a sentence or two. */
  readonly rule: string;
  readonly reference: string;
  readonly Controls: ComponentType<PanelProps<Document>>;
  run(
    document: Document,
    tools: Pick<RunTools, "engine" | "signal" | "onProgress">,
  ): AsyncGenerator<CodeSwitchingResult, void>;
}
