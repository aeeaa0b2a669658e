/** A continuation judged against the answer in its own language and the answer in English. */
export interface Adherence {
  readonly own: boolean;
  readonly english: boolean;
}

/**
 * Which gold answers an answer matches, by CoCo-CoLa's rule (2502.12476, 2025): lower-cased, one contains the other. An
 * empty answer matches nothing. Over items, share(own) / (share(own) + share(english)) is the ratio: 1 says that what the
 * model knows it says in the language it was asked in.
 */
export function adherence(answer: string, gold: { readonly own: string; readonly english: string }): Adherence {
  return { own: contains(answer, gold.own), english: contains(answer, gold.english) };
}

function contains(answer: string, gold: string): boolean {
  const [a, b] = [normal(answer), normal(gold)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}

function normal(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .trim()
    .replace(/[\s\p{P}]+$/u, "");
}
