import type { Alignment } from "../../../codeswitch/alignment";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { Engine } from "../../../engine/engine";

/** What an aligner may use besides the document. */
export interface AlignTools {
  readonly engine: () => Promise<Engine>;
  /** An embedded id or `owner/name@revision`. */
  readonly model: string;
}

/** One way to propose links, to be corrected by hand. A new one is an entry in `index.ts`. */
export interface Aligner {
  readonly id: "gold" | "lexicon" | "learnt" | "argmax" | "itermax";
  readonly name: string;
  readonly rule: string;
  /** Whether it reads the sentences with a model. */
  readonly asksModel: boolean;
  /** The longest sentence it takes, in characters. */
  readonly longest: number;
  /** Links, and what they came from, in a sentence. Throws LabError. */
  propose(document: Document, tools: AlignTools): Promise<{ readonly links: Alignment; readonly note: string }>;
}
