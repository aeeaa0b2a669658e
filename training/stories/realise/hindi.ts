import { hindi as dictionary } from "../lexicon/hindi";
import { nounClassOf } from "../lexicon/nouns";
import type { Circumstance, ClausePlan, NounPhrase, QuotedPlan, RoleName, SentencePlan, Subordinate } from "../plan";
import { fixed, inOrder, joinWith, openSign, sign, word } from "./build";
import { agree, neutral, pronoun } from "./hindi-morphology";
import {
  adjectiveWords,
  agreementOf,
  circumstanceWords,
  hindiPhrase,
  marked,
  ownerWords,
  phraseAgreement,
} from "./hindi-phrase";
import {
  awayToken,
  entryOf,
  conjunctiveWord,
  finiteWords,
  governmentOf,
  innerVerb,
  objectAgreement,
  patientMark,
  qualityNoun,
  spans,
  subjectMark,
  type SubjectMark,
  toolObject,
  usesDefault,
  verbAgreement,
} from "./hindi-verb";
import type { Realiser } from "./realiser";
import type { Word } from "./word";

export const hindi: Realiser = {
  language: "hi",
  orthography: { locale: "hi", quotes: ["“", "”"] },
  words: (plan) => (plan.kind === "tell" ? [...clauseWords(plan.clause), sign("।")] : speech(plan)),
};

const roleOrder: readonly RoleName[] = ["company", "benefit", "topic", "place", "tool", "source", "path", "goal"];
/** With these verbs the place belongs to the verb and stands before it. */
const placeVerbs = new Set(["be", "lie", "sit", "stand", "live", "stay", "exist"]);

const postpositions = { ne: "ने", ko: "को", men: "में", kepas: "के पास" } as const;

/** "Has a beautiful voice" is "her voice is beautiful", with parts of the body as well. */
function rephrased(plan: ClausePlan): ClausePlan {
  const { patient, agent } = plan;
  if (plan.verb.id !== "have" || !agent || patient?.kind !== "noun" || patient.adjectives.length !== 1) return plan;
  if (patient.noun !== "voice" && nounClassOf(patient.noun) !== "body") return plan;
  const { patient: _, ...rest } = plan;
  const owner = { kind: "genitive", token: plan.verb.token, owner: agent } as const;
  return {
    ...rest,
    verb: { id: "be", token: plan.verb.token },
    subject: patient.referent,
    agent: { ...patient, determiner: owner, adjectives: [] },
    quality: patient.adjectives[0]!,
  };
}

/**
 * A clause with its finite verb last. After "and", the subject that is understood must be marked as it was said; where it
 * would not be, the first verb is a conjunctive: baiṭhkar intazār kiyā.
 */
function clauseWords(given: ClausePlan): Word[] {
  const plan = rephrased(given);
  const next = plan.joined?.conjunction.id === "and" ? plan.joined.clause : undefined;
  const conjunctive =
    next !== undefined &&
    subjectMark(next) !== subjectMark(plan) &&
    !(plan.time && spans.has(plan.time.id)) &&
    [plan.to, plan.that, plan.because, plan.negation, entryOf(plan).subject].every((part) => part === undefined);
  const verb = conjunctive
    ? [
        ...objectsAndPlaces(plan),
        ...complementWords(plan),
        conjunctiveWord(plan, plan.joined!.conjunction.token),
        ...clauseWords(next),
      ]
    : [...verbPart(plan), ...below(plan)];
  const place = placeFirst(plan);
  return [
    ...opening(plan),
    ...place.flatMap((part) => circumstanceWords(part)),
    ...subjectWords(plan, conjunctive ? subjectMark(next) : subjectMark(plan)),
    ...(plan.frequency?.id === "also" ? frequencyWords(plan) : []),
    ...timeWords(plan),
    ...(plan.frequency && plan.frequency.id !== "also" ? frequencyWords(plan) : []),
    ...purposeWords(plan),
    ...verb,
  ];
}

/** "There are many clouds there": somebody new comes after the place. */
function placeFirst(plan: ClausePlan): Circumstance[] {
  if (plan.verb.id !== "be" || plan.agent?.kind !== "noun" || plan.front === "place") return [];
  const { kind } = plan.agent.determiner;
  return kind === "indefinite" || kind === "quantity" || kind === "none"
    ? plan.circumstances.filter(({ role }) => role === "place")
    : [];
}

/** Conjunction, link, the clause of time, what is in front, and the particle of yes-no questions. */
function opening(plan: ClausePlan): Word[] {
  const contrast = plan.contrast ? [word("लेकिन", "CCONJ", [plan.contrast.token], "but")] : [];
  const link = plan.link ? fixed(dictionary.adverbs[plan.link.id], plan.link, "ADV") : [];
  const when = plan.when
    ? [
        word("जब", "SCONJ", [plan.when.conjunction.token], "when"),
        ...clauseWords(plan.when.clause),
        sign(","),
        word("तो", "PART", [plan.when.conjunction.token], "when"),
      ]
    : [];
  const time = plan.front === "time" ? adverbOfTime(plan) : [];
  const place = plan.front === "place" ? plan.circumstances.find(({ role }) => role === "place") : undefined;
  const question = plan.mode === "yes-no" ? [word("क्या", "PART", [], "Q")] : [];
  return [...contrast, ...link, ...when, ...time, ...(place ? circumstanceWords(place) : []), ...question];
}

function subjectWords(plan: ClausePlan, mark: SubjectMark): Word[] {
  if (!plan.agent || entryOf(plan).impersonal || plan.verb.id === "exist" || plan.mode === "command") return [];
  if (mark === "dir") return hindiPhrase(plan.agent, "dir");
  if (mark === "ka") {
    const { gender, plural } = phraseAgreement(plan.patient);
    return ownerWords(plan.agent, gender, plural, "dir", [plan.verb.token]);
  }
  return marked(plan.agent, postpositions[mark]);
}

/** The subject once more, where it is marked in another way than above: "खाना मिला और उसने खाया". */
function repeatedSubject(plan: ClausePlan): Word[] {
  const mark = subjectMark(plan);
  if (!plan.subject) return [];
  const { plural } = agreementOf(plan.subject);
  const form = mark === "ne" || mark === "ko" ? mark : "dir";
  return [word(pronoun(plan.subject, plural, form), "PRON", [], "SUBJ", {}, pronoun(plan.subject, plural, "dir"))];
}

function timeWords(plan: ClausePlan): Word[] {
  return plan.front === "time" ? [] : adverbOfTime(plan);
}

function adverbOfTime(plan: ClausePlan): Word[] {
  if (!plan.time) return [];
  return fixed(entryOf(plan).adverbs?.[plan.time.id] ?? dictionary.adverbs[plan.time.id], plan.time, "ADV");
}

function frequencyWords(plan: ClausePlan): Word[] {
  return plan.frequency ? fixed(dictionary.adverbs[plan.frequency.id], plan.frequency, "ADV") : [];
}

function purposeWords(plan: ClausePlan): Word[] {
  if (!plan.purpose) return [];
  const { clause, conjunction } = plan.purpose;
  return [
    ...objectsAndPlaces(clause),
    ...complementWords(clause),
    ...innerVerb(clause, "oblique", neutral),
    word("के", "ADP", [conjunction.token], "in-order-to"),
    word("लिए", "ADP", [conjunction.token], "in-order-to"),
  ];
}

/** Objects, complements, negation and the verb; before a modal the inner clause's first. */
function verbPart(plan: ClausePlan): Word[] {
  const negation =
    plan.negation === undefined
      ? []
      : [word(plan.mode === "command" ? "मत" : "नहीं", "PART", [plan.negation], "NEG", { Polarity: "Neg" })];
  const asksQuality = plan.asks !== undefined && plan.quality !== undefined;
  const outer = asksQuality
    ? [...objectsAndPlaces(plan), ...complementWords(plan), ...questionWords(plan)]
    : [...objectsAndPlaces(plan), ...questionWords(plan), ...complementWords(plan)];
  const finite = finiteWords(plan);
  if (!plan.to) return [...outer, ...negation, ...finite];
  const to = plan.asks ? { ...plan.to, asks: plan.asks } : plan.to;
  const inner = [
    ...timeWords(to),
    ...frequencyWords(to),
    ...objectsAndPlaces(plan.negation === undefined ? to : { ...to, negation: plan.negation }),
    ...complementWords(to),
  ];
  const form = governmentOf(plan);
  const verb = innerVerb(to, form, objectAgreement(to) ?? neutral);
  if (plan.verb.id === "try") {
    const [attempt, ...rest] = complementWords(plan);
    return [
      ...questionWords(plan),
      ...inner,
      ...verb,
      word("की", "ADP", [], "GEN", {}, "का"),
      attempt!,
      ...rest,
      ...negation,
      ...finite,
    ];
  }
  // "कुत्ते को ठीक नहीं कर सका", but "सो नहीं सका".
  return form === "stem" && inner.length > 0
    ? [...outer, ...inner, ...negation, ...verb, ...finite]
    : [...outer, ...inner, ...verb, ...negation, ...finite];
}

function questionWords(plan: ClausePlan): Word[] {
  if (!plan.asks) return [];
  const { id, token } = plan.asks;
  const isPronoun = id === "who" || id === "what";
  return [
    word(questionForm(plan), isPronoun ? "PRON" : "ADV", [token], id, { PronType: "Int" }, dictionary.questions[id]),
  ];
}

function questionForm(plan: ClausePlan): string {
  if (plan.asks!.id !== "who") return dictionary.questions[plan.asks!.id];
  const mark = subjectMark(plan);
  return { dir: "कौन", ne: "किसने", ko: "किसे", men: "किसमें", kepas: "किसके पास", ka: "किसका" }[mark];
}

/** Everything between the subject and the verb's own words. */
function objectsAndPlaces(plan: ClausePlan): Word[] {
  const entry = entryOf(plan);
  const tool = toolObject(plan, entry);
  const shown = inOrder(plan, roleOrder).filter(
    (part) =>
      !(plan.front === "place" && part.role === "place") &&
      !(tool && part.role === "tool") &&
      !placeFirst(plan).includes(part) &&
      part.token !== awayToken(plan),
  );
  const belongs = ({ role }: Circumstance) => role === "goal" || (role === "place" && placeVerbs.has(plan.verb.id));
  const circumstance = (part: Circumstance) => {
    const special = part.kind === "adverb" ? entry.adverbs?.[part.id] : undefined;
    if (special && part.kind === "adverb") return fixed(special, part, "ADV");
    if (entry.personSource && part.kind === "relation" && part.role === "source" && part.phrase.referent.human)
      return marked(part.phrase, entry.personSource, [part.token], "FROM");
    return circumstanceWords(part, { goal: entry.goal, ...(entry.fill ? { company: "से" } : {}) });
  };
  const manner = plan.manner
    ? fixed(entry.adverbs?.[plan.manner.id] ?? dictionary.adverbs[plan.manner.id], plan.manner, "ADV")
    : [];
  const early = isIndefinite(plan.patient);
  const toolLate = (part: Circumstance) => part.role === "tool" && plan.patient !== undefined && !early;
  const goals = shown.filter(belongs).flatMap(circumstance);
  const recipient = plan.recipient ? recipientWords(plan, plan.recipient) : [];
  const patient = plan.patient ? patientWords(plan, plan.patient) : [];
  // "मेज़ पर एक चाबी थी": what exists is the subject, and new.
  const exists = plan.verb.id === "exist";
  const owner = plan.patient && patientMark(plan, plan.patient) === "owner";
  return [
    ...shown.filter((part) => !belongs(part) && !toolLate(part)).flatMap(circumstance),
    ...recipient,
    ...(early ? goals : []),
    ...(early || owner ? manner : []),
    ...(exists ? [] : patient),
    ...(early || owner ? [] : manner),
    ...shown.filter(toolLate).flatMap(circumstance),
    ...(tool ? hindiPhrase(tool, "dir") : []),
    ...(early ? [] : goals),
    ...(exists ? patient : []),
  ];
}

function isIndefinite(phrase: NounPhrase | undefined): boolean {
  return phrase?.kind === "noun" && ["none", "indefinite", "quantity"].includes(phrase.determiner.kind);
}

function recipientWords(plan: ClausePlan, recipient: NounPhrase): Word[] {
  const postposition = entryOf(plan).recipient;
  return postposition ? marked(recipient, postposition) : marked(recipient, "को");
}

function patientWords(plan: ClausePlan, patient: NounPhrase): Word[] {
  const mark = patientMark(plan, patient);
  if (mark === "dir") return hindiPhrase(patient, "dir", plan.negation !== undefined);
  if (mark === "ko") return marked(patient, "को");
  if (mark === "owner") {
    return ownerWords(patient, entryOf(plan).complement?.gender ?? "m", false, "dir", [plan.verb.token]);
  }
  const { postposition } = mark;
  return marked(
    patient,
    postposition,
    postposition === "को" ? [] : [plan.verb.token],
    postposition === "को" ? "DAT" : plan.verb.id,
  );
}

/** Degrees that agree with the quality: itnī khuś, thoṛī udās. */
const inflected: ReadonlySet<string> = new Set(["इतना", "थोड़ा"]);

/** Degree, quality, identity, and the noun or adjective of a compound verb. */
function complementWords(plan: ClausePlan): Word[] {
  const entry = entryOf(plan);
  const agreement = verbAgreement(plan);
  const qualified = plan.quality !== undefined && qualityNoun(plan) === undefined;
  const degree = plan.degree
    ? fixed(entry.adverbs?.[plan.degree.id] ?? dictionary.adverbs[plan.degree.id], plan.degree, "ADV").map((part) => ({
        ...part,
        form: qualified && inflected.has(part.form) ? agree(part.form, agreement.gender, agreement.plural) : part.form,
      }))
    : [];
  const having = qualityNoun(plan);
  if (having) return [...degree, word(having.form, "NOUN", [plan.quality!.token], plan.quality!.id, {}, having.form)];
  const referent = plan.subject;
  const quality = plan.quality
    ? adjectiveWords(plan.quality, referent, referent ? agreementOf(referent) : neutral)
    : [];
  const identity = plan.identity ? hindiPhrase(bareTrade(plan.identity), "dir") : [];
  return [...degree, ...quality, ...identity, ...ownComplement(plan, entry)];
}

function ownComplement(plan: ClausePlan, entry: ReturnType<typeof entryOf>): Word[] {
  const { complement } = entry;
  const tokens = [plan.verb.token];
  if (complement) {
    const object =
      entry.ergative && plan.patient
        ? patientMark(plan, plan.patient) === "dir"
          ? phraseAgreement(plan.patient)
          : neutral
        : verbAgreement(plan);
    return complement.form
      .split(" ")
      .map((part) =>
        word(
          complement.upos === "ADJ" ? agree(part, object.gender, object.plural) : part,
          part === "में" ? "ADP" : complement.upos,
          tokens,
          plan.verb.id,
          {},
          part,
        ),
      );
  }
  return entry.default && usesDefault(plan) ? [word(entry.default.form, "NOUN", tokens, plan.verb.id)] : [];
}

/** "वह बेकर थी": a trade has no "a" unless an adjective says which kind. */
function bareTrade(phrase: NounPhrase): NounPhrase {
  return phrase.kind === "noun" && phrase.adjectives.length === 0
    ? { ...phrase, determiner: { kind: "none" } }
    : phrase;
}

/** Clauses after the verb. */
function below(plan: ClausePlan): Word[] {
  const inner = plan.to ? below(plan.to) : [];
  const after = (part: Subordinate | undefined, comma: boolean) =>
    part
      ? [
          ...(comma ? [sign(",")] : []),
          word(dictionary.conjunctions[part.conjunction.id], "SCONJ", [part.conjunction.token], part.conjunction.id),
          ...clauseWords(part.clause),
        ]
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
        ...(plan.joined.conjunction.id === "and" && subjectMark(plan.joined.clause) !== subjectMark(plan)
          ? repeatedSubject(plan.joined.clause)
          : []),
        ...clauseWords(plan.joined.clause),
      ]
    : [];
  return [...inner, ...after(plan.that, false), ...after(plan.because, true), ...joined];
}

function quoteWords(quote: QuotedPlan): Word[] {
  const body = quote.kind === "clause" ? clauseWords(quote.clause) : phraseWords(quote);
  return [...body, sign(quote.end === "." ? "।" : quote.end)];
}

function phraseWords(quote: Extract<QuotedPlan, { kind: "phrase" }>): Word[] {
  const entry = dictionary.phrases[quote.phrase.id];
  const said = fixed(typeof entry === "string" ? entry : entry[quote.address], quote.phrase, "INTJ");
  return joinWith([said, quote.vocative ? hindiPhrase(quote.vocative, "dir") : []], () => [sign(",")]);
}

/** What is said before or after the frame; its own signs stay within the quotation marks. */
function speech(plan: Extract<SentencePlan, { kind: "speech" }>): Word[] {
  const quote = [openSign("“"), ...plan.quote.flatMap(quoteWords), sign("”")];
  return plan.order === "after"
    ? [...quote, ...clauseWords(plan.frame), sign("।")]
    : [...clauseWords(plan.frame), sign(","), ...quote];
}
