/** What was measured on recorded or written mixed text, by the ids of our measures. */
export interface ReferenceCorpus {
  readonly name: string;
  readonly reference: string;
  readonly measures: Readonly<Record<string, number>>;
}

const guzman = "Guzmán et al. 2017, LanguageMetrics";

/** Over all words of a corpus in their order, as its authors published them. */
export const referenceCorpora: readonly ReferenceCorpus[] = [
  {
    name: "Killer Crónicas (Spanish–English novel)",
    reference: guzman,
    measures: {
      "m-index": 0.9900635,
      "i-index": 0.2243554,
      burstiness: 0.0366147,
      memory: -0.0137592,
      "language-entropy": 0.9963953,
    },
  },
  {
    name: "Solorio (Spanish–English talk)",
    reference: guzman,
    measures: {
      "m-index": 0.6032507,
      "i-index": 0.0807681,
      burstiness: 0.2809723,
      memory: -0.1295548,
      "language-entropy": 0.8132856,
    },
  },
];
