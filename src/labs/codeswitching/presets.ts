import type { Document } from "../../experiments/documents/codeswitching";
import { readingsDefaults } from "../../experiments/documents/codeswitching-readings";
import type { Preset } from "../lab";
import { pairNamed, settingsOf } from "./pair";

export const presets: readonly Preset<Document>[] = [
  {
    id: "where-may-it-switch",
    question: "Where may this sentence switch, and why not there?",
    look: "The marks between the words: a stroke where both languages agree on what stands before and after, a cross where they do not. Point at a cross to read which words break it.",
    paper: "Poplack 1980; Pratapa et al. 2018 (P18-1143)",
    settings: settingsOf(pairNamed("red-car")),
  },
  {
    id: "cmi-10-25-40",
    question: "What does the same sentence look like at CMI 10, 25 and 40?",
    look: "Sixteen million sentences are allowed. The measured index beside each request, and the other measures: at the same share of words, the number of switches can differ by a factor of three.",
    paper: "Gambäck and Das 2014, 2016 (L16-1292); Guzmán et al. 2017",
    settings: { ...settingsOf(pairNamed("last-train")), targets: [10, 25, 40], count: 4 },
  },
  {
    id: "english-hindi",
    question: "What is left when word orders disagree, as in English and Hindi?",
    look: "Verb and postposition come last in Hindi, so nearly every place inside the verb phrase is refused; the subject, the noun phrases and the relative clause stay free.",
    paper: "Bhat, Choudhury and Bali 2016 (arXiv 1612.04538)",
    settings: { ...settingsOf(pairNamed("mango")), matrix: 1, targets: [30] },
  },
  {
    id: "verb-at-the-end",
    question: "A verb at the end: where can English and German meet?",
    look: "The German clause ends with its verb. Its objects may not be parted from it by a switch, yet inside each object the languages agree.",
    paper: "Poplack 1980; Bhat, Choudhury and Bali 2016 (arXiv 1612.04538)",
    settings: { ...settingsOf(pairNamed("verb-last")), matrix: 1 },
  },
  {
    id: "one-frame",
    question: "What changes when one language gives the frame?",
    look: "Turkish keeps its order and endings; English may bring content words and whole phrases. Compare with the equivalence constraint, which leaves two switched sentences here.",
    paper: "Myers-Scotton 1993; Lee et al. 2019",
    settings: { ...settingsOf(pairNamed("in-the-park")), theory: "matrix-language", matrix: 1, targets: [30] },
  },
  {
    id: "old-dogs",
    question: "Why is it “perros viejos” and not “viejo perro”?",
    look: "Words replaced one by one from a dictionary. The embedded lexicon inflects: number and gender follow the noun, and adjective and noun change places. A list of word pairs, as CoSDA-ML uses, cannot.",
    paper: "Qin et al. 2020, CoSDA-ML (arXiv 2006.06402)",
    settings: {
      source: "lexicon",
      languages: ["en", "es"],
      sentences: ["The old dogs see a small house and a red flower in the big garden.", ""],
      alignment: "",
      tree: "",
      ratio: 50,
      count: 8,
    },
  },
  {
    id: "entities-only",
    question: "What if only the names are switched?",
    look: "EntityCS: nothing but entities changes, so the grammar of the frame is never touched. Labels are not inflected; look for the German or Turkish sentence in which that shows.",
    paper: "Whitehouse et al. 2022, EntityCS (arXiv 2210.12540)",
    settings: {
      source: "entities",
      languages: ["en", "es"],
      sentences: ["In Vienna we met a musician from Turkey, and later we travelled to Spain and along the Danube.", ""],
      alignment: "",
      tree: "",
      masking: "whole",
    },
  },
  {
    id: "generated-beside-spoken",
    question: "Does a generated corpus mix as people do?",
    look: "A hundred sentences from the parallel stories at CMI 30. The mean index can be asked for; compare burstiness and memory with what was measured on a novel and on recorded talk.",
    paper: "Guzmán et al. 2017; Gambäck and Das 2016 (L16-1292)",
    settings: { source: "corpus", languages: ["en", "es"], targets: [30], size: 100 },
  },
  {
    id: "across-the-border",
    question: "Can a model be steered across the border and back?",
    look: "Eight tokens of English, six of German, eight of English. The same beginning four ways: as the model is, asked in words, with language directions turned on and off token by token, and with its vocabulary held to each span. The percentages say how many words are in the planned language.",
    paper: "Rimsky et al. 2024 (arXiv 2312.06681) for directions; the schedule is this lab’s",
    settings: { source: "model" },
  },
  {
    id: "translated-back",
    question: "Is a mix harder to translate than a plain sentence?",
    look: "The same stories in German, with no, a quarter, half and three quarters of the words in English, translated into English. The dotted line is the mix itself, copied: it rises because words that are English already need no translation. A model that understands the mix stays above it.",
    paper:
      "Kaji and Shah 2023, Contextual Code Switching for Machine Translation using Language Models (arXiv 2312.13179)",
    settings: {
      source: "corpus",
      languages: ["de", "en"],
      measure: "embedded",
      targets: [0, 25, 50, 75],
      size: 6,
      tolerance: 12,
      readings: { ...readingsDefaults, chosen: ["translation", "surprisal"], sentences: 6 },
    },
  },
  {
    id: "hinglish-two-scripts",
    question: "Hinglish in two scripts: which one is cheaper to read?",
    look: "The same mixes with Hindi in Devanagari and in Latin letters, as people type it. Compare each row with the one beneath it, and the older vocabularies with the newer ones and with that of a model trained on Hindi.",
    paper: "Nayak and Joshi 2022, L3Cube-HingCorpus; Rust et al. 2021 (2021.acl-long.243)",
    settings: {
      source: "corpus",
      languages: ["hi", "en"],
      measure: "embedded",
      targets: [25, 50],
      size: 8,
      tolerance: 12,
      readings: { ...readingsDefaults, chosen: ["tokenizers"], sentences: 8 },
    },
  },
  {
    id: "hardest-mix",
    question: "Which mix is hardest for the tokenizer?",
    look: "One English sentence, its names in German, Spanish, Hindi and Turkish: only a few words change, and yet the tokens a word do. Which mix costs most depends on what each vocabulary has seen.",
    paper: "Rust et al. 2021 (2021.acl-long.243); Petrov et al. 2023 (arXiv 2305.15425)",
    settings: {
      source: "entities",
      languages: ["en", "es"],
      sentences: [
        "From Germany we travelled to Greece, Turkey and India, and in Istanbul we met a musician from Vienna.",
        "",
      ],
      alignment: "",
      tree: "",
      readings: { ...readingsDefaults, chosen: ["tokenizers"] },
    },
  },
];
