import type { Features, StoryLanguage } from "../../data/lexicon";

export type Article = "definite" | "indefinite";

const written: Partial<Record<StoryLanguage, Readonly<Record<Article, readonly string[]>>>> = {
  en: { definite: ["the"], indefinite: ["a", "an"] },
  de: {
    definite: ["der", "die", "das", "den", "dem", "des"],
    indefinite: ["ein", "eine", "einen", "einem", "einer", "eines"],
  },
  es: { definite: ["el", "la", "los", "las"], indefinite: ["un", "una", "unos", "unas"] },
};

const german: Readonly<Record<Article, Readonly<Record<string, readonly [string, string, string, string]>>>> = {
  definite: {
    Nom: ["der", "die", "das", "die"],
    Acc: ["den", "die", "das", "die"],
    Dat: ["dem", "der", "dem", "den"],
    Gen: ["des", "der", "des", "der"],
  },
  indefinite: {
    Nom: ["ein", "eine", "ein", ""],
    Acc: ["einen", "eine", "ein", ""],
    Dat: ["einem", "einer", "einem", ""],
    Gen: ["eines", "einer", "eines", ""],
  },
};

const spanish: Readonly<Record<Article, readonly [string, string, string, string]>> = {
  definite: ["el", "los", "la", "las"],
  indefinite: ["un", "unos", "una", "unas"],
};

/** Feminine nouns that begin with a stressed a take el and un in the singular. */
const stressedA = /^(?:agua|águila|ala|alma|ama|ancla|área|arma|arpa|asa|aula|ave|hacha|hada|hambre)$/u;

export function articleOf(language: StoryLanguage, word: string): Article | undefined {
  const forms = written[language];
  const small = word.toLowerCase();
  if (forms?.definite.includes(small)) return "definite";
  return forms?.indefinite.includes(small) ? "indefinite" : undefined;
}

/**
 * The article for a noun with these features; `next` is the word that follows it. Undefined where the language has none:
 * Hindi and Turkish, and an indefinite plural in English and German.
 */
export function articleFor(
  language: StoryLanguage,
  article: Article,
  features: Features,
  next: string,
): string | undefined {
  const plural = features["Number"] === "Plur";
  if (language === "en") {
    if (article === "definite") return "the";
    return plural ? undefined : /^[aeiou]/iu.test(next) ? "an" : "a";
  }
  if (language === "de") {
    const place = plural ? 3 : ["Masc", "Fem", "Neut"].indexOf(features["Gender"] ?? "Masc");
    return german[article][features["Case"] ?? "Nom"]![place] || undefined;
  }
  if (language === "es") {
    const feminine = features["Gender"] === "Fem" && !(stressedA.test(next) && !plural);
    return spanish[article][(feminine ? 2 : 0) + (plural ? 1 : 0)];
  }
  return undefined;
}
