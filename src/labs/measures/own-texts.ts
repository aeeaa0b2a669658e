import { exchangePrompt } from "../../data/measures/exchange";
import type { ArithmeticProblem } from "../../measures/card/items";
import { numbersMeant } from "../../measures/card/measures/arithmetic";
import { fail, ok, type Result } from "../../result";

/** Characters that a document holds of own texts of a kind. */
export const mostCharacters = 200_000;

/** Languages that a document holds. */
export const mostLanguages = 16;

/** The text of a file of own texts; a problem where it is not UTF-8, or together with what is there already too long to be held. */
export function textOfFile(text: string, already = 0): Result<string> {
  if (/[\uFFFD\0]/.test(text)) {
    return fail({
      code: "source-invalid",
      what: "This file is not text in UTF-8.",
      remedy: "Save it as UTF-8, in a spreadsheet as “Unicode” or “UTF-8” text, and open it again.",
    });
  }
  const length = already + text.length;
  if (length <= mostCharacters) return ok(text);
  return fail({
    code: "input-invalid",
    what: `These are ${length.toLocaleString("en")} characters; a scorecard holds ${mostCharacters.toLocaleString("en")}.`,
    remedy: "Open a file of fewer lines.",
    facts: { length },
  });
}

/** The lines of a field that hold something, trimmed. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * Parallel sentences from a table: a head of language codes, then a sentence a language, parted by tabs. Fails with
 * `input-invalid`, naming the line that does not pair.
 */
export function readParallel(text: string): Result<Readonly<Record<string, readonly string[]>>> {
  const [head = { text: "", number: 1 }, ...lines] = text
    .split(/\r?\n/)
    .map((line, index) => ({ text: line, number: index + 1 }))
    .filter((line) => line.text.trim() !== "");
  const codes = head.text.split("\t").map((code) => code.trim().toLowerCase());
  if (codes.length < 2 || !codes.every(isCode) || new Set(codes).size < codes.length) return notAHead(head);
  const rows = lines.map((line) => ({ ...line, cells: line.text.split("\t").map((cell) => cell.trim()) }));
  const odd = rows.find(({ cells }) => cells.length !== codes.length || cells.includes(""));
  if (odd) {
    const filled = odd.cells.filter((cell) => cell !== "").length;
    return invalid(
      `Line ${odd.number} of the parallel sentences does not pair: ${filled} ${filled === 1 ? "sentence" : "sentences"} for ${codes.length} languages.`,
      "Give every line one sentence a language, parted by tabs.",
      odd.number,
    );
  }
  if (rows.length < 2) {
    return invalid(
      `There ${rows.length === 1 ? "is one line" : "are no lines"} of parallel sentences.`,
      "Give at least two: a sentence is told apart from the others.",
      2,
    );
  }
  return ok(Object.fromEntries(codes.map((code, column) => [code, rows.map(({ cells }) => cells[column]!)])));
}

function isCode(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code);
}

function notAHead({ text, number }: { readonly text: string; readonly number: number }): Result<never> {
  const other = text.includes("\t") ? undefined : [",", ";"].find((mark) => text.split(mark).length > 1);
  return invalid(
    `The first line of the parallel sentences is no head of language codes: “${text.slice(0, 60)}”.`,
    other
      ? `Part the columns by tabs, not by “${other}”: a spreadsheet saves them so as “tab-separated” or .tsv.`
      : "Begin with codes parted by tabs, such as en, tab, de, each once.",
    number,
  );
}

/**
 * Arithmetic problems: lines of language code, question and number, parted by tabs. The number is read as a model's answer
 * is; one that can mean two is refused.
 */
export function readProblems(text: string): Result<Readonly<Record<string, readonly ArithmeticProblem[]>>> {
  const problems: Record<string, ArithmeticProblem[]> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [code = "", question = "", number = ""] = line.split("\t").map((cell) => cell.trim());
    const [answer, other] = numbersMeant(number);
    if (!isCode(code) || question === "" || answer === undefined) {
      return invalid(
        `Line ${index + 1} of the problems is not language, question and number: “${line.slice(0, 60)}”.`,
        "Part the three by tabs, or open a file such as mgsm_de.tsv.",
        index + 1,
      );
    }
    if (other !== undefined) {
      return invalid(
        `Line ${index + 1} of the problems ends in “${number}”, which can be ${answer} or ${other}.`,
        `Write ${answer} or ${other}.`,
        index + 1,
      );
    }
    (problems[code] ??= []).push({ question: exchangePrompt(code, question), answer });
  }
  return ok(problems);
}

/**
 * The text of a file of problems. MGSM's files hold question and number alone; their language is in the name
 * (`mgsm_de.tsv`) and is put before each line.
 */
export function problemsOfFile(text: string, fileName: string): string {
  const code = /[_-]([a-z]{2,3})\.\w+$/i.exec(fileName)?.[1]?.toLowerCase();
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => (code !== undefined && line.split("\t").length === 2 ? `${code}\t${line}` : line))
    .join("\n");
}

function invalid(what: string, remedy: string, line: number): Result<never> {
  return fail({ code: "input-invalid", what, remedy, facts: { line } });
}
