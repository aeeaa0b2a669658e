import type { Features } from "../realise/word";
import type { Piece, Reading } from "./checker";
import { has, is, isOnly, isVerb, lower } from "./pieces";

/** A noun phrase without its preposition; `options` are the genders and numbers in which all its words agree. */
export interface Phrase {
  readonly pieces: readonly Piece[];
  readonly options: readonly Features[];
}

/** They agree with the subject and not with the noun before them. */
const ofSubject = new Set(["solo", "junto"]);
const isAdjective = (piece: Piece | undefined) =>
  is(piece, "ADJ") && !isVerb(piece) && !piece!.readings.some(({ lemma }) => ofSubject.has(lemma));

/** The noun phrase that begins at `at`: determiners, adjectives, noun, adjectives. `before` may hold its article: al. */
export function phraseAt(pieces: readonly Piece[], at: number, before?: Piece): Phrase | undefined {
  let next = at;
  while (isDeterminer(pieces, next)) next++;
  while (isAdjective(pieces[next]) && is(pieces[next + 1], "NOUN")) next++;
  const noun = pieces[next];
  if (!is(noun, "NOUN") || noun === undefined) return undefined;
  next++;
  if (isOnly(pieces[next], "ADV") && /^(muy|tan)$/.test(lower(pieces[next])) && isAdjective(pieces[next + 1])) next++;
  while (isAdjective(pieces[next])) next++;
  const article = before && has(before, "Gender", "Masc") ? [before] : [];
  const others = [...article, ...pieces.slice(at, next)].filter((piece) => piece !== noun && !isOnly(piece, "ADV"));
  const options = noun.readings
    .filter(({ upos }) => upos === "NOUN")
    .map(({ features }) => features)
    .filter((features) => others.every((piece) => piece.readings.some((reading) => suits(reading, features))));
  return { pieces: pieces.slice(at, next), options };
}

/** "la" and "los" are pronouns before a verb. */
function isDeterminer(pieces: readonly Piece[], at: number): boolean {
  if (!is(pieces[at], "DET", "NUM")) return false;
  let next = at + 1;
  while (is(pieces[next], "DET", "NUM", "ADJ") && !isVerb(pieces[next])) next++;
  return is(pieces[next], "NOUN");
}

function suits({ upos, features, form }: Reading, wanted: Features): boolean {
  if (!["DET", "NUM", "ADJ", "ADP"].includes(upos)) return false;
  const number = features["Number"] === undefined || features["Number"] === wanted["Number"];
  const isEl = wanted["El"] === "Yes" && wanted["Number"] === "Sing";
  if (isEl && (upos === "DET" || upos === "ADP") && /^(el|un|la|una|al|del|ningún|algún)$/.test(form))
    return !/^(la|una)$/.test(form);
  return number && (features["Gender"] === undefined || features["Gender"] === wanted["Gender"]);
}

export interface Subject {
  readonly pieces: readonly Piece[];
  readonly person: string;
  /** "" where they may be either. */
  readonly number: string;
  readonly gender: string;
}

const one = (values: readonly (string | undefined)[]) => (new Set(values).size === 1 ? (values[0] ?? "") : "");

/** A noun phrase, name or pronoun at `at`, perhaps joined with another by "y". */
export function subjectAt(pieces: readonly Piece[], at: number): Subject | undefined {
  const first = simpleSubject(pieces, at);
  if (!first) return undefined;
  const joint = at + first.pieces.length;
  const owner =
    lower(pieces[joint]) === "de" || lower(pieces[joint]) === "del" ? simpleSubject(pieces, joint + 1) : undefined;
  const end = joint + (owner ? owner.pieces.length + 1 : 0);
  const second = /^[ye]$/.test(lower(pieces[end])) ? subjectAt(pieces, end + 1) : undefined;
  if (!second) return { ...first, pieces: pieces.slice(at, end) };
  return {
    pieces: pieces.slice(at, end + 1 + second.pieces.length),
    person: first.person < second.person ? first.person : second.person,
    number: "Plur",
    gender: first.gender === "Fem" && second.gender === "Fem" ? "Fem" : first.gender && second.gender ? "Masc" : "",
  };
}

function simpleSubject(pieces: readonly Piece[], at: number): Subject | undefined {
  const first = pieces[at];
  if (!first || first.isSign) return undefined;
  const pronoun = first.readings.find(
    ({ upos, features }) => upos === "PRON" && /^(Nom|Any)$/.test(features["Case"] ?? ""),
  );
  if (pronoun) {
    const { Person = "3", Number = "", Gender = "" } = pronoun.features;
    return { pieces: [first], person: Person, number: Number, gender: Gender };
  }
  if (is(first, "PROPN")) {
    return {
      pieces: [first],
      person: "3",
      number: "Sing",
      gender: one(first.readings.map(({ features }) => features["Gender"])),
    };
  }
  const phrase = phraseAt(pieces, at);
  if (!phrase) return undefined;
  return {
    pieces: phrase.pieces,
    person: "3",
    number: one(phrase.options.map(({ Number }) => Number)),
    gender: one(phrase.options.map(({ Gender }) => Gender)),
  };
}
