import type { FileFormat, SearchGoal, SearchKind } from "../../experiments/documents/merging";
import type { Reading } from "../../measures/card/reading";
import type { Estimate } from "../../measures/statistics/bootstrap";
import type { WeightProfile } from "../../merging/profile";
import type { Recipe } from "../../merging/recipe";
import type { PackSettings } from "../../merging/skillpack/pack";
import type { MergeSummary } from "../../merging/summary";

/** The models that are compared: the common base, the two parents, their plain average, and the recipe. */
export const roles = ["base", "a", "b", "average", "merge"] as const;
export type Role = (typeof roles)[number];

/** What a run of the merging lab has computed so far; plain JSON. */
export interface MergingResult {
  /** Without B and the average where the recipe has one model, without the base where it is a parent. */
  readonly models: readonly ComparedModel[];
  /** Layers of the parents, and of the merge. */
  readonly depth: number;
  readonly layers: number;
  /** What the merge shares with its parents. */
  readonly sharing: MergeSummary | null;
  /** One a prompt, a text a model; grows. */
  readonly texts: readonly PromptTexts[];
  /** One a model and language; grows. */
  readonly scores: readonly LanguageScore[];
  /** Tasks that were set, a set of readings a model; grows. */
  readonly skills?: readonly RoleReadings[];
  /** The items that were set, in words, by the name of their set. */
  readonly skillItems?: Readonly<Record<string, readonly string[]>>;
  /** Of a look at the weights. */
  readonly profile?: WeightProfile;
  readonly routes?: ExpertRoutes;
  /** Of a search. */
  readonly search?: SearchResult;
  /** Of a file that was made. */
  readonly taken?: TakenFile;
}

export const emptyResult: MergingResult = { models: [], depth: 0, layers: 0, sharing: null, texts: [], scores: [] };

export interface ComparedModel {
  readonly role: Role;
  /** As the recipe names it; empty for average and merge. */
  readonly name: string;
  readonly checkpoint: string;
  readonly backend: string;
  /** Milliseconds from asking for the model to its first token being possible; small where it was open already. */
  readonly opening: number;
}

export interface PromptTexts {
  readonly prompt: string;
  readonly texts: readonly { readonly role: Role; readonly text: string; readonly finished: boolean }[];
}

/** A model on the held-out sentences of one language; `bits[i]` and `bytes[i]` are those of sentence i. */
export interface LanguageScore {
  readonly role: Role;
  readonly language: string;
  readonly bits: readonly number[];
  readonly bytes: readonly number[];
}

export interface RoleReadings {
  readonly role: Role;
  readonly readings: readonly SkillReading[];
}

/** A model in one skill and language. */
export interface SkillReading extends Reading {
  /** What it wrote at each item, cut where it is long. */
  readonly answers?: readonly string[];
}

/** Mean gate of each expert over a language's tokens: shares[expert][layer][language], 1 in sum over experts. */
export interface ExpertRoutes {
  readonly experts: readonly string[];
  readonly languages: readonly string[];
  readonly shares: readonly (readonly (readonly number[])[])[];
}

/** Many merges, each with one number on the development items, and the best of them on items that chose nothing. */
export interface SearchResult {
  readonly kind: SearchKind;
  readonly goal: SearchGoal;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** One heat map each: what is the same for all its points. */
  readonly sheets: readonly string[];
  /** values[sheet][row][column]; null for what has not been tried. Of an evolutionary search one row, in the order tried. */
  readonly values: readonly (readonly (readonly (number | null)[])[])[];
  /** Of a line over one parameter: each language's own values along it. */
  readonly byLanguage?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Of a line: a second number of the same merges. */
  readonly beside?: { readonly goal: SearchGoal; readonly values: readonly (number | null)[] };
  /** Of late layers: the expert that serves each language. */
  readonly families?: Readonly<Record<string, string>>;
  readonly best: { readonly sheet: number; readonly row: number; readonly column: number } | null;
  readonly bestRecipe: Recipe | null;
  /** Points whose number was known from before. */
  readonly reused: number;
  readonly developmentItems: number;
  /** A, B, their average and the best on the held-out items; of late layers the trunk, each expert’s and the routed ones. */
  readonly heldOut: readonly HeldOut[];
}

export interface HeldOut {
  readonly role: Role;
  /** Where it is none of the roles’ usual models. */
  readonly name?: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** The best merge less this model on the same items, once it is there. */
  readonly bestLess?: Estimate;
}

/** A file that was made, kept in the page under `id` until it is reloaded. */
export interface TakenFile {
  readonly id: string;
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: number;
  /** Of a SkillPack: the difference as it would be stored whole. */
  readonly fullBytes?: number;
  /** Of a SkillPack, where it was asked for. */
  readonly curve?: PackCurve;
}

/** Packs of one merge by size, each with its divergence from the whole merge in nats a token; that of the base alone beside them. */
export interface PackCurve {
  readonly base: Estimate;
  readonly points: readonly PackPoint[];
}

export interface PackPoint extends PackSettings {
  readonly bytes: number;
  readonly divergence: Estimate;
}
