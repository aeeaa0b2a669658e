import type { Document } from "../../experiments/documents/codeswitching";
import type { PanelProps } from "../lab";
import { SeedField as AnySeedField } from "../SeedField";

/** The seed, the same in every source. */
export function SeedField({ document, edit }: PanelProps<Document>) {
  const help = "Decides wherever chance does; equal seeds give equal sentences.";
  return <AnySeedField document={document} edit={edit} help={help} />;
}
