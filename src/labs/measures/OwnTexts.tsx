import type { Document } from "../../experiments/documents/measures";
import type { Problem, Result } from "../../result";
import { Details } from "../../ui/Details";
import { FileField } from "../../ui/FileField";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import {
  linesOf,
  mostCharacters,
  mostLanguages,
  problemsOfFile,
  readParallel,
  readProblems,
  textOfFile,
} from "./own-texts";

const texts = ".tsv,.txt,text/plain,text/tab-separated-values";

/** Own parallel sentences, problems and texts to remember, typed or from files. */
export function OwnTexts({ document, edit }: PanelProps<Document>) {
  const parallel = document.parallel.trim() === "" ? null : readParallel(document.parallel);
  const problems = document.problems.trim() === "" ? null : readProblems(document.problems);

  /** The languages of a table that can be read become those that are measured. */
  async function openParallel(file: File): Promise<Problem | null> {
    const text = textOfFile(await file.text());
    if (!text.ok) return text.problem;
    const read = readParallel(text.value);
    const languages = read.ok ? Object.keys(read.value).slice(0, mostLanguages) : document.languages;
    edit({ parallel: text.value, languages });
    return null;
  }

  /** Adds to the problems that are there, so that one file a language can follow another. */
  async function addProblems(file: File): Promise<Problem | null> {
    const before = document.problems.trimEnd();
    const text = textOfFile(problemsOfFile(await file.text(), file.name), before === "" ? 0 : before.length + 1);
    if (!text.ok) return text.problem;
    edit({ problems: `${before}\n${text.value}`.trimStart() });
    return null;
  }

  return (
    <Details summary="Own texts">
      <TextArea
        label="Parallel sentences"
        value={document.parallel}
        maxLength={mostCharacters}
        help={
          parallel?.ok
            ? counted(Object.values(parallel.value)[0]!.length, Object.keys(parallel.value), document.sentences)
            : "A head of language codes with en among them, then a sentence each, parted by tabs. Empty: the embedded ones."
        }
        error={errorOf(parallel)}
        onChange={(value, gesture) => edit({ parallel: value }, gesture)}
      />
      <FileField
        label="Open parallel sentences (.tsv)"
        accept={texts}
        help="Its languages become those that are measured."
        take={openParallel}
      />
      <TextArea
        label="Arithmetic problems"
        value={document.problems}
        maxLength={mostCharacters}
        help={
          problems?.ok
            ? problemsInWords(problems.value, document)
            : "Language code, question and number, parted by tabs; a comma before three digits parts thousands. Empty: the embedded ones."
        }
        error={errorOf(problems)}
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
        maxLength={mostCharacters}
        help={memorisedInWords(document)}
        onChange={(value, gesture) => edit({ memorised: value }, gesture)}
      />
    </Details>
  );
}

function errorOf(read: Result<unknown> | null): string | undefined {
  return read === null || read.ok ? undefined : `${read.problem.what} ${read.problem.remedy}`;
}

/** `200 lines in en, de; the first 20 are measured (“Sentences a language”).` */
function counted(lines: number, languages: readonly string[], sentences: number): string {
  const measured =
    sentences < lines ? `; the first ${sentences} are measured (“Sentences a language”)` : ", all of them measured";
  return `${lines} lines in ${languages.join(", ")}${measured}.`;
}

/** How many problems there are in each language, and which of the languages are not measured. */
function problemsInWords(
  problems: Readonly<Record<string, readonly unknown[]>>,
  { languages, written, measures }: Document,
): string {
  const counts = Object.entries(problems).map(([language, all]) => `${all.length} in ${language}`);
  const others = Object.keys(problems).filter((language) => !languages.includes(language));
  const unread = others.length === 0 ? "" : ` Not measured, as not chosen under “Languages”: ${others.join(", ")}.`;
  if (!measures.includes("arithmetic"))
    return `Problems: ${counts.join(", ")}. Arithmetic is not among the chosen measures.`;
  return `Problems: ${counts.join(", ")}; at most ${written} a language are measured (“Written texts a language”).${unread}`;
}

function memorisedInWords({ memorised, measures }: Document): string {
  const lines = linesOf(memorised).length;
  if (lines === 0) return "One a line, for recitation and membership.";
  const chosen = ["recitation", "membership"].some((id) => measures.includes(id));
  return `${lines} ${lines === 1 ? "text" : "texts"}, one a line.${chosen ? "" : " Neither recitation nor membership is among the chosen measures."}`;
}
