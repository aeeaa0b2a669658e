import type { Maps } from "../../../experiments/documents/steering-maps";
import type { PairFit } from "../../../steering/maps/language-map";
import type { Continuation, SweepCell } from "../result";

/**
 * A prompt as it goes on without an edit, with the map, with one that was fitted on shuffled pairs, and with the difference of
 * the two means added at the same strength.
 */
export const mapConditions = ["unsteered", "map", "shuffled", "difference"] as const;
export type MapCondition = (typeof mapConditions)[number];

/** What a run over maps between two languages has computed so far; plain JSON. */
export interface MapsResult {
  readonly task: "maps";
  readonly model: { readonly checkpoint: string; readonly layers: number; readonly width: number };
  readonly source: string;
  readonly target: string;
  readonly pairs: { readonly train: number; readonly heldOut: number };
  readonly ridge: number;
  /** The edit's rank; the model's width where it is whole. */
  readonly rank: number;
  readonly form: Maps["form"];
  /** Which positions are edited; older results lack it, and edited all. */
  readonly span?: Maps["span"];
  readonly strength: number;
  /** By layer, on held-out pairs; grows. */
  readonly fits: readonly { readonly before: PairFit; readonly after: PairFit }[];
  /** Where the map explains most of the held-out translations; null until all layers are fitted. */
  readonly proposedLayer: number | null;
  /** The layers that are edited. */
  readonly layers: readonly number[];
  readonly texts: readonly MapText[];
  readonly sweep: MapSweep | null;
}

export interface MapText {
  readonly prompt: string;
  readonly rows: readonly { readonly condition: MapCondition; readonly continuation: Continuation }[];
}

/** The same measures at every strength, for each edit. */
export interface MapSweep {
  readonly strengths: readonly number[];
  readonly cells: Readonly<Record<Exclude<MapCondition, "unsteered">, readonly SweepCell[]>>;
}
