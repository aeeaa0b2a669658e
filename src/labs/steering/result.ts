import type { Document } from "../../experiments/documents/steering";
import type { Applying } from "../../experiments/documents/steering-applying";
import type { Decision } from "../../steering/condition";
import type { Estimate } from "../../measures/statistics/bootstrap";

/** What a run of the steering lab has computed so far; plain JSON. */
export interface SteeringResult {
  readonly model: {
    readonly checkpoint: string;
    readonly backend: string;
    readonly layers: number;
    readonly width: number;
    /** SHA-256 of its tokens; older results lack it. */
    readonly tokenizerHash?: string;
  };
  readonly source: string;
  readonly target: string;
  /** Of stories: what they differ in; source and target are their language then. */
  readonly trait?: Document["trait"];
  /** How the direction came about; the hash is that of all texts, one a line. Older results lack it. */
  readonly made?: {
    readonly method: string;
    readonly position: Document["position"];
    readonly stretch?: Document["stretch"];
    readonly span: Document["span"];
    readonly dataHash: string;
    /** Of a vector file: the layers that it has. Nothing is steered at others. */
    readonly fileLayers?: readonly number[];
  };
  /** Results of before these could be chosen have neither. */
  readonly operation?: Document["operation"];
  readonly spread?: Document["spread"];
  /** The first direction and those that join it; absent where it is alone. */
  readonly joined?: JoinedDirections;
  /** Absent where nothing bounds the edits. */
  readonly bounds?: Pick<Applying, "from" | "keepNorm" | "condition">;
  /** Where the means of the source and target set lie along the direction at the steered layer. */
  readonly ends?: readonly [number, number];
  /** What the direction is like, where that was asked for. */
  readonly likeness?: Likeness;
  /** The language of the control that is pushed elsewhere, where there is one. */
  readonly other?: string;
  /** How many texts of each set the direction was made from, and how many judged it. */
  readonly texts: { readonly train: number; readonly heldOut: number };
  /** One a layer; those that a vector file lacks are told by the direction that the texts make. */
  readonly layers: readonly LayerReport[];
  /** The layer with the best held-out separation for its depth, whether or not it was used. */
  readonly proposedLayer: number;
  /** The layer that was steered. */
  readonly layer: number;
  readonly strength: number;
  /** Unit direction [D] at the steered layer. */
  readonly direction: readonly number[];
  /** One a prompt; grows. */
  readonly comparisons: readonly Comparison[];
  /** One a condition, over all prompts so far. */
  readonly summaries: readonly Summary[];
  readonly sweep: Sweep | null;
}

/** A direction at all layers, beside others. */
export interface Likeness {
  /** Cosines between layers, [L][L]. */
  readonly acrossLayers: readonly (readonly number[])[];
  /** Names of the other directions. */
  readonly others: readonly string[];
  /** Cosines to them at each layer. */
  readonly cosines: readonly (readonly number[])[];
  /** By layer, as all of these: the layers that have a direction. */
  readonly tokens: readonly NearestTokens[];
}

/** What the head reads in a direction, and against it; the first is the nearest, or the farthest. */
export interface NearestTokens {
  readonly towards: readonly string[];
  readonly away: readonly string[];
}

/** Several directions at the steered layer, the one between the two sets first. */
export interface JoinedDirections {
  readonly directions: readonly {
    readonly name: string;
    readonly operation: Document["operation"];
    readonly strength: number;
    /** Of what is left of it, where the directions were made orthogonal. */
    readonly classDistance: number;
  }[];
  readonly orthogonal: boolean;
  /** [N][N], before they were made orthogonal. */
  readonly cosines: readonly (readonly number[])[];
  /** What those that are added come to together, [D] in units of the activation. */
  readonly added: readonly number[];
}

/** One layer's contrast, measured on residual streams after it. */
export interface LayerReport {
  /** d' on held-out texts. */
  readonly dPrime: number;
  /** Share of held-out texts on the right side of the midpoint. */
  readonly accuracy: number;
  /** |difference of means|, activation units. */
  readonly classDistance: number;
  /** Length of the source mean, activation units. */
  readonly residualNorm: number;
}

/**
 * The same prompt without steering, with it, with a push of equal length in a random direction and towards another
 * language, and unsteered behind a text of the target set.
 */
export type Condition = "unsteered" | "steered" | "random" | "other" | "prompt";

export interface Comparison {
  readonly prompt: string;
  readonly rows: readonly { readonly condition: Condition; readonly continuation: Continuation }[];
  /** KL(steered || unsteered) before each piece of the steered row, nats; where the push is there throughout. */
  readonly divergences?: readonly number[];
  /** The share of the prompt's tokens at which the condition is met, where it is decided at each. */
  readonly met?: number;
  /** Where the condition is decided once a prompt; one that does not meet it is not steered. */
  readonly decision?: Decision;
}

/** A piece of a continuation: a token, or the tokens that share a character. */
export interface Piece {
  readonly ids: readonly number[];
  readonly text: string;
  /** Not part of what it has in common with the unsteered continuation. */
  readonly changed: boolean;
}

export interface Continuation {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** null: no language could be told, or nothing was written. */
  readonly language: string | null;
  /** Of that language, among the candidates. */
  readonly probability: number;
  /** Of the continuation after the prompt, under the unsteered model; both null until scored. */
  readonly bits: number | null;
  readonly bytes: number | null;
  /** Share of distinct token pairs; null for fewer than two tokens. */
  readonly distinct2: number | null;
}

/** A condition over all prompts. Null where no continuation could be measured. */
export interface Summary {
  readonly condition: Condition;
  readonly success: Estimate | null;
  readonly bitsPerByte: Estimate | null;
  readonly distinct2: Estimate | null;
  readonly changed: Estimate | null;
}

/** Every layer at every strength, each cell over all prompts; rows of null are still to come, or have no direction. */
export interface Sweep {
  readonly strengths: readonly number[];
  /** cells[layer][strength] */
  readonly cells: readonly (readonly SweepCell[] | null)[];
}

export interface SweepCell {
  /** Share of the continuations identified as the target language; null where all are empty. */
  readonly success: number | null;
  readonly bitsPerByte: number | null;
  readonly distinct2: number | null;
  /** chrF to the unsteered continuations, 0 to 1, mean over the prompts; null where nothing was written. */
  readonly similarity?: number | null;
  /** In the order of the prompts. */
  readonly byPrompt?: readonly PromptFigures[];
  /** The continuation of the first prompt, to be read. */
  readonly example: string;
}

/** One prompt's continuation in a cell. Null where nothing was written. */
export interface PromptFigures {
  /** Whether it is in the target language. */
  readonly success: boolean | null;
  readonly bits: number | null;
  readonly bytes: number | null;
}
