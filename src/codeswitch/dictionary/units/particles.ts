import type { Lexicon, LexiconForm, StoryLanguage } from "../../../data/lexicon";
import { endsClause, isParted, type SignedWord, small, type Unit } from "./unit";

/** Particles of German verbs that end a clause as no other word does; zu and nach stand before something else. */
const germanParticles: ReadonlySet<string> = new Set(
  "ab an auf aus bei ein fort her herein heraus herunter hin hinein hinaus los mit nach um vor vorbei weg weiter zu zurück zusammen".split(
    " ",
  ),
);

/** What a finite form of a German separable verb has let go of: zu, of macht. */
export function particleOf(lexicon: Lexicon, form: LexiconForm): string | undefined {
  return joinedForm(lexicon, form)?.form.slice(0, -form.form.length);
}

/** The finite form with its particle, as a subordinate clause ends with it: zumacht, of macht. */
export function joinedForm(lexicon: Lexicon, form: LexiconForm): LexiconForm | undefined {
  if (form.features["VerbForm"] !== "Fin" || form.features["Joined"] !== undefined) return undefined;
  return lexicon.formsOf("de", form.concept).find(({ form: joined, lemma, features }) => {
    return lemma === form.lemma && features["Joined"] === "Yes" && joined.endsWith(form.form);
  });
}

/**
 * A verb and the particle at the end of its clause: macht ... zu, gives ... back. Without an entry a German particle there still
 * shows that the verb before it is not what it is by itself: ruft ... an.
 */
export function withParticle(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): Unit | undefined {
  if (language === "de") return german(lexicon, words, index);
  if (language !== "en" || !endsClause(lexicon, language, words, index)) return undefined;
  for (let at = index - 2; at >= 0 && !isParted(words, at); at -= 1) {
    const forms = lexicon.lookUp(language, `${words[at]!.text} ${words[index]!.text}`);
    const verbs = forms.filter(({ upos }) => upos === "VERB");
    if (verbs.length > 0) return { at, words: [at, index], forms: verbs };
  }
  return undefined;
}

function german(lexicon: Lexicon, words: readonly SignedWord[], index: number): Unit | undefined {
  const particle = small(words[index], "de")!;
  if (words[index]!.text !== particle || !endsClause(lexicon, "de", words, index)) return undefined;
  // Ab und zu, hin und her.
  if (small(words[index + 1], "de") === "und" && germanParticles.has(small(words[index + 2], "de") ?? "")) {
    return { at: index, words: [index, index + 1, index + 2], forms: [] };
  }
  const verbs: number[] = [];
  for (let at = index - 1; at >= 0 && !isParted(words, at); at -= 1) {
    const { text } = words[at]!;
    const isVerb = lexicon.lookUp("de", text).some(({ features }) => features["VerbForm"] === "Fin");
    if (isVerb && (at === 0 || text === small(words[at], "de"))) verbs.push(at);
  }
  for (const at of verbs) {
    const forms = lexicon.lookUp("de", words[at]!.text).filter((form) => particleOf(lexicon, form) === particle);
    if (forms.length > 0) return { at, words: [at, index], forms };
  }
  if (!germanParticles.has(particle)) return undefined;
  const [at] = verbs;
  return at === undefined ? { at: index, words: [index], forms: [] } : { at, words: [at, index], forms: [] };
}
