import type { HeadBag } from "./bag";
import type { DifficultyModel } from "./difficulty";
import type { EntropyBand } from "./entropy-band";
import type { LearnedGate } from "./learned-gate";
import type { TokenFilter } from "./filters";
import { sum } from "../vectors";

/** What a mixer may be told. */
export type ParameterRule = {
  /** `shared`: one value. `model`: one value for each model. */
  readonly level: "shared" | "model";
  readonly meaning: string;
} & (
  | { readonly kind: "number"; readonly default: number; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly default: string; readonly options: readonly string[] }
);

export type Values = Readonly<Record<string, number | string>>;

export interface MixParameters {
  readonly shared: Values;
  /** One record a model, in their order. */
  readonly models: readonly Values[];
}

/** A token that was written, and how likely each model found it. */
export interface PastToken {
  readonly id: number;
  /** Nats, one a model. */
  readonly logProbabilities: readonly number[];
  /** Of the first model where it was written, in nats. */
  readonly entropy: number;
}

/** A token that was taken back. */
export interface Rejected {
  /** How many tokens had been written before it. */
  readonly position: number;
  readonly id: number;
}

/** What a mixer may need beside logits. */
export interface Materials {
  readonly filter?: TokenFilter;
  readonly difficulty?: DifficultyModel;
  readonly band?: EntropyBand;
  readonly head?: HeadBag;
  readonly gate?: LearnedGate;
}

/** One step: what each model says about the next token, and what has been written. */
export interface MixStep {
  /** [V], one a model, in the order of the mixer's roles. */
  readonly logits: readonly Float32Array[];
  /** log softmax of the logits. */
  readonly logProbabilities: readonly Float64Array[];
  readonly parameters: MixParameters;
  readonly past: readonly PastToken[];
  readonly rejected: readonly Rejected[];
  /** Log-likelihood under each model, in nats, of that part of the prompt which all read. */
  readonly promptLikelihoods: readonly number[];
  readonly promptIds: readonly number[];
  readonly materials: Materials;
}

/** One next-token distribution. */
export interface Mixed {
  /** [V], up to a constant; minus infinity for a token that is excluded. */
  readonly logits: Float32Array;
  /** How much each model counts, where the mixer weighs them; 1 in sum. */
  readonly weights?: readonly number[];
  /** The model that writes this token, where one does. */
  readonly writer?: number;
  /** Overrides how the token is drawn. */
  readonly draw?: "greedy" | "sample";
  /** Instead of a token: take back all from this position on, and do not write that token there again. */
  readonly rewindTo?: number;
}

export interface Role {
  readonly id: string;
  readonly meaning: string;
}

/** One way to make one next-token distribution from those of several models. Mixers are pure: all they know is the step. */
export interface Mixer {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  /** The formula in one line, as it is computed. l: log-probabilities, v: logits, p: probabilities. */
  readonly formula: string;
  /** What the models are, in order. The last role repeats up to `models.max`. */
  readonly roles: readonly Role[];
  /** `by`: beyond the least number, models come in groups of so many. Default 1. */
  readonly models: { readonly min: number; readonly max: number; readonly by?: number };
  /** `same`: ids mean the same to all models (bytes do, see bytes/source.ts). `single`: there is one model. */
  readonly vocabulary: "same" | "single";
  readonly needs?: keyof Materials;
  /** True where models are weighed by how likely they find the prompt. */
  readonly weighsPrompt?: boolean;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  mix(step: MixStep): Mixed;
}

/** A shared parameter that the rule says is a number. */
export function numberOf(values: Values | undefined, name: string): number {
  return Number(values?.[name]);
}

/** A number of each model, scaled to a sum of 1. */
export function sharesOf({ parameters, logits }: MixStep, name: string): number[] {
  const values = logits.map((_, i) => numberOf(parameters.models[i], name));
  const total = sum(values);
  return values.map((value) => value / total);
}
