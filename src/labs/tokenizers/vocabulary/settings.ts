import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";

/** What the parts of the panel read and change. */
export interface VocabularyProps {
  readonly settings: VocabularyDocument;
  readonly set: (change: Partial<VocabularyDocument>, gesture?: string) => void;
}
