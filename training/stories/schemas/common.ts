import type { AdjectiveId, AdverbOf } from "../lexicon/words";
import type { Clause, Entity } from "../script";
import { type Teller, phrase, rel, said, together } from "./teller";

/** When the story happens: in the past one day, in the future tomorrow. */
export function when(t: Teller): AdverbOf<"time"> {
  const weekday = t.pick(
    "on-monday",
    "on-tuesday",
    "on-wednesday",
    "on-thursday",
    "on-friday",
    "on-saturday",
    "on-sunday",
  );
  return t.attributes.tense === "past"
    ? t.pick("one-day", "one-day", "last-week", "in-the-morning", "in-the-afternoon", weekday, weekday, weekday)
    : t.pick("tomorrow", "tomorrow", "next-week", "soon", weekday, weekday);
}

/** Who the hero is and where, where there is room for it. */
export function introduce(t: Teller): void {
  const { hero } = t;
  if (t.attributes.tense === "future" || !t.more) return;
  const glad: readonly AdjectiveId[] = ["curious", "brave", "kind", "clever", "funny", "hard-working", "naughty"];
  const low: readonly AdjectiveId[] = ["shy", "poor", "quiet", "patient", "lazy"];
  const trait = t.one(t.happy ? glad : low);
  t.tell({
    verb: "be",
    agent: hero,
    identity: { concept: hero.concept, ...(hero.sex ? { sex: hero.sex } : {}), adjectives: [trait] },
  });
  if (!t.evenMore) return;
  if (t.fable) {
    t.tell({
      verb: "live",
      agent: hero,
      place: rel("in", {
        concept: t.pick("forest", "cave", "forest"),
        adjectives: [t.pick("big", "dark", "old", "quiet")],
      }),
    });
    return;
  }
  const home: Entity = {
    concept: t.pick("village", "city", "house"),
    adjectives: [t.pick("small", "old", "big", "beautiful", "quiet")],
  };
  const company = t.chance(0.5) ? { company: together(t.kin("grandmother", "grandfather", "mother", "father")) } : {};
  t.tell({ verb: "live", agent: hero, place: rel("in", home), ...company });
}

/** The weather, as the mood is. */
export function weather(t: Teller): void {
  if (!t.more) return;
  const sky = t.the("sky");
  const bright: readonly Clause[] = [
    { verb: "shine", agent: t.the("sun"), aspect: "ongoing" },
    { verb: "be", agent: sky, quality: "blue" },
    { verb: "be", agent: t.the("weather"), quality: t.pick("wonderful", "good") },
    {
      verb: "sing",
      agent: t.the("bird", { plural: true }),
      place: rel("in", t.the("tree", { plural: true })),
      aspect: "ongoing",
    },
  ];
  const dull: readonly Clause[] = [
    { verb: "rain", aspect: "ongoing" },
    { verb: "be", agent: sky, quality: t.pick("grey", "dark") },
    { verb: "be", agent: t.the("weather"), quality: t.pick("bad", "terrible") },
    { verb: "blow", agent: { concept: "wind", adjectives: ["cold"], known: true }, aspect: "ongoing" },
  ];
  t.tell(t.one(t.happy ? bright : dull));
}

/** The hero meets somebody, or somebody comes. */
export function meets(t: Teller, other: Entity): void {
  const { hero } = t;
  const ways: readonly (() => void)[] = [
    () => t.link(t.pick("then", "after-that"), { verb: "come", agent: other }),
    () => t.link("then", { verb: "meet", agent: hero, patient: other }),
    () => t.link("then", { verb: "see", agent: hero, patient: other }),
  ];
  t.one(ways)();
}

/** Thanks for help, or for kindness. */
export function thank(t: Teller, speaker: Entity, hearer: Entity): void {
  t.say(
    speaker,
    "say",
    hearer,
    phrase("thank-you"),
    t.pick(
      said({ verb: "be", agent: hearer, quality: "kind", degree: "very" }),
      said({ verb: "help", agent: hearer, patient: speaker, degree: "a-lot" }, "past"),
    ),
  );
}

/** How the story leaves the hero, or whom it is about. */
export function close(t: Teller, who: Entity = t.hero): void {
  const glad: readonly AdjectiveId[] = ["happy", "content", "happy", "grateful"];
  const low: readonly AdjectiveId[] = ["sad", "disappointed"];
  const quality = t.one(t.happy ? glad : low);
  t.link(t.pick("in-the-end", "in-the-end", "finally"), {
    verb: "be",
    agent: who,
    quality,
    ...(t.chance(0.5) ? { degree: "very" as const } : {}),
  });
  if (!t.evenMore) return;
  const last: readonly Clause[] = t.happy
    ? [
        { verb: "smile", agent: who },
        { verb: "laugh", agent: who, manner: "loudly" },
        { verb: "sleep", agent: who, manner: "well", time: "at-night" },
        { verb: "sing", agent: who, time: "the-whole-day" },
      ]
    : [
        { verb: "cry", agent: who, manner: "quietly" },
        { verb: "can", agent: who, negated: true, to: { verb: "sleep" }, time: "at-night" },
        { verb: "cry", agent: who, degree: "a-little" },
        { verb: "laugh", agent: who, negated: true, time: "for-a-long-time" },
      ];
  t.tell(t.one(last));
}
