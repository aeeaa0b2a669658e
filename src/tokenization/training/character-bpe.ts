import { learnMerges } from "./merges";
import { alphabetOf, metaspaceWords } from "./pre-tokens";
import { bpeModel, metaspace, tokenizerFiles } from "./tokenizer-file";
import { checkTraining, type Trainer } from "./trainer";

const unknown = "<unk>";
const fallback = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);

/** BPE over the characters of the text; characters that it does not have fall back to their bytes. */
export const characterBpe: Trainer = {
  name: "character-bpe",
  title: "BPE over characters, bytes for the rest",
  reference: "Sennrich et al. 2016, arXiv 1508.07909; byte fallback: Touvron et al. 2023 (Llama 2), arXiv 2307.09288",
  *train(text, { vocabularySize, specialTokens }) {
    const words = metaspaceWords(text);
    const special = [...specialTokens, ...(specialTokens.includes(unknown) ? [] : [unknown])];
    const alphabet = [...special, ...fallback, ...alphabetOf(words)];
    checkTraining(words, alphabet.length, vocabularySize);
    const { tokens, merges } = yield* learnMerges(words, alphabet, vocabularySize);
    return tokenizerFiles({
      specialTokens: special,
      preTokenizer: metaspace,
      decoder: {
        type: "Sequence",
        decoders: [
          { type: "Replace", pattern: { String: "▁" }, content: " " },
          { type: "ByteFallback" },
          { type: "Fuse" },
          { type: "Strip", content: " ", start: 1, stop: 0 },
        ],
      },
      model: bpeModel(tokens, merges, { unk_token: unknown, fuse_unk: true, byte_fallback: true }),
    });
  },
};
