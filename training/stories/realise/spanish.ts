import { spanish as dictionary } from "../lexicon/spanish";
import type { ClausePlan, NounPhrase, QuotedPlan, Referent, RoleName, SentencePlan, Subordinate } from "../plan";
import { fixed, inOrder, joinWith, openSign, sign, word } from "./build";
import type { Realiser } from "./realiser";
import { agreementOf, clitic } from "./spanish-morphology";
import {
  adjectiveWords,
  agreementFeatures,
  andWord,
  circumstanceWords,
  prepositionWords,
  spanishPhrase,
  tagOf,
} from "./spanish-phrase";
import { directedVerb, joinEnclitics, verbWords } from "./spanish-verb";
import type { Word } from "./word";

export const spanish: Realiser = {
  language: "es",
  orthography: { locale: "es", quotes: ["«", "»"] },
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

interface ClauseOptions {
  /** Subject of the clause above; a pronoun for somebody else is written. */
  readonly above?: Referent | undefined;
  /** The subject stands after the verb: after what was said aloud. */
  readonly inverted?: boolean;
}

function clauseWords(plan: ClausePlan, options: ClauseOptions = {}): Word[] {
  const inverse = dictionary.verbs[plan.verb.id].inverse === true;
  const parts = inverse ? inverseParts(plan) : plainParts(plan, options.above);
  const no = plan.negation === undefined ? [] : [word("no", "PART", [plan.negation], "NEG", { Polarity: "Neg" })];
  const [verbFirst, verbLast] = frequencyWords(plan);
  const front = [...questionWords(plan), ...linkWords(plan), ...frontedWords(plan)];
  const [verb, ...restOfVerb] = parts.verb;
  const attaches = plan.tense === "base" || (plan.mode === "command" && plan.negation === undefined);
  const group = attaches
    ? [...no, joinEnclitics(verb!, parts.clitics), ...restOfVerb]
    : [...no, ...parts.clitics, verb!, ...restOfVerb];
  const after = [...complementWords(plan), ...verbLast];
  const asking = plan.mode === "yes-no" || plan.mode === "asks";
  const core =
    asking || options.inverted || comesFirst(plan)
      ? [...verbFirst, ...parts.before, ...group, ...parts.subject, ...after]
      : [...parts.subject, ...parts.before, ...verbFirst, ...group, ...after];
  return [...front, ...core, ...parts.objects, ...ending(plan), ...below(plan)];
}

/** "Entonces vino Ana": who comes or what begins stands after its verb where something else stands first. */
function comesFirst(plan: ClausePlan): boolean {
  const isNew =
    plan.agent?.kind === "noun" &&
    (plan.agent.determiner.kind === "indefinite" || plan.agent.determiner.kind === "quantity");
  const begun = isNew || plan.link !== undefined || plan.front !== undefined;
  return begun && plan.negation === undefined && plan.to === undefined && presenting.has(plan.verb.id);
}

const presenting = new Set(["come", "arrive", "appear", "begin"]);

interface Parts {
  readonly subject: readonly Word[];
  /** The dative that stands before an inverse verb: "a Ana le gusta". */
  readonly before: readonly Word[];
  readonly clitics: readonly Word[];
  readonly verb: readonly Word[];
  readonly objects: readonly Word[];
}

function plainParts(plan: ClausePlan, above: Referent | undefined): Parts {
  const entry = dictionary.verbs[plan.verb.id];
  const { agent } = plan;
  // The imperfect is the same for "I" and "she", so "yo" is written where nothing above tells.
  const unclear =
    agent?.referent.person === 1 &&
    !agent.referent.plural &&
    plan.tense === "past" &&
    plan.aspect !== "event" &&
    !above;
  const isDropped =
    agent?.kind === "pronoun" &&
    !unclear &&
    (agent.referent.person < 3 || !above || sameReferent(agent.referent, above));
  const subject = agent && !isDropped ? spanishPhrase(agent, { subject: true }) : [];
  const impersonal = entry.impersonal === true;
  const verb = verbWords(plan, impersonal ? undefined : plan.subject, isDropped ? [agent.token] : []);
  const reflexive = verb.reflexive ? [cliticWord(plan.subject, "reflexive", [plan.verb.token])] : [];
  const dativePatient = entry.patient === "dat" && plan.patient ? plan.patient : undefined;
  const recipient = plan.recipient ?? dativePatient;
  const patient = dativePatient ? undefined : plan.patient;
  const dative = recipient ? [cliticWord(recipient.referent, "dative", [recipient.token])] : [];
  const accusative =
    patient?.kind === "pronoun" && entry.patient === undefined && plan.verb.id !== "exist"
      ? [cliticWord(patient.referent, "accusative", [patient.token])]
      : [];
  // "le lo" becomes "se lo".
  const datives = dative.map((one) =>
    accusative.length > 0 && /^les?$/.test(one.form) ? { ...one, form: "se" } : one,
  );
  const objects = [
    ...(patient && accusative.length === 0 ? patientWords(plan, patient, entry.patient) : []),
    ...(recipient && recipient.kind !== "pronoun" ? prepositionWords("a", spanishPhrase(recipient), [], "DAT") : []),
  ];
  return { subject, before: [], clitics: [...reflexive, ...datives, ...accusative], verb: verb.words, objects };
}

/** Who likes stands in the dative, what is liked is the subject after the verb; what hurts belongs to the dative. */
function inverseParts(plan: ClausePlan): Parts {
  if (plan.verb.id === "hurt") return hurtParts(plan);
  const { agent, patient } = plan;
  const verb = verbWords(plan, patient?.referent, []);
  const feeler = agent?.referent ?? plan.subject;
  const before = agent && agent.kind !== "pronoun" ? prepositionWords("a", spanishPhrase(agent), [], "DAT") : [];
  return {
    subject: [],
    before,
    clitics: feeler ? [cliticWord(feeler, "dative", agent ? [agent.token] : [])] : [],
    verb: verb.words,
    objects: patient && patient.kind !== "pronoun" ? spanishPhrase(genericLiked(patient)) : [],
  };
}

/** What one likes in general has the definite article: le gusta la sopa. */
function genericLiked(phrase: NounPhrase): NounPhrase {
  if (
    phrase.kind !== "noun" ||
    (phrase.determiner.kind !== "none" && !(phrase.determiner.kind === "indefinite" && phrase.referent.plural))
  )
    return phrase;
  return {
    ...phrase,
    determiner: { kind: "definite", token: phrase.determiner.kind === "none" ? phrase.token : phrase.determiner.token },
  };
}

function hurtParts(plan: ClausePlan): Parts {
  const part = plan.agent;
  const verb = verbWords(plan, part?.referent, []);
  if (part?.kind !== "noun" || (part.determiner.kind !== "possessive" && part.determiner.kind !== "genitive")) {
    return { subject: part ? spanishPhrase(part) : [], before: [], clitics: [], verb: verb.words, objects: [] };
  }
  const { determiner } = part;
  const owner = determiner.kind === "possessive" ? determiner.owner : determiner.owner.referent;
  const before =
    determiner.kind === "genitive" ? prepositionWords("a", spanishPhrase(determiner.owner), [], "DAT") : [];
  return {
    subject: [],
    before,
    clitics: [cliticWord(owner, "dative", [determiner.token])],
    verb: verb.words,
    objects: spanishPhrase({ ...part, determiner: { kind: "definite", token: determiner.token } }),
  };
}

function cliticWord(
  referent: Referent | undefined,
  role: "accusative" | "dative" | "reflexive",
  tokens: readonly number[],
): Word {
  const form = referent ? clitic(referent, role) : "se";
  const names = { accusative: "Acc", dative: "Dat", reflexive: "Acc" } as const;
  return word(form, "PRON", tokens, role === "reflexive" ? "REFL" : tagOf(referent!), {
    Case: names[role],
    ...(role === "reflexive" ? { Reflex: "Yes" } : {}),
  });
}

/** With these, an animal is goods or a picture and has no "a". */
const tradeVerbs = new Set(["buy", "sell", "eat", "get", "draw", "paint-picture", "catch", "count"]);

/** People, and animals that one knows, have "a" as objects. */
function patientWords(plan: ClausePlan, patient: NounPhrase, preposition: string | undefined): Word[] {
  const words = spanishPhrase(patient, {
    negated: plan.negation !== undefined,
    afterPreposition: preposition !== undefined,
  });
  if (preposition) return prepositionWords(preposition, words, [plan.verb.token], plan.verb.id);
  const { referent } = patient;
  const known =
    patient.kind !== "noun" ||
    patient.determiner.kind === "definite" ||
    patient.determiner.kind === "possessive" ||
    patient.determiner.kind === "genitive";
  const personal =
    plan.verb.id !== "have" &&
    plan.verb.id !== "exist" &&
    (referent.human || patient.kind === "both" || (referent.animate && known && !tradeVerbs.has(plan.verb.id)));
  return personal ? prepositionWords("a", words, [], "PERSONAL") : words;
}

function sameReferent(one: Referent, other: Referent): boolean {
  return one.noun === other.noun && one.sex === other.sex && one.person === other.person && one.plural === other.plural;
}

function questionWords(plan: ClausePlan): Word[] {
  if (!plan.asks) return [];
  const { id, token } = plan.asks;
  return dictionary.questions[id]
    .split(" ")
    .map((form) => word(form, id === "who" || id === "what" ? "PRON" : "ADV", [token], id, { PronType: "Int" }));
}

function linkWords(plan: ClausePlan): Word[] {
  const contrast = plan.contrast ? [word("pero", "CCONJ", [plan.contrast.token], "but")] : [];
  if (!plan.link) return contrast;
  return [
    ...contrast,
    ...fixed(dictionary.adverbs[plan.link.id], plan.link, "ADV"),
    ...(commaLinks.has(plan.link.id) ? [sign(",")] : []),
  ];
}

function frontedWords(plan: ClausePlan): Word[] {
  if (plan.front === "time" && plan.time) {
    const time = fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV");
    return time.length > 2 ? [...time, sign(",")] : time;
  }
  const place = plan.front === "place" ? plan.circumstances.find(({ role }) => role === "place") : undefined;
  return place ? [...circumstanceWords(place, plan.verb.id), ...(plan.verb.id === "exist" ? [] : [sign(",")])] : [];
}

const lateFrequencies = new Set(["again", "immediately"]);

function frequencyWords(plan: ClausePlan): [before: Word[], after: Word[]] {
  if (!plan.frequency) return [[], []];
  const words = fixed(dictionary.adverbs[plan.frequency.id], plan.frequency, "ADV");
  return lateFrequencies.has(plan.frequency.id) ? [[], words] : [words, []];
}

const feltDegrees: Readonly<Record<string, string>> = { very: "mucho", too: "demasiado", so: "tanto" };

/** What belongs to the verb: fixed words, how somebody is, what somebody is. */
function complementWords(plan: ClausePlan): Word[] {
  const entry = dictionary.verbs[plan.verb.id];
  const agreement = plan.subject ? agreementOf(plan.subject) : { gender: "m" as const, plural: false };
  const complement = entry.complement
    ? fixed(entry.complement, { id: plan.verb.id, token: plan.verb.token }, "NOUN")
    : [];
  const posture =
    entry.posture && plan.subject?.animate
      ? entry.posture === "de pie"
        ? ["de", "pie"].map((form, index) => word(form, index === 0 ? "ADP" : "NOUN", [plan.verb.token], plan.verb.id))
        : [
            word(
              entry.posture.slice(0, -1) + (agreement.gender === "f" ? "a" : "o") + (agreement.plural ? "s" : ""),
              "ADJ",
              [plan.verb.token],
              plan.verb.id,
              agreementFeatures(agreement),
              entry.posture,
            ),
          ]
      : [];
  const identity = plan.identity ? spanishPhrase(bareTrade(plan.identity)) : [];
  const { quality, degree } = plan;
  const felt = quality && plan.verb.id === "be" ? dictionary.adjectives[quality.id].felt : undefined;
  if (quality && felt) {
    const [gender, noun] = felt;
    const howMuch = degree ? feltDegrees[degree.id] : undefined;
    const measure = !degree
      ? []
      : howMuch
        ? [
            word(
              gender === "f" ? `${howMuch.slice(0, -1)}a` : howMuch,
              "DET",
              [degree.token],
              degree.id,
              agreementFeatures({ gender, plural: false }),
              howMuch,
            ),
          ]
        : [...fixed(dictionary.adverbs[degree.id], degree, "ADV"), word("de", "ADP", [degree.token], degree.id)];
    return [...measure, word(noun, "NOUN", [quality.token], quality.id, agreementFeatures({ gender, plural: false }))];
  }
  const howMuch = degree ? fixed(dictionary.adverbs[degree.id], degree, "ADV") : [];
  return [
    ...complement,
    ...posture,
    ...howMuch,
    ...(quality ? adjectiveWords(quality.id, quality.token, agreement) : []),
    ...identity,
  ];
}

/** "Era panadera": a trade has no article unless an adjective says which kind. */
function bareTrade(phrase: NounPhrase): NounPhrase {
  const untrained = new Set([
    "boy",
    "girl",
    "man",
    "woman",
    "child",
    "baby",
    "king",
    "queen",
    "thief",
    "guest",
    "friend",
  ]);
  if (phrase.kind !== "noun" || phrase.adjectives.length > 0 || !phrase.referent.human || untrained.has(phrase.noun))
    return phrase;
  return { ...phrase, determiner: { kind: "none" } };
}

function ending(plan: ClausePlan): Word[] {
  const direction = directedVerb(plan);
  const places = inOrder(plan, roleOrder).filter(
    (part) =>
      !(plan.front === "place" && part.role === "place") &&
      !(direction && part.kind === "adverb" && part.role === "goal"),
  );
  const arriveAt = dictionary.verbs[plan.verb.id].place;
  const time = plan.time && plan.front !== "time" ? fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV") : [];
  const late = places.some(({ role }) => role === "goal");
  const manner = mannerWords(plan);
  const circumstances = places.flatMap((part) => circumstanceWords(part, plan.verb.id, arriveAt));
  return [...(late ? [] : manner), ...circumstances, ...(late ? manner : []), ...time];
}

const voiced = new Set(["sing", "speak", "say", "laugh", "whisper", "tell", "read"]);

/** "juntos" and "solo" agree with the subject. */
function mannerWords(plan: ClausePlan): Word[] {
  if (!plan.manner) return [];
  const { id, token } = plan.manner;
  if (id === "quietly" && voiced.has(plan.verb.id)) {
    return fixed("en/ADP voz/NOUN baja/ADJ", plan.manner, "ADV");
  }
  if (id !== "together" && id !== "alone") return fixed(dictionary.adverbs[id], plan.manner, "ADV");
  const agreement = plan.subject ? agreementOf(plan.subject) : { gender: "m" as const, plural: false };
  const together = id === "together" ? { ...agreement, plural: true } : agreement;
  const form =
    (id === "together" ? "junt" : "sol") + (together.gender === "f" ? "a" : "o") + (together.plural ? "s" : "");
  return [word(form, "ADJ", [token], id, agreementFeatures(together), id === "together" ? "junto" : "solo")];
}

function below(plan: ClausePlan): Word[] {
  const above = plan.subject;
  const to = plan.to
    ? [
        ...(plan.verb.id === "must" ? [word("que", "SCONJ", [plan.verb.token], plan.verb.id)] : []),
        ...(plan.verb.id === "start" ? [word("a", "ADP", [plan.to.tenseToken], "INF")] : []),
        ...clauseWords(plan.to, { above }),
      ]
    : [];
  const sub = (part: Subordinate | undefined) =>
    part
      ? [
          word(dictionary.conjunctions[part.conjunction.id], "SCONJ", [part.conjunction.token], part.conjunction.id),
          ...clauseWords(part.clause, { above }),
        ]
      : [];
  return [...to, ...sub(plan.purpose), ...sub(plan.that), ...sub(plan.because), ...sub(plan.when), ...joined(plan)];
}

function joined(plan: ClausePlan): Word[] {
  if (!plan.joined) return [];
  const { conjunction, clause } = plan.joined;
  const words = clauseWords(clause, { above: plan.subject });
  if (conjunction.id === "but") return [sign(","), word("pero", "CCONJ", [conjunction.token], "but"), ...words];
  return [andWord(conjunction.token, words[0]), ...words];
}

function quoteWords(quote: QuotedPlan, last: boolean): Word[] {
  const body = quote.kind === "clause" ? clauseWords(quote.clause) : phraseWords(quote);
  const marked =
    quote.end === "?"
      ? [openSign("¿"), ...body, sign("?")]
      : quote.end === "!"
        ? [openSign("¡"), ...body, sign("!")]
        : undefined;
  // The full stop stands after the quotation mark.
  return marked ?? [...body, ...(last ? [] : [sign(quote.end)])];
}

function phraseWords(quote: Extract<QuotedPlan, { kind: "phrase" }>): Word[] {
  const entry = dictionary.phrases[quote.phrase.id];
  const said = fixed(typeof entry === "string" ? entry : entry[quote.address], quote.phrase, "INTJ");
  return joinWith([said, quote.vocative ? spanishPhrase(quote.vocative) : []], () => [sign(",")]);
}

function speech(plan: Extract<SentencePlan, { kind: "speech" }>): Word[] {
  const quote = [
    openSign("«"),
    ...plan.quote.flatMap((part, index) => quoteWords(part, index === plan.quote.length - 1)),
    sign("»"),
  ];
  if (plan.order === "before") return [...clauseWords(plan.frame), sign(":"), ...quote, sign(".")];
  return [...quote, sign(","), ...clauseWords(plan.frame, { inverted: true }), sign(".")];
}
