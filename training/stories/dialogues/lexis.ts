import { tellStory } from "../generate";
import type { Attributes, Language } from "../script";

/** How a concept is named where it stands alone. */
export interface Lemma {
  readonly form: string;
  readonly gender?: "Masc" | "Fem" | "Neut";
}

type Attribute = "mood" | "tense" | "address";

/** What one language's stories are made of, read off a sample of them. */
interface Lexis {
  /** Concepts by written form, in small letters. */
  readonly concepts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of concepts that are one word. */
  readonly lemmas: ReadonlyMap<string, Lemma>;
  /** Forms that only stories with one value of an attribute use, with that value. */
  readonly marks: Readonly<Record<Attribute, ReadonlyMap<string, string>>>;
}

const sampleSize = 800;
/** In so many stories of the sample must a mark stand, and in so small a share of the others. */
const [often, seldom] = [8, 0.02];

const known = new Map<Language, Lexis>();

export function lexisOf(language: Language): Lexis {
  const lexis = known.get(language) ?? readSample(language);
  known.set(language, lexis);
  return lexis;
}

/** Words in small letters, signs left out. */
export function wordsOf(text: string, language: Language): string[] {
  return text.toLocaleLowerCase(language).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function readSample(language: Language): Lexis {
  const concepts = new Map<string, Set<string>>();
  const lemmas = new Map<string, Lemma | undefined>();
  const counts: Record<Attribute, Map<string, Map<string, number>>> = {
    mood: new Map(),
    tense: new Map(),
    address: new Map(),
  };
  for (let seed = 1; seed <= sampleSize; seed++) {
    const { attributes, texts } = tellStory(seed, {}, [language]);
    const forms = new Set<string>();
    for (const { words, text } of texts[language]!) {
      // What is said aloud has a tense of its own.
      const told = !/[“”„«»]/u.test(text);
      for (const { form, lemma, upos, concept, features, tokens } of words) {
        if (upos === "PUNCT" || upos === "PROPN") continue;
        const written = form.toLocaleLowerCase(language);
        // Nouns go with the kind of story, not with its mood or tense.
        if (upos !== "NOUN" && (told || upos === "PRON" || upos === "ADJ")) forms.add(written);
        concepts.set(written, (concepts.get(written) ?? new Set()).add(concept));
        if (upos !== "NOUN" && upos !== "ADJ") continue;
        const alone = words.filter((other) => other.concept === concept && other.tokens[0] === tokens[0]).length === 1;
        const gender = features["Gender"] as Lemma["gender"];
        const before = lemmas.get(concept);
        if (!alone || lemma.includes(" ")) lemmas.set(concept, undefined);
        else if (!lemmas.has(concept) || (before && !before.gender && gender)) {
          lemmas.set(concept, { form: lemma, ...(gender ? { gender } : {}) });
        }
      }
    }
    for (const attribute of Object.keys(counts) as Attribute[]) count(counts[attribute], attributes[attribute], forms);
  }
  return {
    concepts,
    lemmas: new Map([...lemmas].flatMap(([concept, lemma]) => (lemma ? [[concept, lemma] as const] : []))),
    marks: { mood: marks(counts.mood), tense: marks(counts.tense), address: marks(counts.address) },
  };
}

function count(table: Map<string, Map<string, number>>, value: string, forms: ReadonlySet<string>): void {
  for (const form of forms) {
    const row = table.get(form) ?? new Map<string, number>();
    table.set(form, row.set(value, (row.get(value) ?? 0) + 1));
  }
}

function marks(table: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [form, row] of table) {
    const total = [...row.values()].reduce((sum, n) => sum + n, 0);
    for (const [value, n] of row) if (n >= often && total - n <= seldom * total) found.set(form, value);
  }
  return found;
}

/** The language whose stories know most of the words; none where two know equally many. */
export function languageOf(text: string, languages: readonly Language[]): Language | undefined {
  const scores = languages.map((language) => {
    const { concepts } = lexisOf(language);
    return { language, score: wordsOf(text, language).filter((word) => concepts.has(word)).length };
  });
  scores.sort((one, other) => other.score - one.score);
  const [best, next] = scores;
  return best && best.score > (next?.score ?? 0) ? best.language : undefined;
}

/** The value of an attribute that most marks of a text tell; none without marks, or with as many on either side. */
export function attributeOf<A extends Attribute>(
  text: string,
  language: Language,
  attribute: A,
): Attributes[A] | undefined {
  const table = lexisOf(language).marks[attribute];
  const votes = new Map<string, number>();
  for (const word of wordsOf(text, language)) {
    const value = table.get(word);
    if (value) votes.set(value, (votes.get(value) ?? 0) + 1);
  }
  const [best, next] = [...votes].sort((one, other) => other[1] - one[1]);
  return best && best[1] > (next?.[1] ?? 0) ? (best[0] as Attributes[A]) : undefined;
}
