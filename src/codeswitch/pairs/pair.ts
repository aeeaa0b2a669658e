import type { LanguageCode } from "../language";
import type { Side } from "../sentence";

/** A sentence pair written for this project, aligned and parsed by hand. */
export interface SentencePair {
  readonly id: string;
  /** What is worth seeing in it. */
  readonly title: string;
  readonly languages: readonly [LanguageCode, LanguageCode];
  readonly sentences: readonly [string, string];
  /** Pharaoh format. */
  readonly alignment: string;
  /** Brackets with universal tags over one of the sentences. */
  readonly tree: { readonly side: Side; readonly text: string };
}
