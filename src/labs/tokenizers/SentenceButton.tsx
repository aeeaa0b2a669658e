import type { Document } from "../../experiments/documents/tokenizers";
import { Button } from "../../ui/Button";
import type { PanelProps } from "../lab";

/** Puts a sentence of the parallel set into the field, a line a language of the scorecard; the next one at each press. */
export function SentenceButton({ document, edit }: PanelProps<Document>) {
  async function take(): Promise<void> {
    const { parallelSentences } = await import("../../data/parallel");
    const languages = [...new Set([document.reference, ...document.languages])];
    const [first] = document.text.split("\n", 1);
    const reference = parallelSentences[document.reference];
    const next = (reference.indexOf(first ?? "") + 1) % reference.length;
    edit({ text: languages.map((language) => parallelSentences[language][next]).join("\n") });
  }

  return (
    <div>
      <Button kind="quiet" onClick={() => void take().catch(() => undefined)}>
        Another sentence, in every language
      </Button>
    </div>
  );
}
