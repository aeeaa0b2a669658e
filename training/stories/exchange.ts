import type { Language } from "./script";

interface Labels {
  readonly question: string;
  readonly answer: string;
}

/** The same two words before problems and before questions about stories, so that one teaches the form of the other. */
const labels: Readonly<Record<Language, Labels>> = {
  en: { question: "Question", answer: "Answer" },
  de: { question: "Frage", answer: "Antwort" },
  es: { question: "Pregunta", answer: "Respuesta" },
  hi: { question: "प्रश्न", answer: "उत्तर" },
  tr: { question: "Soru", answer: "Cevap" },
};

/** A text in pieces, each with whether a model learns to write it (true) or only reads it. */
export type Parts = readonly (readonly [text: string, learnt: boolean])[];

/** What stands before an answer, to its colon: the answer continues with a space. */
export function promptOf(language: Language, question: string): string {
  const { question: asks, answer } = labels[language];
  return `${asks}: ${question}\n${answer}:`;
}

export function exchangeOf(language: Language, question: string, answer: string): Parts {
  return [
    [promptOf(language, question), false],
    [` ${answer}\n`, true],
  ];
}

/** The last whole number of the first answer in a text, which may be a prompt with its continuation. None: undefined. */
export function answerOf(text: string): number | undefined {
  const marker = new RegExp(
    `(?:${Object.values(labels)
      .map(({ answer }) => answer)
      .join("|")}):`,
    "u",
  ).exec(text);
  const line = text
    .slice(marker ? marker.index + marker[0].length : 0)
    .trimStart()
    .split("\n")[0]!;
  const last = line.match(/\d+/g)?.at(-1);
  return last === undefined ? undefined : Number(last);
}
