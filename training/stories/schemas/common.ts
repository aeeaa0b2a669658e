import type { AdjectiveId, AdverbOf } from "../lexicon/words";
import type { Clause, Entity } from "../script";
import { type Teller, at, rel, together } from "./teller";

/** When the story happens: in the past one day, in the future tomorrow. */
export function when(t: Teller): AdverbOf<"time"> {
  return t.attributes.tense === "past"
    ? t.pick(
        "one-day",
        "one-day",
        "on-monday",
        "on-tuesday",
        "on-wednesday",
        "on-thursday",
        "on-friday",
        "on-saturday",
        "on-sunday",
        "last-week",
        "in-the-morning",
        "in-the-afternoon",
      )
    : t.pick(
        "tomorrow",
        "tomorrow",
        "next-week",
        "soon",
        "on-monday",
        "on-tuesday",
        "on-wednesday",
        "on-thursday",
        "on-friday",
        "on-saturday",
        "on-sunday",
      );
}

/** Who the hero is and where, where there is room for it. */
export function introduce(t: Teller): void {
  const { hero } = t;
  if (t.attributes.tense === "past" && t.more) {
    const kinds: AdjectiveId[] = t.happy
      ? ["curious", "brave", "kind", "clever", "funny", "hard-working"]
      : ["shy", "lonely", "poor", "quiet", "shy", "patient"];
    const traits = kinds as [AdjectiveId, ...AdjectiveId[]];
    t.tell({
      verb: "be",
      agent: hero,
      identity: { concept: hero.concept, ...(hero.sex ? { sex: hero.sex } : {}), adjectives: [t.pick(...traits)] },
    });
    if (t.evenMore) {
      const home = t.pick("village", "city", "house");
      const place: Entity = {
        concept: home,
        adjectives: [t.pick("small", "old", "big", "beautiful", "quiet")],
      };
      const close = t.chance(0.5);
      t.tell({
        verb: "live",
        agent: hero,
        place: at(place),
        ...(t.chance(0.5)
          ? { company: together(t.kin("grandmother", "grandfather", "mother", "father")) }
          : close
            ? { manner: "alone" as const }
            : {}),
      });
    }
  }
}

/** The weather, as the mood is. */
export function weather(t: Teller): void {
  if (!t.more) return;
  const sun = t.the("sun");
  const sky = t.the("sky");
  const bright: Clause[] = [
    { verb: "shine", agent: sun },
    { verb: "be", agent: sky, quality: "blue" },
    { verb: "be", agent: t.the("weather"), quality: t.pick("wonderful", "good", "warm") },
    { verb: "sing", agent: t.the("bird", { plural: true }), place: rel("in", t.the("tree", { plural: true })) },
  ];
  const dull: Clause[] = [
    { verb: "rain" },
    { verb: "be", agent: sky, quality: t.pick("grey", "dark") },
    { verb: "be", agent: t.the("weather"), quality: t.pick("bad", "cold", "terrible") },
    { verb: "blow", agent: t.the("wind", { adjectives: ["cold"] }) },
  ];
  t.tell(t.pick(...((t.happy ? bright : dull) as [Clause])));
}

/** How the story leaves the hero. */
export function close(t: Teller, who: Entity = t.hero): void {
  const glad: AdjectiveId[] = ["happy", "proud", "content", "grateful"];
  const low: AdjectiveId[] = ["sad", "disappointed", "lonely", "sad"];
  const quality = t.pick(...((t.happy ? glad : low) as [AdjectiveId]));
  t.link(t.pick("in-the-end", "finally"), {
    verb: "be",
    agent: who,
    quality,
    ...(t.chance(0.5) ? { degree: "very" as const } : {}),
  });
  if (!t.evenMore) return;
  const last: Clause[] = t.happy
    ? [
        { verb: "smile", agent: who },
        { verb: "laugh", agent: who, manner: "loudly" },
        { verb: "sleep", agent: who, manner: "well", time: "at-night" },
        { verb: "sing", agent: who, time: "the-whole-day" },
      ]
    : [
        { verb: "cry", agent: who, manner: "quietly" },
        { verb: "go", agent: who, goal: "home", manner: "slowly" },
        { verb: "cry", agent: who, degree: "a-little" },
        { verb: "sit", agent: who, place: rel("in", t.the("room")), manner: "alone", time: "for-a-long-time" },
      ];
  t.tell(t.pick(...(last as [Clause])));
}
