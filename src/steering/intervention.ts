/** Generated positions from `from` up to, not including, `to`; the first is 0. What is written at position n decides token n + 1. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Which positions an intervention touches: those of the prompt, those generated after it, both, or a stretch of the latter. */
export type Span = "prompt" | "generation" | "both" | Window;

/**
 * What is done to the activations while a program runs. Data, not code: it goes into a document and a link (vectors by
 * the direction that made them), and its numbers are inputs of the graph, so changing one never recompiles.
 */
export type Intervention =
  /** h <- h + strength * vector after block `layer`. `vector` is [D]; unit: activation. */
  | {
      readonly kind: "add";
      readonly layer: number;
      readonly vector: Float32Array;
      readonly strength: number;
      readonly span?: Span;
    }
  /** h <- h - (h . v) v with v = direction / |direction|: the component along it is removed. */
  | { readonly kind: "ablate"; readonly layer: number; readonly direction: Float32Array }
  /** h <- h + (h U) V, U [D, rank] and V [rank, D] row-major: a projection or a full linear map (INCLINE). */
  | {
      readonly kind: "low-rank";
      readonly layer: number;
      readonly rank: number;
      readonly u: Float32Array;
      readonly v: Float32Array;
    }
  /** mlp.hook_post <- gain * post + bias, each [F]. */
  | { readonly kind: "neurons"; readonly layer: number; readonly gain: Float32Array; readonly bias: Float32Array };
