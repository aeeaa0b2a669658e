import type { Features } from "../realise/word";
import type { Piece, Reading } from "./checker";
import { is, isOnly } from "./pieces";

/** A noun phrase with the postposition after it. */
export interface Phrase {
  readonly pieces: readonly Piece[];
  readonly start: number;
  /** Behind the last of its pieces, the postposition included. */
  readonly end: number;
  readonly head: Piece;
  readonly postposition: Piece | undefined;
  /** A postposition follows, or follows the second of two nouns: "अन्ना और बेन ने". */
  readonly isMarked: boolean;
  /** What the head may be, with all words before it in agreement; empty where they do not agree. */
  readonly options: readonly Features[];
}

const isGenitiveForm = (piece: Piece | undefined) => piece !== undefined && /^(का|के|की)$/u.test(piece.text);
const isVerbal = (piece: Piece | undefined) => is(piece, "VERB", "AUX");
const isPossessive = (piece: Piece | undefined) => piece?.readings.some(isPoss) ?? false;
const isPoss = ({ features, upos }: Reading) => features["Poss"] === "Yes" && upos !== "ADP";

/** "की" after a noun is "of" where something is owned behind it, and else a form of "do". */
export function isGenitive(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return isGenitiveForm(pieces[at]) && next !== undefined && !next.isSign && !isOnly(next, "VERB", "AUX", "PART");
}

export function isPostposition(pieces: readonly Piece[], at: number): boolean {
  return is(pieces[at], "ADP") && (!isGenitiveForm(pieces[at]) || isGenitive(pieces, at));
}

/** A noun, a name or a pronoun; where it may also be a verb or an adverb, what follows decides. */
function isHead(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!is(piece, "NOUN", "PROPN", "PRON") || (isPossessive(piece) && !is(piece, "NOUN"))) return false;
  if (is(piece, "INTJ") || piece!.readings.some(({ features }) => features["PronType"] === "Int")) return false;
  if (!isVerbal(piece)) return !is(piece, "ADV") || isPostposition(pieces, at + 1) || is(pieces[at - 1], "ADJ", "NUM");
  const next = pieces[at + 1];
  return isPostposition(pieces, at + 1) || (is(next, "VERB") && !is(next, "AUX")) || isModifier(pieces, at - 1);
}

function isModifier(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.isSign) return false;
  if (isGenitiveForm(piece)) return isGenitive(pieces, at);
  return (is(piece, "ADJ", "NUM", "DET") && !is(piece, "ADV")) || isPossessive(piece);
}

function nominalReadings(piece: Piece): Reading[] {
  return piece.readings.filter(({ upos, features }) => /^(NOUN|PROPN|PRON)$/.test(upos) && features["Poss"] !== "Yes");
}

const agreementNames = ["Gender", "Number", "Case"] as const;

/** Features that do not contradict each other, together; the tool of agreement. */
export function unified(one: Features, other: Features): Features | undefined {
  const together: Record<string, string> = { ...one };
  for (const name of agreementNames) {
    const value = other[name];
    if (value === undefined) continue;
    if (together[name] !== undefined && together[name] !== value) return undefined;
    together[name] = value;
  }
  return together;
}

function agreeing(head: Piece, modifiers: readonly Piece[]): Features[] {
  let options: Features[] = nominalReadings(head).map(({ features }) => features);
  for (const modifier of modifiers) {
    const readings = modifier.readings.filter(
      ({ upos, features }) => /^(ADJ|NUM|DET)$/.test(upos) || features["Poss"] === "Yes",
    );
    options = options.flatMap((option) =>
      readings.flatMap(({ features }) => {
        const both = unified(option, features);
        return both ? [both] : [];
      }),
    );
  }
  return options;
}

/** All noun phrases from left to right. An owner is a phrase of its own, with kā as its postposition. */
export function phrasesOf(pieces: readonly Piece[]): Phrase[] {
  const found: Phrase[] = [];
  let start = 0;
  for (let at = 0; at < pieces.length; at++) {
    if (!isHead(pieces, at)) {
      if (!isModifier(pieces, at)) start = at + 1;
      continue;
    }
    const head = pieces[at]!;
    const postposition = isPostposition(pieces, at + 1) ? pieces[at + 1] : undefined;
    found.push({
      pieces: pieces.slice(start, at + 1),
      start,
      end: postposition ? at + 2 : at + 1,
      head,
      postposition,
      isMarked: postposition !== undefined,
      options: agreeing(head, pieces.slice(start, at)),
    });
    // kā agrees with what is owned, and so belongs to the next phrase as well.
    start = at + 1;
    if (postposition && !isGenitiveForm(postposition)) {
      at++;
      start = at + 1;
    }
  }
  return found.map((phrase, at) => {
    const second = pieces[phrase.end]?.text === "और" ? found.slice(at + 1).find((one) => !isOwner(one)) : undefined;
    return second?.postposition ? { ...phrase, isMarked: true } : phrase;
  });
}

const isOwner = ({ postposition }: Phrase) => isGenitiveForm(postposition);
