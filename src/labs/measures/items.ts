import { identify, loadIdentifier } from "../../codeswitch/identify";
import { splitWords } from "../../codeswitch/words";
import type { Document } from "../../experiments/documents/measures";
import type { ArithmeticProblem, CardItems } from "../../measures/card/items";
import { symbolItems } from "../../measures/card/measures/symbols";
import { fail, ok, type Result } from "../../result";
import { linesOf, readParallel, readProblems } from "./own-texts";

const pivot = "en";
/** Words of a beginning that is to be continued. */
const beginningWords = 4;

export interface PreparedItems {
  readonly items: CardItems;
  readonly warnings: readonly string[];
}

/** The items that a document asks for; a problem where own texts cannot be read or a language has no sentences. */
export async function prepareItems(document: Document): Promise<Result<PreparedItems>> {
  const { variants, languages, sentences, written } = document;
  const own = document.parallel.trim() !== "";
  const [{ parallelSentences }, embedded] = await Promise.all([
    import("../../data/parallel"),
    import("../../data/measures/index"),
    own && loadIdentifier(),
  ]);
  const parallel = own ? readParallel(document.parallel) : ok(parallelSentences);
  if (!parallel.ok) return parallel;
  const given: Readonly<Record<string, readonly string[]>> = parallel.value;
  const missing = [pivot, ...languages].find((language) => !Object.hasOwn(given, language));
  if (missing !== undefined) {
    const compared = missing === pivot ? ", which every other language is measured against" : "";
    const columns = Object.keys(given).join(", ");
    return fail({
      code: "input-invalid",
      what: `There are no sentences in “${missing}”${compared}.`,
      remedy:
        missing === pivot
          ? "Give a column for it."
          : `Under “Languages” choose among ${columns}, or give a column for it.`,
      facts: { language: missing },
    });
  }
  const problems = document.problems.trim() === "" ? ok(embedded.problems) : readProblems(document.problems);
  if (!problems.ok) return problems;

  const wanted = [...new Set([pivot, ...languages])];
  const take = <T>(all: Readonly<Record<string, readonly T[]>>, count: number) =>
    Object.fromEntries(wanted.map((language) => [language, spread(all[language] ?? [], count)]));
  const chosen = Object.fromEntries(wanted.map((language) => [language, given[language]!.slice(0, sentences)]));
  // A direction is made from the sentences that are not measured: none of them may be begun where one is added.
  const begun = variants.some(({ kind }) => kind === "steering") ? chosen : given;
  const items: CardItems = {
    languages,
    pivot,
    parallel: chosen,
    beginnings: Object.fromEntries(
      wanted.map((language) => [language, beginningsOf(begun[language]!, language).slice(0, written)]),
    ),
    minimalPairs: take(embedded.minimalPairs, sentences),
    questions: take(embedded.questions, written),
    conversations: take(embedded.conversations, Math.ceil(written / 2)),
    words: take(embedded.words, sentences),
    problems: take<ArithmeticProblem>(problems.value, written),
    symbols: symbolItems(sentences),
    memorised: linesOf(document.memorised),
  };
  return ok({ items, warnings: own ? foreignColumns(chosen) : [] });
}

/** So many of a list, evenly spread, so that every phenomenon has its share. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
}

/** The first words of the sentences that are long enough to be gone on with. */
function beginningsOf(sentences: readonly string[], language: string): readonly string[] {
  return sentences.flatMap((sentence) => {
    const words = splitWords(sentence, language);
    const end = words[beginningWords];
    if (end === undefined || words.length < beginningWords + 3) return [];
    return [sentence.slice(0, end.start).trimEnd()];
  });
}

/** Own columns most of whose lines are identified as another language of the table. */
function foreignColumns(parallel: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const codes = Object.keys(parallel);
  return codes.flatMap((code) => {
    const lines = parallel[code]!;
    const found = lines.map((line) => identify(line, codes).language);
    const other = codes.find(
      (candidate) => candidate !== code && 2 * found.filter((one) => one === candidate).length > lines.length,
    );
    return other === undefined ? [] : [`Most lines of the column “${code}” look like “${other}”.`];
  });
}
