import { indefiniteArticle } from "../realise/english-morphology";
import { type Finding, type Piece, type Rules, type Segment, defineChecker } from "./checker";
import { readings } from "./english-readings";
import { has, is, isOnly, isVerb, lower } from "./pieces";

const isFinite = (piece: Piece | undefined) =>
  isVerb(piece) && piece!.readings.every(({ features }) => features["VerbForm"] === "Fin");

interface Subject {
  readonly pieces: readonly Piece[];
  readonly person: string;
  /** "" where it may be either. */
  readonly number: string;
}

/** Where the noun phrase that ends at `end` begins; genitives ("Anna’s") belong to it. */
function phraseStart(pieces: readonly Piece[], end: number): number {
  let at = end;
  while (at > 0 && is(pieces[at - 1], "ADJ", "NOUN") && !isVerb(pieces[at - 1])) at--;
  if (at > 0 && is(pieces[at - 1], "DET", "NUM")) return at - 1;
  if (at > 1 && pieces[at - 1]!.text === "’s" && is(pieces[at - 2], "NOUN", "PROPN"))
    return phraseStart(pieces, at - 2);
  return at;
}

/** The subject before the verb at `at`, if it is clear what it is. */
function subjectBefore({ pieces }: Segment, at: number): Subject | undefined {
  let end = at - 1;
  while (end >= 0 && (isOnly(pieces[end], "ADV") || lower(pieces[end]) === "not") && pieces[end]!.text !== "there")
    end--;
  const last = pieces[end];
  if (!last || last.isSign) return undefined;
  const pronoun = last.readings.find(({ upos, features }) => upos === "PRON" && features["Case"] === "Nom");
  const start = pronoun ? end : phraseStart(pieces, end);
  if (!pronoun && !isOnly(last, "NOUN", "PROPN")) return undefined;
  const before = pieces[start - 1];
  if (lower(before) === "and") {
    const opens = phraseStart(pieces, start - 2);
    return startsClause(pieces, opens) && is(pieces[start - 2], "NOUN", "PROPN", "PRON")
      ? {
          pieces: pieces.slice(opens, end + 1),
          person: pronoun?.features["Person"] === "1" ? "1" : "3",
          number: "Plur",
        }
      : undefined;
  }
  if (pronoun) {
    return startsClause(pieces, start) || isVerb(before)
      ? { pieces: [last], person: pronoun.features["Person"]!, number: pronoun.features["Number"]! }
      : undefined;
  }
  if (!startsClause(pieces, start)) return undefined;
  const numbers = new Set(last.readings.map(({ features }) => features["Number"] ?? ""));
  return { pieces: pieces.slice(start, end + 1), person: "3", number: numbers.size === 1 ? [...numbers][0]! : "" };
}

/** Whether a subject may stand here: at the beginning, after a conjunction, a comma or an adverb. */
function startsClause(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return before === undefined || before.isSign || is(before, "SCONJ", "CCONJ") || isOnly(before, "ADV");
}

function agrees(verb: Piece, { person, number }: Subject): boolean {
  return verb.readings.some(
    ({ features }) =>
      features["VerbForm"] !== "Fin" ||
      (features["Person"] === person && (number === "" || features["Number"] === number)),
  );
}

/** Forms of which some agree and some do not: "is", "goes", base forms. Past forms but "was" and "were" are all the same. */
function agreement(segment: Segment): Finding[] {
  const { pieces } = segment;
  return pieces.flatMap((piece, at) => {
    if (!isVerb(piece) || !has(piece, "VerbForm", "Fin")) return [];
    const asks = at === 0 || (at === 1 && has(pieces[0], "PronType", "Int"));
    if (asks && isOnly(piece, "AUX")) {
      const subject = phraseAfter(pieces, at + 1);
      return subject && !fits(piece, subject) ? [disagree(piece, subject)] : [];
    }
    if (lower(pieces[at - 1]) === "there") {
      const subject = phraseAfter(pieces, at + 1);
      return subject && !fits(piece, subject) ? [disagree(piece, subject)] : [];
    }
    const subject = subjectBefore(segment, at);
    if (!subject) return [];
    const form = finiteReadings(piece);
    // A base form after "let", "make", "help" or an auxiliary is an infinitive.
    const auxiliary = pieces.slice(0, at).some((one) => is(one, "AUX") && has(one, "VerbForm", "Mod"));
    return form && !(auxiliary && has(piece, "VerbForm", "Inf")) && !fits(piece, subject)
      ? [disagree(piece, subject)]
      : [];
  });
}

const finiteReadings = (piece: Piece) => piece.readings.some(({ features }) => features["VerbForm"] === "Fin");

function fits(verb: Piece, subject: Subject): boolean {
  const finite = verb.readings.filter(({ features }) => features["VerbForm"] === "Fin");
  return agrees({ ...verb, readings: finite }, subject);
}

function disagree(verb: Piece, subject: Subject): Finding {
  const who = subject.pieces.map(({ text }) => text).join(" ");
  return { pieces: [...subject.pieces, verb], message: `"${verb.text}" does not agree with "${who}"` };
}

/** The noun phrase or pronoun that begins at `at`. */
function phraseAfter(pieces: readonly Piece[], at: number): Subject | undefined {
  const first = pieces[at];
  const pronoun = first?.readings.find(({ features }) => features["Case"] === "Nom");
  if (first && pronoun && isOnly(first, "PRON")) {
    return { pieces: [first], person: pronoun.features["Person"]!, number: pronoun.features["Number"]! };
  }
  let end = at;
  while (is(pieces[end], "DET", "NUM") || (is(pieces[end], "ADJ") && !isOnly(pieces[end], "NOUN"))) end++;
  if (!isOnly(pieces[end], "NOUN", "PROPN") || lower(pieces[end + 1]) === "and" || pieces[end + 1]?.text === "’s")
    return undefined;
  const numbers = new Set(pieces[end]!.readings.map(({ features }) => features["Number"] ?? ""));
  return {
    pieces: pieces.slice(at, end + 1),
    person: "3",
    number: numbers.size === 1 ? [...numbers][0]! : "",
  };
}

/** After an auxiliary, and what may stand between, the main verb. */
function mainVerbAfter(pieces: readonly Piece[], at: number): Piece | undefined {
  let next = at + 1;
  while (isOnly(pieces[next], "ADV") || lower(pieces[next]) === "not") next++;
  if (isVerb(pieces[next])) return pieces[next];
  const asks = at === 0 || has(pieces[at - 1], "PronType", "Int");
  if (!asks) return undefined;
  const subject = phraseAfter(pieces, next);
  if (!subject) return undefined;
  next += subject.pieces.length;
  while (isOnly(pieces[next], "ADV") || lower(pieces[next]) === "not") next++;
  return isVerb(pieces[next]) ? pieces[next] : undefined;
}

const infinitiveAfter = new Set([
  "do",
  "does",
  "did",
  "will",
  "can",
  "could",
  "must",
  "may",
  "would",
  "should",
  "might",
]);
const participleAfter = new Set(["have", "has", "had"]);
const beForms = new Set(["am", "is", "are", "was", "were"]);

function verbForm({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const form = lower(piece);
    const wrong = (verb: Piece, wanted: string) => [
      { pieces: [piece, verb], message: `after "${piece.text}", "${verb.text}" should be ${wanted}` },
    ];
    if (form === "to" && isVerb(pieces[at + 1]) && !has(pieces[at + 1], "VerbForm", "Inf"))
      return wrong(pieces[at + 1]!, "an infinitive");
    const verb = mainVerbAfter(pieces, at);
    if (!verb) return [];
    if (infinitiveAfter.has(form) && !has(verb, "VerbForm", "Inf")) return wrong(verb, "an infinitive");
    if (participleAfter.has(form) && !verb.readings.some(({ features }) => isPast(features))) {
      return wrong(verb, "a past participle");
    }
    if (beForms.has(form) && !has(verb, "VerbForm", "Part")) return wrong(verb, "a participle");
    return isVerb(piece) && isFinite(verb) && pieces[at + 1] === verb && !is(piece, "AUX")
      ? [{ pieces: [piece, verb], message: "two finite verbs stand side by side" }]
      : [];
  });
}

const isPast = (features: Readonly<Record<string, string>>) =>
  features["VerbForm"] === "Part" && features["Tense"] === "Past";

/** "a" and "an"; the number of determiner and noun; nothing but a noun phrase after an article. */
function nounPhrase({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const form = lower(piece);
    const next = pieces[at + 1];
    if ((form === "a" || form === "an") && next && next.readings.length > 0 && indefiniteArticle(next.text) !== form) {
      return [{ pieces: [piece, next], message: `"${indefiniteArticle(next.text)}" before "${next.text}"` }];
    }
    if (!isOnly(piece, "DET", "NUM")) return [];
    const isArticle = form === "a" || form === "an" || form === "the" || piece.readings.every(isPossessive);
    if (isArticle && (!next || next.isSign || (next.readings.length > 0 && !isNominal(next)))) {
      return [{ pieces: next ? [piece, next] : [piece], message: `a noun is missing after "${piece.text}"` }];
    }
    let end = at + 1;
    while (is(pieces[end], "ADJ") && !isOnly(pieces[end], "NOUN") && is(pieces[end + 1], "NOUN", "ADJ")) end++;
    const noun = pieces[end];
    const number = piece.readings[0]!.features["Number"];
    const fixesNumber = number !== undefined && !piece.readings.some(isPossessive);
    if (!isOnly(noun, "NOUN") || !fixesNumber || pieces[end + 1]?.text === "’s") return [];
    return has(noun, "Number", number)
      ? []
      : [{ pieces: pieces.slice(at, end + 1), message: `"${noun!.text}" has the wrong number after "${piece.text}"` }];
  });
}

const isPossessive = ({ features }: Piece["readings"][number]) => features["Poss"] === "Yes";
const isNominal = (piece: Piece) =>
  is(piece, "NOUN", "ADJ", "NUM") || lower(piece) === "very" || lower(piece) === "many";

const nominativeOnly = new Set(["I", "he", "she", "we", "they"]);
/** "her" is a possessive, too, but not before a finite verb. */
const accusativeOnly = new Set(["me", "him", "us", "them", "her"]);
const canBeFinite = (piece: Piece | undefined) =>
  isVerb(piece) && (has(piece, "VerbForm", "Fin") || has(piece, "VerbForm", "Mod"));

function skipAdverbs(pieces: readonly Piece[], at: number): Piece | undefined {
  let next = at;
  while (isOnly(pieces[next], "ADV")) next++;
  return pieces[next];
}

/** Whether a verb at `at` may stand before its subject: first, or after a question word. */
function asksAt(pieces: readonly Piece[], at: number): boolean {
  return at === 0 || (at === 1 && has(pieces[0], "PronType", "Int"));
}

function pronounCase({ pieces, afterQuote }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const before = pieces[at - 1];
    const next = pieces[at + 1];
    if (nominativeOnly.has(piece.text)) {
      const asks = at > 0 && (isOnly(before, "AUX") || afterQuote) && asksAt(pieces, at - 1);
      const isLast = is(before, "VERB") && (next === undefined || next.isSign) && !asks;
      const isObject =
        isLast ||
        (is(before, "ADP") && !isVerb(next)) ||
        (isVerb(before) && !isVerb(skipAdverbs(pieces, at + 1)) && !asks);
      return isObject ? [{ pieces: [before!, piece], message: `"${piece.text}" cannot be an object` }] : [];
    }
    const isSubject =
      (startsClause(pieces, at) && canBeFinite(skipAdverbs(pieces, at + 1))) ||
      (at > 0 && asksAt(pieces, at - 1) && isOnly(before, "AUX") && isVerb(next));
    return accusativeOnly.has(lower(piece)) && isSubject
      ? [{ pieces: [piece, next!], message: `"${piece.text}" cannot be the subject` }]
      : [];
  });
}

/** The verb follows its subject, but in questions and after what was said aloud. */
function wordOrder({ pieces, afterQuote, end }: Segment): Finding[] {
  const first = pieces.findIndex((piece) => !isOnly(piece, "ADV", "CCONJ") && !piece.isSign);
  const verb = pieces[first];
  const next = pieces[first + 1];
  const subjectNext = phraseAfter(pieces, first + 1);
  const early =
    verb && !afterQuote && end !== "?" && isFinite(verb) && subjectNext && !/^(came|comes)$/.test(lower(verb))
      ? [{ pieces: [verb, next!], message: `"${verb.text}" stands before its subject` }]
      : [];
  const negated = pieces.flatMap((piece, at) =>
    lower(piece) === "not" && isOnly(pieces[at - 1], "VERB") && lower(pieces[at - 1]) !== "have"
      ? [{ pieces: [pieces[at - 1]!, piece], message: `"not" needs an auxiliary` }]
      : [],
  );
  const late = pieces.flatMap((piece, at): Finding[] => {
    if (!canBeFinite(piece)) return [];
    const object = objectBefore(pieces, at);
    return object ? [{ pieces: [...object, piece], message: `"${piece.text}" stands after its object` }] : [];
  });
  return [...early, ...negated, ...late];
}

/** "Anna a story wrote": a subject at the beginning and another phrase between it and the verb. */
function objectBefore(pieces: readonly Piece[], at: number): readonly Piece[] | undefined {
  const last = pieces[at - 1];
  const isPronoun = isOnly(last, "PRON") && (has(last, "Case", "Acc") || lower(last) === "it");
  if (!isPronoun && !isOnly(last, "NOUN", "PROPN")) return undefined;
  let start = isPronoun ? at - 1 : phraseStart(pieces, at - 1);
  // "She in a village lived", but not "the woman with the cat is".
  const afterPronoun = isOnly(pieces[start - 1], "ADP") && has(pieces[start - 2], "Case", "Nom");
  if (afterPronoun || /^(for|at|to|about)$/.test(lower(pieces[start - 1]))) start--;
  const subject = pieces[start - 1];
  if (!isOnly(subject, "NOUN", "PROPN") && !has(subject, "Case", "Nom")) return undefined;
  const opens = isOnly(subject, "PRON") ? start - 1 : phraseStart(pieces, start - 1);
  return startsClause(pieces, opens) && pieces[start - 1]!.text !== "’s" ? pieces.slice(start, at) : undefined;
}

const rules: Rules = {
  agreement,
  "verb form": verbForm,
  "noun phrase": nounPhrase,
  "pronoun case": pronounCase,
  "word order": wordOrder,
};

export const english = defineChecker({ language: "en", readings, rules });
