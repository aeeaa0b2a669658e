import { type Complement, type HindiVerb, hindi } from "../lexicon/hindi";
import type { ClausePlan, NounPhrase, Token } from "../plan";
import { word } from "./build";
import {
  type Agreement,
  agree,
  copula,
  future,
  imperative,
  imperfective,
  infinitive,
  neutral,
  perfective,
  third,
} from "./hindi-morphology";
import { agreementFeatures, agreementOf, phraseAgreement } from "./hindi-phrase";
import type { Features, Word } from "./word";

/** How a subject is marked: not at all, with ne, as experiencer, place of a pain, or as who has something. */
export type SubjectMark = "dir" | "ne" | "ko" | "men" | "kepas" | "ka";

const emotion: Omit<HindiVerb, "complement"> = { root: "हो", ergative: false, state: "copula", subject: "ko" };

const becoming: HindiVerb = { ...hindi.verbs.become, state: "event" };

/** Verbs that have an infinitive clause, and the form of the inner verb. */
const governed: Partial<Record<ClausePlan["verb"]["id"], "stem" | "infinitive" | "agreeing" | "oblique">> = {
  can: "stem",
  may: "stem",
  want: "infinitive",
  must: "agreeing",
  start: "oblique",
  try: "oblique",
};

export function governmentOf(plan: ClausePlan): "stem" | "infinitive" | "agreeing" | "oblique" {
  return governed[plan.verb.id] ?? "infinitive";
}

/** The words for this clause's verb: others for experiencers in the present, of animates, with goals, in infinitives. */
export function entryOf(plan: ClausePlan): HindiVerb {
  const inner = plan.tense === "base" || plan.mode === "command";
  const entry = hindi.verbs[plan.verb.id];
  // khaṛā rahā: stood for some time.
  if (plan.verb.id === "stand" && plan.time && spans.has(plan.time.id)) return { ...entry, root: "रह", state: "event" };
  if (plan.verb.id === "be") return copulaEntry(plan, entry, inner);
  if (inner && entry.controlled) return entry.controlled;
  if (!inner && entry.present && plan.tense === "present") return entry.present;
  if (entry.animate && plan.subject?.animate) return entry.animate;
  if (entry.intransitive && !inner && plan.patient === undefined) return entry.intransitive;
  if (entry.atPlace && plan.circumstances.some(({ role }) => role === "place")) return entry.atPlace;
  if (entry.toGoal && plan.circumstances.some(({ role }) => role === "goal")) return entry.toGoal;
  if (plan.verb.id === "visit" && comesHere(plan)) return { ...entry, root: "आ" };
  const special = plan.patient && entry.forPatient?.[plan.patient.referent.noun];
  return special ?? entry;
}

/** Somebody new, or who visits me, comes and does not go: milne āyā. */
function comesHere({ agent, patient }: ClausePlan): boolean {
  const isNew = agent?.kind === "noun" && agent.determiner.kind === "indefinite";
  return isNew || patient?.referent.person === 1;
}

function copulaEntry(plan: ClausePlan, entry: HindiVerb, inner: boolean): HindiVerb {
  if (inner) return { ...entry, root: plan.identity || (plan.quality && plan.quality.id !== "quiet") ? "बन" : "रह" };
  const having = plan.quality && hindi.adjectives[plan.quality.id].noun;
  if (having) return { ...emotion, complement: having };
  // "was healthy again" is a change: phir se svasth ho gayā.
  const changes = plan.quality && plan.quality.id !== "awake" && plan.frequency?.id === "again";
  return changes && plan.tense !== "present" ? becoming : entry;
}

/** The quality is said as a noun that somebody has: garv. */
export function qualityNoun(plan: ClausePlan): Complement | undefined {
  return plan.verb.id === "be" && plan.quality && plan.tense !== "base" && plan.mode !== "command"
    ? hindi.adjectives[plan.quality.id].noun
    : undefined;
}

type Aspect = "perfective" | "habitual" | "progressive" | "posture" | "wear" | "copula" | "future" | "imperative";

function aspectOf(plan: ClausePlan, entry: HindiVerb): Aspect {
  if (plan.mode === "command") return "imperative";
  switch (plan.tense) {
    case "perfect":
    case "pluperfect":
      return "perfective";
    case "future":
    case "expected":
      return plan.aspect === "ongoing" ? "progressive" : "future";
    case "past":
      if (plan.aspect === "ongoing") return "progressive";
      if (plan.verb.id === "must" || (plan.verb.id === "can" && plan.negation !== undefined)) return "perfective";
      if (plan.aspect === "event" || entry.state === "event" || qualityNoun(plan)) return "perfective";
      if (lasts(plan, entry) || (plan.verb.id === "hurt" && plan.link?.id === "suddenly")) return "perfective";
      return entry.state;
    case "present":
      if (plan.verb.id === "must") return "future";
      if (plan.aspect === "ongoing" || entry.ongoing) return "progressive";
      return entry.state === "event" || plan.aspect === "event" ? "habitual" : entry.state;
    case "base":
      return "habitual";
  }
}

export const spans: ReadonlySet<string> = new Set(["the-whole-day", "the-whole-night", "for-a-long-time"]);

/** baiṭhī rahī: a posture that was kept for some time. */
function lasts(plan: ClausePlan, entry: HindiVerb): boolean {
  return entry.state === "posture" && plan.time !== undefined && spans.has(plan.time.id);
}

function isErgative(plan: ClausePlan, entry: HindiVerb): boolean {
  return entry.ergative && plan.tense !== "base" && aspectOf(plan, entry) === "perfective";
}

export function subjectMark(plan: ClausePlan): SubjectMark {
  const entry = entryOf(plan);
  if (entry.subject && plan.mode !== "command" && plan.tense !== "base") return entry.subject;
  return isErgative(plan, entry) ? "ne" : "dir";
}

export type PatientMark = "dir" | "ko" | "owner" | { readonly postposition: string };

/** ko marks persons, and animals that are known; beside a recipient, nothing has a second ko. */
export function patientMark(plan: ClausePlan, patient: NounPhrase): PatientMark {
  const { patient: government } = entryOf(plan);
  if (government === "का") return "owner";
  if (government === "dir") return "dir";
  if (government === "goods" && !plan.recipient) return patient.kind === "pronoun" ? "ko" : "dir";
  if (government !== undefined && government !== "goods") return { postposition: government };
  if (plan.recipient) return "dir";
  if (patient.kind === "pronoun") return "ko";
  const { human, animate } = patient.referent;
  if (human) return "ko";
  const isIndefinite = patient.kind === "noun" && ["none", "indefinite", "quantity"].includes(patient.determiner.kind);
  return animate && !isIndefinite ? "ko" : "dir";
}

/** The agreement of the object that the verb sees: the unmarked patient, or the noun of noun and verb. */
export function objectAgreement(plan: ClausePlan): Agreement | undefined {
  const entry = entryOf(plan);
  if (plan.to && plan.verb.id !== "try") return objectAgreement(plan.to);
  if (plan.patient && patientMark(plan, plan.patient) === "dir") return phraseAgreement(plan.patient);
  if (entry.complement?.gender) return third(entry.complement.gender, false);
  const tool = toolObject(plan, entry);
  if (tool) return phraseAgreement(tool);
  const usual = entry.default?.gender;
  return usual && usesDefault(plan) ? third(usual, false) : undefined;
}

export function toolObject(plan: ClausePlan, entry: HindiVerb): NounPhrase | undefined {
  if (!entry.toolObject) return undefined;
  const tool = plan.circumstances.find(({ role }) => role === "tool");
  return tool?.kind === "relation" ? tool.phrase : undefined;
}

/** khānā khāyā: what is eaten is said in general where it is not said in particular. */
export function usesDefault(plan: ClausePlan): boolean {
  const entry = entryOf(plan);
  if (entry.default === undefined || plan.asks?.id === "what" || toolObject(plan, entry)) return false;
  return plan.patient === undefined || entry.patient === "को";
}

export function verbAgreement(plan: ClausePlan): Agreement {
  const entry = entryOf(plan);
  if (entry.impersonal) return third(entry.complement?.gender ?? "m", false);
  if (plan.verb.id === "exist") return phraseAgreement(plan.patient);
  const mark = subjectMark(plan);
  if (mark !== "dir") return objectAgreement(plan) ?? neutral;
  return plan.subject ? agreementOf(plan.subject) : neutral;
}

const uninflected = "चाहिए";

/** The finite verb with its auxiliaries; the noun or adjective of a compound verb is not among them. */
export function finiteWords(plan: ClausePlan): Word[] {
  const entry = entryOf(plan);
  const agreement = verbAgreement(plan);
  const concept = plan.verb.id;
  const aspect = aspectOf(plan, entry);
  const away = awayToken(plan);
  const own = [plan.verb.token, ...(away === undefined ? [] : [away])];
  const features = (more: Features): Features => ({ ...agreementFeatures(agreement), ...more });
  const main = (form: string, more: Features, finite: boolean) =>
    word(
      form,
      concept === "be" || entry.root === "सक" ? "AUX" : "VERB",
      finite ? [...own, plan.tenseToken] : own,
      concept,
      more,
      `${entry.root}ना`,
    );
  const auxiliary = (form: string, tag: string, lemma: string, more: Features) =>
    word(form, "AUX", [plan.tenseToken], tag, more, lemma);
  const be = (tense: "present" | "past") =>
    auxiliary(
      copula(tense, agreement),
      tense === "past" ? "PST" : "PRS",
      "होना",
      features({ VerbForm: "Fin", Tense: tense === "past" ? "Past" : "Pres" }),
    );
  const willBe = () => auxiliary(future("हो", agreement), "FUT", "होना", features({ VerbForm: "Fin", Tense: "Fut" }));
  const tense = plan.tense === "present" || plan.tense === "perfect" ? "present" : "past";
  const fin = (name: string, aspectName?: string): Features =>
    features({ VerbForm: "Fin", Mood: "Ind", Tense: name, ...(aspectName ? { Aspect: aspectName } : {}) });
  const part = (aspectName: string): Features => features({ VerbForm: "Part", Aspect: aspectName });

  if (entry.root === uninflected) {
    const needed = (finite: boolean) => main(uninflected, { VerbForm: "Fin" }, finite);
    if (aspect === "future") return [needed(false), willBe()];
    return tense === "past" ? [needed(false), be("past")] : [needed(true)];
  }
  const kept = lasts(plan, entry) && (aspect === "perfective" || aspect === "future");
  const vector = kept ? "रह" : vectorOf(plan, entry, aspect);
  const goAway = away !== undefined && entry.root === "जा";
  const before = goAway
    ? [word(agree("चला", agreement.gender, agreement.plural), "VERB", own, concept, part("Perf"), "चलना")]
    : vector
      ? [
          kept
            ? main(perfective(entry.root, agreement, false), part("Perf"), false)
            : main(entry.root, { VerbForm: "Conv" }, false),
        ]
      : [];
  const root = vector ?? (plan.verb.id === "must" && plan.tense === "present" ? "हो" : entry.root);
  const last = (form: string, more: Features, finite: boolean) =>
    before.length > 0 ? auxiliary(form, "VECTOR", `${root}ना`, more) : main(form, more, finite);
  switch (aspect) {
    case "imperative":
      return [
        ...before,
        last(
          imperative(root, plan.subject?.address ?? "familiar"),
          { VerbForm: "Fin", Mood: "Imp", Person: "2" },
          true,
        ),
      ];
    case "copula":
      return [main(copula(tense, agreement), fin(tense === "past" ? "Past" : "Pres"), true)];
    case "future":
      return [...before, last(future(root, agreement), fin("Fut"), true)];
    case "progressive": {
      const finite = plan.tense === "future" || plan.tense === "expected" ? willBe() : be(tense);
      const going = auxiliary(agree("रहा", agreement.gender, agreement.plural), "PROG", "रहना", part("Prog"));
      return [main(entry.root, { VerbForm: "Conv" }, false), going, finite];
    }
    case "habitual":
      return tense === "present" && plan.negation !== undefined
        ? [main(imperfective(root, agreement, true), part("Imp"), true)]
        : [main(imperfective(root, agreement), part("Imp"), false), be(tense)];
    case "posture":
      return [main(perfective(root, agreement, false), part("Perf"), false), be(tense)];
    case "wear":
      return [main(perfective(root, { ...agreement, gender: "m", plural: true }), part("Perf"), false), be(tense)];
    case "perfective": {
      const simple = plan.tense === "past" || plan.verb.id === "happen" || plan.asks?.id === "why";
      return simple
        ? [...before, last(perfective(root, agreement), fin("Past", "Perf"), true)]
        : [...before, last(perfective(root, agreement, false), part("Perf"), false), be(tense)];
    }
  }
}

/** gir gayā: in affirmed events only, except where the vector belongs to the verb. */
function vectorOf(plan: ClausePlan, entry: HindiVerb, aspect: Aspect): string | undefined {
  if (awayToken(plan) !== undefined) return "जा";
  if (!entry.vector || aspect === "progressive") return undefined;
  if (entry.keepsVector) return entry.vector;
  return plan.negation === undefined && plan.mode !== "asks" && aspect !== "habitual" ? entry.vector : undefined;
}

/** The token of "away" where the verb says it: calā gayā, uṛ gayā. */
export function awayToken(plan: ClausePlan): Token | undefined {
  const away = plan.circumstances.find((part) => part.kind === "adverb" && part.id === "away");
  return plan.verb.id === "go" || plan.verb.id === "fly" ? away?.token : undefined;
}

/** "having sat down", before another verb of the same subject; the ending stands for "and". */
export function conjunctiveWord(plan: ClausePlan, conjunction: Token): Word {
  const { root, vector, keepsVector } = entryOf(plan);
  const stem = keepsVector && root === "ले" ? `${root} ${vector}` : root;
  const form = root === "कर" ? "करके" : `${stem}कर`;
  return word(
    form,
    "VERB",
    [plan.verb.token, plan.tenseToken, conjunction],
    plan.verb.id,
    { VerbForm: "Conv" },
    `${root}ना`,
  );
}

/** The verb of an infinitive clause as the verb above it asks. */
export function innerVerb(
  plan: ClausePlan,
  form: "stem" | "infinitive" | "agreeing" | "oblique",
  agreement: Agreement,
): Word[] {
  const entry = entryOf(plan);
  const tokens = [plan.verb.token, plan.tenseToken];
  const concept = plan.verb.id;
  const own = (text: string, features: Features) => word(text, "VERB", tokens, concept, features, `${entry.root}ना`);
  const before = entry.keepsVector ? [own(entry.root, { VerbForm: "Conv" })] : [];
  const root = entry.keepsVector ? entry.vector! : entry.root;
  if (form === "stem") return [...before, own(root, { VerbForm: "Conv" })];
  const text = infinitive(root, form === "agreeing" ? agreement : form === "oblique" ? "obl" : "dir");
  return [...before, own(text, { VerbForm: "Inf" })];
}
