import { type GermanCase, type Government, german as dictionary } from "../lexicon/german";
import type { ClausePlan, NounPhrase, QuotedPlan, RoleName, SentencePlan, Subordinate } from "../plan";
import { fixed, inOrder, joinWith, openSign, sign, word } from "./build";
import { reflexivePronoun } from "./german-morphology";
import { circumstanceWords, germanPhrase, prepositionPhrase } from "./german-phrase";
import { directionPrefix, infinitiveWords, verbBracket } from "./german-verb";
import type { Realiser } from "./realiser";
import type { Word } from "./word";

export const german: Realiser = {
  language: "de",
  orthography: { locale: "de", quotes: ["„", "“"] },
  words: (plan) => (plan.kind === "tell" ? [...mainClause(plan.clause), sign(".")] : speech(plan)),
};

const roleOrder: readonly RoleName[] = ["benefit", "company", "topic", "tool", "source", "path", "place", "goal"];
const modals = new Set(["can", "must", "may", "want"]);
/** With these verbs the place belongs to the verb and stands after "nicht". */
const placeVerbs = new Set(["be", "lie", "sit", "stand", "live", "stay", "arrive", "put"]);

interface MainOptions {
  /** Something stands before the verb already: what was said aloud. */
  readonly begun?: boolean;
  /** After "und": the subject is not said again, nor is the auxiliary. */
  readonly continued?: boolean;
}

/** A main clause: the finite verb is its second constituent; questions and commands begin with it or the question word. */
function mainClause(plan: ClausePlan, options: MainOptions = {}): Word[] {
  const subject = subjectWords(plan);
  const inner = innerInfinitive(plan);
  const bracket = verbBracket(plan, inner);
  const contrast = plan.contrast ? [word("aber", "CCONJ", [plan.contrast.token], "but")] : [];
  const fronted = options.begun ? [] : frontedWords(plan);
  const verbFirst =
    options.begun || options.continued || plan.mode === "yes-no" || plan.mode === "command" || fronted.length > 0;
  const light = verbFirst && plan.agent && plan.agent.kind !== "pronoun" ? lightPronouns(plan) : [];
  const middle = middleField(plan, light.length);
  if (options.continued) {
    const elided = plan.tense === "future" || plan.tense === "perfect" || plan.tense === "pluperfect";
    return [...(elided ? [] : [bracket.finite]), ...middle, ...bracket.right, ...afterField(plan)];
  }
  const asksSubject = plan.asks !== undefined && plan.subject === undefined;
  const polite =
    plan.mode === "command" && plan.subject?.address === "polite"
      ? [word("Sie", "PRON", [], "2SG", { Case: "Nom", Person: "2", Polite: "Form" })]
      : [];
  const left = verbFirst
    ? [...fronted, bracket.finite, ...light, ...(asksSubject ? [] : subject), ...polite]
    : [...subject, bracket.finite];
  return [...contrast, ...left, ...middle, ...bracket.right, ...afterField(plan)];
}

/** A subordinate clause: the finite verb stands last, joined with its prefix. */
function verbLastClause(plan: ClausePlan): Word[] {
  const bracket = verbBracket(plan, innerInfinitive(plan));
  const [prefix, ...more] = [...bracket.right].reverse();
  const end =
    bracket.prefixed && prefix
      ? [
          ...more.reverse(),
          {
            ...bracket.finite,
            form: prefix.form + bracket.finite.form,
            tokens: [...new Set([...prefix.tokens, ...bracket.finite.tokens])],
          },
        ]
      : [...bracket.right, bracket.finite];
  return [...subjectWords(plan), ...middleField(plan), ...end, ...afterField(plan)];
}

function subjectWords(plan: ClausePlan): Word[] {
  if (dictionary.verbs[plan.verb.id].impersonal)
    return [word("es", "PRON", [], "EXPL", { Case: "Nom", Person: "3", Number: "Sing" })];
  return plan.agent ? germanPhrase(plan.agent, "nom") : [];
}

function frontedWords(plan: ClausePlan): Word[] {
  if (plan.asks) {
    const isPronoun = plan.asks.id === "who" || plan.asks.id === "what";
    return [
      word(dictionary.questions[plan.asks.id], isPronoun ? "PRON" : "ADV", [plan.asks.token], plan.asks.id, {
        PronType: "Int",
      }),
    ];
  }
  if (plan.link) return fixed(dictionary.adverbs[plan.link.id], plan.link, "ADV");
  if (plan.front === "time" && plan.time) return fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV");
  const place = plan.front === "place" ? plan.circumstances.find(({ role }) => role === "place") : undefined;
  return place ? circumstanceWords(place) : [];
}

/** The infinitive of a modal with all that depends on it stands before the end of the clause. */
function innerInfinitive(plan: ClausePlan): Word[] {
  if (!plan.to || !modals.has(plan.verb.id)) return [];
  const inner = plan.negation === undefined ? plan.to : { ...plan.to, negation: plan.negation };
  return [...middleField(inner), ...infinitiveWords(inner, false)];
}

/** Pronouns, time, objects, manner, "nicht", places: in this order between the verb's two parts. */
function middleField(given: ClausePlan, moved = 0): Word[] {
  // A modal's "nicht" stands in the infinitive's part: "konnte die Ziege nicht heilen".
  const { negation: _, ...affirmed } = given;
  const plan: ClausePlan = given.to && modals.has(given.verb.id) ? affirmed : given;
  const entry = dictionary.verbs[plan.verb.id];
  const roles = [
    objectOf(plan.recipient, entry.recipient ?? "dat", plan),
    objectOf(plan.patient, entry.patient ?? "acc", plan),
  ].filter((role) => role !== undefined);
  const pronouns = roles
    .filter(({ pronoun }) => pronoun)
    .reverse()
    .flatMap(({ words }) => words);
  const nouns = roles.filter(({ pronoun, late }) => !pronoun && !late).flatMap(({ words }) => words);
  const late = roles.filter(({ pronoun, late }) => !pronoun && late).flatMap(({ words }) => words);
  const reflexive = entry.reflexive
    ? [word(reflexivePronoun(plan.subject), "PRON", [plan.verb.token], "REFL", { Case: "Acc", Reflex: "Yes" }, "sich")]
    : [];
  const time = plan.time && plan.front !== "time" ? fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV") : [];
  const frequency = plan.frequency ? fixed(dictionary.adverbs[plan.frequency.id], plan.frequency, "ADV") : [];
  const manner = plan.manner ? fixed(dictionary.adverbs[plan.manner.id], plan.manner, "ADV") : [];
  const negatesNoun =
    plan.negation !== undefined && ([plan.patient, plan.identity].some(takesKein) || entry.complement !== undefined);
  const negation =
    plan.negation !== undefined && !negatesNoun
      ? [word("nicht", "PART", [plan.negation], "NEG", { Polarity: "Neg" })]
      : [];
  const places = inOrder(plan, roleOrder).filter(({ role }) => !(plan.front === "place" && role === "place"));
  const prefix = directionPrefix(plan);
  const shown = places.filter((place) => !(prefix && place.kind === "adverb" && place.role === "goal"));
  const freePlace = (role: RoleName) =>
    role === "benefit" || role === "company" || (role === "place" && !placeVerbs.has(plan.verb.id));
  const before = shown.filter(({ role }) => freePlace(role) && plan.negation !== undefined && role === "place");
  const company = shown.filter(({ role }) => role === "benefit" || role === "company");
  const after = shown.filter((place) => !before.includes(place) && !company.includes(place));
  const degree = plan.degree ? fixed(dictionary.adverbs[plan.degree.id], plan.degree, "ADV") : [];
  const quality = plan.quality
    ? [
        word(dictionary.adjectives[plan.quality.id].lemma, "ADJ", [plan.quality.token], plan.quality.id, {
          Degree: "Pos",
        }),
      ]
    : [];
  const identity = plan.identity
    ? germanPhrase(bareTrade(plan.identity), "nom", negatesNoun ? plan.negation : undefined)
    : [];
  const complement = entry.complement
    ? [
        ...(negatesNoun
          ? [word("keine", "DET", [plan.negation], "NEG", { Case: "Acc", Gender: "Fem", Number: "Sing" }, "kein")]
          : []),
        word(entry.complement, "NOUN", [plan.verb.token], plan.verb.id, { Case: "Acc", Gender: "Fem", Number: "Sing" }),
      ]
    : [];
  const isIndefinite = takesKein(plan.patient) && plan.negation === undefined;
  const parts = [...reflexive, ...pronouns]
    .slice(moved)
    .concat([
      ...time,
      ...frequency,
      ...(isIndefinite ? manner : []),
      ...nouns,
      ...company.flatMap(circumstanceWords),
      ...before.flatMap(circumstanceWords),
      ...negation,
      ...complement,
      ...(isIndefinite ? [] : manner),
      ...degree.filter(() => plan.quality === undefined),
      ...late,
      ...after.flatMap(circumstanceWords),
      ...degree.filter(() => plan.quality !== undefined),
      ...quality,
      ...identity,
    ]);
  return parts;
}

/** Pronouns that go before a noun as subject, if their form tells that they are not the subject: "dann besuchte mich Anna". */
function lightPronouns(plan: ClausePlan): Word[] {
  const words = middleField(plan);
  const end = words.findIndex(({ upos, form }) => upos !== "PRON" || form === "sie" || form === "es" || form === "Sie");
  return words.slice(0, end < 0 ? words.length : end);
}

interface ObjectWords {
  readonly words: readonly Word[];
  readonly pronoun: boolean;
  /** With a preposition: after "nicht" and manner. */
  readonly late: boolean;
}

function objectOf(
  phrase: NounPhrase | undefined,
  government: Government | GermanCase,
  plan: ClausePlan,
): ObjectWords | undefined {
  if (!phrase) return undefined;
  if (typeof government === "string") {
    return {
      words: germanPhrase(phrase, government, takesKein(phrase) ? plan.negation : undefined),
      pronoun: phrase.kind === "pronoun",
      late: false,
    };
  }
  const [preposition, grammaticalCase] = government;
  return {
    words: prepositionPhrase(preposition, grammaticalCase, phrase, [plan.verb.token], plan.verb.id),
    pronoun: false,
    late: true,
  };
}

/** Without an article or with "ein", what is not there is "kein". */
function takesKein(phrase: NounPhrase | undefined): boolean {
  return phrase?.kind === "noun" && (phrase.determiner.kind === "none" || phrase.determiner.kind === "indefinite");
}

/** "Sie war Bäckerin": a trade has no article unless an adjective says which kind. */
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

/** Infinitives with "zu" and subordinate clauses, each after a comma; what is joined with "und" has none. */
function afterField(plan: ClausePlan): Word[] {
  const to =
    plan.to && !modals.has(plan.verb.id)
      ? [
          ...(middleField(plan.to).length > 0 ? [sign(",")] : []),
          ...middleField(plan.to),
          ...infinitiveWords(plan.to, true),
          ...afterField(plan.to),
        ]
      : [];
  const nested = plan.to && modals.has(plan.verb.id) ? afterField(plan.to) : [];
  const purpose = plan.purpose
    ? [
        sign(","),
        word("um", "SCONJ", [plan.purpose.conjunction.token], "in-order-to"),
        ...middleField(plan.purpose.clause),
        ...infinitiveWords(plan.purpose.clause, true),
        ...afterField(plan.purpose.clause),
      ]
    : [];
  return [
    ...to,
    ...nested,
    ...purpose,
    ...subordinate(plan.that),
    ...subordinate(plan.because),
    ...subordinate(plan.when),
    ...joined(plan),
  ];
}

function subordinate(part: Subordinate | undefined): Word[] {
  if (!part) return [];
  const { id, token } = part.conjunction;
  const conjunction =
    id === "when" && part.clause.tense !== "past" && part.clause.tense !== "pluperfect"
      ? "wenn"
      : dictionary.conjunctions[id];
  return [sign(","), word(conjunction, "SCONJ", [token], id), ...verbLastClause(part.clause)];
}

function joined(plan: ClausePlan): Word[] {
  if (!plan.joined) return [];
  const { conjunction, clause } = plan.joined;
  const isBut = conjunction.id === "but";
  const comma = isBut || plan.that || plan.because || plan.when || plan.purpose;
  return [
    ...(comma ? [sign(",")] : []),
    word(dictionary.conjunctions[conjunction.id], "CCONJ", [conjunction.token], conjunction.id),
    ...mainClause(clause, { continued: !isBut }),
  ];
}

function quoteWords(quote: QuotedPlan, last: boolean, followed: boolean): Word[] {
  const body = quote.kind === "clause" ? mainClause(quote.clause) : phraseWords(quote);
  return [...body, ...(last && followed && (quote.end === "." || quote.end === ",") ? [] : [sign(quote.end)])];
}

function phraseWords(quote: Extract<QuotedPlan, { kind: "phrase" }>): Word[] {
  const entry = dictionary.phrases[quote.phrase.id];
  const said = fixed(typeof entry === "string" ? entry : entry[quote.address], quote.phrase, "INTJ");
  return joinWith([said, quote.vocative ? germanPhrase(quote.vocative, "nom") : []], () => [sign(",")]);
}

function speech(plan: Extract<SentencePlan, { kind: "speech" }>): Word[] {
  const followed = plan.order === "after";
  const quote = [
    openSign("„"),
    ...plan.quote.flatMap((part, index) => quoteWords(part, index === plan.quote.length - 1, followed)),
    sign("“"),
  ];
  if (!followed) return [...mainClause(plan.frame), sign(":"), ...quote];
  return [...quote, sign(","), ...mainClause(plan.frame, { begun: true }), sign(".")];
}
