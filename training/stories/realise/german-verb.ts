import { type GermanVerb, german } from "../lexicon/german";
import type { ClausePlan, Referent, Token } from "../plan";
import { word } from "./build";
import { germanCell, imperativeForm, presentForm, preteriteForm } from "./german-morphology";
import type { Features, Upos, Word } from "./word";

/** The two ends of the German sentence: the finite verb, and what stands at the end. */
export interface VerbBracket {
  readonly finite: Word;
  /** Prefix, participle or infinitives, in the order of a main clause. */
  readonly right: readonly Word[];
  /** A prefix alone in `right` is joined with the finite verb when that stands last: aufstand. */
  readonly prefixed: boolean;
}

const auxiliaries = {
  haben: { infinitive: "haben", past: "hatte" },
  sein: { infinitive: "sein", past: "war" },
  werden: { infinitive: "werden", past: "wurde" },
} as const;

const directionPrefixes: Readonly<Record<string, string>> = {
  away: "weg",
  out: "hinaus",
  back: "zurück",
  up: "hinauf",
  down: "hinunter",
};

/** The prefix that a direction gives to a verb without one: weggehen, hinaufklettern. */
export function directionPrefix(plan: ClausePlan): { readonly form: string; readonly token: Token } | undefined {
  const goal = plan.circumstances.find((part) => part.kind === "adverb" && part.role === "goal");
  if (goal?.kind !== "adverb" || german.verbs[plan.verb.id].prefix) return undefined;
  const form = directionPrefixes[goal.id];
  return form ? { form, token: goal.token } : undefined;
}

export function finiteFeatures(subject: Referent | undefined, tense: "Past" | "Pres"): Features {
  return {
    VerbForm: "Fin",
    Mood: "Ind",
    Tense: tense,
    Person: String(subject?.person ?? 3),
    Number: subject?.plural ? "Plur" : "Sing",
    ...(subject?.person === 2 ? { Polite: subject.address === "polite" ? "Form" : "Infm" } : {}),
  };
}

/** The verb forms of a clause that is not an infinitive. `inner` are the words of a modal's infinitive. */
export function verbBracket(plan: ClausePlan, inner: readonly Word[]): VerbBracket {
  const entry = german.verbs[plan.verb.id];
  const subject = entry.impersonal ? undefined : plan.subject;
  const cell = germanCell(subject);
  const direction = directionPrefix(plan);
  const prefix = direction?.form ?? entry.prefix;
  const lemma = (prefix ?? "") + entry.infinitive;
  const both = [plan.verb.token, plan.tenseToken];
  const concept = plan.verb.id;
  const upos = uposOf(plan.verb.id);
  const prefixWord = prefix
    ? [
        word(
          prefix,
          direction ? "ADV" : "ADP",
          [direction?.token ?? plan.verb.token],
          direction ? prefix : concept,
          {},
          prefix,
        ),
      ]
    : [];
  const simple = (form: string, features: Features): VerbBracket => ({
    finite: word(form, upos, both, concept, features, lemma),
    right: [...inner, ...prefixWord],
    prefixed: prefix !== undefined,
  });
  const compound = (
    auxiliary: keyof typeof auxiliaries,
    tense: "Past" | "Pres",
    tag: string,
    last: Word,
  ): VerbBracket => {
    const verb = auxiliaries[auxiliary];
    const form = tense === "Past" ? preteriteForm(verb, cell) : presentForm(verb, cell);
    return {
      finite: word(form, "AUX", [plan.tenseToken], tag, finiteFeatures(subject, tense), auxiliary),
      right: [...inner, last],
      prefixed: false,
    };
  };
  const tokens = direction ? [plan.verb.token, direction.token] : [plan.verb.token];
  const infinitive = word(lemma, upos, tokens, concept, { VerbForm: "Inf" });
  const participle = word(
    (direction?.form ?? "") + entry.participle,
    upos,
    tokens,
    concept,
    { VerbForm: "Part" },
    lemma,
  );
  if (plan.mode === "command") {
    return simple(imperativeForm(entry, subject?.address ?? "familiar", subject?.plural ?? false), {
      VerbForm: "Fin",
      Mood: "Imp",
      Person: "2",
      Number: subject?.plural ? "Plur" : "Sing",
    });
  }
  switch (plan.tense) {
    case "past":
      return simple(preteriteForm(entry, cell), finiteFeatures(subject, "Past"));
    case "present":
    case "expected":
      return simple(presentForm(entry, cell), finiteFeatures(subject, "Pres"));
    case "future":
      return compound("werden", "Pres", "FUT", infinitive);
    case "perfect":
      return compound(entry.auxiliary, "Pres", "PRF", participle);
    case "pluperfect":
      return compound(entry.auxiliary, "Past", "PPRF", participle);
    case "base":
      return { finite: infinitive, right: inner, prefixed: false };
  }
}

export function uposOf(id: ClausePlan["verb"]["id"]): Upos {
  return id === "be" || id === "can" || id === "must" || id === "may" || id === "want" ? "AUX" : "VERB";
}

/** The infinitive of an infinitive clause, with "zu" where it is asked for. */
export function infinitiveWords(plan: ClausePlan, withZu: boolean): Word[] {
  const entry: GermanVerb = german.verbs[plan.verb.id];
  const direction = directionPrefix(plan);
  const prefix = direction?.form ?? entry.prefix;
  const tokens = [plan.verb.token, ...(direction ? [direction.token] : [])];
  const lemma = (prefix ?? "") + entry.infinitive;
  const upos = uposOf(plan.verb.id);
  if (!withZu) return [word(lemma, upos, [...tokens, plan.tenseToken], plan.verb.id, { VerbForm: "Inf" })];
  if (prefix)
    return [
      word(
        `${prefix}zu${entry.infinitive}`,
        upos,
        [...tokens, plan.tenseToken],
        plan.verb.id,
        { VerbForm: "Inf" },
        lemma,
      ),
    ];
  return [word("zu", "PART", [plan.tenseToken], "INF"), word(lemma, upos, tokens, plan.verb.id, { VerbForm: "Inf" })];
}
