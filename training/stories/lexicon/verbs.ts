/**
 * The verbs of the stories by aspect class: concept ids, in no language. An `event` has an end (Spanish preterite), a
 * `state` and an `activity` in the background have none; `modal` verbs take the infinitive `to` directly.
 */
export const verbClasses = {
  /** Somebody or something moves, or changes posture. Roles: agent; goal, source, path. */
  motion: [
    "go",
    "come",
    "run",
    "walk",
    "swim",
    "fly",
    "climb",
    "jump",
    "fall",
    "travel",
    "arrive",
    "leave",
    "return",
    "hide",
    "run-away",
    "sit-down",
    "get-up",
    "wake-up",
    "fall-asleep",
    "ride",
    "dance",
    "stop",
    "get-lost",
    "disappear",
    "appear",
    "rest",
  ],
  /** Roles: agent; place. */
  posture: ["sit", "stand", "lie", "sleep", "live", "stay", "wait", "work", "play", "dream", "grow"],
  /** Roles: agent, patient. */
  perception: ["see", "hear", "look-at", "listen", "notice", "watch", "smell", "taste"],
  /** Roles: agent, patient, or the clause `that`. */
  cognition: [
    "know",
    "think",
    "believe",
    "forget",
    "remember",
    "understand",
    "learn",
    "hope",
    "like",
    "love",
    "need",
    "fear",
    "look-forward",
  ],
  /** Roles: agent, recipient, patient, topic, or a quotation. */
  speech: ["say", "ask", "answer", "shout", "tell", "whisper", "explain", "speak", "promise"],
  /** Roles: agent. */
  expression: ["laugh", "cry", "smile", "sing", "bark", "meow", "tremble", "apologise"],
  /** Roles: agent, patient (a person). */
  social: [
    "thank",
    "greet",
    "invite",
    "help",
    "visit",
    "hug",
    "praise",
    "scold",
    "rescue",
    "teach",
    "follow",
    "chase",
    "meet",
    "call",
    "comfort",
    "protect",
    "feed",
    "bite",
    "cure",
    "tease",
  ],
  /** Roles: agent, patient, recipient. */
  transfer: ["give", "bring", "send", "show", "lend", "sell", "give-back"],
  /** Roles: agent, patient. */
  handling: [
    "take",
    "get",
    "buy",
    "pay",
    "steal",
    "find",
    "lose",
    "look-for",
    "keep",
    "share",
    "carry",
    "throw",
    "catch",
    "pick",
    "hold",
    "open",
    "close",
    "pull",
    "push",
    "break",
    "repair",
    "build",
    "make",
    "clean",
    "wash",
    "cook",
    "bake",
    "cut",
    "eat",
    "drink",
    "plant",
    "water",
    "fill",
    "wear",
    "put-on",
    "read",
    "write",
    "draw",
    "paint-picture",
    "count",
    "win",
    "finish",
    "put",
    "pack",
    "sew",
    "play-instrument",
    "play-game",
    "decorate",
    "milk-cow",
    "set-table",
    "choose",
    "use",
  ],
  /** Something happens by itself. Roles: agent, or none (weather). */
  process: ["rain", "snow", "shine", "blow", "ring", "burn", "melt", "begin", "end", "happen", "break-down", "hurt"],
  /** `be` with a quality, an identity or a place; `become` with a quality; `have` with a patient; `exist` with a patient. */
  being: ["be", "become", "have", "exist"],
  /** With the infinitive clause `to`, whose subject is theirs; `want` also with a patient. */
  modal: ["can", "must", "want", "may"],
  /** With the infinitive clause `to`. */
  phase: ["start", "try"],
} as const satisfies Record<string, readonly string[]>;

export type VerbClass = keyof typeof verbClasses;
export type VerbId = (typeof verbClasses)[VerbClass][number];

export const verbIds: readonly VerbId[] = Object.values(verbClasses).flat();

const classByVerb = new Map<VerbId, VerbClass>(
  (Object.keys(verbClasses) as VerbClass[]).flatMap((name) => verbClasses[name].map((id) => [id, name] as const)),
);

export function verbClassOf(id: VerbId): VerbClass {
  return classByVerb.get(id)!;
}

/** Verbs that tell a state and not a step of the story: Spanish imperfect, Hindi and Turkish imperfective past. */
const stative: ReadonlySet<VerbId> = new Set<VerbId>([
  "live",
  "know",
  "believe",
  "like",
  "love",
  "need",
  "fear",
  "look-forward",
  "hope",
  "be",
  "have",
  "exist",
  "can",
  "must",
  "want",
  "may",
  "wear",
  "lie",
  "sit",
  "stand",
  "hurt",
  "understand",
]);

export function isStative(id: VerbId): boolean {
  return stative.has(id);
}
