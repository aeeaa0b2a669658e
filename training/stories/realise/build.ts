import { fixedWords } from "../lexicon/fixed";
import type { ConceptId, Fixed } from "../lexicon/dictionary";
import type { Circumstance, ClausePlan, Mark, RoleName, Token } from "../plan";
import type { Features, Upos, Word } from "./word";

/** A word that realises `tokens`. Without a lemma, the form is its own. */
export function word(
  form: string,
  upos: Upos,
  tokens: readonly Token[],
  concept: string,
  features: Features = {},
  lemma: string = form,
): Word {
  return { form, lemma, upos, features, tokens, concept, glued: false };
}

/** A sign, attached to the word before. */
export function sign(form: string): Word {
  return { form, lemma: form, upos: "PUNCT", features: {}, tokens: [], concept: "PUNCT", glued: true };
}

/** A sign that stands free before a word, such as an opening quotation mark. */
export function openSign(form: string): Word {
  return { ...sign(form), glued: false };
}

/** All words of a fixed expression, with the same token. */
export function fixed(expression: Fixed, mark: Mark<ConceptId>, otherwise: Upos): Word[] {
  return fixedWords(expression, otherwise).map(({ form, upos }) => word(form, upos, [mark.token], mark.id));
}

/** The circumstances in the order of their roles that the language prefers. */
export function inOrder(clause: ClausePlan, order: readonly RoleName[]): Circumstance[] {
  return [...clause.circumstances].sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

/** Words joined with a sign, or nothing between empty parts. */
export function joinWith(parts: readonly (readonly Word[])[], separator: () => Word[]): Word[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? [...part] : [...separator(), ...part]));
}
