interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Where it is found: an arXiv number, an ACL Anthology id, else the venue. */
  readonly at: string;
}

/** The papers behind the lessons, each written once. */
const papers = {
  bandarkar: {
    authors: "Bandarkar et al.",
    year: 2025,
    title: "Layer Swapping for Zero-Shot Cross-Lingual Transfer in Large Language Models",
    at: "arXiv 2410.01335",
  },
  bhat: {
    authors: "Bhat, Choudhury and Bali",
    year: 2016,
    title: "Grammatical Constraints on Intra-sentential Code-Switching: From Theories to Working Models",
    at: "arXiv 1612.04538",
  },
  cawley: {
    authors: "Cawley and Talbot",
    year: 2010,
    title: "On Over-fitting in Model Selection and Subsequent Selection Bias in Performance Evaluation",
    at: "JMLR 11",
  },
  echterhoff: {
    authors: "Echterhoff et al.",
    year: 2024,
    title: "MUSCLE: A Model Update Strategy for Compatible LLM Evolution",
    at: "arXiv 2407.09435",
  },
  foroutan: {
    authors: "Foroutan et al.",
    year: 2025,
    title: "Parity-Aware Byte-Pair Encoding: Improving Cross-lingual Fairness in Tokenization",
    at: "arXiv 2508.04796",
  },
  gamback: {
    authors: "Gambäck and Das",
    year: 2016,
    title: "Comparing the Level of Code-Switching in Corpora",
    at: "ACL Anthology L16-1292",
  },
  goddard: {
    authors: "Goddard et al.",
    year: 2024,
    title: "Arcee’s MergeKit: A Toolkit for Merging Large Language Models",
    at: "arXiv 2403.13257",
  },
  gurgurov: {
    authors: "Gurgurov et al.",
    year: 2026,
    title: "CLaS-Bench: A Cross-Lingual Alignment and Steering Benchmark",
    at: "arXiv 2601.08331",
  },
  guzman: {
    authors: "Guzmán et al.",
    year: 2017,
    title: "Metrics for Modeling Code-Switching Across Corpora",
    at: "Interspeech 2017",
  },
  kargaran: {
    authors: "Kargaran et al.",
    year: 2024,
    title: "MEXA: Multilingual Evaluation of English-Centric LLMs via Cross-Lingual Alignment",
    at: "arXiv 2410.05873",
  },
  lee: {
    authors: "Lee et al.",
    year: 2019,
    title: "Linguistically Motivated Parallel Data Augmentation for Code-Switch Language Modeling",
    at: "Interspeech 2019",
  },
  marchisio: {
    authors: "Marchisio et al.",
    year: 2024,
    title: "How Does Quantization Affect Multilingual LLMs?",
    at: "arXiv 2407.03211",
  },
  mitchell: {
    authors: "Mitchell et al.",
    year: 2023,
    title: "An Emulator for Fine-Tuning Large Language Models using Small Language Models",
    at: "arXiv 2310.12962",
  },
  myersScotton: {
    authors: "Myers-Scotton",
    year: 1993,
    title: "Duelling Languages: Grammatical Structure in Codeswitching",
    at: "Oxford University Press",
  },
  nayeem: {
    authors: "Nayeem et al.",
    year: 2025,
    title: "Beyond Fertility: Analyzing STRR as a Metric for Multilingual Tokenization Evaluation",
    at: "arXiv 2510.09947",
  },
  petrov: {
    authors: "Petrov et al.",
    year: 2023,
    title: "Language Model Tokenizers Introduce Unfairness Between Languages",
    at: "arXiv 2305.15425",
  },
  poplack: {
    authors: "Poplack",
    year: 1980,
    title: "Sometimes I’ll start a sentence in Spanish y termino en español",
    at: "Linguistics 18",
  },
  pratapa: {
    authors: "Pratapa et al.",
    year: 2018,
    title: "Language Modeling for Code-Mixing: The Role of Linguistic Theory based Synthetic Data",
    at: "ACL Anthology P18-1143",
  },
  rimsky: {
    authors: "Rimsky et al.",
    year: 2024,
    title: "Steering Llama 2 via Contrastive Activation Addition",
    at: "arXiv 2312.06681",
  },
  sterz: {
    authors: "Sterz et al.",
    year: 2025,
    title: "ReCoVeR the Target Language: Language Steering without Sacrificing Task Performance",
    at: "arXiv 2509.14814",
  },
  velayuthan: {
    authors: "Velayuthan and Sarveswaran",
    year: 2025,
    title: "Egalitarian Language Representation in Language Models: It All Begins with Tokenizers",
    at: "arXiv 2409.11501",
  },
  wortsman: {
    authors: "Wortsman et al.",
    year: 2022,
    title:
      "Model Soups: Averaging Weights of Multiple Fine-tuned Models Improves Accuracy without Increasing Inference Time",
    at: "arXiv 2203.05482",
  },
  yadav: {
    authors: "Yadav et al.",
    year: 2023,
    title: "TIES-Merging: Resolving Interference When Merging Models",
    at: "arXiv 2306.01708",
  },
} satisfies Readonly<Record<string, Paper>>;

export type PaperId = keyof typeof papers;

/** A paper as every lesson cites it: “Poplack 1980, Title (where it is found)”. */
export function citation(id: PaperId): string {
  const { authors, year, title, at } = papers[id];
  return `${authors} ${year}, ${title} (${at})`;
}
