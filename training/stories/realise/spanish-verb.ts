import { type SpanishVerb, spanish } from "../lexicon/spanish";
import type { ClausePlan, Referent, Token } from "../plan";
import { word } from "./build";
import {
  type SpanishTense,
  conjugate,
  imperative,
  participleOf,
  spanishCell,
  withEnclitic,
} from "./spanish-conjugation";
import type { Features, Word } from "./word";

/** Directions that Spanish says with the verb: go out is salir. */
const directed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  go: { out: "salir", away: "irse", up: "subir", down: "bajar" },
  come: { out: "salir", down: "bajar", up: "subir" },
  climb: { up: "subir", down: "bajar" },
};

/** The direction that the verb itself says, if it does. */
export function directedVerb(plan: ClausePlan): { readonly infinitive: string; readonly token: Token } | undefined {
  const goal = plan.circumstances.find((part) => part.kind === "adverb" && part.role === "goal");
  if (goal?.kind !== "adverb") return undefined;
  const infinitive = directed[plan.verb.id]?.[goal.id];
  return infinitive ? { infinitive, token: goal.token } : undefined;
}

/** The verb that is conjugated: ser or estar, tener with what is felt, or the dictionary's. */
export function conjugated(plan: ClausePlan): SpanishVerb {
  const entry = spanish.verbs[plan.verb.id];
  if (plan.verb.id === "be") {
    const adjective = plan.quality ? spanish.adjectives[plan.quality.id] : undefined;
    if (adjective?.felt) return { infinitive: "tener", reflexive: false };
    const place = plan.circumstances.some(({ role }) => role === "place");
    const inSky = ["sky", "soup", "garden"].includes(plan.subject?.noun ?? "");
    const byQuality = adjective?.copula === "estar" && plan.subject?.noun !== "weather";
    const estar = adjective ? byQuality || inSky : plan.asks?.id === "where" || (place && !plan.identity);
    return { infinitive: estar ? "estar" : "ser", reflexive: false };
  }
  const directedTo = directedVerb(plan)?.infinitive;
  if (directedTo)
    return directedTo === "irse" ? { infinitive: "ir", reflexive: true } : { infinitive: directedTo, reflexive: false };
  return entry;
}

export interface VerbWords {
  /** Finite verb or auxiliary first; then the participle. */
  readonly words: readonly Word[];
  readonly reflexive: boolean;
}

/** The verb's words; `dropped` are tokens of a subject that is not written; `agreesWith` decides person and number. */
export function verbWords(plan: ClausePlan, agreesWith: Referent | undefined, dropped: readonly Token[]): VerbWords {
  const entry = conjugated(plan);
  const { infinitive, reflexive } = entry;
  const cell = spanishCell(agreesWith);
  const direction = directedVerb(plan);
  const verbTokens = [plan.verb.token, ...(direction ? [direction.token] : [])];
  const concept = plan.verb.id;
  const upos = concept === "be" || concept === "can" || concept === "must" || concept === "may" ? "AUX" : "VERB";
  const person: Features = {
    Person: cell.slice(0, 1),
    Number: cell.endsWith("pl") ? "Plur" : "Sing",
    ...(agreesWith?.person === 2 ? { Polite: agreesWith.address === "polite" ? "Form" : "Infm" } : {}),
  };
  const simple = (tense: SpanishTense, name: string, mood = "Ind"): VerbWords => ({
    words: [
      word(
        concept === "exist" && tense === "present" ? "hay" : conjugate(entry, tense, cell),
        upos,
        [...verbTokens, plan.tenseToken, ...dropped],
        concept,
        { VerbForm: "Fin", Mood: mood, Tense: name, ...person },
        infinitive,
      ),
    ],
    reflexive,
  });
  const compound = (tense: SpanishTense, tag: string, name: string): VerbWords => ({
    words: [
      word(
        conjugate({ infinitive: "haber" }, tense, cell),
        "AUX",
        [plan.tenseToken, ...dropped],
        tag,
        { VerbForm: "Fin", Mood: "Ind", Tense: name, ...person },
        "haber",
      ),
      word(participleOf(infinitive), upos, verbTokens, concept, { VerbForm: "Part" }, infinitive),
    ],
    reflexive,
  });
  if (plan.mode === "command") {
    return {
      words: [
        word(
          imperative(entry, cell, plan.negation !== undefined),
          upos,
          [...verbTokens, plan.tenseToken],
          concept,
          { VerbForm: "Fin", Mood: "Imp", ...person },
          infinitive,
        ),
      ],
      reflexive,
    };
  }
  switch (plan.tense) {
    case "past":
      return plan.aspect === "event" ? simple("preterite", "Past") : simple("imperfect", "Imp");
    case "present":
      return simple("present", "Pres");
    case "expected":
      return simple("subjunctive", "Pres", "Sub");
    case "future":
      return simple("future", "Fut");
    case "perfect":
      return compound("present", "PRF", "Pres");
    case "pluperfect":
      return compound("imperfect", "PPRF", "Imp");
    case "base":
      return {
        words: [word(infinitive, upos, [...verbTokens, plan.tenseToken], concept, { VerbForm: "Inf" })],
        reflexive,
      };
  }
}

/** The pronouns written on an infinitive or a command, in one word with all their tokens. */
export function joinEnclitics(verb: Word, clitics: readonly Word[]): Word {
  if (clitics.length === 0) return verb;
  return {
    ...verb,
    form: withEnclitic(
      verb.form,
      clitics.map(({ form }) => form),
    ),
    tokens: [...new Set([...verb.tokens, ...clitics.flatMap(({ tokens }) => tokens)])],
  };
}
