import { wordRef } from "../bilingual";
import type { Word } from "../words";
import { type Constraint, legal, refused } from "./constraint";

/**
 * No switch between a bound morpheme and its stem. Words are never split here, so what can be broken is a clitic written
 * as a word of its own ('s, n't, -di): such a word stays with its host. Each word is judged in the language it stands in:
 * “ist n't” is refused, “is nicht” is not.
 */
export const freeMorpheme: Constraint = {
  id: "free-morpheme",
  name: "Free morpheme constraint",
  phrase: "the free morpheme constraint",
  rule: "No switch between a bound morpheme and its stem; clitics written apart stay with their host.",
  reference: "Poplack 1980",
  needs: [],
  judge(pair, point) {
    const [left, right] = point.ends;
    const before = pair.units[left.unit]!.words[left.side].at(-1)!;
    const after = pair.units[right.unit]!.words[right.side][0]!;
    const [last, first] = [wordRef(pair, left.side, before), wordRef(pair, right.side, after)];
    if (isEnclitic(pair.sentences[right.side].words[after]!)) {
      return refused({ kind: "bound-morpheme", word: first, host: last });
    }
    if (isProclitic(pair.sentences[left.side].words[before]!)) {
      return refused({ kind: "bound-morpheme", word: last, host: first });
    }
    return legal({ kind: "same-order", constituent: point.node.label, before: [last], after: [first] });
  },
};

/** Up to three letters after an apostrophe or hyphen that nothing closes: 's, 'll, -di; and n't. */
function isEnclitic(word: Word): boolean {
  if (/^n['’]t$/iu.test(word.text)) return true;
  return /^\p{L}{1,3}$/u.test(word.text) && /['’\-‐‑]$/u.test(word.before) && !/^['’]/u.test(word.after);
}

/** Up to three letters before an apostrophe or hyphen with a space after it: l' eau. */
function isProclitic(word: Word): boolean {
  return /^\p{L}{1,3}$/u.test(word.text) && /^['’\-‐‑]\s/u.test(word.after) && !/['’]$/u.test(word.before);
}
