import type { Document } from "../../../experiments/documents/tokenizers";
import type { PanelProps } from "../../lab";
import type { TokenizersResult } from "../result";
import { ChangeResults } from "./Results";
import { TrainedResults } from "./TrainedResults";

/** The result of a change or of a training, fetched when there is one. */
export function VocabularyResults({
  document,
  edit,
  result,
}: PanelProps<Document> & { readonly result: TokenizersResult }) {
  if (result.change) return <ChangeResults result={result.change} />;
  if (result.trained) return <TrainedResults document={document} edit={edit} trained={result.trained} />;
  return null;
}
