import { svd } from "../../merging/arithmetic/svd";
import type { ResidualIntervention } from "../intervention";
import type { LanguageMap } from "./language-map";

/** What a map is used for: its image is added to the stream, h + s h W, or the stream moves towards it, h + s (h W - h). */
export type MapForm = "add" | "towards";

/** A change h M of the stream as factors U [D,r] and V [r,D], row-major, with M = U V at strength 1. */
export interface MapFactors {
  readonly rank: number;
  readonly u: Float32Array;
  readonly v: Float32Array;
}

/** M = W (add) or W - I (towards): whole for `rank` 0 or above its width, else the nearest matrix of that rank (Eckart and Young 1936). */
export function factorMap({ from: width, values }: LanguageMap, form: MapForm, rank: number): MapFactors {
  const matrix = Float32Array.from(values);
  if (form === "towards") for (let d = 0; d < width; d += 1) matrix[d * width + d]! -= 1;
  if (rank === 0 || rank >= width) {
    const identity = new Float32Array(width * width);
    for (let d = 0; d < width; d += 1) identity[d * width + d] = 1;
    return { rank: width, u: matrix, v: identity };
  }
  const { sigma, left, right } = svd(matrix, width, width);
  const u = new Float32Array(width * rank);
  for (let d = 0; d < width; d += 1)
    for (let r = 0; r < rank; r += 1) u[d * rank + r] = left[r * width + d]! * sigma[r]!;
  return { rank, u, v: Float32Array.from(right.subarray(0, rank * width)) };
}

/** The edit at a strength; 0 is the base. */
export function mapEdit(layer: number, { rank, u, v }: MapFactors, strength: number): ResidualIntervention {
  return { kind: "low-rank", layer, rank, u, v: v.map((value) => value * strength) };
}

/** An edit at some positions only, for a prompt of so many tokens; `last` is the prompt's last one (INCLINE). */
export function placedAt(
  edit: ResidualIntervention,
  span: "both" | "prompt" | "generation" | "last",
  promptTokens: number,
): readonly ResidualIntervention[] {
  if (span !== "last") return [{ ...edit, span }];
  return [
    { ...edit, span: "prompt" },
    { kind: "guard", layer: edit.layer, from: promptTokens - 1, span: "prompt" },
  ];
}
