import type { Features, Lexicon, LexiconForm } from "../../../data/lexicon";
import { likelyForms } from "../compounds";
import { besideAt, companionAt } from "./companion";
import { isParted, type SignedWord, type Unit } from "./unit";

/** Verbs that follow the stem of another and only colour it (Butt 2010): खा लिया, गिर पड़ा. */
const vectors: ReadonlySet<string> = new Set(["जाना", "आना", "लेना", "देना", "पड़ना", "उठना", "बैठना", "निकलना"]);
/** Such verbs as the lexicon does not have, by root: तोड़ डाला, खा चुका. */
const furtherRoots = ["डाल", "चुक"];
const endings: readonly (readonly [string, Features])[] = [
  ["ा", { VerbForm: "Fin", Tense: "Past", Aspect: "Perf", Gender: "Masc", Number: "Sing" }],
  ["े", { VerbForm: "Fin", Tense: "Past", Aspect: "Perf", Gender: "Masc", Number: "Plur" }],
  ["ी", { VerbForm: "Fin", Tense: "Past", Aspect: "Perf", Gender: "Fem", Number: "Sing" }],
  ["ीं", { VerbForm: "Fin", Tense: "Past", Aspect: "Perf", Gender: "Fem", Number: "Plur" }],
  ["ता", { VerbForm: "Part", Aspect: "Imp", Gender: "Masc", Number: "Sing" }],
  ["ते", { VerbForm: "Part", Aspect: "Imp", Gender: "Masc", Number: "Plur" }],
  ["ती", { VerbForm: "Part", Aspect: "Imp", Gender: "Fem", Number: "Sing" }],
  ["ेगा", { VerbForm: "Fin", Tense: "Fut", Gender: "Masc", Number: "Sing", Person: "3" }],
  ["ेगी", { VerbForm: "Fin", Tense: "Fut", Gender: "Fem", Number: "Sing", Person: "3" }],
  ["ेंगे", { VerbForm: "Fin", Tense: "Fut", Gender: "Masc", Number: "Plur", Person: "3" }],
  ["ेंगी", { VerbForm: "Fin", Tense: "Fut", Gender: "Fem", Number: "Plur", Person: "3" }],
];
const further: ReadonlyMap<string, Features> = new Map(
  furtherRoots.flatMap((root) => endings.map(([ending, features]) => [root + ending, features] as const)),
);
const progressive: ReadonlyMap<string, Features> = new Map([
  ["रहा", { VerbForm: "Part", Aspect: "Prog", Gender: "Masc", Number: "Sing" }],
  ["रहे", { VerbForm: "Part", Aspect: "Prog", Gender: "Masc", Number: "Plur" }],
  ["रही", { VerbForm: "Part", Aspect: "Prog", Gender: "Fem" }],
]);
/** What a stem and its vector mean together, where it is not what the stem means: carry off, bring along, become. */
const together: Readonly<Record<string, string>> = {
  "लेना जाना": "carry",
  "लेना आना": "bring",
  "होना जाना": "become",
};
const motion: ReadonlySet<string> = new Set(["चला", "चले", "चली"]);

/**
 * A stem with its vector verbs and what it is said with: खा लिया, काम कर रही, शुरू हो गया. The last word tells tense and agreement. A
 * perfect participle before जाना is a passive, before करना a habit, neither of which the lexicon has; but चला गया is went. लगना behind an
 * infinitive is begin: रोने लगा.
 */
export function hindiVerb(lexicon: Lexicon, words: readonly SignedWord[], index: number): Unit | undefined {
  const text = words[index]!.text;
  const forms = lexicon.lookUp("hi", text);
  const next = isParted(words, index) ? undefined : words[index + 1]?.text;
  if (next === undefined) return undefined;
  const following = lexicon.lookUp("hi", next).filter(({ upos }) => upos === "VERB");
  const isFollowedBy = (...lemmas: readonly string[]) => following.some(({ lemma }) => lemmas.includes(lemma));
  if (motion.has(text) && isFollowedBy("जाना", "आना")) {
    return {
      at: index,
      words: [index, index + 1],
      forms: following.filter(({ concept }) => /^(?:go|come)$/u.test(concept)),
    };
  }
  const begins = following.filter(({ concept }) => concept === "start");
  if (begins.length > 0 && forms.some(({ features }) => features["VerbForm"] === "Inf" && features["Case"] === "Acc")) {
    return { at: index + 1, words: [index + 1], forms: begins };
  }
  if (forms.some(isStem)) return chain(lexicon, words, index);
  const finite = withCopula(lexicon, words, index);
  if (finite !== undefined) return finite;
  const isPerfect = forms.some(({ upos, features }) => upos === "VERB" && features["Aspect"] === "Perf");
  const isHabit = isFollowedBy("करना") && following.some(({ features }) => features["Aspect"] === "Imp");
  return isPerfect && (isFollowedBy("जाना") || isHabit) ? unread(lexicon, words, index, [index, index + 1]) : undefined;
}

function isStem({ upos, features }: LexiconForm): boolean {
  return upos === "VERB" && features["VerbForm"] === "Conv" && features["Linked"] === undefined;
}

function chain(lexicon: Lexicon, words: readonly SignedWord[], index: number): Unit | undefined {
  let end = index;
  let vector = "";
  let features: readonly Features[] = [];
  for (let open = true; open && !isParted(words, end) && words[end + 1] !== undefined; ) {
    const next = words[end + 1]!.text;
    const readings = lexicon.lookUp("hi", next).filter(({ upos, lemma }) => upos === "VERB" && vectors.has(lemma));
    const own = progressive.get(next) ?? further.get(next);
    if (own !== undefined) features = [own];
    else if (next === "कर" || next === "के") features = [{ VerbForm: "Conv", Linked: "Yes" }];
    else if (readings.length > 0 && readings.every((one) => one.features["VerbForm"] !== "Inf")) {
      vector ||= readings[0]!.lemma;
      features = readings.map((one) => one.features);
    } else break;
    open = readings.some(isStem);
    end += 1;
  }
  if (end === index) return undefined;
  const whole = Array.from({ length: end + 1 - index }, (_, place) => index + place);
  const passive = words[end + 1]?.text;
  const isPassive = features.some((one) => one["Aspect"] === "Perf") && passive !== undefined && !isParted(words, end);
  if (isPassive && lexicon.lookUp("hi", passive).some(({ lemma, upos }) => lemma === "जाना" && upos === "VERB")) {
    return unread(lexicon, words, index, [...whole, end + 1]);
  }
  const stems = likelyForms(lexicon, "hi", words, index).filter(isStem);
  const stem = bestStem(lexicon, stems, vector);
  if (stem === undefined) return unread(lexicon, words, index, whole);
  const copula = copulaAt(lexicon, words, end);
  const all = [...besideOf(lexicon, words, index, stem), ...whole, ...(copula === undefined ? [] : [end + 1])];
  return { at: all[0]!, words: all, forms: features.map((one) => ({ ...stem, features: tensed(one, copula, stem) })) };
}

/** A participle and the copula, which tells the tense: पढ़ती है, सकते हो, सोया था. */
function withCopula(lexicon: Lexicon, words: readonly SignedWord[], index: number): Unit | undefined {
  const copula = copulaAt(lexicon, words, index);
  if (copula === undefined) return undefined;
  const verbs = likelyForms(lexicon, "hi", words, index).filter(({ upos, concept, features }) => {
    return (upos === "VERB" || upos === "AUX") && concept !== "be" && /^(?:Imp|Perf)$/u.test(features["Aspect"] ?? "");
  });
  const [verb] = verbs;
  if (verb === undefined) return undefined;
  const all = [...besideOf(lexicon, words, index, verb), index, index + 1];
  const same = verbs.filter(({ concept, lemma }) => concept === verb.concept && lemma === verb.lemma);
  return {
    at: all[0]!,
    words: all,
    forms: same.map((one) => ({ ...one, features: tensed(one.features, copula, one) })),
  };
}

function copulaAt(lexicon: Lexicon, words: readonly SignedWord[], index: number): Features | undefined {
  const next = isParted(words, index) ? undefined : words[index + 1]?.text;
  if (next === undefined) return undefined;
  return lexicon.lookUp("hi", next).find(({ upos, concept }) => upos === "AUX" && concept === "be")?.features;
}

const postures: ReadonlySet<string> = new Set(["sit", "stand", "lie"]);

/** Imperfective and progressive are a present or an imperfect, the perfective a past; but बैठा है is sits. */
function tensed(features: Features, copula: Features | undefined, { concept }: LexiconForm): Features {
  if (copula === undefined) return features;
  const { Gender, Number, Aspect } = features;
  const isPast = copula["Tense"] === "Past";
  const isDone = Aspect === "Perf" && !postures.has(concept);
  const tense = isDone ? "Past" : isPast ? "Imp" : "Pres";
  const agreement = { Number: copula["Number"] ?? Number ?? "Sing", ...(Gender === undefined ? {} : { Gender }) };
  return { VerbForm: "Fin", Tense: tense, Person: copula["Person"] ?? "3", ...agreement };
}

function besideOf(lexicon: Lexicon, words: readonly SignedWord[], index: number, verb: LexiconForm): readonly number[] {
  const own = besideAt(lexicon, "hi", words, index, verb);
  return (own === undefined ? companionAt(lexicon, "hi", words, index, verb) : [own]) ?? [];
}

/** With जाना a state is entered: सो गया is fell asleep, बैठ गया sat down. */
function bestStem(lexicon: Lexicon, stems: readonly LexiconForm[], vector: string): LexiconForm | undefined {
  const [first] = stems;
  if (first === undefined || first.companion !== undefined) return first;
  const other = together[`${first.lemma} ${vector}`];
  if (other !== undefined) return lexicon.formsOf("hi", other).find(({ upos }) => upos === "VERB");
  const entered = stems.find(
    ({ concept, companion }) => companion === undefined && /-(?:asleep|down|up)$/u.test(concept),
  );
  return vector === "जाना" ? (entered ?? first) : first;
}

/** A verb that cannot be read, with the noun or adjective that it is said with. */
function unread(lexicon: Lexicon, words: readonly SignedWord[], index: number, whole: readonly number[]): Unit {
  const before = lexicon
    .lookUp("hi", words[index]!.text)
    .map((form) => companionAt(lexicon, "hi", words, index, form))
    .find((found) => found !== undefined);
  const all = [...(before ?? []), ...whole];
  return { at: all[0]!, words: all, forms: [] };
}
