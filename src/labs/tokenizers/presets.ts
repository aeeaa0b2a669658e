import type { Document } from "../../experiments/documents/tokenizers";
import { vocabularyDefaults } from "../../experiments/documents/vocabulary";
import type { Preset } from "../lab";

export const presets: readonly Preset<Document>[] = [
  {
    id: "why-hindi",
    question: "Why does Hindi cost more than English?",
    look: "The two lines say the same. GPT-2 learned hardly any Devanagari and has a piece for next to none of its letters, so that each takes two tokens; a vocabulary that saw Hindi pays little more than for English.",
    paper: "Petrov et al. 2023, Language Model Tokenizers Introduce Unfairness Between Languages (arXiv 2305.15425)",
    settings: {},
  },
  {
    id: "one-text",
    question: "One text, seven tokenizers: who cuts where?",
    look: "Point at a word: the same bytes light up in every strip. Numbers, spaces, capitals and a switch of language are where vocabularies differ most.",
    paper: "Rust et al. 2021, How Good is Your Tokenizer? (ACL 2021)",
    settings: {
      text: "In 1969 the Wohnungsbaugesellschaft built 12,500 flats – çok katlı, ruhig gelegen, muy cerca del río.\n    Don't panic: अब आगे क्या? 明天再说吧。",
      tokenizers: ["polyglot-base", "r50k", "cl100k", "o200k", "utf8", "code-points", "graphemes"],
      metric: "fertility-isolated",
      ranked: "o200k",
    },
  },
  {
    id: "emoji",
    question: "What does an emoji cost?",
    look: "A family is one character to a reader, seven code points, and 25 bytes. Marks at the foot of a box are token boundaries inside one character: a model can stop between them.",
    paper: "Velayuthan and Sarveswaran 2025, Egalitarian Language Representation (COLING 2025)",
    settings: {
      text: "👍 👍🏽 👨‍👩‍👧‍👦 🇨🇿 🏳️‍🌈 ❤️ हिन्दी क्ष é e\u0301 한국",
      tokenizers: ["r50k", "cl100k", "o200k", "utf8", "code-points", "graphemes"],
      metric: "grapheme-breaks",
      ranked: "cl100k",
    },
  },
  {
    id: "which-language-fits",
    question: "Which languages fit into 8,192 pieces?",
    look: "polyglot learned its pieces from English, German, Spanish, Hindi and Turkish. These stay whole; Swahili borrows Latin pieces; Russian, Chinese, Japanese and Arabic fall apart into bytes.",
    paper: "Ács 2019, Exploring BERT's Vocabulary; Rust et al. 2021 (ACL 2021)",
    settings: {
      text: "The moon was so bright that we could read without a lamp.\nAy o kadar parlaktı ki lambasız okuyabiliyorduk.\nMwezi uling'aa sana hata tukaweza kusoma bila taa.\n月亮那么亮，我们不用灯也能看书。",
      metric: "fragments",
      ranked: "polyglot-base",
    },
  },
  {
    id: "whole-words",
    question: "Whose words survive whole?",
    look: "The share of words that are one token, as the strips' long boxes show it. Fertility averages; this tells for whom the vocabulary was made. Compare with and without the space before a word.",
    paper: "Nayeem et al. 2025, Beyond Fertility: STRR (arXiv 2510.09947)",
    settings: {
      text: "My grandmother tells the best stories in the whole family.\nMeine Großmutter erzählt die besten Geschichten in der ganzen Familie.\nमेरी दादी पूरे परिवार में सबसे अच्छी कहानियाँ सुनाती हैं।",
      metric: "single-token-words-spaced",
      ranked: "o200k",
    },
  },
  {
    id: "bigger-fairer",
    question: "Is a bigger vocabulary a fairer one?",
    look: "50,257, 100,277, 200,019 pieces: follow one language from column to column, then the Gini index of the whole. Bytes are not even either, as a Devanagari letter takes three, yet they are more so than the two older vocabularies.",
    paper: "Petrov et al. 2023 (arXiv 2305.15425); Foroutan et al. 2025, Parity-Aware BPE (arXiv 2508.04796)",
    settings: {
      text: "She speaks four languages, but she dreams only in one.\nتتكلم أربع لغات لكنها تحلم بواحدة فقط.\nОна говорит на четырёх языках, но сны видит только на одном.\n彼女は四つの言語を話しますが、夢を見るのは一つの言語だけです。",
      tokenizers: ["r50k", "cl100k", "o200k", "utf8", "graphemes"],
      metric: "parity-macro",
      ranked: "o200k",
    },
  },
  {
    id: "cut-to-german-and-turkish",
    question: "Cut this model to German and Turkish",
    look: "Rows that no German or Turkish story of the lab uses are gone, and nothing was trained. The proof says how far the logits of the tokens that stayed moved. All pay with more, shorter tokens: other German and Turkish sentences a little, English and Hindi far more.",
    paper:
      "Ushio et al. 2023, Efficient Multilingual Language Model Compression through Vocabulary Trimming (arXiv 2305.15020)",
    settings: { task: "change" },
  },
  {
    id: "hindi-vocabulary",
    question: "Give the model a Hindi vocabulary",
    look: "A vocabulary of 2,048 rows is learnt from Hindi stories and put in the place of the old one. Compare the columns: rows made of what the old tokenizer makes of a token against rows drawn at random, with all other weights the same. Choose a token to see its recipe.",
    paper:
      "Yamaguchi et al. 2024 (arXiv 2406.11477); Minixhofer et al. 2022, WECHSEL (arXiv 2112.06598); Remy et al. 2024, Trans-Tokenization (arXiv 2408.04303)",
    settings: {
      task: "change",
      vocabulary: {
        ...vocabularyDefaults,
        target: "train",
        languages: ["hi"],
        initialisers: ["random", "mean", "merge", "align", "wechsel", "focus", "ofa", "trans-tokenization"],
        scored: ["en", "hi"],
      },
    },
  },
  {
    id: "half-a-word",
    question: "Why does a model stumble after half a word?",
    look: "The word is given letter by letter. Asked behind the tokens of a half word, the model all but excludes the letter that must come: had it come, the tokens would have been others. The exact curve asks the same model and sums over every way its tokens can spell the text.",
    paper:
      "Phan et al. 2024, Exact Byte-Level Probabilities from Tokenized Language Models (arXiv 2410.09303); Lundberg 2023, token healing",
    settings: { task: "half-word" },
  },
  {
    id: "romanise",
    question: "What romanising gains and loses",
    look: "GPT-2 needs two tokens for a Devanagari letter, so Latin letters save it tokens; a vocabulary that knows the script can pay for them. The last table lists the words that are one in Latin letters: what the tables lost.",
    paper:
      "Purkayastha et al. 2023, Romanization-based Large-scale Adaptation of Multilingual Language Models (arXiv 2304.08865)",
    settings: { task: "romanise", languages: ["hi", "ru", "ja", "ar"] },
  },
  {
    id: "one-or-five",
    question: "The same vocabulary size, trained on one language or five",
    look: "The column is what a vocabulary was trained on, the row what it has to cut. Along the diagonal a language has a vocabulary of its own; the last column shares the same 2,048 pieces among five. The lower rows are languages that none has seen.",
    paper: "Abagyan et al. 2025, One Tokenizer To Rule Them All (arXiv 2506.10766)",
    settings: {
      task: "one-or-five",
      vocabulary: { ...vocabularyDefaults, languages: ["en", "de", "es", "hi", "tr"], size: 2048 },
    },
  },
];
