import type { Document } from "../../experiments/documents/steering";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { linesOf, maximalPrompts } from "./settings";

interface PromptsFieldProps extends Pick<PanelProps<Document>, "document" | "edit"> {
  /** Of the prompts, where it is known. */
  readonly lang?: string;
  /** Who goes on from them. */
  readonly writer?: "the model continues" | "the models continue";
}

/** Beginnings of texts, one a line, as every task that writes takes them. */
export function PromptsField({ document, edit, lang, writer = "the model continues" }: PromptsFieldProps) {
  return (
    <TextArea
      label="Prompts, one a line"
      value={document.prompts}
      maxLength={4000}
      {...(lang !== undefined && { lang })}
      help={`Beginnings that ${writer}; the first ${maximalPrompts} are used.`}
      error={linesOf(document.prompts).length === 0 ? "Write at least one beginning." : undefined}
      onChange={(prompts, gesture) => edit({ prompts }, gesture)}
    />
  );
}
