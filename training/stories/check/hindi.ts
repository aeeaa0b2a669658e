import type { Features } from "../realise/word";
import { type Finding, type Piece, type Reading, type Rules, type Segment, defineChecker } from "./checker";
import { isPostposition, type Phrase, phrasesOf, unified } from "./hindi-phrases";
import { readings } from "./hindi-readings";
import { has, is, isOnly, isUnknown, textOf } from "./pieces";

/** Adjectives, possessives and kā agree with their noun, which is oblique before a postposition and else direct. */
function nounPhrase({ pieces }: Segment): Finding[] {
  return phrasesOf(pieces).flatMap((phrase): Finding[] => {
    const { options, postposition, head } = phrase;
    const all = postposition ? [...phrase.pieces, postposition] : phrase.pieces;
    if (options.length === 0) return [{ pieces: phrase.pieces, message: `"${textOf(phrase.pieces)}" does not agree` }];
    if (postposition && !options.some(isOblique)) {
      return [{ pieces: all, message: `"${head.text}" must be oblique before "${postposition.text}"` }];
    }
    const alone = !phrase.isMarked && options.every(isOblique);
    return alone && options.every(({ Number }) => Number === "Plur") && !is(head, "PRON")
      ? [{ pieces: all, message: `"${head.text}" is oblique without a postposition` }]
      : [];
  });
}

const isOblique = ({ Case }: Features) => Case === undefined || Case === "Acc";

/** Pronouns have their own forms with ne and ko, and an oblique form that needs a postposition. */
function pronounCase({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const next = pieces[at + 1];
    if (isOnly(piece, "PRON", "DET") && piece.readings.every(({ features }) => features["Poss"] === "Yes")) {
      const oblique = has(piece, "Case", "Acc");
      if (isPostposition(pieces, at + 1) && !oblique)
        return [{ pieces: [piece, next!], message: `"${piece.text}" must be oblique before "${next!.text}"` }];
      return next === undefined || next.isSign || isOnly(next, "VERB", "AUX")
        ? [{ pieces: [piece], message: `nothing is owned after "${piece.text}"` }]
        : [];
    }
    if (!isOnly(piece, "PRON") || piece.readings.some(({ features }) => features["PronType"])) return [];
    const cases = new Set(piece.readings.map(({ features }) => features["Case"]));
    const pair = phrasesOf(pieces).find(({ head }) => head === piece);
    if (piece.text === "मैं" && pair?.isMarked && !isPostposition(pieces, at + 1))
      return [{ pieces: [piece], message: `"${piece.text}" cannot be one of two before a postposition` }];
    const pointsOut = !has(piece, "Person", "1") && is(next, "NOUN", "ADJ", "NUM");
    if (cases.size === 1 && cases.has("Acc") && !isPostposition(pieces, at + 1) && !pointsOut)
      return [{ pieces: [piece], message: `"${piece.text}" needs a postposition` }];
    const simple = next !== undefined && /^(ने|को|से|में)$/u.test(next.text);
    if (!simple || cases.has("Acc")) return [];
    return [{ pieces: [piece, next], message: `"${piece.text}" cannot stand before "${next.text}"` }];
  });
}

/** A stretch with one finite verb. */
interface Clause {
  readonly pieces: readonly Piece[];
  /** Where the verb and its auxiliaries begin. */
  readonly verb: number;
  /** After "और": the subject may be that of the clause before. */
  readonly continued: boolean;
}

const conjunctions = /^(और|लेकिन|क्योंकि|कि|जब|तो)$/u;
const isNegation = (piece: Piece | undefined) => piece !== undefined && /^(नहीं|मत)$/u.test(piece.text);
const isVerb = (piece: Piece | undefined) => is(piece, "VERB", "AUX");
const isFinite = (piece: Piece | undefined) =>
  isVerb(piece) && (has(piece, "VerbForm", "Fin") || has(piece, "VerbForm", "Part"));

/** "और" joins clauses after a finite verb, and else nouns. */
function clausesOf({ pieces }: Segment): Clause[] {
  const parts: Piece[][] = [[]];
  const continued = new Set<Piece[]>();
  for (const [at, piece] of pieces.entries()) {
    const begins = piece.isSign || (conjunctions.test(piece.text) && (piece.text !== "और" || isFinite(pieces[at - 1])));
    if (begins) {
      const part: Piece[] = [];
      parts.push(part);
      if (piece.text === "और") continued.add(part);
    } else parts.at(-1)!.push(piece);
  }
  return parts
    .filter(({ length }) => length > 0)
    .map((part) => ({ pieces: part, verb: verbStart(part), continued: continued.has(part) }));
}

/** Verbs at the end of the clause with a negation among them; a noun that may be a verb's root is not one of them. */
function verbStart(pieces: readonly Piece[]): number {
  let start = pieces.length;
  while (start > 0 && ((isVerb(pieces[start - 1]) && !isObject(pieces, start - 1)) || isNegation(pieces[start - 1])))
    start--;
  return start;
}

const isObject = (pieces: readonly Piece[], at: number) =>
  is(pieces[at], "NOUN") && phrasesOf(pieces).some(({ head }) => head === pieces[at]);

/** Gender and number that the verb shows; undefined where its words contradict each other. */
function shown(verbs: readonly Piece[]): Features[] {
  let options: Features[] = [{}];
  for (const [at, piece] of verbs.entries()) {
    if (isRootOrNoun(piece, verbs[at + 1])) continue;
    const forms = piece.readings.filter(
      ({ upos, features }) => /^(VERB|AUX)$/.test(upos) && features["VerbForm"] !== "Conv",
    );
    const agreeing = forms.map(({ features }) => pick(features));
    if (agreeing.length === 0 || piece.readings.some(({ features }) => features["VerbForm"] === "Inf")) continue;
    options = options.flatMap((option) =>
      agreeing.flatMap((features) => {
        const both = unified(option, features);
        const person = option["Person"] ?? features["Person"];
        return both ? [{ ...both, ...(person ? { Person: person } : {}) }] : [];
      }),
    );
  }
  return options;
}

const copula = /^(था|थे|थी|थीं|है|हैं|हूँ)$/u;

/** Before another verb, a form that may be a root shows nothing, nor does one that may be a noun. */
function isRootOrNoun(piece: Piece, next: Piece | undefined): boolean {
  if (next === undefined) return false;
  return is(piece, "NOUN", "ADJ") || (has(piece, "VerbForm", "Conv") && !copula.test(next.text));
}

function pick({ Gender, Number, Person, Mood }: Features): Features {
  return {
    ...(Gender ? { Gender } : {}),
    ...(Number ? { Number } : {}),
    ...(Person && Mood !== "Imp" ? { Person } : {}),
  };
}

interface Controller {
  readonly pieces: readonly Piece[];
  readonly options: readonly Features[];
}

const masculine: Features = { Gender: "Masc", Number: "Sing", Person: "3" };

function isErgative({ pieces, verb }: Clause): Piece | undefined {
  return pieces.slice(0, verb).find((piece) => piece.text === "ने" || has(piece, "Case", "Erg"));
}

/** With ne, the object agrees if it is unmarked; else the first unmarked phrase, and nothing where all are marked. */
function controllerOf(clause: Clause): Controller | undefined {
  const phrases = phrasesOf(clause.pieces).filter(({ start }) => start < clause.verb);
  const free = phrases.filter(({ isMarked, options, head }) => !isMarked && options.some((one) => isDirect(one, head)));
  const ergative = isErgative(clause);
  const first = ergative ? free.at(-1) : free[0];
  if (!first) return ergative ? { pieces: [ergative], options: [masculine] } : undefined;
  if (clause.continued && !ergative && !is(first.head, "PRON")) return undefined;
  if (clause.pieces[first.start - 1]?.text === "और") return undefined;
  const joined = ergative ? undefined : pairOf(clause.pieces, phrases, first);
  if (joined) return joined;
  const options = first.options.filter((one) => isDirect(one, first.head));
  return { pieces: first.pieces, options: options.map((one) => ({ ...pick(one), Person: one["Person"] ?? "3" })) };
}

function isDirect({ Case, Gender, Number }: Features, head: Piece): boolean {
  return (Case === undefined || Case === "Nom") && (is(head, "PRON") || (Gender !== undefined && Number !== undefined));
}

/** "अन्ना और बेन": plural, and masculine unless both are feminine. */
function pairOf(pieces: readonly Piece[], phrases: readonly Phrase[], first: Phrase): Controller | undefined {
  if (pieces[first.end]?.text !== "और") return undefined;
  const second = phrases.find(({ start }) => start >= first.end);
  if (!second || second.postposition) return { pieces: first.pieces, options: [{}] };
  const person = has(first.head, "Person", "1") ? "1" : "3";
  const genders = [first, second].map(({ options }) => new Set(options.map(({ Gender }) => Gender)));
  const feminine = genders.every((set) => !set.has("Masc"));
  const masculineOnly = genders.some((set) => set.has("Masc") && set.size === 1);
  return {
    pieces: pieces.slice(first.start, second.end),
    options: [
      ...(masculineOnly ? [] : [{ Gender: "Fem", Number: "Plur", Person: person }]),
      ...(feminine && genders.every((set) => !set.has(undefined))
        ? []
        : [{ Gender: "Masc", Number: "Plur", Person: person }]),
    ],
  };
}

/** First and second persons have verb forms of their own; "हम" has those of the third. */
function fits(verb: Features, controller: Features): boolean {
  if (!unified(withoutCase(verb), withoutCase(controller))) return false;
  const person = verb["Person"];
  const wanted = controller["Person"];
  if (person === undefined || wanted === undefined) return true;
  const plain = (one: string, number: string | undefined) => (one === "1" && number === "Plur" ? "3" : one);
  return plain(person, verb["Number"]) === plain(wanted, controller["Number"]);
}

const withoutCase = ({ Gender, Number }: Features): Features => ({
  ...(Gender ? { Gender } : {}),
  ...(Number ? { Number } : {}),
});

/** The adjective of "is" agrees with the subject, each of its words. */
function predicate(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const { pieces, verb } = clause;
    const last = pieces.at(-1);
    if (!last?.readings.some(({ lemma }) => lemma === "होना") || isErgative(clause)) return [];
    let start = verb;
    while (isAgreeingAdjective(pieces[start - 1]) || isNegation(pieces[start - 1])) start--;
    const adjectives = pieces.slice(start, -1).filter(isAgreeingAdjective);
    const controller = adjectives.length > 0 ? controllerOf(clause) : undefined;
    if (!controller || controller.pieces.some((piece) => adjectives.includes(piece))) return [];
    const agrees = controller.options.some((option) =>
      adjectives.every(({ readings: all }) =>
        all.some(({ features }) => features["Case"] !== "Acc" && unified(withoutCase(features), withoutCase(option))),
      ),
    );
    return agrees || controller.options.length === 0
      ? []
      : [
          {
            pieces: [...controller.pieces, ...adjectives],
            message: `"${textOf(adjectives)}" does not agree with "${textOf(controller.pieces)}"`,
          },
        ];
  });
}

const isAgreeingAdjective = (piece: Piece | undefined) =>
  is(piece, "ADJ") &&
  piece!.readings.every(({ upos, features }) => upos !== "NOUN" && features["Gender"] !== undefined);

/** Verbs of which one may be the experiencer, or that need no subject. */
const experienced = new Set(["होना", "लगना", "पड़ना", "मिलना", "आना", "दिखना", "चाहिए", "देना", "रहना"]);

/** "उससे हँसेगी": somebody must do it. */
function subject(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const verbs = clause.pieces.slice(clause.verb).filter((piece) => !isNegation(piece));
    const first = phrasesOf(clause.pieces)[0];
    if (clause.continued || !first || first.start >= clause.verb || !is(first.head, "PRON")) return [];
    if (first.head.readings.some(({ features }) => /^(Nom|Erg|Acc)$/.test(features["Case"] ?? "Nom"))) return [];
    const asks = clause.pieces.some((piece) => has(piece, "PronType", "Int"));
    const isSaid = verbs.some(isFinite) && !isCommand(verbs) && !asks && !clause.pieces.some(isUnknown);
    const may = verbs.some(({ readings: all }) => all.some(({ lemma }) => experienced.has(lemma)));
    return isSaid && !may && !isErgative(clause) && !controllerOf(clause)
      ? [{ pieces: [first.head, ...verbs], message: `"${textOf(verbs)}" has no subject` }]
      : [];
  });
}

function agreement(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const verbs = clause.pieces.slice(clause.verb).filter((piece) => !isNegation(piece));
    if (verbs.length === 0 || clause.pieces.some(isUnknown)) return [];
    const options = shown(verbs);
    if (options.length === 0) return [{ pieces: verbs, message: `"${textOf(verbs)}" does not agree in itself` }];
    if (!verbs.some(isFinite) || isCommand(verbs)) return [];
    const controller = controllerOf(clause);
    if (!controller || controller.options.length === 0) return [];
    return options.some((verb) => controller.options.some((one) => fits(verb, one)))
      ? []
      : [
          {
            pieces: [...controller.pieces, ...verbs],
            message: `"${textOf(verbs)}" does not agree with "${textOf(controller.pieces)}"`,
          },
        ];
  });
}

const isCommand = (verbs: readonly Piece[]) => has(verbs.at(-1), "Mood", "Imp") && !has(verbs.at(-1), "Tense", "Pres");

/** ne with perfective forms of transitive verbs, and with those always. */
function ergative(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const verbs = clause.pieces.slice(clause.verb).filter((piece) => !isNegation(piece));
    const main = verbs.findLast((piece) => has(piece, "Aspect", "Perf"));
    if (verbs.length === 0) return [];
    const marker = isErgative(clause);
    if (marker) {
      if (!main) return [{ pieces: [marker, ...verbs], message: `"ने" without a perfective verb` }];
      return perfectives(main).every(({ Subcat }) => Subcat === "Intr")
        ? [{ pieces: [marker, main], message: `"${main.text}" takes no "ने"` }]
        : [];
    }
    const first = phrasesOf(clause.pieces).find(({ start }) => start < clause.verb);
    const isSubject = first && !first.isMarked && is(first.head, "PROPN", "PRON") && first.options.some(isNominative);
    const isPronoun = first && !clause.continued && first.head.readings.some(isOtherCase);
    return main &&
      (isSubject || isPronoun) &&
      perfectives(main).every(({ Subcat }) => Subcat === "Tran") &&
      isEvent(verbs, main)
      ? [{ pieces: [...first.pieces, main], message: `"ने" is missing before "${main.text}"` }]
      : [];
  });
}

const isOtherCase = ({ upos, features }: Reading) => upos === "PRON" && /^(Dat|Abl|Loc)$/.test(features["Case"] ?? "");

const isNominative = ({ Case }: Features) => Case === undefined || Case === "Nom";

const perfectives = (piece: Piece) =>
  piece.readings.map(({ features }) => features).filter(({ Aspect }) => Aspect === "Perf");

/** It is nothing but perfective, and tells an event: pahne thā is a state. */
function isEvent(verbs: readonly Piece[], main: Piece): boolean {
  const only = main.readings.every(({ features }) => features["Aspect"] === "Perf");
  return only && (verbs.at(-1) === main || !/^(पहने)$/u.test(main.text));
}

/** Roots before saknā, rahā and vectors; infinitives before cāhnā, paṛnā and lagnā; participles before honā. */
function verbForm(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap((clause): Finding[] => {
    const verbs = clause.pieces.slice(clause.verb).filter((piece) => !isNegation(piece));
    return verbs.flatMap((piece, at): Finding[] => {
      const before = verbs[at - 1];
      if (!before) return [];
      const isPart = before.readings.some(({ features }) => /^(Conv|Part|Inf)$/.test(features["VerbForm"] ?? ""));
      if (!isPart && !before.readings.some(({ lemma, upos }) => lemma === "चाहिए" || upos === "NOUN" || upos === "ADJ"))
        return [{ pieces: [before, piece], message: `"${before.text}" cannot stand before "${piece.text}"` }];
      const wanted = formBefore(piece) ?? (isInfinitive(before) ? [] : undefined);
      if (!wanted || before.readings.some((reading) => wanted.some((one) => isForm(reading, one)))) return [];
      return [{ pieces: [before, piece], message: `before "${piece.text}", "${before.text}" has another form` }];
    });
  });
}

/** jānā and jānī, before which no other verb than those of formBefore stands: "लेनी ली". */
const isInfinitive = (piece: Piece) =>
  piece.readings.every(({ features }) => features["VerbForm"] === "Inf" && features["Case"] !== "Acc");

type Form = "Conv" | "Inf" | "InfAcc" | "Part" | "Needed";

function isForm({ features: { VerbForm, Case, Linked }, lemma }: Reading, form: Form): boolean {
  if (form === "Conv") return VerbForm === "Conv" && Linked === undefined;
  if (form === "Inf") return VerbForm === "Inf" && Case !== "Acc";
  if (form === "InfAcc") return VerbForm === "Inf" && Case === "Acc";
  return form === "Needed" ? lemma === "चाहिए" : VerbForm === "Part";
}

function formBefore(piece: Piece): readonly Form[] | undefined {
  const lemmas = new Set(
    piece.readings.filter(({ upos }) => upos === "VERB" || upos === "AUX").map(({ lemma }) => lemma),
  );
  const only = (lemma: string) => lemmas.has(lemma) && lemmas.size === 1;
  if (only("सकना")) return ["Conv"];
  if (only("चाहना") || only("पड़ना")) return ["Inf"];
  if (only("लगना")) return ["InfAcc"];
  if (/^(रहा|रहे|रही)$/u.test(piece.text)) return ["Conv", "Part"];
  if (/^(होगा|होगी|होगे|हो)$/u.test(piece.text)) return ["Part", "Inf", "Needed"];
  if (copula.test(piece.text)) return ["Part", "Inf", "Needed"];
  return undefined;
}

/** The verb ends its clause. */
function wordOrder(segment: Segment): Finding[] {
  return clausesOf(segment).flatMap(({ pieces, verb }): Finding[] => {
    const early = pieces.findIndex(
      (piece, at) => at < verb && isOnly(piece, "VERB", "AUX") && isEnding(piece) && !isOnly(pieces[at + 1], "NOUN"),
    );
    if (early < 0 || pieces.some(isUnknown)) return [];
    const rest = pieces.slice(early + 1);
    return [{ pieces: [pieces[early]!, rest[0]!], message: `"${pieces[early]!.text}" should end its clause` }];
  });
}

/** Only finite: futures, and the forms of the auxiliary. */
const isEnding = (piece: Piece) => piece.readings.every(({ features }) => features["VerbForm"] === "Fin");

const rules: Rules = {
  "noun phrase": nounPhrase,
  "pronoun case": pronounCase,
  agreement,
  predicate,
  subject,
  ergative,
  "verb form": verbForm,
  "word order": wordOrder,
};

export const hindi = defineChecker({ language: "hi", readings, rules });
