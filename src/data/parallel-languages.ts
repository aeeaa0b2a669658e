/** Languages of the parallel set: the five of the embedded checkpoints first. ISO 639-1. */
export const parallelLanguages = ["en", "de", "es", "hi", "tr", "fr", "ru", "zh", "ja", "ar", "sw"] as const;
export type ParallelLanguage = (typeof parallelLanguages)[number];

/** Sentence i of every language says the same. */
export type ParallelSentences = Readonly<Record<ParallelLanguage, readonly string[]>>;
