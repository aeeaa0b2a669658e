const labels: Readonly<Record<string, readonly [question: string, answer: string]>> = {
  en: ["Question", "Answer"],
  de: ["Frage", "Antwort"],
  es: ["Pregunta", "Respuesta"],
  hi: ["प्रश्न", "उत्तर"],
  tr: ["Soru", "Cevap"],
};

/**
 * What stands before an answer, to its colon, as in the training texts of the embedded checkpoints; in English for
 * languages without words of their own here.
 */
export function exchangePrompt(language: string, question: string): string {
  const [asks, answers] = labels[language] ?? labels["en"]!;
  return `${asks}: ${question}\n${answers}:`;
}
