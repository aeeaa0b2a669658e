import type { TheoryId } from "../../codeswitch/constraints";
import type { MaskedToken } from "../../codeswitch/entities/mask";
import type { LanguageCode, Script } from "../../codeswitch/language";
import type { ReasonKind } from "../../codeswitch/reasons";
import type { Side } from "../../codeswitch/sentence";
import type { StoryTopic } from "../../data/stories";
import type { Document } from "../../experiments/documents/codeswitching";
import type { Problem } from "../../result";
import type { AgentsResult } from "./agents/result";
import type { Cell } from "./factory/cells";
import type { ModelResult } from "./model/result";
import type { ReadingResult } from "./readings/reading";

/** A place between two words of one sentence, judged. */
export interface PlaceResult {
  readonly side: Side;
  /** Word before the place; the next one is after it. */
  readonly after: number;
  readonly words: readonly [string, string];
  readonly legal: boolean;
  readonly rule: ReasonKind;
  /** The reason in a sentence. */
  readonly reason: string;
  /** The words that the reason names. */
  readonly named: readonly { readonly side: Side; readonly index: number }[];
}

export interface GeneratedWord {
  readonly text: string;
  /** With the signs and the space around it. */
  readonly written: string;
  readonly language: LanguageCode | null;
  readonly script: Script;
  readonly side: Side;
  readonly index: number;
  /** Number of its unit in the result's `units`. */
  readonly unit: number;
  /** Indexes of the words of the other sentence that it is linked to. */
  readonly aligned: readonly number[];
}

export interface GeneratedSentence {
  readonly text: string;
  readonly words: readonly GeneratedWord[];
  readonly switches: readonly { readonly after: number; readonly rule: ReasonKind; readonly reason: string }[];
  /** By the metric's id; null where the measure is not defined. */
  readonly measures: Readonly<Record<string, number | null>>;
  /** Phrases of several words, each by its words' places; absent where they are not looked for. */
  readonly phrases?: readonly (readonly number[])[];
}

export interface Batch {
  /** What was asked for, in percent. */
  readonly target: number;
  readonly sentences: readonly GeneratedSentence[];
}

/** Sentences that a theory allows for one pair. */
export interface GrammarResult {
  /** Absent: results recorded before there were other sources are of this kind. */
  readonly source?: undefined;
  readonly languages: readonly [LanguageCode, LanguageCode];
  readonly theory: TheoryId;
  readonly matrix: Side;
  readonly measure: Document["measure"];
  readonly seed: number;
  /** Pharaoh format, as it was read. */
  readonly alignment: string;
  readonly places: readonly PlaceResult[];
  /** What can only be taken whole: words by side. */
  readonly units: readonly (readonly [readonly string[], readonly string[]])[];
  /** How many sentences the theory allows, unswitched ones included, in decimal digits: it can exceed 2^53. */
  readonly total: string;
  /** True when all were compared with the target, false when some were drawn. */
  readonly enumerated: boolean;
  readonly batches: readonly Batch[];
  /** Why there is nothing to show, where nothing can be switched. */
  readonly problem: Problem | null;
}

/** Sentences of one language some words of which were replaced by another language's, or a given text in two languages. */
export interface ReplacedResult {
  readonly source: "lexicon" | "entities" | "own";
  readonly seed: number;
  readonly groups: readonly {
    readonly languages: readonly [LanguageCode, LanguageCode];
    /** Languages that were brought in besides the second; absent where there are none. */
    readonly further?: readonly LanguageCode[];
    readonly sentences: readonly GeneratedSentence[];
    /** The first sentence as a masked language model would be given it; empty where that is not asked. */
    readonly masked: readonly MaskedToken[];
  }[];
  /** What the source says of this text: how many words had an entry, which entities are known. */
  readonly note: string;
}

/** A sentence of a corpus, with the pair it is made of. */
export interface CorpusSentence extends GeneratedSentence {
  readonly pair: string;
  readonly originals?: readonly [string, string];
  /** What was asked for; absent where there is one request. */
  readonly asked?: number;
  /** Its place in the grid; absent where the corpus has one topic, or one main language. */
  readonly topic?: StoryTopic;
  readonly main?: Side;
}

/** A place of the grid: how many sentences were kept there, and how many pairs' sentences were refused by a check. */
export interface CorpusCell extends Cell {
  readonly kept: number;
  readonly refused: number;
}

/** Sentences made of many pairs, filtered. */
export interface CorpusResult {
  readonly source: "corpus";
  readonly languages: readonly [LanguageCode, LanguageCode];
  readonly theory: TheoryId;
  /** Whose language is the main one; absent: the first, as before it could be chosen. */
  readonly matrix?: Side;
  readonly measure: Document["measure"];
  /** The only request, or the first of several. */
  readonly target: number;
  readonly seed: number;
  /** Sentences a request. */
  readonly wanted: number;
  /** Pairs that were read. */
  readonly pairs: number;
  readonly sentences: readonly CorpusSentence[];
  readonly rejected: readonly { readonly reason: string; readonly count: number; readonly example: string }[];
  /** What the checks refused; the example is a text. Absent, as is what follows, where a corpus is neither spread nor verified. */
  readonly refused?: CorpusResult["rejected"];
  readonly cells?: readonly CorpusCell[];
  /** Share of distinct word trigrams among those of its sentences. */
  readonly diversity?: number;
  /** Gambäck and Das 2016, equation 12, of what was kept. */
  readonly corpusCmi: number;
}

/** Sentences by rule. */
export type SentencesResult = GrammarResult | ReplacedResult | CorpusResult;

/** What any source gives, and what was found in reading it. */
export type CodeSwitchingResult = (SentencesResult | ModelResult | AgentsResult) & {
  readonly readings?: readonly ReadingResult[];
};
