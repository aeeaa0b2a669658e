import { type Finding, type Piece, type Rules, type Segment, defineChecker } from "./checker";
import { has, is, isOnly, isUnknown, isVerb, lower, textOf } from "./pieces";
import { type Subject, phraseAt, subjectAt } from "./spanish-phrases";
import { readings } from "./spanish-readings";

const isClitic = (piece: Piece | undefined) => isOnly(piece, "PRON") && has(piece, "Clitic", "Yes");
const isFinite = (piece: Piece | undefined) =>
  isVerb(piece) && piece!.readings.every(({ features }) => features["VerbForm"] === "Fin");
const canBeFinite = (piece: Piece | undefined) => is(piece, "VERB", "AUX") && has(piece, "VerbForm", "Fin");
const isOf = (piece: Piece | undefined, ...lemmas: readonly string[]) =>
  piece?.readings.some(({ lemma }) => lemmas.includes(lemma)) ?? false;

/** Determiner, noun and adjectives agree in gender and number; "a el" is "al". */
function nounPhrase({ pieces }: Segment): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < pieces.length; ) {
    const before = pieces[at - 1];
    const phrase = phraseAt(pieces, at, isOnly(before, "ADP") ? before : undefined);
    if (!phrase) {
      at++;
      continue;
    }
    if (phrase.options.length === 0) {
      found.push({ pieces: phrase.pieces, message: `the words of "${textOf(phrase.pieces)}" do not agree` });
    } else if (lower(phrase.pieces[0]) === "el" && /(^| )(a|de)$/.test(lower(before))) {
      found.push({ pieces: [before!, phrase.pieces[0]!], message: `"${before!.text} el" is one word` });
    }
    at += phrase.pieces.length;
  }
  return found;
}

/** What may stand between a subject and its verb: no, adverbs, unstressed pronouns. */
const isBetween = (piece: Piece | undefined) =>
  isOnly(piece, "ADV", "PART") || (is(piece, "PRON") && has(piece, "Clitic", "Yes") && !is(piece, "NOUN"));

function verbAfter(pieces: readonly Piece[], at: number): number {
  let next = at;
  while (isBetween(pieces[next])) next++;
  return next;
}

const isStart = (pieces: readonly Piece[], at: number) =>
  at === 0 || pieces[at - 1]!.isSign || isOnly(pieces[at - 1], "SCONJ", "ADV") || is(pieces[at - 1], "CCONJ");

interface Predication {
  readonly subject: Subject;
  readonly verb: Piece;
  /** Of the verb among the pieces. */
  readonly at: number;
}

const times = new Set(["day", "night", "week", "summer", "winter", "time"]);
const isTime = ({ pieces }: Subject) =>
  pieces.some(({ readings: all }) => all.some(({ concept }) => times.has(concept)));
const presenting = ["venir", "llegar", "aparecer", "empezar"];

/** Every finite verb whose subject is written and clear: before it, or behind it after what was said aloud. */
function predications({ pieces, afterQuote }: Segment): Predication[] {
  const found: Predication[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const before = isStart(pieces, at) ? subjectAt(pieces, at) : undefined;
    if (before && !isTime(before)) {
      const place = verbAfter(pieces, at + before.pieces.length);
      const verb = pieces[place];
      if (verb && canBeFinite(verb) && !is(verb, "NOUN", "ADJ")) found.push({ subject: before, verb, at: place });
      at += before.pieces.length - 1;
      continue;
    }
    const verb = pieces[at]!;
    if (!isVerb(verb) || !canBeFinite(verb) || has(verb, "Enclitic", "")) continue;
    const after = subjectAt(pieces, at + 1);
    const isFrame = afterQuote && verbAfter(pieces, 0) === at;
    const asksWhere = at === 1 && has(pieces[0], "PronType", "Int") && isOf(verb, "estar", "ser");
    const presents = isOf(verb, ...presenting) && at > 0 && isOnly(pieces[at - 1], "ADV");
    const isPronoun = after && isOnly(pieces[at + 1], "PRON");
    if (after && !isTime(after) && (isFrame || asksWhere || presents || isPronoun))
      found.push({ subject: after, verb, at });
  }
  return found;
}

function agreement(segment: Segment): Finding[] {
  return predications(segment).flatMap(({ subject, verb }) => {
    const agrees = verb.readings.some(
      ({ features }) =>
        features["VerbForm"] === "Fin" &&
        (features["Impersonal"] === "Yes" ||
          (features["Person"] === subject.person && (subject.number === "" || features["Number"] === subject.number))),
    );
    return agrees
      ? []
      : [
          {
            pieces: [...subject.pieces, verb],
            message: `"${verb.text}" does not agree with "${textOf(subject.pieces)}"`,
          },
        ];
  });
}

/** After ser, estar and ponerse an adjective agrees with the subject, or at least in number with the verb. */
function predicate(segment: Segment): Finding[] {
  const { pieces } = segment;
  const known = predications(segment);
  return pieces.flatMap((verb, at): Finding[] => {
    if (!isVerb(verb) || !isOf(verb, "ser", "estar", "poner")) return [];
    let next = at + 1;
    while (isOnly(pieces[next], "ADV")) next++;
    const adjective = pieces[next];
    if (!isOnly(adjective, "ADJ") || is(pieces[next + 1], "NOUN")) return [];
    const subject = known.find((one) => one.at === at)?.subject;
    const polite = subject?.pieces.some((piece) => lower(piece).startsWith("usted"));
    const agrees = adjective!.readings.some(({ features }) => {
      if (features["Number"] === undefined) return true;
      const gender = !subject?.gender || polite || features["Gender"] === subject.gender;
      const number = verb.readings.some(
        (reading) => reading.features["VerbForm"] !== "Fin" || reading.features["Number"] === features["Number"],
      );
      return gender && number;
    });
    return agrees
      ? []
      : [
          {
            pieces: [verb, adjective!],
            message: `"${adjective!.text}" does not agree with the subject of "${verb.text}"`,
          },
        ];
  });
}

const haber = /^(he|has|ha|hemos|han|había|habías|habíamos|habían|habré|habrá|habrán)$/;

/** Participles after haber, infinitives after prepositions and modals, pronouns before finite verbs. */
function verbForm({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const next = pieces[at + 1];
    const wrong = (other: Piece, wanted: string): Finding[] => [
      { pieces: [piece, other], message: `after "${piece.text}", "${other.text}" should be ${wanted}` },
    ];
    const place = verbAfter(pieces, at + 1);
    const verb = pieces[place];
    // "había pan": there was.
    if (haber.test(lower(piece)) && next && !isUnknown(next) && !phraseAt(pieces, at + 1)) {
      return has(next, "VerbForm", "Part") ? [] : wrong(next, "a participle");
    }
    if (isOnly(piece, "ADP") && isFinite(next) && !is(next, "NOUN")) return wrong(next!, "an infinitive");
    if (isVerb(piece) && isOf(piece, "poder", "querer", "intentar") && isVerb(verb) && !isClitic(next)) {
      return has(verb, "VerbForm", "Inf") ? [] : wrong(verb!, "an infinitive");
    }
    if (isFinite(piece) && isFinite(next)) return wrong(next!, "no second finite verb");
    if (isVerb(piece) && isVerb(next) && !has(next, "VerbForm", "Fin") && !mayPrecede(piece, next!)) {
      return wrong(next!, "another form");
    }
    if (!isClitic(piece)) return [];
    if (!next || next.isSign || !(isClitic(next) || canBeFinite(next) || isUnknown(next) || is(next, "PRON"))) {
      return [{ pieces: next ? [piece, next] : [piece], message: `"${piece.text}" stands before a finite verb` }];
    }
    return [];
  });
}

/** Whether an infinitive or participle may stand right behind this verb. */
function mayPrecede(verb: Piece, next: Piece): boolean {
  if (has(next, "VerbForm", "Inf"))
    return isOf(
      verb,
      "poder",
      "querer",
      "intentar",
      "necesitar",
      "esperar",
      "ver",
      "oír",
      "hacer",
      "gustar",
      "prometer",
      "saber",
    );
  return isOf(verb, "haber", "estar", "ser") || has(next, "VerbForm", "Ger");
}

const afterPreposition: Readonly<Record<string, string>> = { yo: "mí", tú: "ti" };

function pronouns({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const next = pieces[at + 1];
    const preposition = lower(piece);
    if (
      is(piece, "ADP") &&
      next &&
      afterPreposition[lower(next)] &&
      preposition !== "como" &&
      preposition !== "entre"
    ) {
      return [{ pieces: [piece, next], message: `"${afterPreposition[lower(next)]!}" after "${piece.text}"` }];
    }
    if (preposition === "con" && /^(mí|ti)$/.test(lower(next))) {
      return [{ pieces: [piece, next!], message: `"con ${next!.text}" is one word` }];
    }
    if (/^(mí|ti)$/.test(lower(piece)) && !is(pieces[at - 1], "ADP")) {
      return [{ pieces: [piece], message: `"${piece.text}" needs a preposition` }];
    }
    const isI = next && /^h?i(?![ae])/i.test(next.text);
    return next && ((preposition === "y" && isI) || (preposition === "e" && !isI))
      ? [{ pieces: [piece, next], message: `"${isI ? "e" : "y"}" before "${next.text}"` }]
      : [];
  });
}

/** "Ana la sopa comió": an object between the subject and its verb; "Ana comer": no finite verb. */
function wordOrder({ pieces }: Segment): Finding[] {
  return pieces.flatMap((_, at): Finding[] => {
    const subject = isStart(pieces, at) ? subjectAt(pieces, at) : undefined;
    if (!subject || isTime(subject)) return [];
    const next = at + subject.pieces.length;
    const place = verbAfter(pieces, next);
    const verb = pieces[place];
    if (isVerb(verb) && !has(verb, "VerbForm", "Fin") && place + 1 <= pieces.length) {
      return [{ pieces: [...subject.pieces, verb!], message: `"${textOf(subject.pieces)}" needs a finite verb` }];
    }
    const object = subjectAt(pieces, is(pieces[next], "ADP") ? next + 1 : next);
    const after = object ? pieces[verbAfter(pieces, pieces.indexOf(object.pieces.at(-1)!) + 1)] : undefined;
    return object && !isTime(object) && isFinite(after)
      ? [{ pieces: [...object.pieces, after!], message: `"${after!.text}" stands after its object` }]
      : [];
  });
}

const rules: Rules = {
  "noun phrase": nounPhrase,
  agreement,
  predicate,
  "verb form": verbForm,
  pronouns,
  "word order": wordOrder,
};

export const spanish = defineChecker({ language: "es", readings, rules });
