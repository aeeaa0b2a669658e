import { type TurkishCase, type TurkishInstead, type TurkishStem, type TurkishVerb, turkish } from "../lexicon/turkish";
import { isAnimate } from "../lexicon/nouns";
import type { ClausePlan, NounPhrase, Token } from "../plan";
import { fixed, word } from "./build";
import {
  type FiniteForm,
  type TurkishTense,
  conjugate,
  converb,
  copula,
  imperative,
  infinitive,
  participleStem,
} from "./turkish-conjugation";
import { type TurkishCell, inflectNoun, turkishCell } from "./turkish-morphology";
import { caseFeature, ownerFeatures } from "./turkish-phrase";
import type { Features, Upos, Word } from "./word";

/** What the clause is in its sentence, which the last word's ending says. */
export type Ending =
  | { readonly kind: "finite" }
  | { readonly kind: "infinitive"; readonly suffix: "mEk" | "mEyE" }
  | { readonly kind: "converb"; readonly suffix: "(y)Ip" | "(y)IncE" }
  | { readonly kind: "participle"; readonly case: TurkishCase };

/** Everything that the form of a predicate depends on. */
export interface Shape {
  readonly ending: Ending;
  readonly tense: TurkishTense | "imperative";
  readonly cell: TurkishCell;
  readonly question: boolean;
  readonly negation?: Token;
  readonly able: boolean;
  /** Tokens of the tense, of a subject that is not said, and of what else the ending stands for. */
  readonly tokens: readonly Token[];
}

export const finite: Ending = { kind: "finite" };

/** With these times the whole stretch is told as one: "bütün gün oturdu". */
export const boundedTimes: ReadonlySet<string> = new Set(["for-a-long-time", "the-whole-day", "the-whole-night"]);

/** The person of the verb: what is many and said needs no plural, but two who are named have it. */
export function agreementCell(plan: ClausePlan): TurkishCell {
  const cell = turkishCell(plan.subject);
  if (cell !== "3pl") return cell;
  const marked =
    plan.agent === undefined || plan.agent.kind === "pronoun" ? plan.subject?.animate : plan.agent.kind === "both";
  return marked ? "3pl" : "3sg";
}

/** The subject's token, where the ending alone says it. */
export function droppedSubject(plan: ClausePlan): Token[] {
  return plan.agent?.kind === "pronoun" ? [plan.agent.token] : [];
}

function isThing(phrase: NounPhrase | undefined): boolean {
  return phrase !== undefined && phrase.kind !== "both" && !isAnimate(phrase.referent.noun);
}

function holds(condition: TurkishInstead, plan: ClausePlan): boolean {
  const { patient, subject, goal, path } = condition;
  const object = plan.patient?.referent.noun;
  const asked = plan.asks?.id === "what";
  if (patient === "none" && (plan.patient || asked)) return false;
  if (patient === "thing" && !isThing(plan.patient)) return false;
  if (Array.isArray(patient) && !patient.includes(object)) return false;
  if (typeof patient === "object" && "not" in patient && (object === undefined || patient.not.includes(object)))
    return false;
  if (subject === "thing" && (!plan.subject || plan.subject.animate)) return false;
  if (Array.isArray(subject) && !(plan.subject?.person === 3 && subject.includes(plan.subject.noun))) return false;
  if (goal === "none" && plan.circumstances.some(({ role }) => role === "goal")) return false;
  if (path && !plan.circumstances.some(({ role }) => role === "path")) return false;
  if (goal === "into" && !plan.circumstances.some((part) => part.kind === "relation" && part.relation === "into"))
    return false;
  return !(condition.finite && plan.tense === "base");
}

/** The verb that is said of these participants. */
export function verbOf(plan: ClausePlan): TurkishVerb {
  const entry = turkish.verbs[plan.verb.id];
  return entry.instead?.find((condition) => holds(condition, plan))?.verb ?? entry;
}

function hasCopula({ verb }: ClausePlan): boolean {
  return verb.id === "be" || verb.id === "have" || verb.id === "need" || verb.id === "exist" || verb.id === "must";
}

/** The tense of a finite verb form. */
export function tenseOf(plan: ClausePlan, entry: TurkishVerb): TurkishTense {
  switch (plan.tense) {
    case "past": {
      const { time } = plan;
      if (plan.aspect === "ongoing" || entry.imperfective || hasCopula(plan)) return "imperfect";
      const { id } = plan.verb;
      const isStep =
        plan.aspect === "event" ||
        id === "understand" ||
        plan.link?.id === "suddenly" ||
        (time && (id === "want" || boundedTimes.has(time.id)));
      return isStep ? "past" : "imperfect";
    }
    case "present":
    case "expected":
    case "base":
      // An offer: "oynamak ister misin?"
      return plan.verb.id === "want" && plan.mode === "yes-no" && plan.subject?.person === 2 ? "aorist" : "present";
    case "future":
      return "future";
    case "perfect":
      return "past";
    case "pluperfect":
      return "pluperfect";
  }
}

const tenseFeatures: Readonly<Record<TurkishTense | "imperative", Features>> = {
  past: { Tense: "Past", Aspect: "Perf", Mood: "Ind", Evident: "Fh" },
  present: { Tense: "Pres", Aspect: "Prog", Mood: "Ind" },
  imperfect: { Tense: "Past", Aspect: "Prog", Mood: "Ind" },
  future: { Tense: "Fut", Aspect: "Perf", Mood: "Ind" },
  pluperfect: { Tense: "Pqp", Aspect: "Perf", Mood: "Ind" },
  aorist: { Tense: "Pres", Aspect: "Hab", Mood: "Ind" },
  necessity: { Tense: "Pres", Aspect: "Imp", Mood: "Nec" },
  imperative: { Mood: "Imp" },
};

function personFeatures(cell: TurkishCell): Features {
  return { Person: cell[0]!, Number: cell.endsWith("pl") ? "Plur" : "Sing" };
}

/** The complement of a verb and its inflected form, with the question particle. */
export function verbWords(entry: TurkishVerb, plan: ClausePlan, shape: Shape): Word[] {
  const complement = entry.complement ? fixed(entry.complement, plan.verb, "NOUN") : [];
  const last = (verb: TurkishVerb, tokens: readonly Token[]) => inflected(verb, plan.verb.id, "VERB", tokens, shape);
  const away = plan.circumstances.find((part) => part.kind === "adverb" && part.id === "away");
  if (!away) return [...complement, ...last(entry, [plan.verb.token])];
  const go = turkish.verbs.go;
  if (entry.form === go.form) return [...complement, ...last(entry, [plan.verb.token, away.token])];
  const first = word(
    converb(entry, "(y)Ip"),
    "VERB",
    [plan.verb.token],
    plan.verb.id,
    { VerbForm: "Conv" },
    infinitive(entry),
  );
  return [...complement, first, ...last(go, [away.token])];
}

/** One verb with all that its ending says. */
export function inflected(verb: TurkishVerb, concept: string, upos: Upos, own: readonly Token[], shape: Shape): Word[] {
  const { ending, cell, question, negation, able } = shape;
  const negative = negation !== undefined;
  const features = { negative, able };
  const tokens = [...new Set([...own, ...shape.tokens, ...(negation === undefined ? [] : [negation])])];
  const polarity: Features = { Polarity: negative ? "Neg" : "Pos", ...(able ? { Voice: "Able" } : {}) };
  const lemma = infinitive(verb);
  const one = (form: string, more: Features) => [word(form, upos, tokens, concept, { ...polarity, ...more }, lemma)];
  switch (ending.kind) {
    case "infinitive":
      return one(infinitive(verb, ending.suffix, features), {
        VerbForm: "Vnoun",
        ...(ending.suffix === "mEyE" ? caseFeature("dat") : caseFeature("nom")),
      });
    case "converb":
      return one(converb(verb, ending.suffix, features), { VerbForm: "Conv" });
    case "participle": {
      const stem = participleStem(verb, shape.tense === "future", features);
      return one(inflectNoun(stem, { possessor: cell, case: ending.case }), {
        VerbForm: "Part",
        ...caseFeature(ending.case),
        ...ownerFeatures(cell),
      });
    }
    case "finite": {
      if (shape.tense === "imperative")
        return one(imperative(verb, cell, negative), { VerbForm: "Fin", Mood: "Imp", ...personFeatures(cell) });
      const made = conjugate(verb, shape.tense, cell, features, question);
      const [main] = one(made.form, { VerbForm: "Fin", ...tenseFeatures[shape.tense], ...personFeatures(cell) });
      return withParticle(main!, made, shape);
    }
  }
}

/** The particle says the person, and so the subject that is not said. */
function withParticle(main: Word, made: FiniteForm, shape: Shape): Word[] {
  if (made.particle === undefined) return [main];
  return [main, word(made.particle, "AUX", [], "Q", { PronType: "Int", ...personFeatures(shape.cell) }, "mi")];
}

/** Words as a predicate: the last takes the copula, which is "ol" where it has no form of its own. */
export function nominalWords(predicate: readonly Word[], plan: ClausePlan, shape: Shape): Word[] {
  const isFinite = shape.ending.kind === "finite";
  const simple = isFinite && (shape.tense === "present" || shape.tense === "imperfect");
  if (!simple || shape.able) {
    const told = shape.tense === "imperfect" ? { ...shape, tense: "past" as const } : shape;
    return [...predicate, ...inflected(turkish.verbs.be, plan.verb.id, "AUX", [plan.verb.token], told)];
  }
  const past = shape.tense === "imperfect";
  const tense: Features = { ...tenseFeatures[shape.tense as TurkishTense], ...personFeatures(shape.cell) };
  const tokens = [plan.verb.token, ...shape.tokens];
  if (shape.negation !== undefined) {
    const made = copula("değil", past, shape.cell, shape.question);
    const not = word(
      made.form,
      "AUX",
      [...new Set([shape.negation, ...tokens])],
      "NEG",
      { Polarity: "Neg", ...tense },
      "değil",
    );
    return [...predicate, ...withParticle(not, made, shape)];
  }
  const last = predicate.at(-1)!;
  const stem: string | TurkishStem = last.upos === "ADJ" || last.upos === "NOUN" ? { form: last.form } : last.form;
  const made = copula(stem, past, shape.cell, shape.question);
  const main = {
    ...last,
    form: made.form,
    features: { ...last.features, ...tense },
    tokens: [...new Set([...last.tokens, ...tokens])],
  };
  return [...predicate.slice(0, -1), ...withParticle(main, made, shape)];
}

/** "var" and "yok", which is "ol" where they have no form of their own. */
export function existentialWords(plan: ClausePlan, shape: Shape): Word[] {
  const impersonal: Shape = { ...shape, cell: "3sg" };
  const simple = shape.ending.kind === "finite" && (shape.tense === "present" || shape.tense === "imperfect");
  if (!simple || shape.able)
    return nominalWords([], plan, shape.ending.kind === "participle" ? { ...shape, cell: "3sg" } : impersonal);
  const lemma = shape.negation === undefined ? "var" : "yok";
  const made = copula(lemma, shape.tense === "imperfect", "3sg", shape.question);
  const tokens = [plan.verb.token, ...shape.tokens, ...(shape.negation === undefined ? [] : [shape.negation])];
  const main = word(
    made.form,
    "VERB",
    [...new Set(tokens)],
    plan.verb.id,
    {
      Polarity: lemma === "var" ? "Pos" : "Neg",
      VerbForm: "Fin",
      ...tenseFeatures[shape.tense as TurkishTense],
      ...personFeatures("3sg"),
    },
    lemma,
  );
  return withParticle(main, made, impersonal);
}
