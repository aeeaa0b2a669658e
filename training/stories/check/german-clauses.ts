import { german } from "../lexicon/german";
import { type VerbId, verbClassOf } from "../lexicon/verbs";
import type { Piece, Segment } from "./checker";
import { type Chunk, type Option, chunksOf } from "./german-phrases";
import { has, is, lower } from "./pieces";

/**
 * `main`: its finite verb is second. `first`: the verb may be first, too, or the subject is understood. `last`: the verb
 * stands last. `infinitive`: has no finite verb. `loose`: what follows a comma and may be anything.
 */
export interface Clause {
  readonly kind: "main" | "first" | "last" | "infinitive" | "loose";
  readonly chunks: readonly Chunk[];
}

export function clausesOf(segment: Segment): Clause[] {
  const clauses: Clause[] = [];
  let chunks: Chunk[] = [];
  let kind = (segment.afterQuote ? "first" : "main") as Clause["kind"];
  const finish = (next: Clause["kind"]) => {
    if (chunks.length > 0) {
      const isInfinitive =
        chunks.some((chunk) => chunk.kind === "zu") && !chunks.some((chunk) => chunk.kind === "verb");
      clauses.push({ kind: isInfinitive && kind !== "main" ? "infinitive" : kind, chunks });
    }
    chunks = [];
    kind = next;
  };
  for (const chunk of chunksOf(segment.pieces)) {
    if (chunk.kind === "sign") {
      const isOpening = kind === "main" && chunks.every((one) => one.kind === "interjection" || one.kind === "phrase");
      finish(kind === "last" ? "first" : isOpening ? "main" : "loose");
    } else if (chunk.kind === "conjunction") {
      finish(lower(chunk.pieces[0]) === "um" ? "infinitive" : "last");
    } else if (chunk.kind === "join") {
      const isBut = lower(chunk.pieces[0]) === "aber";
      finish(isBut && (clauses.length === 0 || kind === "loose") ? "main" : "loose");
    } else {
      chunks.push(chunk);
    }
  }
  finish("loose");
  return clauses;
}

/** The clause's verbs: the finite one, those at its end, and where they stand among the chunks. */
export interface Verbs {
  readonly finite: Piece | undefined;
  readonly at: number;
  readonly others: readonly Piece[];
}

export function verbsOf({ kind, chunks }: Clause): Verbs {
  const places = chunks.flatMap((chunk, at) => (chunk.kind === "verb" ? [at] : []));
  const canBeFinite = (at: number) => has(chunks[at]!.pieces[0], "VerbForm", "Fin");
  const at = (kind === "last" ? places.toReversed() : places).find(canBeFinite) ?? -1;
  const others = chunks.flatMap((chunk, index) =>
    (chunk.kind === "verb" && index !== at) || chunk.kind === "zu" ? [chunk.pieces.at(-1)!] : [],
  );
  return { finite: chunks[at]?.pieces[0], at, others };
}

/** How many accusatives and datives a verb may have, and whether a second nominative. */
export interface Frame {
  readonly accusative: boolean;
  readonly dative: boolean;
  /** A dative without an accusative: "half ihm", but not "trug ihm". */
  readonly dativeAlone: boolean;
  readonly predicate: boolean;
  readonly reflexive: boolean;
}

/** What may depend on one of the verbs that a form can be; undefined where it is in no dictionary. */
export function frameOf(verbs: readonly Piece[], prefix: string | undefined): Frame | undefined {
  const frames = verbs.flatMap((piece) => {
    const ids = piece.readings
      .filter(({ features }) => {
        const wanted = features["Prefix"];
        const apart = wanted !== undefined && features["VerbForm"] === "Fin" && !features["Joined"];
        return apart ? wanted === prefix : true;
      })
      .map(({ concept }) => concept)
      .filter((concept): concept is VerbId => concept in german.verbs);
    return [...new Set(ids)].map(frame);
  });
  if (frames.length === 0) return undefined;
  const any = (name: keyof Frame) => frames.some((one) => one[name]);
  return {
    accusative: any("accusative"),
    dative: any("dative"),
    dativeAlone: any("dativeAlone"),
    predicate: any("predicate"),
    reflexive: any("reflexive"),
  };
}

const intransitive = new Set(["motion", "posture", "expression", "process", "being", "phase"]);
const transitive = new Set<VerbId>(["leave", "have", "exist", "begin", "sing", "dream", "ring", "start", "try"]);

function frame(id: VerbId): Frame {
  const { patient, recipient, reflexive } = german.verbs[id];
  const verbClass = verbClassOf(id);
  const accusative =
    patient === "acc" ||
    recipient === "acc" ||
    (patient === undefined && (!intransitive.has(verbClass) || transitive.has(id)));
  const dativeAlone =
    patient === "dat" || recipient === "dat" || id === "hurt" || (recipient === undefined && verbClass === "speech");
  const dative = dativeAlone || (recipient === undefined && (verbClass === "transfer" || verbClass === "handling"));
  return { accusative, dative, dativeAlone, predicate: id === "be" || id === "become", reflexive: reflexive === true };
}

/** Nouns of time stand in the accusative beside any verb: "jeden Tag". */
const times = new Set(["day", "night", "week", "summer", "winter", "time", "way"]);
const isTime = (chunk: Chunk) =>
  chunk.pieces.at(-1)!.readings.some(({ concept, upos }) => upos === "NOUN" && times.has(concept));

/**
 * Whether every noun phrase of the clause can have a part in it: one as subject (with which `agrees`), the others in the
 * frame of the verb or as the genitive of the phrase before.
 */
export function canBeAssigned(
  chunks: readonly Chunk[],
  frame: Frame,
  agrees: (option: Option) => boolean,
  needsSubject: boolean,
): boolean {
  const phrases = chunks.flatMap((chunk, at) => (chunk.kind === "phrase" ? [{ chunk, before: chunks[at - 1] }] : []));
  const isReflexive = (chunk: Chunk) => frame.reflexive && /^(mich|dich|uns|euch)$/i.test(chunk.pieces[0]!.text);
  const assign = (at: number, subject: boolean, predicate: boolean, accusative: boolean, dative: boolean): boolean => {
    const phrase = phrases[at];
    if (!phrase) return (subject || !needsSubject) && (!dative || accusative || frame.dativeAlone);
    const { chunk, before } = phrase;
    const rest = (a = subject, b = predicate, c = accusative, d = dative) => assign(at + 1, a, b, c, d);
    if ((isReflexive(chunk) || isTime(chunk)) && chunk.options.some(({ Case }) => Case === "Acc") && rest())
      return true;
    return chunk.options.some((option) => {
      switch (option.Case) {
        case "Nom":
          return (!subject && agrees(option) && rest(true)) || (frame.predicate && !predicate && rest(subject, true));
        case "Acc":
          return frame.accusative && !accusative && rest(subject, predicate, true);
        case "Dat":
          return frame.dative && !dative && rest(subject, predicate, accusative, true);
        default:
          return is(before?.pieces.at(-1), "NOUN") && rest();
      }
    });
  };
  return assign(0, false, false, false, false);
}
