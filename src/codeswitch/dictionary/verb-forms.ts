import type { Features, LexiconForm, StoryLanguage } from "../../data/lexicon";

/** Of a Turkish participle, the person of a subject of its own: okuduğum, what I read. */
const possessor = "Person[psor]";

/**
 * What the counterpart of a verb's form may be in other languages, the closest first; none where no language has one.
 * Hindi says the present and the imperfect by its imperfective participle, with an auxiliary behind it, and its bare stem stands
 * where others have an infinitive.
 */
export function counterpartsOf(
  { features }: LexiconForm,
  from: StoryLanguage,
  auxiliary: Features = {},
): readonly Features[] {
  const { VerbForm, Tense, Aspect, Linked } = features;
  switch (VerbForm) {
    case "Fin":
    case "Mod":
      return Tense === undefined ? [{ VerbForm: "Fin" }] : finite(Tense);
    case "Part":
      if (features[possessor] !== undefined) return [];
      if (Aspect === "Imp") return finite(auxiliary["Tense"] === "Past" ? "Imp" : "Pres");
      return Aspect === "Prog" ? progressive : perfect;
    case "Ger":
      return progressive;
    case "Conv":
      return from === "hi" && Linked === undefined
        ? infinitive
        : [{ VerbForm: "Conv", Linked: "Yes" }, { VerbForm: "Conv" }];
    case undefined:
    default:
      return infinitive;
  }
}

/** True where a form is what was asked for. */
export function isCounterpart({ features }: LexiconForm, asked: Features): boolean {
  return features[possessor] === undefined && Object.entries(asked).every(([name, value]) => features[name] === value);
}

const infinitive: readonly Features[] = [
  { VerbForm: "Inf", Case: "Nom" },
  { VerbForm: "Inf" },
  { VerbForm: "Vnoun", Case: "Nom" },
];
const progressive: readonly Features[] = [{ VerbForm: "Part", Aspect: "Prog" }, { VerbForm: "Ger" }];
const perfect: readonly Features[] = [
  { VerbForm: "Part", Aspect: "Perf" },
  { VerbForm: "Part", Tense: "Past" },
  { VerbForm: "Part" },
];
const imperfective: Features = { VerbForm: "Part", Aspect: "Imp" };

/** Where a tense is missing, the next: the pluperfect and the imperfect are past, and the future is said in the present. */
function finite(tense: string): readonly Features[] {
  const own = { VerbForm: "Fin", Tense: tense };
  if (tense === "Pres") return [own, imperfective];
  if (tense === "Fut") return [own, { VerbForm: "Fin", Tense: "Pres" }];
  return tense === "Past" ? [own] : [own, { VerbForm: "Fin", Tense: "Past" }];
}
