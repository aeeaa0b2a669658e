import { fail, ok, type Problem, type Result } from "../../result";
import type { WordVectors } from "./ppmi-svd";

/** Words read of a file, which are in order of frequency. */
const most = 50_000;

/**
 * Vectors of a fastText or word2vec text file: a line "count width", then a word and its numbers a line. The first 50,000 words are
 * read. Fails with `input-invalid`, naming the line.
 */
export function parseVectors(text: string): Result<WordVectors> {
  const vectors = new Map<string, Float32Array>();
  let width: number | undefined;
  let line = 0;
  for (let start = 0; start < text.length && vectors.size < most; line++) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const [word = "", ...numbers] = text.slice(start, end).trimEnd().split(" ");
    start = end + 1;
    if (line === 0 && numbers.length === 1 && /^\d+$/.test(word)) continue;
    if (word === "" && numbers.length === 0) continue;
    const vector = Float32Array.from(numbers, Number);
    width ??= vector.length;
    if (width === 0 || vector.length !== width || !vector.every(Number.isFinite))
      return fail(unreadable(line + 1, width));
    vectors.set(word, vector);
  }
  return vectors.size > 0 ? ok(vectors) : fail(unreadable(1, 0));
}

function unreadable(line: number, width: number): Problem {
  return {
    code: "input-invalid",
    what: `Line ${line} of the vectors is not a word and ${width || "its"} numbers.`,
    remedy: "Choose a .vec file of fastText or word2vec in text form, unpacked.",
    facts: { line, width },
  };
}
