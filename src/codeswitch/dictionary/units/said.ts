import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../../data/lexicon";
import { reflexiveOf } from "./companion";
import { joinedForm, particleOf } from "./particles";

/** A verb as it is said: its words, and a particle for the end of its clause. */
export interface SaidVerb {
  readonly text: string;
  readonly particle?: string;
}

/**
 * A verb's form with the words that belong to it: yardım etti, se sienta, setzt sich, macht ... zu. Where the verb ends its clause, as in Hindi and
 * Turkish, German writes its particle before it. Undefined for a form whose pronoun would stand elsewhere: (hat sich) gesetzt.
 */
export function saidVerb(
  lexicon: Lexicon,
  to: StoryLanguage,
  form: LexiconForm,
  wanted: Features,
  isLast: boolean,
): SaidVerb | undefined {
  const particle = to === "de" ? particleOf(lexicon, form) : undefined;
  const verb = particle !== undefined && isLast ? joinedForm(lexicon, form)! : form;
  const text = withCompanion(lexicon, to, verb, wanted);
  if (text === undefined) return undefined;
  return particle === undefined || isLast ? { text } : { text, particle };
}

function withCompanion(lexicon: Lexicon, to: StoryLanguage, form: LexiconForm, wanted: Features): string | undefined {
  const { companion, features } = form;
  if (companion === undefined) return form.form;
  const { VerbForm: kind, Mood: mood } = features;
  const pronoun = reflexiveOf(to, form, { ...wanted, ...features });
  if (pronoun !== undefined) {
    if (kind === "Part" || mood === "Imp") return undefined;
    if (to === "es" && kind !== "Fin") return enclitic(form.form);
    const isBefore = to === "es" || kind !== "Fin" || features["Joined"] !== undefined;
    return isBefore ? `${pronoun} ${form.form}` : `${form.form} ${pronoun}`;
  }
  const isBehind = to === "es" || (to === "de" && kind === "Fin");
  const word = agreeing(lexicon, to, form, companion);
  return isBehind ? `${form.form} ${word}` : `${word} ${form.form}`;
}

/** sentarse, sentándose. */
function enclitic(form: string): string {
  return `${form.replace(/ando$/u, "ándo").replace(/endo$/u, "éndo")}se`;
}

/** An adjective that is said with a verb agrees as the verb does: खड़ी होती. */
function agreeing(lexicon: Lexicon, to: StoryLanguage, { concept, features }: LexiconForm, companion: string): string {
  const forms = lexicon.formsOf(to, concept).filter(({ lemma, upos }) => lemma === companion && upos === "ADJ");
  const fits = (other: LexiconForm): number =>
    ["Gender", "Number"].filter((name) => other.features[name] === features[name]).length +
    Number(other.features["Case"] !== "Acc");
  return forms.toSorted((a, b) => fits(b) - fits(a))[0]?.form ?? companion;
}

/** The gender of the noun that a Hindi verb is said with, which its perfect agrees with: मदद की. */
export function genderOfCompanion(lexicon: Lexicon, to: StoryLanguage, { concept, companion }: LexiconForm): Features {
  if (to !== "hi" || companion === undefined) return {};
  const noun = lexicon.formsOf(to, concept).find(({ lemma, upos }) => lemma === companion && upos === "NOUN");
  const gender = noun?.features["Gender"];
  return gender === undefined ? {} : { Gender: gender, Number: "Sing" };
}
