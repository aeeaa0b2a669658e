/** Concepts that are neither nouns nor verbs, by class: ids, in no language. */
export const adjectiveClasses = {
  size: ["big", "small", "long", "short", "tall", "heavy", "light", "deep"],
  age: ["old", "young", "new"],
  colour: ["red", "blue", "green", "yellow", "white", "black", "brown", "grey", "pink", "golden", "colourful"],
  /** What somebody is like. */
  character: [
    "brave",
    "shy",
    "curious",
    "kind",
    "clever",
    "lazy",
    "hard-working",
    "funny",
    "strong",
    "weak",
    "patient",
    "naughty",
    "rich",
    "poor",
    "famous",
    "gentle",
  ],
  /** How somebody feels for a while. */
  feeling: [
    "happy",
    "sad",
    "tired",
    "hungry",
    "thirsty",
    "angry",
    "scared",
    "sick",
    "healthy",
    "lonely",
    "proud",
    "surprised",
    "worried",
    "excited",
    "grateful",
    "nervous",
    "awake",
    "disappointed",
    "content",
  ],
  /** How something is for a while. */
  condition: [
    "wet",
    "dry",
    "clean",
    "dirty",
    "full",
    "empty",
    "broken",
    "open",
    "closed",
    "warm",
    "cold",
    "hot",
    "ready",
    "free",
    "lost",
    "late",
    "frozen",
    "dark",
  ],
  /** What something is like. */
  value: [
    "good",
    "bad",
    "beautiful",
    "ugly",
    "loud",
    "quiet",
    "fast",
    "slow",
    "soft",
    "hard",
    "sweet",
    "sour",
    "fresh",
    "ripe",
    "delicious",
    "expensive",
    "cheap",
    "round",
    "important",
    "difficult",
    "easy",
    "boring",
    "exciting",
    "strange",
    "wonderful",
    "terrible",
    "wooden",
    "favourite",
    "wild",
    "tame",
    "secret",
  ],
} as const satisfies Record<string, readonly string[]>;

export type AdjectiveClass = keyof typeof adjectiveClasses;
export type AdjectiveId = (typeof adjectiveClasses)[AdjectiveClass][number];
export const adjectiveIds: readonly AdjectiveId[] = Object.values(adjectiveClasses).flat();

export const adverbClasses = {
  manner: [
    "quickly",
    "slowly",
    "loudly",
    "quietly",
    "carefully",
    "happily",
    "sadly",
    "together",
    "alone",
    "well",
    "gladly",
    "patiently",
  ],
  /** How often, or how the step joins the one before; it stands near the verb. */
  frequency: ["always", "often", "sometimes", "again", "also", "immediately", "still", "already"],
  /** When. Fixed expressions of one or more words. */
  time: [
    "today",
    "tomorrow",
    "yesterday",
    "now",
    "soon",
    "later",
    "one-day",
    "in-the-morning",
    "in-the-afternoon",
    "in-the-evening",
    "at-night",
    "at-noon",
    "on-monday",
    "on-tuesday",
    "on-wednesday",
    "on-thursday",
    "on-friday",
    "on-saturday",
    "on-sunday",
    "in-spring",
    "in-summer",
    "in-autumn",
    "in-winter",
    "the-next-day",
    "next-week",
    "last-week",
    "every-day",
    "for-a-long-time",
    "the-whole-day",
    "after-school",
    "long-ago",
    "after-breakfast",
    "the-whole-night",
    "this-year",
    "before-dinner",
    "after-a-while",
  ],
  place: ["here", "there", "at-home", "outside", "inside", "everywhere", "far-away", "nearby", "upstairs"],
  /** Where to. */
  direction: ["home", "away", "out", "back", "up", "down"],
  /** How the sentence joins the one before; it opens the sentence. */
  link: [
    "first",
    "then",
    "after-that",
    "suddenly",
    "finally",
    "in-the-end",
    "luckily",
    "unfortunately",
    "therefore",
    "maybe",
    "from-then-on",
  ],
  /** `very`, `too` and `so` with adjectives, `a-lot` with verbs, `a-little` with both. */
  degree: ["very", "too", "so", "a-little", "a-lot"],
} as const satisfies Record<string, readonly string[]>;

export type AdverbClass = keyof typeof adverbClasses;
export type AdverbOf<C extends AdverbClass> = (typeof adverbClasses)[C][number];
export type AdverbId = AdverbOf<AdverbClass>;
export const adverbIds: readonly AdverbId[] = Object.values(adverbClasses).flat();

/**
 * Relations of a noun to the event. `at` and `to` are a place's usual ones (at the market, in the kitchen; to the market,
 * into the kitchen): each language's noun says how. The others are the same for all nouns.
 */
export const relationIds = [
  "at",
  "to",
  "in",
  "on",
  "under",
  "behind",
  "in-front-of",
  "next-to",
  "into",
  "onto",
  "from",
  "out-of",
  "through",
  "over",
  "around",
  "with",
  "with-tool",
  "by-vehicle",
  "for",
  "about",
  "without",
  "like",
] as const;
export type RelationId = (typeof relationIds)[number];

/** What joins clauses. `when` tells of a single event; `in-order-to` stands before an infinitive. */
export const conjunctionIds = ["and", "but", "because", "when", "that", "in-order-to"] as const;
export type ConjunctionId = (typeof conjunctionIds)[number];

export const questionIds = ["where", "who", "what", "why", "where-to"] as const;
export type QuestionId = (typeof questionIds)[number];

export const quantifierIds = [
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "many",
  "all",
  "some",
] as const;
export type QuantifierId = (typeof quantifierIds)[number];

/** What is said whole: each is one or more fixed words in a language, perhaps by the form of address. */
export const phraseIds = [
  "thank-you",
  "please",
  "hello",
  "good-morning",
  "goodbye",
  "yes",
  "no",
  "excuse-me",
  "of-course",
  "happy-birthday",
  "help",
  "look",
  "good-night",
  "what-a-pity",
  "hurray",
  "welcome",
  "you-are-welcome",
  "do-not-worry",
  "well-done",
  "i-am-sorry",
] as const;
export type PhraseId = (typeof phraseIds)[number];

/** Given names with the sex they tell; each language has its own spelling. */
export const names = {
  anna: "female",
  maria: "female",
  sara: "female",
  lena: "female",
  mina: "female",
  julia: "female",
  nora: "female",
  laura: "female",
  leyla: "female",
  meera: "female",
  elena: "female",
  rosa: "female",
  clara: "female",
  eva: "female",
  asha: "female",
  ayla: "female",
  tom: "male",
  ben: "male",
  leo: "male",
  david: "male",
  paul: "male",
  daniel: "male",
  oscar: "male",
  max: "male",
  ravi: "male",
  emre: "male",
  martin: "male",
  lucas: "male",
  adam: "male",
  felix: "male",
  arun: "male",
  deniz: "male",
} as const;
export type NameId = keyof typeof names;
export const nameIds = Object.keys(names) as NameId[];

/** Names of animals. */
export const petNames = {
  bruno: "male",
  luna: "female",
  coco: "male",
  nina: "female",
  rex: "male",
  mimi: "female",
  bobo: "male",
  lola: "female",
} as const;
export type PetNameId = keyof typeof petNames;
export const petNameIds = Object.keys(petNames) as PetNameId[];
