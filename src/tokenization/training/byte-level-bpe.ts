import { spellBytes } from "../byte-alphabet";
import { learnMerges } from "./merges";
import { byteLevelWords, wordPattern } from "./pre-tokens";
import { bpeModel, tokenizerFiles } from "./tokenizer-file";
import { checkTraining, type Trainer } from "./trainer";

const bytes = Array.from({ length: 256 }, (_, byte) => spellBytes([byte])).sort();

/** BPE over UTF-8 bytes: every text can be spelt, and a character of three bytes may cost three tokens. */
export const byteLevelBpe: Trainer = {
  name: "byte-level-bpe",
  title: "BPE over bytes",
  reference: "Radford et al. 2019 (GPT-2); Sennrich et al. 2016, arXiv 1508.07909",
  *train(text, { vocabularySize, specialTokens }) {
    const words = byteLevelWords(text);
    const alphabet = [...specialTokens, ...bytes];
    checkTraining(words, alphabet.length, vocabularySize);
    const { tokens, merges } = yield* learnMerges(words, alphabet, vocabularySize);
    return tokenizerFiles({
      specialTokens,
      preTokenizer: {
        type: "Sequence",
        pretokenizers: [
          { type: "Split", pattern: { Regex: wordPattern }, behavior: "Isolated", invert: false },
          { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: false },
        ],
      },
      decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: bpeModel(tokens, merges),
    });
  },
};
