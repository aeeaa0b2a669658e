import { type TurkishVerb, turkish as dictionary } from "../lexicon/turkish";
import { attach, soften, vowelsOf } from "../realise/turkish-morphology";
import {
  type Checker,
  type Finding,
  type Piece,
  type Reading,
  type Rules,
  type Segment,
  defineChecker,
} from "./checker";
import { has, is, isOnly, isUnknown } from "./pieces";
import { turkishReadings, verbEntries } from "./turkish-readings";

const lower = (piece: Piece | undefined) => piece?.text.toLocaleLowerCase("tr") ?? "";
const every = (piece: Piece | undefined, test: (reading: Reading) => boolean) =>
  piece !== undefined && piece.readings.length > 0 && piece.readings.every(test);
const isCase = (piece: Piece | undefined, name: string) => every(piece, ({ features }) => features["Case"] === name);
const isFinite = (piece: Piece | undefined) => every(piece, ({ features }) => features["VerbForm"] === "Fin");
const isNominal = (piece: Piece | undefined) => isOnly(piece, "NOUN", "PROPN", "PRON");

const alike = ["Eaâe", "Iıiîuûü", "Ddt", "Kkğg", "Ppb", "Ccç"];
const sameSound = new Map(alike.flatMap(([sound, ...letters]) => letters.map((letter) => [letter, sound] as const)));

/** What suffixes leave of a form in small letters once vowel harmony and assimilation are taken out of it. */
function skeleton(form: string): string {
  return Array.from(form, (letter) => sameSound.get(letter) ?? letter).join("");
}

function bySkeleton(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const table = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.form.includes(" ")) continue;
    const key = skeleton(reading.upos === "PROPN" ? reading.form.toLocaleLowerCase("tr") : reading.form);
    const known = table.get(key);
    if (known) known.push(reading);
    else table.set(key, [reading]);
  }
  return table;
}

/** Where the stem of a reading ends, before which nothing harmonises. */
function stemLength({ lemma, upos, form }: Reading): number {
  const stem = upos === "VERB" ? lemma.replace(/m[ae]k$/u, "") : lemma;
  let end = 0;
  while (end < stem.length && stem[end] === form[end]) end++;
  return end;
}

/** Suffixes follow the vowels and the consonant before them: "evde", "kitapta", "köpeği". */
function harmony({ pieces }: Segment, table: () => ReadonlyMap<string, readonly Reading[]>): Finding[] {
  return pieces.filter(isUnknown).flatMap((piece) => {
    const written = lower(piece);
    const right = (table().get(skeleton(written)) ?? []).find((reading) => {
      const form = reading.form.toLocaleLowerCase("tr");
      const begin = stemLength(reading);
      const same = written.startsWith(form.slice(0, begin));
      const stopsAt = written[begin] === reading.lemma[begin] && soften(reading.lemma) !== reading.lemma;
      return begin >= 2 && same && form.length === written.length && (stopsAt || begin >= stemOf(reading).length);
    });
    return right
      ? [{ pieces: [piece], message: `the suffixes of "${piece.text}" do not suit its stem: "${right.form}"` }]
      : [];
  });
}

const stemOf = ({ lemma, upos }: Reading) => (upos === "VERB" ? lemma.replace(/m[ae]k$/u, "") : lemma);

/** mı, mi, mu, mü after the vowel of the word before. */
function particle({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    if (!every(piece, ({ concept }) => concept === "Q") || !before || vowelsOf(before.text).length === 0) return [];
    const front = before.readings.some(({ lemma }) => lemma === "saat" || lemma === "kalp");
    const expected = attach({ form: lower(before), front, vocalic: lower(before) }, "mI").slice(before.text.length);
    return front || lower(piece).startsWith(expected)
      ? []
      : [{ pieces: [before, piece], message: `after "${before.text}" the question particle is "${expected}"` }];
  });
}

/** After a numeral the noun is singular. */
function number({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at) => {
    if (!isOnly(piece, "NUM") && lower(piece) !== "birçok") return [];
    const next = pieces.findIndex((other, index) => index > at && !isOnly(other, "ADJ"));
    const noun = pieces[next];
    return isOnly(noun, "NOUN") && every(noun, ({ features }) => features["Number"] === "Plur")
      ? [{ pieces: [piece, noun!], message: `after "${piece.text}" the noun is singular` }]
      : [];
  });
}

/** Behind a genitive its head has the suffix of the same person: "Anna'nın kedisi", "benim kedim". */
function possession({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at) => {
    if (!isCase(piece, "Gen")) return [];
    const isPronoun = isOnly(piece, "PRON");
    const { Person = "3", Number: count = "Sing" } = isPronoun ? piece.readings[0]!.features : {};
    for (const other of pieces.slice(at + 1)) {
      if (isUnknown(other) || is(other, "ADP")) return [];
      const owned = other.readings.filter(({ features }) => features["Person[psor]"]);
      const fits = owned.some(
        ({ features }) => features["Person[psor]"] === Person && (Person === "3" || features["Number[psor]"] === count),
      );
      if (fits || is(other, "PROPN", "PRON") || isCase(other, "Gen")) return [];
      const isHead = isOnly(other, "NOUN") && (owned.length > 0 || isCase(other, "Nom") || isCase(other, "Acc"));
      if (isHead || (isFinite(other) && isOnly(other, "VERB")))
        return [{ pieces: [piece, other], message: `"${other.text}" lacks the suffix of its owner "${piece.text}"` }];
    }
    return [];
  });
}

const subjects: Readonly<Record<string, { readonly Person: string; readonly Number: string }>> = {
  ben: { Person: "1", Number: "Sing" },
  sen: { Person: "2", Number: "Sing" },
  biz: { Person: "1", Number: "Plur" },
  siz: { Person: "2", Number: "Plur" },
};

/** The verb has the person of a subject that is said. */
function person({ pieces }: Segment): Finding[] {
  const verbs = pieces.filter(isFinite);
  const [verb] = verbs;
  if (!verb || verbs.length > 1 || pieces.some((piece) => isUnknown(piece) || has(piece, "PronType", "Int"))) return [];
  const agrees = (Person: string, Number?: string) =>
    verb.readings.some(
      ({ features }) => features["Person"] === Person && (Number === undefined || features["Number"] === Number),
    );
  const bare = pieces.flatMap((piece, at) => {
    const isSubject =
      (lower(piece) in subjects || isOnly(piece, "PROPN")) &&
      isCase(piece, "Nom") &&
      !is(pieces[at + 1], "ADP") &&
      (isVe(pieces[at + 1]) || !pieces[at + 1]?.isSign) &&
      !pieces[at - 1]?.isSign;
    return isSubject ? [{ piece, joined: isVe(pieces[at + 1]) || isVe(pieces[at - 1]) }] : [];
  });
  return bare.slice(-1).flatMap(({ piece, joined }) => {
    const said = subjects[lower(piece)];
    const together = bare.some((one) => subjects[lower(one.piece)]?.Person === "1");
    const fits = said
      ? joined
        ? agrees(together ? "1" : "2", "Plur")
        : agrees(said.Person, said.Number)
      : joined
        ? agrees(together ? "1" : "3")
        : agrees("3", "Sing");
    return fits ? [] : [{ pieces: [piece, verb], message: `"${verb.text}" does not agree with "${piece.text}"` }];
  });
}

const isVe = (piece: Piece | undefined) => lower(piece) === "ve" || lower(piece) === "ile";

/** Verbs with an object that is never in the accusative, and verbs with nobody in the dative. */
const oblique = new Set(["help", "hug", "meet", "fear", "believe", "leave", "ride", "thank", "look-at", "taste"]);
const plain = new Set(["see", "hear", "love", "like", "understand", "comfort", "rescue", "scold", "praise", "visit"]);

function entriesOf(verb: Piece, before: Piece | undefined): readonly (readonly [string, TurkishVerb])[] {
  const lemmas = new Set(verb.readings.map(({ lemma }) => lemma));
  const fitting = verbEntries.filter(([, { form }]) =>
    [...lemmas].some((lemma) => lemma.replace(/m[ae]k$/u, "") === form),
  );
  const withWords = fitting.filter(([, { complement }]) => complement?.split("/")[0] === lower(before));
  return withWords.length > 0 ? withWords : fitting.filter(([, { complement }]) => complement === undefined);
}

/** Objects are in the case that the verb governs. */
function government({ pieces }: Segment): Finding[] {
  const isVerbal = (piece: Piece) => piece.readings.some(({ features }) => features["VerbForm"]);
  const verbs = pieces.filter(isVerbal);
  const verb = verbs[0];
  if (!verb || verbs.length > 1 || !is(verb, "VERB") || pieces.some(isUnknown)) return [];
  const entries = entriesOf(verb, pieces[pieces.indexOf(verb) - 1]);
  if (entries.length === 0) return [];
  const wrong = entries.every(([concept]) => oblique.has(concept))
    ? "Acc"
    : entries.every(([concept]) => plain.has(concept))
      ? "Dat"
      : undefined;
  const object = pieces.find(
    (piece) =>
      wrong !== undefined &&
      (wrong === "Acc" ? isNominal(piece) : isOnly(piece, "PROPN", "PRON")) &&
      isCase(piece, wrong),
  );
  return object
    ? [{ pieces: [object, verb], message: `"${verb.text}" asks for another case than "${object.text}"` }]
    : [];
}

/** A known object is in the accusative: a name, a pronoun, or what somebody owns. */
function definiteObject({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at) => {
    const verb = pieces[at + 1];
    const isOwned = every(
      piece,
      ({ upos, features }) =>
        upos === "NOUN" &&
        // "I am a book" is not meant.
        (features["VerbForm"] !== undefined ||
          (features["Case"] === "Nom" && /[12]/.test(features["Person[psor]"] ?? ""))),
    );
    const isActive =
      isFinite(verb) &&
      every(
        verb,
        ({ upos, features, concept }) => upos === "VERB" && features["Person"] !== "3" && transitive.has(concept),
      );
    return isOwned && isActive && !isFinite(piece)
      ? [{ pieces: [piece, verb!], message: `"${piece.text}" is known and needs the accusative` }]
      : [];
  });
}

const transitive: ReadonlySet<string> = new Set(
  Object.entries(dictionary.verbs)
    .filter(
      ([concept, { patient }]) =>
        patient === undefined &&
        /^(see|find|lose|open|close|repair|wash|read|take|carry|put-on|look-for|visit|forget|pack|clean)$/.test(
          concept,
        ),
    )
    .map(([concept]) => concept),
);

/** The verb stands last, but after what was said aloud. */
function wordOrder(segment: Segment): Finding[] {
  const { pieces, afterQuote } = segment;
  if (afterQuote) return [];
  return pieces.flatMap((piece, at) => {
    const next = pieces[at + 1];
    const isSpoken = segment.quoted && has(piece, "Mood", "Imp");
    if (!isFinite(piece) || isSpoken || !next || next.isSign || has(piece, "PronType", "Int")) return [];
    const later = pieces.slice(at + 1);
    const end = later.findIndex((one) => one.isSign || is(one, "CCONJ", "SCONJ") || isUnknown(one));
    const same = end < 0 ? later : later.slice(0, end);
    const moved = same.find((one) => isNominal(one) || isOnly(one, "DET", "NUM"));
    const another = same.some((one) => one.readings.some(({ features }) => features["VerbForm"]));
    return moved && !another ? [{ pieces: [piece, moved], message: `"${piece.text}" must stand at the end` }] : [];
  });
}

const isCopular = (piece: Piece) => isFinite(piece) && isOnly(piece, "ADJ");
const isZorunda = (piece: Piece | undefined) => lower(piece).startsWith("zorunda");

/** A finite form ends its clause: before another verb stands an infinitive or a converb, before a noun a bare adjective. */
function finiteForm({ pieces, afterQuote }: Segment): Finding[] {
  if (afterQuote) return [];
  return pieces.flatMap((piece, at) => {
    const next = pieces[at + 1];
    if (!isFinite(piece) || !next || next.isSign || isUnknown(next) || is(next, "CCONJ", "SCONJ")) return [];
    if (has(next, "PronType", "Int") || lower(next) === "ki") return [];
    const wrong =
      isCopular(piece) || (isOnly(piece, "VERB") && ((isFinite(next) && isOnly(next, "VERB")) || isZorunda(next)));
    return wrong
      ? [{ pieces: [piece, next], message: `"${piece.text}" is finite and cannot stand before "${next.text}"` }]
      : [];
  });
}

/** Before -mEk istemek and -mEyE başlamak, the infinitive in its case; before "için" a pronoun in the genitive. */
function dependents({ pieces }: Segment): Finding[] {
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    if (!before || before.isSign || isUnknown(before)) return [];
    const fault = (what: string) => [
      { pieces: [before, piece], message: `"${before.text}" must be ${what} before "${piece.text}"` },
    ];
    if (/^(?:için|gibi|kadar)$/u.test(lower(piece)) && isOnly(before, "PRON") && !has(before, "Case", "Gen"))
      return fault("a genitive");
    if (
      every(piece, ({ concept }) => concept === "need") &&
      isNominal(before) &&
      /Acc|Loc|Abl|Ins/.test(onlyCase(before))
    )
      return fault("a dative");
    const lemmas = new Set(piece.readings.map(({ lemma }) => lemma));
    if (!isOnly(piece, "VERB") || !isOnly(before, "VERB")) return [];
    if (lemmas.has("istemek") && !before.readings.some(({ features }) => isInfinitive(features, "Nom")))
      return fault("an infinitive");
    if (lemmas.has("başlamak") && !before.readings.some(({ features }) => isInfinitive(features, "Dat")))
      return fault("an infinitive in the dative");
    return [];
  });
}

const isInfinitive = (features: Reading["features"], one: string) =>
  features["VerbForm"] === "Vnoun" && features["Case"] === one;

/** The case of all readings, or "". */
function onlyCase(piece: Piece): string {
  const [first] = piece.readings;
  const one = first?.features["Case"] ?? "";
  return isCase(piece, one) ? one : "";
}

const rules = (table: () => ReadonlyMap<string, readonly Reading[]>): Rules => ({
  harmony: (segment) => harmony(segment, table),
  "question particle": particle,
  number,
  possession,
  person,
  government,
  "definite object": definiteObject,
  "finite form": finiteForm,
  dependents,
  "word order": wordOrder,
});

let made: Checker | undefined;

/** Built when it is first asked: its forms are many. */
function build(): Checker {
  if (made) return made;
  const readings = turkishReadings();
  let table: ReadonlyMap<string, readonly Reading[]> | undefined;
  made = defineChecker({ language: "tr", readings, rules: rules(() => (table ??= bySkeleton(readings))) });
  return made;
}

export const turkish: Checker = {
  language: "tr",
  get readings() {
    return build().readings;
  },
  check: (sentence) => build().check(sentence),
  isKnown: (word) => build().isKnown(word),
};
