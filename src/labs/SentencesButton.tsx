import { Button } from "../ui/Button";
import { download } from "../ui/csv";
import type { ParallelLanguage } from "../data/parallel-languages";

/** Downloads the parallel sentences of some languages, by language, as the Python scripts read them. */
export function SentencesButton({ languages }: { readonly languages: readonly ParallelLanguage[] }) {
  async function save(): Promise<void> {
    const { parallelSentences } = await import("../data/parallel");
    const chosen = Object.fromEntries(languages.map((language) => [language, parallelSentences[language]]));
    download("sentences.json", `${JSON.stringify(chosen, null, 1)}\n`, "application/json");
  }
  return (
    <Button kind="quiet" onClick={() => void save()}>
      Download sentences.json
    </Button>
  );
}
