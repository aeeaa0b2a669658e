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
export type Intervention = ResidualIntervention | NeuronIntervention | GateIntervention;

/** An intervention on the residual stream h [D] after block `layer`; `span` is `both` where it is left out. */
export type ResidualIntervention =
  /** h <- h + strength * vector. `vector` is [D]; unit: activation. */
  | {
      readonly kind: "add";
      readonly layer: number;
      readonly vector: Float32Array;
      readonly strength: number;
      readonly span?: Span;
    }
  /** h <- h - (h . v) v with v = direction / |direction|: the component along it is removed. */
  | { readonly kind: "ablate"; readonly layer: number; readonly direction: Float32Array; readonly span?: Span }
  /** h <- h + (h U) V, U [D, rank] and V [rank, D] row-major: a projection or a full linear map (INCLINE). */
  | {
      readonly kind: "low-rank";
      readonly layer: number;
      readonly rank: number;
      readonly u: Float32Array;
      readonly v: Float32Array;
      readonly span?: Span;
    }
  | Guard;

/**
 * Bounds what the other interventions of its layer make of h, in whatever order they are named; one a layer. Of h they make e;
 * then, as far as each is asked for: e <- e - max(0, e . c - most) c (cap), e <- e |h| / |e| (keepNorm), and h itself stays at
 * positions below `from` and where h . w <= above (when). c and w are the directions divided by their lengths.
 */
export interface Guard {
  readonly kind: "guard";
  readonly layer: number;
  /** An absolute position, counted from the first token of the prompt. */
  readonly from?: number;
  readonly keepNorm?: boolean;
  readonly cap?: { readonly direction: Float32Array; readonly most: number };
  readonly when?: { readonly direction: Float32Array; readonly above: number };
  readonly span?: Span;
}

/** mlp.hook_post <- gain * post + bias, each [F]. */
export interface NeuronIntervention {
  readonly kind: "neurons";
  readonly layer: number;
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/**
 * mlp.hook_pre x <- slope * x + offset for each neuron at which a x^2 + b x + c > 0, elsewhere x stays; each [F], `ratio` as a, b, c.
 * One a layer.
 */
export interface GateIntervention {
  readonly kind: "gates";
  readonly layer: number;
  readonly ratio: readonly [a: Float32Array, b: Float32Array, c: Float32Array];
  readonly slope: Float32Array;
  readonly offset: Float32Array;
}
