import type { Document } from "../../experiments/documents/measures";
import { Details } from "../../ui/Details";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { problemsOfFile, readParallel, readProblems } from "./own-texts";

const limit = 200_000;

/** Own parallel sentences, problems and texts to remember, typed or from files. */
export function OwnTexts({ document, edit }: PanelProps<Document>) {
  const parallel = document.parallel.trim() === "" ? null : readParallel(document.parallel);
  const problems = document.problems.trim() === "" ? null : readProblems(document.problems);

  async function addProblems(files: readonly File[]): Promise<void> {
    const texts = await Promise.all(files.map(async (file) => problemsOfFile(await file.text(), file.name)));
    edit({ problems: texts.join("\n").slice(0, limit) });
  }

  return (
    <Details summary="Own texts">
      <TextArea
        label="Parallel sentences"
        value={document.parallel}
        maxLength={limit}
        help="A head of language codes with en among them, then a sentence each, parted by tabs. Empty: the embedded ones."
        error={parallel && !parallel.ok ? `${parallel.problem.what} ${parallel.problem.remedy}` : undefined}
        onChange={(value, gesture) => edit({ parallel: value }, gesture)}
      />
      <FileInput
        label="Open parallel sentences (.tsv)"
        onFiles={async ([file]) => {
          if (file) edit({ parallel: (await file.text()).slice(0, limit) });
        }}
      />
      <TextArea
        label="Arithmetic problems"
        value={document.problems}
        maxLength={limit}
        help="Language code, question and number, parted by tabs. Empty: the embedded ones."
        error={problems && !problems.ok ? `${problems.problem.what} ${problems.problem.remedy}` : undefined}
        onChange={(value, gesture) => edit({ problems: value }, gesture)}
      />
      <FileInput label="Open MGSM files (mgsm_de.tsv, …)" multiple onFiles={addProblems} />
      <TextArea
        label="Texts it may know by heart"
        value={document.memorised}
        maxLength={limit}
        help="One a line, for recitation and membership."
        onChange={(value, gesture) => edit({ memorised: value }, gesture)}
      />
    </Details>
  );
}

function FileInput({
  label,
  multiple = false,
  onFiles,
}: {
  readonly label: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}) {
  return (
    <label className="measures-file">
      <span>{label}</span>
      <input
        type="file"
        accept=".tsv,.txt,text/plain,text/tab-separated-values"
        multiple={multiple}
        onDragOver={(event) => event.stopPropagation()}
        onDrop={(event) => event.stopPropagation()}
        onChange={(event) => {
          void onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
