import type { Problem } from "../../../result";
import { Button } from "../../../ui/Button";
import { FileField } from "../../../ui/FileField";
import { TextArea } from "../../../ui/TextArea";
import { addOwnText, hasOwnText } from "../own-texts";
import type { VocabularyProps } from "./settings";

/** A text in the place of the lab's, pasted or from a file. */
export function OwnText({ settings, set }: VocabularyProps) {
  const { text, textFile } = settings;
  return (
    <>
      {textFile === "" ? (
        <TextArea
          label="A text of your own"
          value={text}
          maxLength={200_000}
          rows={3}
          help={`${text.length.toLocaleString("en")} characters, up to 200,000. Empty: the lab’s texts.`}
          onChange={(changed, gesture) => set({ text: changed }, gesture)}
        />
      ) : null}
      <div className="stack-close">
        <FileField
          label="A text file of your own"
          accept=".txt,.md,.csv,.tsv,.json,.jsonl,text/*"
          help={
            textFile === "" ? "Chosen or dropped here, up to 20 MB of UTF-8; it stays on this machine." : said(textFile)
          }
          take={async (file): Promise<Problem | null> => {
            const added = await addOwnText(file);
            if (!added.ok) return added.problem;
            set({ textFile: added.value });
            return null;
          }}
        />
        {textFile === "" ? null : (
          <Button kind="quiet" onClick={() => set({ textFile: "" })}>
            Without the file
          </Button>
        )}
      </div>
    </>
  );
}

function said(id: string): string {
  const [, name, bytes] = /^text:(.*)-(\d+)$/.exec(id) ?? [];
  if (!hasOwnText(id)) return `${name} is not in this page: choose it again.`;
  return `${name}, ${(Number(bytes) / 1000).toFixed(0)} kB, is read in the place of the lab’s texts.`;
}
