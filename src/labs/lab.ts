import type { ComponentType } from "react";
import type { Engine } from "../engine/engine";
import type { LabId } from "../experiments/experiment";

/** What a running experiment may use. */
export interface RunTools {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** `done` of `total`, and what is being done in a few words. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly note: string }) => void;
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
  /** Narrow column: the settings. */
  readonly Controls: ComponentType<PanelProps<Document>>;
  /** Wide column, above the figures and there without a result too: the object that one works on. */
  readonly Bench?: ComponentType<BenchProps<Document, Result>>;
  /** Wide column: the figures. */
  readonly Results: ComponentType<ResultProps<Document, Result>>;
  /** Side text: the idea, the formula, what the paper reported, what this lab measures. */
  readonly Method: ComponentType;
  /** One small figure of a result, for the start page: 20 to 30 rem wide, no controls. */
  readonly Cover?: ComponentType<{ readonly document: Document; readonly result: Result }>;
}
