import type { Round } from "../../../codeswitch/agents/loop";
import type { Scenario } from "../../../codeswitch/agents/scenario";
import type { LanguageCode } from "../../../codeswitch/language";
import type { SwitchedWord } from "../../../codeswitch/sentence";

/** One version of a sample with its words' languages. */
export interface JudgedText extends Round {
  readonly words: readonly Pick<SwitchedWord, "text" | "written" | "language" | "script">[];
  readonly cmi: number;
}

export interface Sample {
  readonly scenario: Scenario;
  /** The first, and the refined one that replaces it. */
  readonly rounds: readonly JudgedText[];
}

/** What a run of the agents has computed so far; plain JSON. */
export interface AgentsResult {
  readonly source: "agents";
  readonly checkpoint: string;
  readonly matrix: LanguageCode;
  readonly embedded: LanguageCode;
  /** Wanted share of embedded words, 0 to 1. */
  readonly ratio: number;
  /** False where the model has no chat template and only went on from examples. */
  readonly converses: boolean;
  /** Bits a byte of plain sentences of both languages under the model: what fluency is measured against. */
  readonly usual: number;
  readonly samples: readonly Sample[];
}
