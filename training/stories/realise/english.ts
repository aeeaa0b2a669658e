import { english as dictionary, type EnglishVerb } from "../lexicon/english";
import type { ClausePlan, QuotedPlan, RoleName, SentencePlan, Subordinate } from "../plan";
import { fixed, inOrder, joinWith, openSign, sign, word } from "./build";
import { cellOf, finiteForm, ingForm } from "./english-morphology";
import { circumstanceWords, nounPhrase } from "./english-phrase";
import type { Realiser } from "./realiser";
import type { Features, Upos, Word } from "./word";

export const english: Realiser = {
  language: "en",
  orthography: { locale: "en", quotes: ["“", "”"] },
  words: (plan) => (plan.kind === "tell" ? [...clauseWords(plan.clause), sign(".")] : speech(plan)),
};

const roleOrder: readonly RoleName[] = ["benefit", "topic", "source", "path", "goal", "tool", "place", "company"];
const commaLinks = new Set([
  "after-that",
  "suddenly",
  "finally",
  "in-the-end",
  "luckily",
  "unfortunately",
  "from-then-on",
]);

/** `elided`: after "and" the auxiliary "will" is not said again. */
function clauseWords(plan: ClausePlan, elided = false): Word[] {
  const entry = dictionary.verbs[plan.verb.id];
  const group = verbGroup(elided && plan.tense === "future" ? { ...plan, tense: "base" } : plan, entry);
  const asksSubject =
    plan.asks !== undefined && plan.subject === undefined && (plan.asks.id === "who" || plan.asks.id === "what");
  const inverted = (plan.mode === "yes-no" || plan.mode === "asks") && !asksSubject;
  const subject = subjectWords(plan, entry);
  const front = [
    ...(plan.asks
      ? [
          word(
            dictionary.questions[plan.asks.id],
            plan.asks.id === "who" || plan.asks.id === "what" ? "PRON" : "ADV",
            [plan.asks.token],
            plan.asks.id,
            { PronType: "Int" },
          ),
        ]
      : []),
    ...linkWords(plan),
    ...fronted(plan),
  ];
  const negation =
    plan.negation === undefined ? [] : [word("not", "PART", [plan.negation], "NEG", { Polarity: "Neg" })];
  const [frequencyInside, frequencyAtEnd] = frequencyWords(plan);
  const [finite = [], rest = group.words] = group.invertible ? [group.words.slice(0, 1), group.words.slice(1)] : [];
  const core = inverted
    ? [...finite, ...subject, ...negation, ...frequencyInside, ...rest]
    : plan.tense === "base" && group.words.length > 0
      ? [...negation, ...subject, ...finite, ...rest]
      : [...subject, ...finite, ...negation, ...frequencyInside, ...rest];
  return [...front, ...core, ...complements(plan, entry), ...frequencyAtEnd, ...ending(plan), ...below(plan)];
}

function subjectWords(plan: ClausePlan, entry: EnglishVerb): Word[] {
  if (plan.verb.id === "exist") return [word("there", "PRON", [], "EXPL")];
  if (entry.impersonal) return [word("it", "PRON", [], "EXPL", { Case: "Nom", Person: "3", Number: "Sing" })];
  return plan.agent ? nounPhrase(plan.agent, "Nom") : [];
}

function linkWords(plan: ClausePlan): Word[] {
  const contrast = plan.contrast ? [word("but", "CCONJ", [plan.contrast.token], "but")] : [];
  if (!plan.link) return contrast;
  const link = fixed(dictionary.adverbs[plan.link.id], plan.link, "ADV");
  return [...contrast, ...link, ...(commaLinks.has(plan.link.id) ? [sign(",")] : [])];
}

function fronted(plan: ClausePlan): Word[] {
  if (plan.front === "time" && plan.time) {
    const time = fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV");
    return time.length > 2 ? [...time, sign(",")] : time;
  }
  const place = plan.front === "place" ? plan.circumstances.find(({ role }) => role === "place") : undefined;
  return place ? [...circumstanceWords(place, plan.verb.id), ...(plan.verb.id === "exist" ? [] : [sign(",")])] : [];
}

/** "again" stands at the end; "always" before the main verb. */
function frequencyWords(plan: ClausePlan): [inside: Word[], end: Word[]] {
  if (!plan.frequency) return [[], []];
  const words = fixed(dictionary.adverbs[plan.frequency.id], plan.frequency, "ADV");
  return plan.frequency.id === "again" ? [[], words] : [words, []];
}

/** In the present these are always under way: "it is lying there". */
const postures = new Set(["sit", "stand", "lie"]);

interface VerbGroup {
  readonly words: readonly Word[];
  /** The first word changes places with the subject in questions and has "not" after it. */
  readonly invertible: boolean;
}

/** What modals become where they have no form of their own. */
const modalPhrases = { can: ["be", "able"], must: ["have"], may: ["be", "allowed"] } as const;

function verbGroup(plan: ClausePlan, entry: EnglishVerb): VerbGroup {
  const { verb, tenseToken, tense } = plan;
  const subject = plan.verb.id === "exist" ? plan.patient?.referent : plan.subject;
  const cell = cellOf(entry.impersonal ? undefined : subject);
  const agreement: Features = subject
    ? { Person: String(subject.person), Number: subject.plural ? "Plur" : "Sing" }
    : { Person: "3", Number: "Sing" };
  const isBe = entry.base === "be";
  const concept = verb.id;
  const upos: Upos = isBe && concept !== "fear" ? "AUX" : "VERB";
  const main = (form: string, features: Features, tokens = [verb.token]) =>
    word(form, upos, tokens, concept, features, entry.base);
  const auxiliary = (form: string, lemma: string, tag: string, features: Features = {}) =>
    word(form, "AUX", [tenseToken], tag, features, lemma);
  const fin = (tenseName: string): Features => ({ VerbForm: "Fin", Mood: "Ind", Tense: tenseName, ...agreement });
  const both = [verb.token, tenseToken];
  const modal = verb.id === "can" || verb.id === "must" || verb.id === "may" ? modalPhrases[verb.id] : undefined;

  if (plan.mode === "command") {
    const base = main(entry.base, { VerbForm: "Fin", Mood: "Imp", Person: "2" }, both);
    return plan.negation === undefined
      ? { words: [base], invertible: false }
      : {
          words: [auxiliary("do", "do", "DO", { Mood: "Imp" }), main(entry.base, { VerbForm: "Inf" })],
          invertible: true,
        };
  }
  if (modal && (tense === "past" || tense === "present" || tense === "expected")) {
    const past = tense === "past";
    if (verb.id === "can" || (verb.id === "must" && !past) || (verb.id === "may" && !past)) {
      return {
        words: [
          word(
            past ? "could" : verb.id,
            "AUX",
            both,
            concept,
            { VerbForm: "Fin", Tense: past ? "Past" : "Pres" },
            verb.id,
          ),
        ],
        invertible: true,
      };
    }
  }
  const base = modal ? modal[0] : entry.base;
  const tail = modal ? modal.slice(1).map((form) => word(form, "ADJ", [verb.token], concept)) : [];
  const wrap = (words: Word[], invertible: boolean): VerbGroup => ({ words: [...words, ...tail], invertible });
  const simple = (name: "present" | "past"): VerbGroup => {
    const tenseName = name === "past" ? "Past" : "Pres";
    if (base === "be") {
      return wrap(
        [word(finiteForm({ base, past: "was" }, name, cell), "AUX", both, concept, fin(tenseName), "be")],
        true,
      );
    }
    const questions = plan.mode === "yes-no" || (plan.mode === "asks" && plan.subject !== undefined);
    if (plan.negation !== undefined || questions) {
      return wrap(
        [
          auxiliary(finiteForm({ base: "do", past: "did" }, name, cell), "do", "DO", fin(tenseName)),
          main(base, { VerbForm: "Inf" }),
        ],
        true,
      );
    }
    const past = modal ? "had" : entry.past;
    return wrap([main(finiteForm({ base, past }, name, cell), fin(tenseName), both)], false);
  };
  const progressive = (form: string, tenseName: string) =>
    wrap(
      [auxiliary(form, "be", "PROG", fin(tenseName)), main(ingForm(base), { VerbForm: "Part", Aspect: "Prog" })],
      true,
    );
  switch (tense) {
    case "base":
      return wrap([main(base, { VerbForm: "Inf" }, both)], false);
    case "present":
    case "expected":
      return plan.aspect === "ongoing" || postures.has(verb.id)
        ? progressive(finiteForm({ base: "be", past: "" }, "present", cell), "Pres")
        : simple("present");
    case "past":
      return plan.aspect === "ongoing"
        ? progressive(finiteForm({ base: "be", past: "" }, "past", cell), "Past")
        : simple("past");
    case "future":
      return wrap([auxiliary("will", "will", "FUT", { VerbForm: "Fin" }), main(base, { VerbForm: "Inf" })], true);
    case "perfect":
      return wrap(
        [
          auxiliary(finiteForm({ base: "have", past: "had" }, "present", cell), "have", "PRF", fin("Pres")),
          main(modal ? "been" : entry.participle, { VerbForm: "Part", Tense: "Past" }),
        ],
        true,
      );
    case "pluperfect":
      return wrap(
        [
          auxiliary("had", "have", "PPRF", fin("Past")),
          main(modal ? "been" : entry.participle, { VerbForm: "Part", Tense: "Past" }),
        ],
        true,
      );
  }
}

/** Objects, particle, quality, places: all after the verb and before the time. */
function complements(plan: ClausePlan, entry: EnglishVerb): Word[] {
  const particle = entry.particle
    ? [
        word(
          entry.particle,
          entry.particle === "afraid" || entry.particle === "lost" || entry.particle === "asleep" ? "ADJ" : "ADP",
          [plan.verb.token],
          plan.verb.id,
        ),
      ]
    : [];
  const marked = (phrase: typeof plan.patient, preposition: string | undefined): Word[] =>
    phrase
      ? [
          ...(preposition ? [word(preposition, "ADP", [plan.verb.token], plan.verb.id)] : []),
          ...nounPhrase(phrase, "Acc"),
        ]
      : [];
  const stranded = plan.asks?.id === "what" && plan.subject !== undefined && entry.patient !== undefined;
  const patient = stranded
    ? [word(entry.patient, "ADP", [plan.verb.token], plan.verb.id)]
    : marked(plan.patient, entry.patient);
  const toRecipient = entry.recipient ?? "to";
  const recipientLast =
    plan.patient !== undefined &&
    (entry.recipient !== undefined || entry.particle !== undefined || plan.patient.kind === "pronoun");
  const recipient =
    recipientLast && plan.recipient
      ? [word(toRecipient, "ADP", [], "DAT"), ...nounPhrase(plan.recipient, "Acc")]
      : marked(plan.recipient, plan.patient ? undefined : entry.recipient);
  const particleLast =
    entry.particle !== undefined &&
    entry.patient === undefined &&
    (plan.patient?.kind === "pronoun" || plan.recipient !== undefined);
  const objects = particleLast
    ? [...patient, ...particle, ...recipient]
    : recipientLast
      ? [...particle, ...patient, ...recipient]
      : [...particle, ...recipient, ...patient];
  const degree = plan.degree ? fixed(dictionary.adverbs[plan.degree.id], plan.degree, "ADV") : [];
  const quality = plan.quality
    ? [
        ...degree,
        word(dictionary.adjectives[plan.quality.id], "ADJ", [plan.quality.token], plan.quality.id, { Degree: "Pos" }),
      ]
    : degree;
  const identity = plan.identity ? nounPhrase(plan.identity, "Acc") : [];
  return [...objects, ...quality, ...identity];
}

const lateManners = new Set(["together", "alone"]);

function ending(plan: ClausePlan): Word[] {
  const places = inOrder(plan, roleOrder).filter(({ role }) => !(plan.front === "place" && role === "place"));
  const directions = places.filter(({ kind }) => kind === "adverb");
  const relations = places.filter(({ kind }) => kind === "relation");
  const manner = plan.manner ? fixed(dictionary.adverbs[plan.manner.id], plan.manner, "ADV") : [];
  const late =
    plan.manner !== undefined &&
    (lateManners.has(plan.manner.id) || plan.circumstances.some(({ role }) => role === "goal"));
  const time = plan.time && plan.front !== "time" ? fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV") : [];
  return [
    ...directions.flatMap((part) => circumstanceWords(part, plan.verb.id)),
    ...(late ? [] : manner),
    ...relations.flatMap((part) => circumstanceWords(part, plan.verb.id)),
    ...(late ? manner : []),
    ...time,
  ];
}

function below(plan: ClausePlan): Word[] {
  const bareInfinitive =
    (plan.verb.id === "can" || plan.verb.id === "may" || plan.verb.id === "must") &&
    (plan.tense === "present" || plan.tense === "expected" || (plan.tense === "past" && plan.verb.id === "can"));
  const to = plan.to
    ? [...(bareInfinitive ? [] : [word("to", "PART", [plan.to.tenseToken], "INF")]), ...clauseWords(plan.to)]
    : [];
  const sub = (part: Subordinate | undefined) =>
    part
      ? [
          word(dictionary.conjunctions[part.conjunction.id], "SCONJ", [part.conjunction.token], part.conjunction.id),
          ...clauseWords(part.clause),
        ]
      : [];
  const purpose = plan.purpose
    ? [word("to", "PART", [plan.purpose.conjunction.token], "in-order-to"), ...clauseWords(plan.purpose.clause)]
    : [];
  const joined = plan.joined
    ? [
        ...(plan.joined.conjunction.id === "but" ? [sign(",")] : []),
        word(
          dictionary.conjunctions[plan.joined.conjunction.id],
          "CCONJ",
          [plan.joined.conjunction.token],
          plan.joined.conjunction.id,
        ),
        ...clauseWords(plan.joined.clause, plan.joined.conjunction.id === "and"),
      ]
    : [];
  return [...to, ...purpose, ...sub(plan.that), ...sub(plan.because), ...sub(plan.when), ...joined];
}

function quoteWords(quote: QuotedPlan, last: boolean, followed: boolean): Word[] {
  const end = last && followed && quote.end === "." ? "," : quote.end;
  const body = quote.kind === "clause" ? clauseWords(quote.clause) : phraseWords(quote);
  return [...body, sign(end)];
}

function phraseWords(quote: Extract<QuotedPlan, { kind: "phrase" }>): Word[] {
  const entry = dictionary.phrases[quote.phrase.id];
  const said = fixed(typeof entry === "string" ? entry : entry[quote.address], quote.phrase, "INTJ");
  return joinWith([said, quote.vocative ? nounPhrase(quote.vocative, "Nom") : []], () => [sign(",")]);
}

function speech(plan: Extract<SentencePlan, { kind: "speech" }>): Word[] {
  const followed = plan.order === "after";
  const quote = [
    openSign("“"),
    ...plan.quote.flatMap((part, index) => quoteWords(part, index === plan.quote.length - 1, followed)),
    sign("”"),
  ];
  if (!followed) return [...clauseWords(plan.frame), sign(","), ...quote];
  const inverts =
    plan.frame.tense === "past" && plan.frame.recipient === undefined && plan.frame.agent?.kind !== "pronoun";
  const framed = clauseWords(plan.frame);
  const size = plan.frame.agent && inverts ? nounPhrase(plan.frame.agent, "Nom").length : 0;
  return [...quote, ...framed.slice(size), ...framed.slice(0, size), sign(".")];
}
