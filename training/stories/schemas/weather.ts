import { close, introduce, thank, when } from "./common";
import { type Schema, asked, at, command, phrase, rel, said, to } from "./teller";

export const weatherSchemas: readonly Schema[] = [
  {
    id: "rain-on-market-day",
    topic: "weather",
    tell(t) {
      const { hero } = t;
      const umbrella = t.sure("umbrella", "big", "red", "black");
      const helper = t.partner("seller", "farmer", "customer");
      introduce(t);
      t.tell({
        verb: "sell",
        agent: hero,
        patient: t.some(t.pick("flower", "apple", "egg", "strawberry")),
        place: at(t.the("market")),
        time: when(t),
        aspect: "ongoing",
      });
      t.link("suddenly", { verb: "begin", agent: t.the("rain") });
      if (t.more) t.tell({ verb: "run", agent: t.the("people", { plural: true }), goal: "home", manner: "quickly" });
      t.tell({ verb: "have", agent: helper, patient: umbrella });
      t.say(
        hero,
        "ask",
        helper,
        asked({ verb: "may", agent: hero, to: { verb: "wait", place: rel("under", umbrella) } }),
      );
      if (t.happy) {
        t.say(helper, "answer", hero, phrase("of-course"), command({ verb: "come", goal: rel("under", umbrella) }));
        t.tell({ verb: "wait", agent: t.both(hero, helper), manner: "together" });
        if (t.more) t.tell({ verb: "shine", agent: t.the("sun"), time: "after-a-while", aspect: "ongoing" });
        thank(t, hero, helper);
      } else {
        t.say(helper, "answer", hero, phrase("i-am-sorry"), said({ verb: "be", agent: umbrella, quality: "broken" }));
        t.tell({ verb: "be", agent: hero, quality: "wet", degree: "very" });
        if (t.more) t.tell({ verb: "go", agent: hero, goal: "home", manner: "slowly" });
      }
      close(t);
    },
  },
  {
    id: "first-snow",
    topic: "weather",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "letter-carrier", "teacher");
      const snowman = t.sure("snowman", "big", "funny", "small");
      introduce(t);
      t.tell({
        verb: "snow",
        time: t.attributes.tense === "past" ? t.pick("in-winter", "the-whole-night") : t.pick("tomorrow", "in-winter"),
      });
      t.tell({ verb: "be", agent: t.the("garden"), quality: "white" });
      if (t.more) t.tell({ verb: "put-on", agent: hero, patient: t.mine(t.pick("coat", "jacket"), "warm", "red") });
      t.say(friend, "ask", hero, asked({ verb: "want", agent: hero, to: { verb: "build", patient: snowman } }));
      t.say(hero, "answer", friend, phrase("of-course"), command({ verb: "help", patient: hero }));
      t.tell({ verb: "build", agent: t.both(hero, friend), patient: snowman, place: at(t.the("street")) });
      if (t.more) t.tell({ verb: "have", agent: snowman, patient: t.sure("nose", "long", "red") });
      if (t.happy) {
        t.tell({ verb: "stand", agent: snowman, place: at(t.the("street")), time: "for-a-long-time" });
        if (t.more) t.tell({ verb: "laugh", agent: t.both(hero, friend), manner: "loudly" });
      } else {
        t.link("unfortunately", { verb: "shine", agent: t.the("sun") });
        t.tell({ verb: "melt", agent: snowman });
      }
      close(t);
    },
  },
  {
    id: "storm-at-night",
    topic: "weather",
    tell(t) {
      const { hero } = t;
      const other = t.partner("neighbour", "police-officer", "shepherd");
      introduce(t);
      t.tell({ verb: "hear", agent: hero, patient: t.the("storm"), time: "at-night" });
      t.tell({
        verb: "can",
        agent: hero,
        negated: true,
        to: { verb: "sleep" },
        because: { verb: "be", agent: t.the("thunder"), quality: "loud", degree: "too" },
      });
      if (t.more) t.tell({ verb: "sit-down", agent: hero, goal: rel("onto", t.the("bed")), and: { verb: "wait" } });
      t.link("then", { verb: "come", agent: other, goal: rel("into", t.the(t.child ? "room" : "house")) });
      t.say(other, "ask", hero, asked({ verb: "be", agent: hero, quality: t.pick("scared", "awake") }));
      if (t.happy) {
        t.say(hero, "answer", other, phrase("yes"), said({ verb: "be", agent: hero, quality: "brave" }));
        t.tell({
          verb: "tell",
          agent: other,
          recipient: hero,
          patient: t.thing("story", "funny", "long", "beautiful"),
        });
        if (t.more) t.tell({ verb: "fall-asleep", agent: hero, when: { verb: "end", agent: t.the("storm") } });
      } else {
        t.say(hero, "answer", other, phrase("yes"), said({ verb: "hear", agent: hero, patient: t.the("wind") }));
        t.tell({ verb: "break", agent: t.the("storm"), patient: t.the("window") });
        if (t.more) t.tell({ verb: "tremble", agent: hero, time: "the-whole-night" });
      }
      close(t);
    },
  },
  {
    id: "too-hot",
    topic: "weather",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "gardener", "farmer");
      const lake = t.the(t.pick("lake", "river", "sea"));
      introduce(t);
      t.tell({ verb: "shine", agent: t.the("sun"), time: t.pick("in-summer", "the-whole-day") }, { front: "time" });
      t.tell({ verb: "be", agent: hero, quality: "thirsty", degree: "very" });
      if (t.more)
        t.tell({ verb: "drink", agent: hero, patient: t.sure(t.pick("water", "juice", "lemonade"), "cold", "fresh") });
      t.say(friend, "ask", hero, asked({ verb: "can", agent: hero, to: { verb: "swim" } }));
      t.tell({ verb: "go", agent: t.both(hero, friend), goal: to(lake) });
      if (t.happy) {
        t.tell({ verb: "swim", agent: t.both(hero, friend), place: rel("in", lake), time: "for-a-long-time" });
        if (t.more) t.tell({ verb: "buy", agent: friend, patient: t.thing("ice-cream") });
      } else {
        t.tell(
          { verb: "be", agent: t.the("water"), quality: t.pick("dirty", "cold"), degree: "too" },
          { contrast: true },
        );
        t.say(
          friend,
          "say",
          hero,
          phrase("what-a-pity"),
          said({ verb: "must", agent: t.both(hero, friend), to: { verb: "go", goal: "home" } }),
        );
      }
      close(t);
    },
  },
  {
    id: "rainbow",
    topic: "weather",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("painter", "neighbour", "teacher");
      const rainbow = t.sure("rainbow", "colourful", "beautiful");
      introduce(t);
      t.tell({ verb: "rain", time: when(t) });
      t.tell({ verb: "sit-down", agent: hero, goal: at(t.the("window")), and: { verb: "wait" } });
      if (t.more) t.link("after-that", { verb: "shine", agent: t.the("sun") });
      if (t.happy) {
        t.link("suddenly", { verb: "see", agent: hero, patient: rainbow });
        t.say(hero, "shout", friend, phrase("look"), asked({ verb: "see", agent: friend, patient: rainbow }));
        t.tell({ verb: "paint-picture", agent: t.both(hero, friend), patient: rainbow });
        if (t.more) t.tell({ verb: "be", agent: t.the("picture"), quality: "wonderful" });
      } else {
        t.tell({ verb: "want", agent: hero, to: { verb: "see", patient: rainbow } });
        t.say(friend, "say", hero, phrase("what-a-pity"), asked({ verb: "see", agent: hero, patient: t.the("sky") }));
        t.tell(
          { verb: "can", agent: t.both(hero, friend), negated: true, to: { verb: "find", patient: rainbow } },
          { contrast: true },
        );
      }
      close(t);
    },
  },
];
