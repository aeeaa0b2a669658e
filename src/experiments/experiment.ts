/** The labs, as they are named in links. */
export const labIds = ["tokenizers", "codeswitching", "merging", "steering", "measures"] as const;
export type LabId = (typeof labIds)[number];

/** All that is needed to run one experiment again: which lab, and its document as that lab's schema describes it. */
export interface Experiment<Document = unknown> {
  readonly lab: LabId;
  readonly document: Document;
}

/** A finished experiment as a file: settings, results, and what made them. Presets and exports have this form. */
export interface Recording<Document = unknown, Result = unknown> extends Experiment<Document> {
  readonly version: number;
  readonly result: Result;
  readonly recorded: {
    /** ISO date. */
    readonly on: string;
    readonly backend: string;
    /** Checkpoint id with the sha256 of its weights file. */
    readonly checkpoints: Readonly<Record<string, string>>;
    readonly seconds: number;
    /** False where the run was stopped before its end. */
    readonly whole: boolean;
  };
}
