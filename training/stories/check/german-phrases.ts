import type { Features } from "../realise/word";
import type { Piece, Reading } from "./checker";
import { has, is, isOnly, isUnknown, isVerb, lower } from "./pieces";

/** What a noun phrase may be: its case, and person and number for the verb. */
export interface Option {
  readonly Case: string;
  readonly Number: string;
  readonly Person: string;
}

/**
 * A constituent of a clause. `phrase` is a noun phrase without preposition; `broken` where its words do not agree.
 * `zu` is an infinitive with "zu".
 */
export interface Chunk {
  readonly kind:
    | "phrase"
    | "prepositional"
    | "adverb"
    | "verb"
    | "zu"
    | "prefix"
    | "conjunction"
    | "join"
    | "sign"
    | "interjection"
    | "reflexive"
    | "unknown";
  readonly pieces: readonly Piece[];
  readonly options: readonly Option[];
  readonly broken?: "agreement" | "government";
}

const plain = (kind: Chunk["kind"], pieces: readonly Piece[]): Chunk => ({ kind, pieces, options: [] });

const known = new WeakMap<readonly Piece[], readonly Chunk[]>();

/** The constituents of a segment; found once, whichever rules ask. */
export function chunksOf(pieces: readonly Piece[]): readonly Chunk[] {
  const found = known.get(pieces);
  if (found) return found;
  const chunks: Chunk[] = [];
  for (let at = 0; at < pieces.length; ) {
    const chunk = chunkAt(pieces, at);
    chunks.push(chunk);
    at += chunk.pieces.length;
  }
  known.set(pieces, chunks);
  return chunks;
}

const endsClause = (piece: Piece | undefined) => piece === undefined || piece.isSign || is(piece, "CCONJ", "SCONJ");

function chunkAt(pieces: readonly Piece[], at: number): Chunk {
  const piece = pieces[at]!;
  const next = pieces[at + 1];
  const one = [piece];
  if (piece.isSign) return plain("sign", one);
  if (isUnknown(piece)) return plain("unknown", one);
  const begins = at === 0 || pieces[at - 1]!.isSign || isOnly(pieces[at - 1], "CCONJ");
  if (begins && is(piece, "SCONJ")) return plain("conjunction", one);
  if (isOnly(piece, "CCONJ", "SCONJ") && !is(piece, "ADP"))
    return plain(is(piece, "CCONJ") ? "join" : "conjunction", one);
  if (has(piece, "Prefix", "Yes") && endsClause(next) && at > 0) return plain("prefix", one);
  if (lower(piece) === "zu" && isVerb(next) && has(next, "VerbForm", "Inf")) return plain("zu", [piece, next!]);
  if (has(piece, "Reflex", "Yes")) return plain("reflexive", one);
  if (is(piece, "ADP")) {
    const phrase = phraseAt(pieces, at + 1, piece);
    if (phrase) return prepositional(piece, phrase);
  }
  const phrase = phraseAt(pieces, at);
  if (phrase) return phrase;
  if (is(piece, "INTJ") && begins && endsClause(next)) return plain("interjection", one);
  if (isVerb(piece)) return plain(has(piece, "Joined", "zu") ? "zu" : "verb", one);
  const isPredicate = is(piece, "ADJ", "ADV", "PART");
  if (is(piece, "VERB", "AUX") && !(isPredicate && hasVerbBeside(pieces, at))) return plain("verb", one);
  return plain(is(piece, "ADV", "ADJ", "PART", "INTJ") ? "adverb" : "unknown", one);
}

/** Whether another word of the clause is surely its verb: "war weiß", but "ich weiß es". */
function hasVerbBeside(pieces: readonly Piece[], at: number): boolean {
  let begin = at;
  let end = at;
  while (begin > 0 && !endsClause(pieces[begin - 1])) begin--;
  while (!endsClause(pieces[end])) end++;
  return pieces.slice(begin, end).some(isVerb);
}

function prepositional(preposition: Piece, phrase: Chunk): Chunk {
  const pieces = [preposition, ...phrase.pieces];
  const cases = new Set(
    preposition.readings.filter(({ upos }) => upos === "ADP").map(({ features }) => features["Case"]),
  );
  const options = phrase.options.filter((option) => cases.has(option.Case));
  const broken = phrase.broken ?? (options.length === 0 ? "government" : undefined);
  return { kind: "prepositional", pieces, options, ...(broken ? { broken } : {}) };
}

/** The noun phrase that begins at `at`; `preposition` may contain its article. */
export function phraseAt(pieces: readonly Piece[], at: number, preposition?: Piece): Chunk | undefined {
  const first = simplePhrase(pieces, at, preposition);
  if (!first) return undefined;
  const end = at + first.pieces.length;
  const owner = is(pieces[end], "DET") ? simplePhrase(pieces, end) : undefined;
  const whole =
    owner && !owner.broken && owner.options.every(({ Case }) => Case === "Gen")
      ? { ...first, pieces: [...first.pieces, ...owner.pieces] }
      : first;
  const joint = at + whole.pieces.length;
  const second = lower(pieces[joint]) === "und" ? phraseAt(pieces, joint + 1) : undefined;
  const after = pieces[joint + 1 + (second?.pieces.length ?? 0)];
  // "... and Ben laughed": a clause of its own.
  if (!second || (isVerb(after) && !has(after, "VerbForm", "Inf") && pieces.slice(0, at).some(isVerb))) return whole;
  const pieceList = [...whole.pieces, pieces[joint]!, ...second.pieces];
  const options = whole.options.flatMap((one) =>
    second.options
      .filter((other) => other.Case === one.Case)
      .map((other) => ({
        Case: one.Case,
        Number: "Plur",
        Person: one.Person < other.Person ? one.Person : other.Person,
      })),
  );
  const broken = whole.broken ?? second.broken ?? (options.length === 0 ? "agreement" : undefined);
  return { kind: "phrase", pieces: pieceList, options, ...(broken ? { broken } : {}) };
}

function simplePhrase(pieces: readonly Piece[], at: number, preposition?: Piece): Chunk | undefined {
  const first = pieces[at];
  if (!first || first.isSign) return undefined;
  let next = at;
  const name = is(first, "PROPN") ? first : undefined;
  if (name && has(name, "Case", "Gen") && !has(name, "Case", "Nom")) next++;
  else if (name) return pronounLike(first, "PROPN");
  const determiner = next === at && is(first, "DET", "NUM") ? first : undefined;
  if (determiner) {
    next++;
    if (isOnly(pieces[next], "NUM")) next++;
    if (isOnly(pieces[next], "ADV") && is(pieces[next + 1], "ADJ")) next++;
  }
  const head = next;
  const isAttribute = determiner ? () => true : isInflected;
  while (is(pieces[next], "ADJ") && isAttribute(pieces[next]!) && nounFollows(pieces, next + 1)) next++;
  const noun = pieces[next];
  if (!noun || !is(noun, "NOUN")) {
    return is(first, "PRON") && first.readings.some(({ features }) => features["Case"])
      ? pronounLike(first, "PRON")
      : undefined;
  }
  const adjectives = pieces.slice(head, next);
  const article = determiner ?? (preposition && has(preposition, "Declension", "definite") ? preposition : undefined);
  const options = agreeing(article, adjectives, noun);
  const all = pieces.slice(at, next + 1);
  // "gab ihr frische Milch", "kochte lange Reis": not one phrase after all.
  if (options.length === 0 && determiner && is(first, "PRON")) return pronounLike(first, "PRON");
  if (options.length === 0 && !determiner && is(first, "ADV")) return undefined;
  return options.length > 0
    ? { kind: "phrase", pieces: all, options }
    : { kind: "phrase", pieces: all, options: caseOptions(noun), broken: "agreement" };
}

const isInflected = (piece: Piece) =>
  piece.readings.some(
    ({ upos, features }) => upos === "ADJ" && (features["Case"] || Object.keys(features).length === 0),
  );

function nounFollows(pieces: readonly Piece[], at: number): boolean {
  let next = at;
  while (is(pieces[next], "ADJ")) next++;
  return is(pieces[next], "NOUN");
}

function pronounLike(piece: Piece, upos: "PROPN" | "PRON"): Chunk {
  const options = piece.readings
    .filter((reading) => reading.upos === upos && reading.features["Case"])
    .map(({ features }) => ({
      Case: features["Case"]!,
      Number: features["Number"]!,
      Person: features["Person"] ?? "3",
    }));
  return { kind: "phrase", pieces: [piece], options };
}

function caseOptions(noun: Piece): Option[] {
  return noun.readings
    .filter(({ upos }) => upos === "NOUN")
    .map(({ features }) => ({ Case: features["Case"]!, Number: features["Number"]!, Person: "3" }));
}

/** All readings of the noun with which article and adjectives agree in case, gender, number and declension. */
function agreeing(article: Piece | undefined, adjectives: readonly Piece[], noun: Piece): Option[] {
  const nouns = noun.readings.filter(({ upos }) => upos === "NOUN");
  const articles = article?.readings.filter(({ features }) => features["Declension"]);
  const contexts = (features: Features): readonly string[] =>
    articles
      ? articles
          .filter((reading) => sameCell(reading.features, features))
          .map((reading) => reading.features["Declension"]!)
      : ["strong"];
  return nouns
    .filter(({ features }) =>
      contexts(features).some((context) =>
        adjectives.every((one) => one.readings.some((reading) => suits(reading, features, context))),
      ),
    )
    .map(({ features }) => ({ Case: features["Case"]!, Number: features["Number"]!, Person: "3" }));
}

function suits({ upos, features }: Reading, wanted: Features, context: string): boolean {
  if (upos !== "ADJ") return false;
  if (Object.keys(features).length === 0) return true;
  return features["Declension"] === context && sameCell(features, wanted);
}

function sameCell(one: Features, other: Features): boolean {
  return (
    one["Case"] === other["Case"] &&
    one["Number"] === other["Number"] &&
    (one["Number"] === "Plur" || one["Gender"] === other["Gender"])
  );
}
