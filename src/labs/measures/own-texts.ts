import { exchangePrompt } from "../../data/measures/exchange";
import type { ArithmeticProblem } from "../../measures/card/items";
import { numbersMeant } from "../../measures/card/measures/arithmetic";
import { fail, ok, type Result } from "../../result";

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
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const codes = head.split("\t").map((code) => code.trim().toLowerCase());
  const bad = codes.find((code) => !/^[a-z]{2,3}$/.test(code));
  if (codes.length < 2 || bad !== undefined || new Set(codes).size < codes.length) {
    return invalid(
      `The first line of the parallel sentences is no head of language codes: “${head.slice(0, 60)}”.`,
      "Begin with codes parted by tabs, such as en, tab, de, each once.",
      1,
    );
  }
  const rows = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  const odd = rows.findIndex((cells) => cells.length !== codes.length || cells.includes(""));
  if (odd >= 0) {
    const filled = rows[odd]!.filter((cell) => cell !== "").length;
    return invalid(
      `Line ${odd + 2} of the parallel sentences does not pair: ${filled} sentences for ${codes.length} languages.`,
      "Give every line one sentence a language, parted by tabs.",
      odd + 2,
    );
  }
  if (rows.length < 2) {
    return invalid(
      `There ${rows.length === 1 ? "is one line" : "are no lines"} of parallel sentences.`,
      "Give at least two: a sentence is told apart from the others.",
      2,
    );
  }
  return ok(Object.fromEntries(codes.map((code, column) => [code, rows.map((cells) => cells[column]!)])));
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
    if (!/^[a-z]{2,3}$/.test(code) || question === "" || answer === undefined) {
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
