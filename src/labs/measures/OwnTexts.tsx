import type { Document } from "../../experiments/documents/measures";
import { Details } from "../../ui/Details";
import { FileField } from "../../ui/FileField";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { problemsOfFile, readParallel, readProblems } from "./own-texts";

const limit = 200_000;
const texts = ".tsv,.txt,text/plain,text/tab-separated-values";

/** Own parallel sentences, problems and texts to remember, typed or from files. */
export function OwnTexts({ document, edit }: PanelProps<Document>) {
  const parallel = document.parallel.trim() === "" ? null : readParallel(document.parallel);
  const problems = document.problems.trim() === "" ? null : readProblems(document.problems);

  async function openParallel(file: File): Promise<null> {
    edit({ parallel: (await file.text()).slice(0, limit) });
    return null;
  }

  /** Adds to the problems that are there, so that one file a language can follow another. */
  async function addProblems(file: File): Promise<null> {
    const added = problemsOfFile(await file.text(), file.name);
    edit({ problems: `${document.problems.trimEnd()}\n${added}`.trimStart().slice(0, limit) });
    return null;
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
      <FileField label="Open parallel sentences (.tsv)" accept={texts} take={openParallel} />
      <TextArea
        label="Arithmetic problems"
        value={document.problems}
        maxLength={limit}
        help="Language code, question and number, parted by tabs; a comma before three digits parts thousands. Empty: the embedded ones."
        error={problems && !problems.ok ? `${problems.problem.what} ${problems.problem.remedy}` : undefined}
        onChange={(value, gesture) => edit({ problems: value }, gesture)}
      />
      <FileField
        label="Add an MGSM file (mgsm_de.tsv, …)"
        accept={texts}
        help="Its problems are added to those above."
        take={addProblems}
      />
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
