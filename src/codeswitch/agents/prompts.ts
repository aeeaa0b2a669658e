import type { Scenario } from "./scenario";
import type { JudgeId, Marks } from "./score";

/** What all prompts of one sample share. Languages by their English names. */
export interface Commission {
  readonly matrix: string;
  readonly embedded: string;
  /** Wanted share of embedded words, 0 to 1. */
  readonly ratio: number;
  readonly scenario: Scenario;
}

/** What the generator is asked. */
export function writerPrompt({ matrix, embedded, ratio, scenario }: Commission): string {
  const { topic, tense, perspective, gender, age, education, purpose, type } = scenario;
  return [
    `Write one or two sentences that mix ${matrix} and ${embedded}, as ${gender} (${age}, ${education}) who speaks both might say them.`,
    `${matrix} gives the grammar; about ${Math.round(100 * ratio)} % of the words are ${embedded}.`,
    `Topic: ${topic}. Tense: ${tense}. ${capital(perspective)}. The switching is ${type} and serves ${purpose}.`,
    "Give only the sentences.",
  ].join("\n");
}

/** What a judge that is a model is asked. */
export function judgePrompt(judge: Exclude<JudgeId, "ratio" | "fluency">, text: string, about: Commission): string {
  const question =
    judge === "naturalness"
      ? `How natural is this mix of ${about.matrix} and ${about.embedded}, as bilingual people speak?`
      : `How well does this text fit the customs and the politeness of people who speak ${about.matrix} and ${about.embedded}, without stereotypes?`;
  return `${question}\n\nText: ${text}\n\nAnswer with one number from 0 (worst) to 10 (best).`;
}

/** What the refiner is asked, with what every judge found. */
export function refinerPrompt(text: string, marks: Marks, { matrix, embedded, ratio }: Commission): string {
  const found = Object.entries(marks).map(
    ([judge, { value, why }]) => `${judge}: ${value?.toFixed(1) ?? "none"} (${why})`,
  );
  return [
    `Improve this text, which mixes ${matrix} and ${embedded}; about ${Math.round(100 * ratio)} % of the words should be ${embedded}.`,
    `Marks of 10: ${found.join("; ")}.`,
    `Text: ${text}`,
    "Give only the improved text.",
  ].join("\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
