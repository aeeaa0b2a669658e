import type { Recording } from "../../experiments/experiment";
import type { Reading } from "../../measures/card/reading";

/** What a run of the scorecard has computed so far; plain JSON. */
export interface MeasuresResult {
  /** In the order of the document, each control behind what it is a control of; the first is the baseline. */
  readonly variants: readonly MeasuredVariant[];
  /** The items in words, by the name of their set. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Grows. */
  readonly readings: readonly VariantReadings[];
  /** Token by token, of a few sentences a language; where bits per byte were measured. */
  readonly surprisals: readonly Surprisals[];
  /** What is to be known about own texts. */
  readonly warnings: readonly string[];
}

export interface MeasuredVariant {
  readonly id: string;
  readonly title: string;
  /** What it is, in words. */
  readonly detail: string;
  readonly control: boolean;
  readonly checkpoint: string;
  readonly backend: string;
  /** Bytes of weights as held by the runtime. */
  readonly weightBytes: number;
  /** Seconds of measuring, without opening the model; near 0 where the answers were known. */
  readonly seconds: number;
}

export interface VariantReadings {
  readonly variant: string;
  readonly readings: readonly Reading[];
  /** What the model wrote, by the name of the items' set, item for item. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** By measure, the recording that its readings were taken over from; absent where all were computed. */
  readonly taken?: Readonly<Record<string, Taken>>;
}

/** The recording that readings were taken over from. */
export type Taken = Pick<Recording["recorded"], "on" | "backend" | "checkpoints">;

export interface Surprisals {
  readonly variant: string;
  readonly language: string;
  /** `ends`: where each token ends, in UTF-8 bytes; `bits`: its information. */
  readonly texts: readonly {
    readonly text: string;
    readonly ends: readonly number[];
    readonly bits: readonly number[];
  }[];
}
