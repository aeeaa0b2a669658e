/** The languages of the lexicon and of the parallel stories. ISO 639-1. */
export const storyLanguages = ["en", "de", "es", "hi", "tr"] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

export function isStoryLanguage(code: string): code is StoryLanguage {
  return (storyLanguages as readonly string[]).includes(code);
}

/** Universal Dependencies features of a form: Case, Gender, Number, Person, Tense, VerbForm ... */
export type Features = Readonly<Record<string, string>>;

/** One form of one word of a language. */
export interface LexiconForm {
  readonly form: string;
  readonly lemma: string;
  /** The concept's id, the same in every language: "dog". */
  readonly concept: string;
  /** Universal part of speech. */
  readonly upos: string;
  readonly features: Features;
  /** Words beside a verb that make one verb with it, a reflexive pronoun in the third person: yardım (etmek), se (sienta). */
  readonly companion?: string;
}

interface LexiconFile {
  readonly concepts: readonly string[];
  readonly languages: Readonly<
    Record<
      string,
      {
        readonly cells: Readonly<Record<string, readonly string[]>>;
        readonly entries: readonly (readonly [number, string, string, string, string?])[];
      }
    >
  >;
}

/** A dictionary with inflected forms: what a form may mean, and how another language says it with the same features. */
export class Lexicon {
  readonly concepts: readonly string[];
  private readonly byForm = new Map<string, LexiconForm[]>();
  private readonly byConcept = new Map<string, LexiconForm[]>();

  constructor(file: LexiconFile) {
    this.concepts = file.concepts;
    for (const [language, { cells, entries }] of Object.entries(file.languages)) {
      for (const [number, upos, lemma, written, more] of entries) {
        const concept = file.concepts[number]!;
        for (const [index, short] of written.split(",").entries()) {
          if (short === "") continue;
          const ofNoun = upos === "NOUN" && more ? { Gender: more } : {};
          const ofVerb = upos !== "NOUN" && more ? { companion: more } : {};
          const features = { ...featuresOf(cells[upos]![index]!), ...ofNoun };
          const form = { form: formOf(lemma, short), lemma, concept, upos, features, ...ofVerb };
          add(this.byForm, `${language} ${form.form.toLocaleLowerCase(language)}`, form);
          add(this.byConcept, `${language} ${concept}`, form);
        }
      }
    }
  }

  /** All readings of a written form, whatever its capitals; none where the lexicon does not know it. */
  lookUp(language: StoryLanguage, form: string): readonly LexiconForm[] {
    return this.byForm.get(`${language} ${form.toLocaleLowerCase(language)}`) ?? [];
  }

  /** All forms of a language's words. */
  wordsOf(language: StoryLanguage): readonly string[] {
    return this.concepts.flatMap((concept) => this.formsOf(language, concept).map(({ form }) => form));
  }

  /** All forms of a concept's words. */
  formsOf(language: StoryLanguage, concept: string): readonly LexiconForm[] {
    return this.byConcept.get(`${language} ${concept}`) ?? [];
  }

  /**
   * The word for the same concept, in the form that shares most features: dogs, perros. `wanted` are features that the
   * other sentence asks for, such as a case or the gender of a noun, and weigh more than those of the given form.
   * Undefined where the language has no word for it, or no form that `suits`.
   */
  translate(
    given: LexiconForm,
    to: StoryLanguage,
    wanted: Features = {},
    suits: (form: LexiconForm) => boolean = () => true,
  ): LexiconForm | undefined {
    const candidates = this.formsOf(to, given.concept).filter(suits);
    const own = candidates.filter(({ upos }) => upos === given.upos);
    const fits = ({ features }: LexiconForm) => 4 * agreement(features, wanted) + agreement(features, given.features);
    let best: LexiconForm | undefined;
    for (const candidate of own.length > 0 ? own : candidates) {
      if (!best || fits(candidate) > fits(best)) best = candidate;
    }
    return best;
  }
}

/** Features that are equal less those that contradict. */
function agreement(one: Features, other: Features): number {
  return Object.entries(other).reduce(
    (sum, [name, value]) => sum + (one[name] === undefined ? 0 : one[name] === value ? 1 : -1),
    0,
  );
}

function featuresOf(cell: string): Features {
  return Object.fromEntries(cell === "" ? [] : cell.split("|").map((pair) => pair.split("=") as [string, string]));
}

/** "2en": the lemma without its last two letters, and "en". */
function formOf(lemma: string, short: string): string {
  const [count = ""] = /^\d+/.exec(short) ?? [];
  return lemma.slice(0, lemma.length - Number(count)) + short.slice(count.length);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

let loading: Promise<Lexicon> | undefined;

/** Loads the lexicon once, apart from the labs' own code. */
export function loadLexicon(): Promise<Lexicon> {
  loading ??= import("./lexicon.json").then((file) => new Lexicon(file.default as unknown as LexiconFile));
  return loading;
}
