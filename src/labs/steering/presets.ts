import type { Document } from "../../experiments/documents/steering";
import type { Preset } from "../lab";

const beginnings = "Yesterday\nTomorrow\nIn the morning\nWhen the rain stopped,";
const classBench = "Gurgurov et al. 2026, CLaS-Bench (arXiv 2601.08331)";

export const presets: readonly Preset<Document>[] = [
  {
    id: "english-to-german",
    question: "Can an English sentence go on in German?",
    look: "The steered continuation beside the unsteered one and a random push of the same length: the random push leaves the language as it is, and a push towards Spanish turns three of four to Spanish.",
    paper: classBench,
    settings: {
      prompts: beginnings,
      sweep: true,
    },
  },
  {
    id: "english-to-hindi",
    question: "Can an English sentence go on in another script?",
    look: "One vector takes the model from Latin letters to Devanagari. Which strength is enough, and when does it begin to repeat itself?",
    paper: classBench,
    settings: {
      target: "hi",
      prompts: beginnings,
      sweep: true,
      sweepStrengths: [0, 0.4, 0.6, 0.8, 1, 1.5],
    },
  },
  {
    id: "german-to-spanish",
    question: "Does language minus language work without English?",
    look: "The direction is the Spanish mean minus the German mean, at the layer that held-out sentences propose.",
    paper: "Language arithmetic on means: CLaS-Bench 2026 (arXiv 2601.08331); ReCoVeR 2025 (arXiv 2509.14814)",
    settings: {
      source: "de",
      target: "es",
      prompts: "Ich glaube, dass\nMeine Schwester\nAm Morgen\nAls der Regen aufhörte,",
    },
  },
  {
    id: "which-layer",
    question: "Which layer decides the language?",
    look: "Separation is high almost everywhere, but a push does not work everywhere alike. Read the three maps together: the language must be right, the text still cheap for the model, and it must not repeat itself.",
    paper: classBench,
    settings: {
      sweep: true,
      target: "tr",
      prompts: beginnings,
      sweepStrengths: [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3],
    },
  },
  {
    id: "sad-to-happy",
    question: "Does one direction make stories happy in every language?",
    look: "The direction is made from sad and happy stories in five languages and pushes beginnings in four of them. It tells held-out stories apart hardly better than chance (d′ 0.2). Read the pairs: does a direction that does not read the mood turn it, and does it change more than a random push?",
    paper: "Rimsky et al. 2024, contrastive activation addition (arXiv 2312.06681)",
    settings: {
      texts: "stories",
      storyLanguage: "mul",
      strength: 1.5,
      prompts: "The children\nMeine Schwester\nEl niño\nमेरी माँ",
    },
  },
  {
    id: "past-to-future",
    question: "Is there a direction from past to future?",
    look: "English stories in past and future tense make it, and it tells held-out ones apart (d′ 3.3). It pushes English, German, Spanish and Turkish beginnings. Look at the verbs: other words change, and the tense stays, in English too. What can be read at a layer need not be moved there.",
    paper: "Brinkmann et al. 2025, latent grammatical concepts shared across languages (arXiv 2501.06346)",
    settings: {
      texts: "stories",
      trait: "tense",
      strength: 1.5,
      prompts: "The old woman\nMein Bruder\nLa niña\nÇocuklar",
    },
  },
  {
    id: "du-to-sie",
    question: "Can du become Sie?",
    look: "German stories in which people say du, and others in which they say Sie, make the direction; it tells held-out ones apart a little (d′ 1.2). Look for pronouns and verb endings that change: there are hardly any, and the one form of address that turns, turns from Sie to du.",
    paper: "Rimsky et al. 2024, contrastive activation addition (arXiv 2312.06681)",
    settings: {
      texts: "stories",
      trait: "address",
      storyLanguage: "de",
      strength: 1.5,
      prompts: "Kannst du\nIch frage dich, ob\nHast du\nDer Mann sagte zu mir:",
    },
  },
  {
    id: "two-properties",
    question: "Can a text change its language and its mood at once?",
    look: "Two directions push, from English to German and from sad to happy. How strong each is, the model’s own uncertainty decides at every token: a push that would tell it nothing new is left out. Follow the curves: the language is pushed hard, and the mood, whose direction hardly reads it (d′ 0.2), almost not at all. Does the text cost less than one that both always push at strength 1?",
    paper: "Scalena et al. 2024, dynamic activation composition (arXiv 2406.17563)",
    settings: {
      task: "composition",
      prompts: "The old woman\nIn the morning the children",
    },
  },
  {
    id: "map-between-languages",
    question: "Can one matrix turn a sentence into its translation?",
    look: "At every layer a matrix is fitted that takes English sentences to their German translations. Does it find the translations of sentences that it has not seen? And what does the model write when its stream is put through that matrix? Beside it stands a matrix of shuffled pairs, which knows both languages and no sentence.",
    paper: "Wang et al. 2024, INCLINE (arXiv 2410.12462)",
    settings: {
      task: "maps",
      prompts: beginnings,
    },
  },
  {
    id: "german-neurons-off",
    question: "What happens when the German neurons are switched off?",
    look: "Does German suffer and the rest stay? The first matrix should be strong on its diagonal, and the second, with as many random neurons off, should not.",
    paper: "Tang et al. 2024, language-specific neurons (arXiv 2402.16438)",
    settings: {
      task: "neurons",
      prompts: "Meine Schwester\nAm Morgen\nIn the morning\nPor la mañana",
    },
  },
  {
    id: "small-steers-bigger",
    question: "Can a model steer another by its logits alone?",
    look: "What training on German changed, the logits of the German model minus those of its base, is added to a model that was trained on Hindi. No weight is touched. Does the mixture write better German than the Hindi model alone, and does it keep its Hindi? In the paper a small pair steers a bigger model; here all three are equally large.",
    paper: "Mitchell et al. 2023, emulated fine-tuning (arXiv 2310.12962)",
    settings: {
      task: "mixing",
      prompts: "Meine Schwester\nIch habe gestern\nमेरी माँ ने\nIn the morning the children",
      maxNewTokens: 20,
      mixing: {
        mixer: "emulated-fine-tuning",
        unit: "tokens",
        values: {},
        filter: { kind: "script", text: "Latin", keep: true },
        remembered: "",
        language: "en",
        level: 1,
        models: ["polyglot-hi", "polyglot-de", "polyglot-base"].map((model) => ({ model, before: "", values: {} })),
      },
    },
  },
  {
    id: "which-language-inside",
    question: "Which language does it think in?",
    look: "Each column reads what the head would write behind a token if the model ended after that layer. In large models that were trained mostly on English, the middle layers say the English word before the last ones say it in the text’s language. This one had five languages from the beginning: is there a detour?",
    paper: "Wendler et al. 2024, Do Llamas Work in English? (arXiv 2402.10588); nostalgebraist 2020 for the lens",
    settings: { task: "views" },
  },
];
