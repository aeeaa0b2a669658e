/** A text without what people leave out when they type: capitals and marks over letters. */
export function loosely(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text, loosely. */
export function wordsOf(text: string): readonly string[] {
  return loosely(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that questions are asked with, and that tell nothing of what is asked. */
const small = new Set(
  "a an and are as at be by can did do does for from has have how i in is it of on or that the there this to was what when where which who why with".split(
    " ",
  ),
);

/** The words of a query that tell something; all of them where none does. */
export function typedWords(query: string): readonly string[] {
  const words = [...new Set(wordsOf(query))];
  const telling = words.filter((word) => !small.has(word));
  return telling.length > 0 ? telling : words;
}

/** How well a typed word fits one of a text, both loose: the same or another form of it, its beginning, within it, not at all. */
export function fit(typed: string, word: string): number {
  if (word === typed) return 1;
  if (word.startsWith(typed)) return 0.8;
  if (typed.length > 3 && stemOf(typed) === stemOf(word)) return 0.8;
  return typed.length > 3 && word.includes(typed) ? 0.3 : 0;
}

const stems = new Map<string, string>();

/** What English forms of one word share: “steered” and “steering”, “romanize” and “romanises”. */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word
    .replace(/ies$/, "y")
    .replace(/(?<=\p{L}{2}[^s\P{L}])s$/u, "")
    .replace(/(?<=\p{L}{3})(?:ation|ing|ed|er|e)$/u, "")
    .replace(/([^aeiouls])\1$/, "$1")
    .replace(/iz$/, "is");
  stems.set(word, stem);
  return stem;
}

/** Whether a word may be the typed one with a slip: one letter too many, missing, other or moved; two in long words. */
export function isSlip(typed: string, word: string): boolean {
  const most = typed.length < 5 ? 0 : typed.length < 9 ? 1 : 2;
  return word[0] === typed[0] && Math.abs(word.length - typed.length) <= most && slips(typed, word) <= most;
}

/** Letters inserted, left out, replaced, or two neighbours exchanged, at least (Damerau 1964). */
function slips(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!same));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
