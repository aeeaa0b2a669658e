/** A model of the hub that was chosen for this lab. */
export interface HubModel {
  /** As on the hub; a GGUF file stands behind a revision. */
  readonly reference: string;
  readonly parameters: number;
  /** Parameters of the embedding, which keep 8 bits where the blocks have 4; of a head of its own as well. */
  readonly tableParameters: number;
  /** Bytes to fetch: as published, whatever the weights are held in. */
  readonly downloadBytes: number;
  /** ISO 639-1, of those that the model's authors name; English first where it leads. */
  readonly languages: readonly string[];
  /** How many languages the authors speak of, where these are more. */
  readonly languageCount?: number;
  readonly licence: string;
  /** Opens only to who has accepted its terms. */
  readonly gated?: true;
  readonly goodFor: string;
}

const smol135 = { parameters: 134_515_008, tableParameters: 28_311_552, downloadBytes: 269_060_552 };
const smol360 = { parameters: 361_821_120, tableParameters: 47_185_920, downloadBytes: 723_674_912 };
const qwen25 = { parameters: 494_032_768, tableParameters: 136_134_656, downloadBytes: 988_097_824 };
const gemma270 = { parameters: 268_098_176, tableParameters: 167_772_160, downloadBytes: 536_223_056 };
const llama1b = { parameters: 1_235_814_400, tableParameters: 262_668_288, downloadBytes: 2_471_645_608 };
const apache = "Apache 2.0";
const qwenLanguages = ["en", "zh", "fr", "es", "pt", "de", "it", "ru", "ja", "ko", "vi", "th", "ar"];
const llamaLanguages = ["en", "de", "fr", "it", "pt", "hi", "es", "th"];

/** In order of size; a base model before its instruct model. */
export const hubModels: readonly HubModel[] = [
  {
    reference: "openai-community/gpt2",
    parameters: 124_439_808,
    tableParameters: 38_597_376,
    downloadBytes: 548_105_171,
    languages: ["en"],
    licence: "MIT",
    goodFor: "The model that most published steering and logit lens results are about; its numbers can be compared.",
  },
  {
    reference: "HuggingFaceTB/SmolLM2-135M",
    ...smol135,
    languages: ["en"],
    licence: apache,
    goodFor: "The smallest of its kind; base of the pair below: their difference is a chat vector.",
  },
  {
    reference: "HuggingFaceTB/SmolLM2-135M-Instruct",
    ...smol135,
    languages: ["en"],
    licence: apache,
    goodFor: "Instruct model of the pair: swap layers with its base, or steer it.",
  },
  {
    reference: "google/gemma-3-270m",
    ...gemma270,
    languages: ["en"],
    languageCount: 140,
    licence: "Gemma terms of use",
    gated: true,
    goodFor: "A vocabulary of 262,144 tokens in a small model: most of it is the embedding.",
  },
  {
    reference: "google/gemma-3-270m-it",
    ...gemma270,
    languages: ["en"],
    languageCount: 140,
    licence: "Gemma terms of use",
    gated: true,
    goodFor: "Instruct model of the pair: steering and language control over many scripts.",
  },
  {
    reference: "HuggingFaceTB/SmolLM2-360M",
    ...smol360,
    languages: ["en"],
    licence: apache,
    goodFor: "Base of the next larger pair of one family: does what holds at 135 million hold here?",
  },
  {
    reference: "HuggingFaceTB/SmolLM2-360M-Instruct",
    ...smol360,
    languages: ["en"],
    licence: apache,
    goodFor: "Instruct model of the pair.",
  },
  {
    reference: "Qwen/Qwen2.5-0.5B",
    ...qwen25,
    languages: qwenLanguages,
    languageCount: 29,
    licence: apache,
    goodFor: "Multilingual base: language directions, language neurons, and the base of many fine-tunes.",
  },
  {
    reference: "Qwen/Qwen2.5-0.5B-Instruct",
    ...qwen25,
    languages: qwenLanguages,
    languageCount: 29,
    licence: apache,
    goodFor: "Instruct model of the pair: layer swaps between instructions and languages.",
  },
  {
    reference: "meta-llama/Llama-3.2-1B",
    ...llama1b,
    languages: llamaLanguages,
    licence: "Llama 3.2 community licence",
    gated: true,
    goodFor: "Base of the pair with the most language fine-tunes on the hub: layer swaps as published for Llama.",
  },
  {
    reference: "meta-llama/Llama-3.2-1B-Instruct",
    ...llama1b,
    languages: llamaLanguages,
    licence: "Llama 3.2 community licence",
    gated: true,
    goodFor: "Instruct model of the pair; choose 8 or 4 bits.",
  },
];

/** Bytes that the runtime holds in each format, about: blocks of 32 with a scale in f32 each. */
export function heldBytes({ parameters, tableParameters }: Pick<HubModel, "parameters" | "tableParameters">) {
  const [eight, four] = [1 + 4 / 32, 0.5 + 4 / 32];
  return {
    f32: 4 * parameters,
    q8: eight * parameters,
    q4: four * (parameters - tableParameters) + eight * tableParameters,
  };
}
