import type { ComponentType } from "react";
import type { Backend, Engine } from "../engine/engine";
import type { LabId, Recording } from "../experiments/experiment";

/** What need not be computed again, of what came with the page. */
export interface Recorded {
  /** The recordings of presets that were opened, but for that of the present settings: Run computes those here. */
  readonly recordings: readonly Recording[];
  /** What models would be run on here. */
  readonly backend: Backend;
}

/** A part of a result that a run took over from a recording. */
export interface TakenPart {
  readonly what: string;
  /** ISO date. */
  readonly on: string;
  readonly backend: string;
  /** Checkpoint id with the sha256 of its weights file. */
  readonly checkpoints: Readonly<Record<string, string>>;
}

/** What a running experiment may use. */
export interface RunTools {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** `done` of `total`, and what is being done in a few words. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly note: string }) => void;
  /** Absent where all is to be computed. */
  readonly recorded?: Recorded;
}

/** What a lab's panels get. */
export interface PanelProps<Document> {
  readonly document: Document;
  /**
   * Changes the document; undoable. Edits with the same `gesture` that follow one another are one step (a drag, typing in
   * one field).
   */
  readonly edit: (change: Partial<Document>, gesture?: string) => void;
}

export interface ResultProps<Document, Result> extends PanelProps<Document> {
  /** What has been computed so far; grows while `running`. */
  readonly result: Result;
  readonly running: boolean;
  /** True when the document has changed since this result was computed. */
  readonly stale: boolean;
}

/** What the bench of a lab gets: the document, and the result in view where there is one. */
export interface BenchProps<Document, Result> extends PanelProps<Document> {
  readonly result: Result | null;
  readonly recorded: Recorded;
}

/** A finished experiment that opens the lab: a question, what to look for, and where it comes from. */
export interface Preset<Document> {
  /** Also the file: `presets/{lab}/{id}.json`, a Recording made by `npm run record` from `settings`. */
  readonly id: string;
  /** What differs from the lab's defaults. */
  readonly settings: Partial<Document>;
  readonly question: string;
  readonly look: string;
  readonly paper: string;
}

/**
 * One lab. The shell draws the frame (title, presets, Run and Stop, progress, errors, share, undo); a lab gives its
 * document, how to run it, and three panels. `run` yields growing results, each complete enough to be drawn; results are
 * plain JSON.
 */
export interface Lab<Document, Result> {
  readonly id: LabId;
  readonly title: string;
  /** Fields of the document that choose how results are shown: changing one leaves the results valid. Default none. */
  readonly view?: readonly (keyof Document & string)[];
  /** The first preset is what the lab opens on. */
  readonly presets: readonly Preset<Document>[];
  run(document: Document, tools: RunTools): AsyncGenerator<Result, void>;
  /** The parts of a result that were taken over from recordings. Default none. */
  readonly taken?: (result: Result) => readonly TakenPart[];
  /** Narrow column: the settings. */
  readonly Controls: ComponentType<PanelProps<Document>>;
  /** Wide column, above the figures and there without a result too: the object that one works on. */
  readonly Bench?: ComponentType<BenchProps<Document, Result>>;
  /** What the bench is called on a narrow page, where it is folded so that the finding comes first. One that is a finding itself has none. */
  readonly benchTitle?: string;
  /** Wide column: the figures. */
  readonly Results: ComponentType<ResultProps<Document, Result>>;
  /** Side text: the idea, the formula, what the paper reported, what this lab measures. */
  readonly Method: ComponentType;
  /** One small figure of a result, for the start page: 20 to 30 rem wide, no controls. */
  readonly Cover?: ComponentType<{ readonly document: Document; readonly result: Result }>;
}
