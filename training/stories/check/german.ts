import { german as dictionary } from "../lexicon/german";
import { type VerbId, verbClassOf } from "../lexicon/verbs";
import { type Finding, type Piece, type Rules, type Segment, defineChecker } from "./checker";
import { type Clause, canBeAssigned, clausesOf, frameOf, verbsOf } from "./german-clauses";
import { type Chunk, type Option, chunksOf } from "./german-phrases";
import { readings } from "./german-readings";
import { has, is, isOnly, lower, textOf } from "./pieces";

/** Article, adjectives and noun agree; prepositions have their case. */
function nounPhrase({ pieces }: Segment): Finding[] {
  return chunksOf(pieces).flatMap((chunk) =>
    chunk.broken
      ? [
          {
            pieces: chunk.pieces,
            message:
              chunk.broken === "agreement"
                ? `the words of "${textOf(chunk.pieces)}" do not agree`
                : `"${chunk.pieces[0]!.text}" asks for another case in "${textOf(chunk.pieces)}"`,
          },
        ]
      : [],
  );
}

/** After its noun or as a predicate an adjective has no ending, and a verb in two parts stays in two. */
function ending(segment: Segment): Finding[] {
  const inflected = segment.pieces.filter(
    (piece, at) =>
      isOnly(piece, "ADJ") &&
      piece.readings.every(({ features }) => features["Case"]) &&
      (segment.pieces[at + 1] === undefined ||
        segment.pieces[at + 1]!.isSign ||
        is(segment.pieces[at + 1], "VERB", "AUX")),
  );
  const joined = clausesOf(segment).flatMap((clause) =>
    clause.kind === "main" || clause.kind === "first"
      ? clause.chunks.flatMap(({ pieces }) => pieces.filter((piece) => isJoined(piece)))
      : [],
  );
  return [
    ...inflected.map((piece) => ({ pieces: [piece], message: `"${piece.text}" stands alone and takes no ending` })),
    ...joined.map((piece) => ({ pieces: [piece], message: `the prefix of "${piece.text}" stands at the end` })),
  ];
}

const isJoined = ({ readings: all }: Piece) =>
  all.length > 0 && all.every(({ features }) => features["Joined"] === "Yes");

const everything = (clause: Clause): Piece[] => clause.chunks.flatMap(({ pieces }) => [...pieces]);

/** A subject that agrees with the verb, and objects in the cases that the verb governs. */
function roles(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const { chunks, kind } = clause;
    if (chunks.some((chunk) => chunk.kind === "unknown" || chunk.broken || isEither(chunk))) return [];
    const { finite, others } = verbsOf(clause);
    const isInfinitive = kind === "infinitive";
    if ((!finite && !isInfinitive) || (kind === "loose" && chunks[0]!.kind !== "verb")) return [];
    const prefix = chunks.find((chunk) => chunk.kind === "prefix")?.pieces[0];
    const full = others.length > 0 ? others : finite ? [finite] : [];
    const frame = frameOf(full, prefix && lower(prefix));
    if (!frame) return [];
    const passive = finite !== undefined && isPassive(finite, others);
    const allowed = passive ? { ...frame, accusative: false } : frame;
    const isCommand = has(finite, "Mood", "Imp") && segment.quoted && chunks[0]?.kind === "verb";
    const needsSubject = (kind === "main" || kind === "last" || kind === "first") && !isCommand && !isInfinitive;
    const agrees = (option: Option) =>
      !finite ||
      finite.readings.some(
        ({ features }) =>
          features["VerbForm"] === "Fin" &&
          features["Mood"] !== "Imp" &&
          features["Person"] === option.Person &&
          features["Number"] === option.Number,
      );
    if (canBeAssigned(chunks, allowed, agrees, needsSubject)) return [];
    const byNumber = canBeAssigned(chunks, allowed, () => true, needsSubject);
    const pieces = everything(clause);
    return [
      byNumber
        ? { pieces, message: `no subject agrees with "${finite!.text}"` }
        : { pieces, message: `the cases in "${textOf(pieces)}" do not suit its verb` },
    ];
  });
}

/** "ihr Honig": her honey, or honey for her. */
const isEither = ({ kind, pieces }: Chunk) => kind === "phrase" && pieces.length > 1 && lower(pieces[0]) === "ihr";

/** "ist gebacken", "wird gebacken": without an accusative. */
function isPassive(finite: Piece, others: readonly Piece[]): boolean {
  const isParticiple = others.some((verb) => has(verb, "VerbForm", "Part") && !has(verb, "VerbForm", "Inf"));
  const lemmas = new Set(finite.readings.map(({ lemma }) => lemma));
  return isParticiple && (lemmas.has("werden") || lemmas.has("sein"));
}

const withInfinitive = new Set(["werden", "können", "müssen", "wollen", "dürfen"]);
/** Verbs beside which a bare infinitive may stand: "ging schwimmen". */
const withBare = new Set(["gehen", "sehen", "hören", "helfen", "lernen", "fahren", "kommen", "bleiben"]);

/** After an auxiliary the participle, after a modal the infinitive. */
function verbForm(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const { finite } = verbsOf(clause);
    const others = clause.chunks.flatMap((chunk) =>
      chunk.kind === "verb" && chunk.pieces[0] !== finite ? [chunk.pieces[0]!] : [],
    );
    const last = others.at(-1);
    if (!finite || !last || clause.kind === "loose") return [];
    const lemmas = [...new Set(finite.readings.map(({ lemma }) => lemma))];
    const isPart = has(last, "VerbForm", "Part");
    const isInf = has(last, "VerbForm", "Inf");
    const right = lemmas.some((lemma) => {
      if (lemma === "werden") return isInf || (isPart && !verbsWith(last, "sein"));
      if (withInfinitive.has(lemma)) return isInf;
      if (lemma === "haben") return isPart && !onlyWith(last, "sein");
      if (lemma === "sein") return isPart && !(onlyWith(last, "haben") && isIntransitive(last));
      return withBare.has(lemma) && isInf;
    });
    return right ? [] : [{ pieces: [finite, last], message: `"${last.text}" is not the form after "${finite.text}"` }];
  });
}

const concepts = (verb: Piece) => [
  ...new Set(verb.readings.map(({ concept }) => concept).filter((one): one is VerbId => one in dictionary.verbs)),
];
const verbsWith = (verb: Piece, auxiliary: string) =>
  concepts(verb).some((id) => dictionary.verbs[id].auxiliary === auxiliary);
const onlyWith = (verb: Piece, auxiliary: string) =>
  concepts(verb).every((id) => dictionary.verbs[id].auxiliary === auxiliary);
const isIntransitive = (verb: Piece) =>
  concepts(verb).every((id) => ["posture", "expression", "process"].includes(verbClassOf(id)));

const focus = new Set(["auch", "nur", "sogar", "selbst"]);

/** The finite verb is second in main clauses and last in subordinate ones; infinitives and participles stand at the end. */
function wordOrder(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const { finite, at } = verbsOf(clause);
    const { chunks, kind } = clause;
    if (!finite || chunks.some((chunk) => chunk.kind === "unknown")) return [];
    if (kind === "last") {
      const isLast = chunks.at(-1)?.kind === "verb";
      return isLast ? [] : [{ pieces: [finite], message: `"${finite.text}" must stand last in its clause` }];
    }
    if (kind === "loose") return [];
    const before = chunks
      .slice(0, at)
      .filter(({ kind: one, pieces }) => one !== "interjection" && !focus.has(lower(pieces[0])));
    const isAdverbial = before.every((chunk) => chunk.kind === "adverb" || chunk.kind === "prepositional");
    const mayBeFirst = kind === "first" || segment.end === "?" || segment.quoted;
    if (before.length > 1 && !isAdverbial) return [{ pieces: [finite], message: `"${finite.text}" must stand second` }];
    if (before.length === 1 && kind === "first")
      return [{ pieces: [finite], message: `"${finite.text}" must stand first here` }];
    if (
      before.length === 0 &&
      (!mayBeFirst || (segment.quoted && isPreterite(finite) && segment.end !== "?")) &&
      chunks.length > 1
    )
      return [{ pieces: [finite], message: `"${finite.text}" must stand second` }];
    return unfinished(clause, at);
  });
}

const isPreterite = (verb: Piece) => verb.readings.every(({ features }) => features["Tense"] === "Past");

/** An infinitive or a participle with an object behind it. */
function unfinished({ chunks }: Clause, finiteAt: number): Finding[] {
  const early = chunks.findIndex((chunk, at) => at > finiteAt && chunk.kind === "verb");
  const next =
    early < 0 ? undefined : chunks.slice(early + 1).find(({ kind }) => kind === "phrase" || kind === "adverb");
  return next
    ? [
        {
          pieces: [chunks[early]!.pieces[0]!, ...next.pieces],
          message: `"${chunks[early]!.pieces[0]!.text}" must stand at the end`,
        },
      ]
    : [];
}

const rules: Rules = { "noun phrase": nounPhrase, ending, roles, "verb form": verbForm, "word order": wordOrder };

export const german = defineChecker({ language: "de", readings, rules });
