import { type TurkishAdjective, type TurkishVerb, turkish as dictionary } from "../lexicon/turkish";
import { nounClassOf } from "../lexicon/nouns";
import type { Circumstance, ClausePlan, QuotedPlan, RoleName, SentencePlan, Subordinate } from "../plan";
import { fixed, inOrder, joinWith, openSign, sign, word } from "./build";
import type { Realiser } from "./realiser";
import type { TurkishTense } from "./turkish-conjugation";
import { type TurkishCell, inflectNoun, turkishCell } from "./turkish-morphology";
import {
  adjectiveWords,
  caseFeature,
  circumstanceWords,
  isDefinite,
  turkishPhrase,
  withTokens,
} from "./turkish-phrase";
import {
  type Ending,
  type Shape,
  agreementCell,
  boundedTimes,
  droppedSubject,
  existentialWords,
  finite,
  inflected,
  nominalWords,
  tenseOf,
  verbOf,
  verbWords,
} from "./turkish-verb";
import type { Word } from "./word";

export const turkish: Realiser = {
  language: "tr",
  orthography: { locale: "tr", quotes: ["“", "”"] },
  words: (plan) => (plan.kind === "tell" ? [...mainClause(plan.clause), sign(".")] : speech(plan)),
};

const roleOrder: readonly RoleName[] = ["company", "benefit", "topic", "tool", "source", "place", "path"];

/** How the clause says what it says: with a verb, of a quality or place, or with "var". */
type Kind = "verbal" | "nominal" | "existential" | "possessive";

function kindOf(plan: ClausePlan): Kind {
  const { id } = plan.verb;
  if (id === "have") return hasAtHand(plan) ? "nominal" : "possessive";
  if (id === "need") return "possessive";
  if (id === "exist") return "existential";
  if (id !== "be") return "verbal";
  if (plan.quality && dictionary.adjectives[plan.quality.id].verb) return "verbal";
  const vague = plan.agent?.kind === "noun" && !isDefinite(plan.agent);
  return vague && !plan.quality && !plan.identity && plan.asks === undefined ? "existential" : "nominal";
}

/** What is known is with somebody: "şemsiye Anna'daydı". */
function hasAtHand({ patient, circumstances }: ClausePlan): boolean {
  return patient !== undefined && isDefinite(patient) && !circumstances.some(({ role }) => role === "benefit");
}

function mainClause(plan: ClausePlan): Word[] {
  const contrast = plan.contrast ? [word(dictionary.conjunctions.but, "CCONJ", [plan.contrast.token], "but")] : [];
  const clauses = [plan.because, plan.when].filter((part) => part !== undefined);
  const others = clauses.filter(({ clause }) => clause.agent !== undefined && clause.agent.kind !== "pronoun");
  const own = clauses.filter((part) => !others.includes(part));
  const middle = [...own.flatMap(adverbial), ...middleField(plan)];
  const start = [...contrast, ...frontedWords(plan), ...others.flatMap(adverbial), ...subjectWords(plan)];
  const { joined } = plan;
  if (!joined) return [...start, ...middle, ...predicate(plan, finite)];
  const { conjunction, clause } = joined;
  const next = { ...clause, mode: plan.mode };
  if (conjunction.id === "but")
    return [
      ...start,
      ...middle,
      ...predicate(plan, finite),
      sign(","),
      word(dictionary.conjunctions.but, "CCONJ", [conjunction.token], "but"),
      ...mainClause(next),
    ];
  const chained =
    kindOf(plan) === "verbal" && plan.negation === undefined && !(plan.time && boundedTimes.has(plan.time.id));
  const first = chained
    ? withTokens(predicate(plan, { kind: "converb", suffix: "(y)Ip" }), [conjunction.token])
    : [...predicate(plan, finite), word(dictionary.conjunctions.and, "CCONJ", [conjunction.token], "and")];
  return [...start, ...middle, ...first, ...sameObjectUnsaid(plan, next)];
}

/** "Bulup ona verdi": an object that was said just now is not said again beside the recipient. */
function sameObjectUnsaid(plan: ClausePlan, next: ClausePlan): Word[] {
  const { patient, ...rest } = next;
  if (!plan.patient || !next.recipient || patient?.kind !== "pronoun") return mainClause(next);
  return withTokens(mainClause(rest), [patient.token]);
}

function subjectWords(plan: ClausePlan, inNoun = false): Word[] {
  if (plan.asks?.id === "who" || (plan.asks?.id === "what" && plan.subject === undefined))
    return [word(dictionary.questions[plan.asks.id], "PRON", [plan.asks.token], plan.asks.id, { PronType: "Int" })];
  const kind = kindOf(plan);
  const { agent } = plan;
  if (kind === "nominal" && plan.verb.id === "have")
    return plan.patient && plan.patient.kind !== "pronoun" ? turkishPhrase(plan.patient, "nom") : [];
  if (!agent || agent.kind === "pronoun" || (kind === "existential" && !inNoun)) return [];
  return turkishPhrase(agent, kind === "possessive" || inNoun ? "gen" : "nom", { ownerUnsaid: true });
}

function frontedWords(plan: ClausePlan): Word[] {
  if (plan.link) return fixed(dictionary.adverbs[plan.link.id], plan.link, "ADV");
  if (plan.front === "time" && plan.time) return fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV");
  const place = plan.front === "place" ? plan.circumstances.find(({ role }) => role === "place") : undefined;
  return place ? circumstanceWords(place, plan.verb.id) : [];
}

/** "Because" and "when" as forms of the verb, before the main clause's own words. */
function adverbial({ conjunction, clause }: Subordinate): Word[] {
  const body = [...subjectWords(clause), ...middleField(clause)];
  const isEvent = clause.aspect === "event" && kindOf(clause) === "verbal";
  if (conjunction.id === "because")
    return [
      ...body,
      // What lasts is not told as to come: "korktuğu için ağlayacak".
      ...predicate(clause, { kind: "participle", case: "nom" }, isEvent ? {} : { tense: "imperfect" }),
      word(dictionary.conjunctions.because, "ADP", [conjunction.token], "because"),
    ];
  const ending: Ending = isEvent ? { kind: "converb", suffix: "(y)IncE" } : { kind: "participle", case: "loc" };
  return [...body, ...withTokens(predicate(clause, ending), [conjunction.token])];
}

/** What is between subject and predicate: known objects early, new ones just before the verb. */
function middleField(plan: ClausePlan): Word[] {
  const entry = verbOf(plan);
  const time = plan.time && plan.front !== "time" ? fixed(dictionary.adverbs[plan.time.id], plan.time, "ADV") : [];
  const asks = plan.asks;
  const why = asks?.id === "why" ? [questionWord(plan, dictionary.questions.why)] : [];
  const purpose = plan.purpose
    ? [
        ...middleField(plan.purpose.clause),
        ...predicate(plan.purpose.clause, { kind: "infinitive", suffix: "mEk" }),
        word(dictionary.conjunctions["in-order-to"], "ADP", [plan.purpose.conjunction.token], "in-order-to"),
      ]
    : [];
  const object = objectWords(plan, entry);
  const early = plan.patient !== undefined && isDefinite(plan.patient) && plan.verb.id !== "have";
  const recipient = plan.recipient ? turkishPhrase(plan.recipient, entry.recipient ?? "dat", ownership(plan)) : [];
  const recipientFirst = plan.recipient?.kind === "pronoun" && plan.patient?.kind !== "pronoun";
  const predicated = predicateCircumstance(plan);
  const shown = plan.circumstances.filter(
    (part) =>
      part !== predicated &&
      !(plan.front === "place" && part.role === "place") &&
      !(part.kind === "adverb" && part.id === "away"),
  );
  const goal = shown.filter(({ role }) => role === "goal");
  const rest = inOrder({ ...plan, circumstances: shown }, roleOrder).filter(({ role }) => role !== "goal");
  const words = (parts: readonly Circumstance[]) =>
    parts.flatMap((part) =>
      circumstanceWords(part, plan.verb.id, {
        ...ownership(plan),
        asGoal: entry.placeIsGoal === true && part.role === "place",
      }),
    );
  const manner = plan.manner && !isMannerPredicate(plan) ? mannerWords(plan, entry) : [];
  const frequency = plan.frequency ? fixed(dictionary.adverbs[plan.frequency.id], plan.frequency, "ADV") : [];
  const asked =
    asks?.id === "where-to" || (asks?.id === "where" && plan.verb.id !== "be")
      ? [questionWord(plan, dictionary.questions[asks.id])]
      : [];
  const that = plan.that ? nounClause(plan.that, entry.clause ?? "acc") : [];
  const inner = plan.to ? middleField(innerOf(plan)) : [];
  return [
    ...time,
    ...purpose,
    ...(recipientFirst ? recipient : []),
    ...(early ? object : []),
    ...(recipientFirst ? [] : recipient),
    ...why,
    ...words(rest),
    ...manner,
    ...frequency,
    ...words(goal),
    ...asked,
    ...(early ? [] : object),
    ...that,
    ...(plan.quality && kindOf(plan) === "nominal" ? [] : degreeWords(plan)),
    ...inner,
  ];
}

/** The infinitive clause; what is asked for belongs to it. */
function innerOf(plan: ClausePlan): ClausePlan {
  return plan.asks?.id === "what" ? { ...plan.to!, asks: plan.asks } : plan.to!;
}

function questionWord(plan: ClausePlan, form: string): Word {
  const { id, token } = plan.asks!;
  return word(form, id === "who" || id === "what" ? "PRON" : "ADV", [token], id, { PronType: "Int" });
}

function degreeWords(plan: ClausePlan): Word[] {
  const { degree } = plan;
  if (!degree) return [];
  const very = plan.quality ? dictionary.adjectives[plan.quality.id].very : undefined;
  if (degree.id === "very" && very) return fixed(very, degree, "ADV");
  if (degree.id === "a-lot" && plan.verb.id === "learn")
    return fixed(`${dictionary.adverbs["a-lot"]}/DET şey/NOUN`, degree, "ADV");
  if (degree.id === "so" && plan.mode !== "statement") return fixed("bu/DET kadar", degree, "ADV");
  return fixed(dictionary.adverbs[degree.id], degree, "ADV");
}

const alone: Readonly<Record<TurkishCell, string>> = {
  "1sg": "başıma",
  "2sg": "başına",
  "3sg": "başına",
  "1pl": "başımıza",
  "2pl": "başınıza",
  "3pl": "başlarına",
};

function mannerWords(plan: ClausePlan, entry: TurkishVerb): Word[] {
  const { manner } = plan;
  if (!manner) return [];
  if (manner.id === "well" && entry.well) return fixed(entry.well, manner, "ADV");
  if (manner.id === "quickly" && plan.mode === "command") return fixed("çabuk", manner, "ADV");
  if (manner.id === "alone") return fixed(`tek/ADJ ${alone[turkishCell(plan.subject)]}/NOUN`, manner, "ADV");
  return fixed(dictionary.adverbs[manner.id], manner, "ADV");
}

function isMannerPredicate(plan: ClausePlan): boolean {
  return kindOf(plan) === "nominal" && plan.manner !== undefined && !plan.quality && !plan.identity;
}

/** The place that is the predicate: "parktaydı". */
function predicateCircumstance(plan: ClausePlan): Circumstance | undefined {
  const isPlace = kindOf(plan) === "nominal" && plan.verb.id === "be" && plan.asks?.id !== "where";
  if (!isPlace || plan.quality || plan.identity || plan.manner) return undefined;
  return plan.circumstances.find(({ role }) => role === "place") ?? plan.circumstances[0];
}

function objectWords(plan: ClausePlan, entry: TurkishVerb): Word[] {
  const { patient } = plan;
  if (plan.asks?.id === "what" && plan.subject !== undefined && !plan.to) {
    const grammaticalCase = entry.patient ?? "nom";
    const form = { nom: "ne", acc: "neyi", gen: "neyin", dat: "neye", loc: "nede", abl: "neden", ins: "neyle" };
    return [
      {
        ...questionWord(plan, form[grammaticalCase]),
        lemma: "ne",
        features: { PronType: "Int", ...caseFeature(grammaticalCase) },
      },
    ];
  }
  const kind = kindOf(plan);
  if (kind === "existential") {
    const what = patient ?? plan.agent;
    return what ? turkishPhrase(what, "nom", { bare: plan.negation !== undefined }) : [];
  }
  if (!patient || kind === "nominal") return [];
  const bare = plan.negation !== undefined || (kind === "possessive" && plan.mode === "yes-no");
  if (plan.verb.id === "have") {
    const possessed = turkishPhrase(patient, "nom", { bare, possessor: possessorCell(plan) });
    return withTokens(possessed, droppedSubject(plan));
  }
  // "Open the mouth" is the hearer's own mouth.
  const ownBody = plan.mode === "command" && patient.kind === "noun" && nounClassOf(patient.noun) === "body";
  return turkishPhrase(patient, entry.patient ?? (isDefinite(patient) ? "acc" : "nom"), {
    ...ownership(plan),
    bare,
    ...(ownBody ? { possessor: turkishCell(plan.subject) } : {}),
  });
}

/** Beside a thing as subject, "his" and "her" need no word of their own. */
function ownership(plan: ClausePlan): { ownerUnsaid?: true } {
  return plan.subject && !plan.subject.animate ? { ownerUnsaid: true } : {};
}

/** The owner's suffix; after an owner that is said in the plural, the singular one. */
function possessorCell(plan: ClausePlan): TurkishCell {
  const cell = turkishCell(plan.subject);
  return cell === "3pl" && plan.agent && plan.agent.kind !== "pronoun" ? "3sg" : cell;
}

/** A clause as a noun: "topunun orada olmadığını". */
function nounClause({ conjunction, clause }: Subordinate, grammaticalCase: "acc" | "dat"): Word[] {
  return [
    ...subjectWords(clause, true),
    ...middleField(clause),
    ...withTokens(predicate(clause, { kind: "participle", case: grammaticalCase }), [conjunction.token]),
  ];
}

/** The verb or what stands for it, with the ending that the clause needs. */
function predicate(plan: ClausePlan, ending: Ending, given?: Partial<Shape>): Word[] {
  const kind = kindOf(plan);
  const feeling = plan.verb.id === "be" && plan.quality ? dictionary.adjectives[plan.quality.id] : undefined;
  const entry = feeling?.verb ?? verbOf(plan);
  const tense = plan.mode === "command" ? "imperative" : feeling ? feelingTense(plan, feeling) : tenseOf(plan, entry);
  const isPossessive = kind === "possessive";
  const shape: Shape = {
    ending,
    tense,
    cell: plan.verb.id === "have" ? "3sg" : agreementCell(plan),
    question: plan.mode === "yes-no" && ending.kind === "finite",
    ...(plan.negation === undefined ? {} : { negation: plan.negation }),
    able: entry.negatedAbility === true && plan.negation !== undefined && plan.mode !== "command",
    tokens: [
      plan.tenseToken,
      ...(isPossessive ? [] : droppedSubject(plan)),
      ...(plan.verb.id === "have" && kind === "nominal" && plan.patient?.kind === "pronoun"
        ? [plan.patient.token]
        : []),
    ],
    ...given,
  };
  if (plan.to && kind === "verbal") return infinitivePredicate(plan, entry, shape);
  switch (kind) {
    case "verbal": {
      if (!feeling) return verbWords(entry, plan, shape);
      const mark = plan.quality!;
      return [
        ...(entry.complement ? fixed(entry.complement, mark, "NOUN") : []),
        ...inflected(entry, mark.id, "VERB", [mark.token, plan.verb.token], shape),
      ];
    }
    case "nominal": {
      const last = plan.degree?.id === "so" && plan.mode === "statement" ? [so(plan.degree)] : [];
      const isAbsent = plan.verb.id === "have" && plan.negation !== undefined;
      if (isAbsent) return [...nominalPredicate(plan), ...existentialWords(plan, shape)];
      return [...nominalWords(nominalPredicate(plan), plan, shape), ...last];
    }
    case "existential":
      return existentialWords(plan, shape);
    case "possessive": {
      if (plan.verb.id === "have") return existentialWords(plan, shape);
      const need = word(
        inflectNoun({ form: "ihtiyaç" }, { possessor: possessorCell(plan), case: "nom" }),
        "NOUN",
        [plan.verb.token, ...droppedSubject(plan)],
        plan.verb.id,
        {},
        "ihtiyaç",
      );
      return [need, ...existentialWords(plan, shape)];
    }
  }
}

/** What is felt, or is so, lasts: "mutluydu", "korkuyordu"; but "susamıştı", "susadım". */
function feelingTense(plan: ClausePlan, feeling: TurkishAdjective): TurkishTense {
  if (plan.tense === "past") return feeling.happened ? "pluperfect" : "imperfect";
  if (plan.tense === "present" && feeling.happened) return "past";
  return tenseOf(plan, dictionary.verbs.be);
}

/** "O kadar güzeldi ki": what follows from it is left to the reader. */
function so(degree: { readonly token: number }): Word {
  return word("ki", "PART", [degree.token], "so");
}

function nominalPredicate(plan: ClausePlan): Word[] {
  if (plan.verb.id === "have") return plan.agent ? turkishPhrase(plan.agent, "loc") : [];
  if (plan.asks?.id === "where") return [questionWord(plan, dictionary.questions.where)];
  if (plan.quality) {
    return [...degreeWords(plan), ...adjectiveWords(plan.quality, plan.subject?.noun, "3sg")];
  }
  if (plan.identity) return turkishPhrase(plan.identity, "nom");
  if (isMannerPredicate(plan)) return mannerWords(plan, verbOf(plan));
  const place = predicateCircumstance(plan);
  return place ? circumstanceWords(place, plan.verb.id) : [];
}

/** can, must, want and their like with the verb they depend on. */
function infinitivePredicate(plan: ClausePlan, entry: TurkishVerb, shape: Shape): Word[] {
  const inner = innerOf(plan);
  const { id } = plan.verb;
  if (id === "can" || id === "may") {
    const lasting = plan.negation !== undefined && inner.patient === undefined && plan.time === undefined;
    const tense =
      shape.tense === "imperfect" ? (lasting ? "imperfect" : "past") : affirmedPresent(plan) ? "aorist" : shape.tense;
    return predicate(inner, shape.ending, {
      ...shape,
      tense,
      able: true,
      tokens: [...shape.tokens, plan.verb.token, inner.tenseToken],
    });
  }
  if (id === "must" && shape.ending.kind === "finite" && plan.tense === "present")
    return predicate(inner, shape.ending, {
      ...shape,
      tense: "necessity",
      tokens: [...shape.tokens, plan.verb.token, inner.tenseToken],
    });
  const suffix = id === "start" || id === "try" ? "mEyE" : "mEk";
  const infinitive = predicate(inner, { kind: "infinitive", suffix }, { able: false, tokens: [inner.tenseToken] });
  if (id !== "must" || (shape.tense !== "imperfect" && shape.tense !== "present"))
    return [...infinitive, ...verbWords(entry, plan, shape)];
  return [...infinitive, ...nominalWords([word("zorunda", "ADV", [], id, {}, "zor")], plan, shape)];
}

/** "gelebilirim", but "gelemiyorum". */
function affirmedPresent(plan: ClausePlan): boolean {
  return plan.tense === "present" && plan.negation === undefined;
}

function phraseWords(quote: Extract<QuotedPlan, { kind: "phrase" }>): Word[] {
  const entry = dictionary.phrases[quote.phrase.id];
  const said = fixed(typeof entry === "string" ? entry : entry[quote.address], quote.phrase, "INTJ");
  return joinWith([said, quote.vocative ? turkishPhrase(quote.vocative, "nom") : []], () => [sign(",")]);
}

function quoteWords(quote: QuotedPlan, last: boolean): Word[] {
  const body = quote.kind === "clause" ? mainClause(quote.clause) : phraseWords(quote);
  return [...body, sign(last && quote.end === "." ? "," : quote.end)];
}

/** “...” dedi Anna, or: Anna, “...” dedi. Verbs other than "say" come after "diye". */
function speech({ frame, order, quote }: Extract<SentencePlan, { kind: "speech" }>): Word[] {
  const quoted = [
    openSign("“"),
    ...quote.flatMap((part, index) => quoteWords(part, index === quote.length - 1)),
    sign("”"),
  ];
  const entry: TurkishVerb = frame.verb.id === "say" ? { form: "de" } : verbOf(frame);
  const shape: Shape = {
    ending: finite,
    tense: tenseOf(frame, entry),
    cell: agreementCell(frame),
    question: false,
    able: false,
    tokens: [frame.tenseToken, ...droppedSubject(frame)],
  };
  const diye = frame.verb.id === "say" ? [] : [word("diye", "SCONJ", [frame.verb.token], frame.verb.id)];
  const verb = [...diye, ...verbWords(entry, frame, shape)];
  const subject = subjectWords(frame);
  const recipient = frame.recipient ? turkishPhrase(frame.recipient, entry.recipient ?? "dat") : [];
  if (order === "after") {
    const light = frame.recipient?.kind === "pronoun";
    return [...quoted, ...verb, ...(light ? recipient : []), ...subject, ...(light ? [] : recipient), sign(".")];
  }
  const people = [...subject, ...recipient];
  return [...people, ...(people.length > 0 ? [sign(",")] : []), ...quoted, ...verb, sign(".")];
}
