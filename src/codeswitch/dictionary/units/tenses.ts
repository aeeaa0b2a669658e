import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../../data/lexicon";
import { likelyForms } from "../compounds";
import { companionAt } from "./companion";
import { endsClause, isParted, type SignedWord, small, type Unit } from "./unit";

type Kind = "Inf" | "Part";

/** What an auxiliary makes of the verb form that follows it, or in German ends its clause: a future or a past. */
const auxiliaries: Partial<Record<StoryLanguage, Readonly<Record<string, Partial<Record<Kind, string>>>>>> = {
  en: { have: { Part: "Past" } },
  de: { haben: { Part: "Past" }, werden: { Inf: "Fut" } },
  es: { haber: { Part: "Past" } },
};

/**
 * A future or perfect of two words: will answer, has forgotten, wird ... antworten, ha comprado. Its parts say nothing by themselves, so a German
 * passive (wird geöffnet) stays as a whole.
 */
export function withAuxiliary(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): Unit | undefined {
  const tenses = tensesOf(lexicon, language, words, index);
  if (tenses.length === 0) return undefined;
  for (const at of placesOf(lexicon, language, words, index)) {
    for (const { kind, tense, features } of tenses) {
      const verbs = likelyForms(lexicon, language, words, at).filter(
        (form) => form.upos !== "NOUN" && form.features["VerbForm"] === kind && form.features["Aspect"] !== "Prog",
      );
      const [verb] = verbs;
      if (verb === undefined) continue;
      const pronoun = companionAt(lexicon, language, words, at, verb) ?? [];
      const all = [...new Set([index, at, ...pronoun])].toSorted((a, b) => a - b);
      if (tense === undefined) return { at: index, words: all, forms: [] };
      const said = { VerbForm: "Fin", Tense: tense, ...features };
      return { at: Math.min(index, at), words: all, forms: [{ ...verb, features: said }] };
    }
  }
  return undefined;
}

interface TenseSaid {
  readonly kind: Kind;
  readonly tense: string | undefined;
  readonly features: Features;
}

function tensesOf(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): readonly TenseSaid[] {
  if (language === "en" && small(words[index], language) === "will")
    return [{ kind: "Inf", tense: "Fut", features: {} }];
  const finite = lexicon
    .lookUp(language, words[index]!.text)
    .filter(({ lemma, features }) => auxiliaries[language]?.[lemma] !== undefined && features["VerbForm"] === "Fin");
  const third = finite.filter(({ features }) => features["Person"] === "3");
  return [...third, ...finite].slice(0, 1).flatMap(({ lemma, features: { Person, Number } }) => {
    const by = auxiliaries[language]![lemma]!;
    const features = { ...(Person ? { Person } : {}), ...(Number ? { Number } : {}) };
    const kinds: readonly Kind[] = language === "de" ? ["Inf", "Part"] : ["Part"];
    return kinds
      .filter((kind) => by[kind] !== undefined || lemma === "werden")
      .map((kind) => ({ kind, tense: by[kind], features }));
  });
}

/** Where the verb form may stand: right behind, but in German at the end of the clause or, in a subordinate one, right before. */
function placesOf(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): readonly number[] {
  if (language !== "de") return isParted(words, index) || words[index + 1] === undefined ? [] : [index + 1];
  const isEnd = endsClause(lexicon, language, words, index);
  if (isEnd) return index > 0 && !isParted(words, index - 1) ? [index - 1] : [];
  const end = words.findIndex((_, at) => at > index && endsClause(lexicon, language, words, at));
  return end < 0 ? [] : [end];
}

const modals: ReadonlySet<string> = new Set("can could may might must shall should will would do does did".split(" "));
const pronouns: ReadonlySet<string> = new Set("i you he she it we they not".split(" "));

/**
 * True for a verb that follows a modal or to, in English with a pronoun or not between them (May I carry), in German at the end of the
 * clause (Kannst du schwimmen).
 */
export function isInfinitive(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): boolean {
  if (language === "en" && !isParted(words, index - 1)) {
    const before = small(words[index - 1], language) ?? "";
    const at = pronouns.has(before) ? index - 2 : index - 1;
    return before === "to" || modals.has(small(words[at], language) ?? "");
  }
  if (language !== "de" || !endsClause(lexicon, language, words, index)) return false;
  const isModal = ({ upos, concept, features }: LexiconForm) =>
    upos === "AUX" && concept !== "be" && features["VerbForm"] === "Fin";
  for (let at = index - 1; at >= 0 && !isParted(words, at); at -= 1) {
    if (lexicon.lookUp(language, words[at]!.text).some(isModal)) return true;
  }
  return false;
}
