import type { VocabularyChange } from "../checkpoints/change-vocabulary";
import type { CheckpointRef, LoadProgress, TokenizerFiles } from "../checkpoints/checkpoint";
import type { ExtraFiles } from "../checkpoints/export-folder";
import type { Evidence } from "../merging/evidence";
import type { WeightProfile } from "../merging/profile";
import type { Recipe } from "../merging/recipe";
import type { Problem } from "../result";
import type { Intervention } from "../steering/intervention";
import type { Token } from "../tokenization/encoder";
import type {
  Activation,
  Backend,
  Capabilities,
  GeneratedToken,
  Generation,
  Inspection,
  LogitsResult,
  Model,
  Notice,
  Position,
  Prompt,
  SamplingOptions,
  Score,
} from "./engine";
import type { Packed, PackRequest, ProfileRequest, TensorProgress } from "./merging";
import type { ComposedToken, ComposeSpec } from "./compose";
import type { LensCell, LensOptions } from "./lens";
import type { MixEvent, MixSpec } from "./mix";
import type { WindowFilter } from "./row-filters";
import type { ValueRequest, ValueTokens } from "./value-tokens";
import type { CheckpointVocabulary } from "./vocabulary";
import type { WeightFormat } from "../compiler/program";

/** Where checkpoints come from; sent to the worker once, before any call. */
export interface EngineSettings {
  /** Where `models/` lies, with a slash at the end. */
  readonly embeddedBase: string;
  /** Another hub, such as a local mirror. */
  readonly hub?: string;
}

export interface LoadSettings {
  readonly backend: Backend | "auto";
  readonly weights: WeightFormat | "auto";
  /** An access token of the hub; kept in memory only. */
  readonly token?: string;
}

interface Call<Params, Value, Event = never> {
  readonly params: Params;
  readonly value: Value;
  readonly event: Event;
}

interface OnModel {
  /** Model.id */
  readonly model: string;
}

interface Intervened {
  readonly interventions: readonly Intervention[];
}

/** Every call of the engine: what goes in, what comes back, and what is reported on the way. */
export interface Calls {
  capabilities: Call<null, Capabilities>;
  load: Call<{ readonly ref: CheckpointRef; readonly settings: LoadSettings }, Model, LoadProgress>;
  merge: Call<
    { readonly recipe: Recipe; readonly settings: LoadSettings; readonly evidence?: Evidence },
    Model,
    LoadProgress
  >;
  changeVocabulary: Call<
    { readonly base: CheckpointRef; readonly change: VocabularyChange; readonly settings: LoadSettings },
    Model,
    LoadProgress
  >;
  vocabulary: Call<OnModel, CheckpointVocabulary>;
  /** Reports how many tensors have been compared. */
  profile: Call<ProfileRequest & { readonly settings: LoadSettings }, WeightProfile, TensorProgress>;
  packSkill: Call<PackRequest & { readonly settings: LoadSettings }, Packed, TensorProgress>;
  /** Values of one tensor, in f32. */
  tensor: Call<OnModel & { readonly name: string }, Float32Array>;
  /** Reports how many neurons are done. */
  valueTokens: Call<OnModel & ValueRequest, readonly ValueTokens[], number>;
  exportFolder: Call<OnModel & { readonly extra: ExtraFiles }, readonly Uint8Array[], TensorProgress>;
  /** What a checkpoint would take, before any weight is fetched. */
  inspect: Call<{ readonly ref: CheckpointRef; readonly settings: LoadSettings }, Inspection>;
  /** The tokenizer of a repository by itself. */
  tokenizer: Call<{ readonly reference: string; readonly settings: LoadSettings }, TokenizerFiles>;
  unload: Call<OnModel, null>;
  tokenize: Call<OnModel & { readonly text: string }, readonly Token[]>;
  detokenize: Call<OnModel & { readonly ids: readonly number[] }, string>;
  logits: Call<
    OnModel & Intervened & { readonly ids: readonly number[]; readonly hooks: readonly string[] },
    LogitsResult
  >;
  /** Reports how many texts are done. */
  score: Call<
    OnModel & Intervened & { readonly texts: readonly string[]; readonly lowerLayers: number },
    readonly Score[],
    number
  >;
  /** One row for each variant. */
  generate: Call<
    OnModel & {
      readonly prompt: Prompt;
      readonly variants: readonly (readonly Intervention[])[];
      /** By variant; those that are missing allow every token. */
      readonly filters: readonly (readonly WindowFilter[])[];
      /** Layers that the session is to have steering for, whether or not it is used. */
      readonly steerable: readonly number[];
      /** By variant, [V]; those that are missing add nothing. */
      readonly biases: readonly Float32Array[];
      readonly sampling: SamplingOptions;
    },
    readonly Generation[],
    GeneratedToken
  >;
  /** Several models write one text together. */
  mix: Call<MixSpec & { readonly models: readonly string[] }, null, MixEvent>;
  /** One text, several properties, each with a strength of its own at every step. */
  compose: Call<OnModel & ComposeSpec, null, ComposedToken>;
  /** Reports how many positions are done. */
  lens: Call<
    OnModel & Intervened & { readonly ids: readonly number[]; readonly options: LensOptions },
    readonly (readonly LensCell[])[],
    number
  >;
  capture: Call<
    OnModel & Intervened & { readonly text: string; readonly hooks: readonly string[] },
    Readonly<Record<string, Activation>>
  >;
  /** Reports how many texts are done. */
  captureResidual: Call<
    OnModel & Intervened & { readonly texts: readonly string[]; readonly position: Position },
    readonly (readonly Float32Array[])[],
    number
  >;
  exportOnnx: Call<OnModel, Uint8Array>;
}

export type CallName = keyof Calls;

/** From the page to the worker. A cancelled call still ends with `done` or `failed`. */
export type Request =
  | { readonly kind: "configure"; readonly settings: EngineSettings }
  | {
      readonly [Name in CallName]: {
        readonly kind: "call";
        readonly id: number;
        readonly name: Name;
        readonly params: Calls[Name]["params"];
      };
    }[CallName]
  | { readonly kind: "cancel"; readonly id: number };

/** From the worker to the page. After a failure that is `fatal` the worker is of no more use. */
export type Reply =
  | { readonly kind: "event"; readonly id: number; readonly event: Calls[CallName]["event"] }
  | { readonly kind: "done"; readonly id: number; readonly value: Calls[CallName]["value"] }
  | { readonly kind: "failed"; readonly id: number; readonly problem: Problem; readonly fatal: boolean }
  | { readonly kind: "notice"; readonly notice: Notice };

/** What a worker says once it holds the lock that is named as it is. */
export interface Alive {
  readonly kind: "alive";
}

/** One end of the channel to a worker, or to a host in the same process. */
export interface HostConnection {
  send(request: Request): void;
  /** Set once by the client. */
  listen(listener: { readonly onReply: (reply: Reply) => void; readonly onCrash: (detail: string) => void }): void;
  terminate(): void;
}
