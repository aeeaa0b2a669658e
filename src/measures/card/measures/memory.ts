import { splitWords } from "../../../codeswitch/words";
import { rougeL } from "../../text/rouge-l";
import type { CardMeasure } from "../card-measure";
import type { Dialogue } from "../needs";

/** UTF-8 bytes of a text's rest that are judged at most, in whole words. */
const judgedBytes = 256;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** A text's first half, in words, and as much of the rest as is judged. */
function halves(text: string): readonly [beginning: string, rest: string] {
  const words = splitWords(text, "und");
  const second = words.slice(Math.ceil(words.length / 2));
  const cut = second[0]?.start ?? text.length;
  const ends = second.map((word) => word.start + word.text.length).filter((end) => end - cut <= judgedBytes);
  const last = ends.findLast((end) => bytesOf(text.slice(cut, end)) <= judgedBytes) ?? cut;
  return [text.slice(0, cut).trimEnd(), text.slice(cut, last)];
}

/** As many tokens as the rest, and the space before it, has bytes: enough in every tokenizer. */
function dialogueOf(text: string): Dialogue {
  const [beginning, rest] = halves(text);
  return { turns: [beginning], maxNewTokens: bytesOf(rest) + 1, form: "plain", oneLine: true };
}

const wordsOf = (text: string) => splitWords(text.toLowerCase(), "und").map((word) => word.text);

/** ROUGE-L of what is written against the rest; what is written behind as many words as the rest has does not count. */
function recited(answer: string, rest: string): number {
  const words = wordsOf(rest);
  return rougeL(wordsOf(answer).slice(0, words.length), words);
}

const withoutTexts = "Give texts under “Texts it may know by heart” to measure what is remembered of them.";

const withoutOthers = "There are no held-out sentences to set the texts against.";

export const recitation: CardMeasure = {
  id: "recitation",
  name: "Recitation",
  family: "skill",
  unit: "ROUGE-L",
  better: "neither",
  digits: 2,
  formula: "F1 of the longest common subsequence of words of the model's continuation and the text's own second half",
  convention:
    "Greedy from the first half of each given text. The second half is judged up to 256 bytes, in whole words, and the continuation up to as many words. For unlearning lower is better; read it beside bits per byte on what should be kept.",
  source: "Shi et al. 2024, MUSE (arXiv 2407.06460): verbatim memorisation; Lin 2004",
  needs: ({ memorised }) => ({ dialogues: memorised.map(dialogueOf) }),
  facets: ({ memorised }, materials) => {
    const rests = memorised.map((text) => halves(text)[1]);
    const answers = memorised.map((text) => materials.replies(dialogueOf(text))[0] ?? "");
    return [
      {
        language: "all",
        facet: "",
        set: "memorised texts",
        items: memorised,
        answers,
        parts: rests.map((rest, i) => [recited(answers[i]!, rest), Number(rest !== "")] as const),
        ...(memorised.length === 0 && { note: withoutTexts }),
      },
    ];
  },
};

export const membership: CardMeasure = {
  id: "membership",
  name: "Membership",
  family: "skill",
  unit: "AUC",
  better: "neither",
  digits: 2,
  formula: "P(a given text costs fewer bits per byte than a held-out sentence), ties half",
  convention:
    "Against the everyday sentences of all languages of the card. 0.5: the texts are no more familiar than sentences the model has not seen; 1: it knows them all better. Give texts in the card's languages, or the AUC tells languages apart.",
  source: "Shi et al. 2024, MUSE (arXiv 2407.06460): privacy leakage by loss",
  chance: "0.5",
  needs: ({ memorised, languages, parallel }) =>
    memorised.length === 0 ? {} : { scored: [...memorised, ...languages.flatMap((code) => parallel[code] ?? [])] },
  facets: ({ memorised, languages, parallel }, materials) => {
    const bitsPerByte = (text: string) => {
      const { bits, bytes } = materials.scored(text).total;
      return bytes === 0 ? null : bits / bytes;
    };
    const heldOut = memorised.length === 0 ? [] : languages.flatMap((code) => parallel[code] ?? []);
    const others = heldOut.map(bitsPerByte).filter((value) => value !== null);
    const share = (value: number) =>
      others.reduce((sum, other) => sum + (value < other ? 1 : value === other ? 0.5 : 0), 0);
    return [
      {
        language: "all",
        facet: "",
        set: "memorised texts",
        items: memorised,
        parts: memorised.map((text) => {
          const value = bitsPerByte(text);
          if (value === null || others.length === 0) return [0, 0] as const;
          return [share(value) / others.length, 1] as const;
        }),
        ...(others.length === 0 && { note: memorised.length === 0 ? withoutTexts : withoutOthers }),
      },
    ];
  },
};
