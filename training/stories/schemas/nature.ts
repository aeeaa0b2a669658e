import { close, introduce, weather, when } from "./common";
import { type Schema, asked, at, command, from, phrase, rel, said, to } from "./teller";

export const nature: readonly Schema[] = [
  {
    id: "the-sunflower",
    topic: "nature",
    tell(t) {
      const { hero } = t;
      const seed = t.thing("seed", "small", "black");
      const other = t.partner("gardener", "neighbour", "farmer");
      introduce(t);
      t.tell({
        verb: "plant",
        agent: hero,
        patient: seed,
        place: at(t.the("garden")),
        time: t.attributes.tense === "past" ? "in-spring" : t.pick("in-spring", "tomorrow"),
      });
      t.tell({ verb: "water", agent: hero, patient: t.the("garden"), time: "every-day" });
      if (t.more) t.tell({ verb: "wait", agent: hero, manner: "patiently" });
      t.say(
        hero,
        "ask",
        other,
        asked({ verb: "believe", agent: other, that: { verb: "grow", agent: seed, aspect: "ongoing" } }),
      );
      if (t.happy) {
        t.say(other, "answer", hero, phrase("of-course"), command({ verb: "wait", manner: "patiently" }));
        t.link("in-the-end", { verb: "see", agent: hero, patient: t.sure("sunflower", "tall", "beautiful", "big") });
        if (t.more) t.tell({ verb: "show", agent: hero, recipient: other, patient: t.the("sunflower") });
      } else {
        t.say(
          other,
          "answer",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "be", agent: t.the("grass"), quality: "dry", degree: "too" }),
        );
        t.tell({ verb: "eat", agent: t.animal(t.pick("snail", "bird", "mouse"), "hungry", "small"), patient: seed });
      }
      close(t);
    },
  },
  {
    id: "in-the-forest",
    topic: "nature",
    tell(t) {
      const { hero } = t;
      const other = t.partner("hunter", "shepherd", "teacher");
      const animal = t.animal(t.pick("deer", "owl", "squirrel", "hedgehog", "fox"), "shy", "young", "small");
      introduce(t);
      t.tell({
        verb: "walk",
        agent: t.both(hero, other),
        path: rel("through", t.sure("forest", "big", "quiet", "dark")),
        time: when(t),
      });
      if (t.more) t.tell({ verb: "look-for", agent: hero, patient: t.some(t.pick("mushroom", "nut", "leaf")) });
      t.link("suddenly", { verb: "hear", agent: hero, patient: t.sure("noise", "quiet", "strange", "loud") });
      t.say(hero, "ask", other, asked({ verb: "hear", agent: other, patient: t.the("noise") }));
      if (t.happy) {
        t.tell({
          verb: "see",
          agent: t.both(hero, other),
          patient: animal,
          place: rel(t.pick("behind", "under"), t.thing("tree", "old", "big")),
        });
        t.say(other, "whisper", hero, phrase("look"), said({ verb: "sleep", agent: animal, aspect: "ongoing" }));
      } else {
        t.say(
          other,
          "answer",
          hero,
          phrase("yes"),
          said({ verb: "be", agent: t.the("forest"), quality: "dark", degree: "too" }),
        );
        t.tell({ verb: "run", agent: t.both(hero, other), goal: "home", manner: "quickly" });
        if (t.more) t.tell({ verb: "lose", agent: hero, patient: t.mine(t.pick("shoe", "cap", "glove"), "new") });
      }
      close(t);
    },
  },
  {
    id: "bear-and-bees",
    topic: "nature",
    tell(t) {
      const hero = t.asAnimal("bear", "monkey", "squirrel");
      const bee = t.animal("bee", "small", "hard-working", "angry");
      const honey = t.thing("honey");
      introduce(t);
      t.tell({ verb: "look-for", agent: hero, patient: honey, time: when(t) });
      t.tell({ verb: "climb", agent: hero, goal: rel("onto", t.sure("tree", "tall", "old")) });
      t.link("then", { verb: "meet", agent: hero, patient: bee });
      t.say(
        hero,
        "ask",
        bee,
        asked({ verb: "can", agent: bee, to: { verb: "give", recipient: hero, patient: honey } }),
      );
      if (t.happy) {
        t.say(
          bee,
          "answer",
          hero,
          phrase("of-course"),
          command({ verb: "say", patient: t.thing("word", "kind", "good") }),
        );
        t.say(hero, "say", bee, phrase("please"), said({ verb: "be", agent: bee, quality: "kind", degree: "very" }));
        t.tell({ verb: "get", agent: hero, patient: honey });
      } else {
        t.say(bee, "answer", hero, phrase("no"), said({ verb: "need", agent: bee, patient: honey }));
        t.tell({ verb: "fall", agent: hero, source: from(t.the("tree")) });
        if (t.more) t.tell({ verb: "run-away", agent: hero });
      }
      close(t);
    },
  },
  {
    id: "stars",
    topic: "nature",
    tell(t) {
      const { hero } = t;
      const other = t.partner("teacher", "shepherd", "captain");
      introduce(t);
      t.tell({
        verb: "sit",
        agent: t.both(hero, other),
        place: t.pick(at(t.the("hill")), at(t.the("balcony")), at(t.the("beach"))),
        time: "at-night",
      });
      t.tell({ verb: "be", agent: t.the("sky"), quality: "dark" });
      t.say(other, "ask", hero, asked({ verb: "see", agent: hero, patient: t.the("moon") }));
      if (t.happy) {
        t.say(
          hero,
          "answer",
          other,
          phrase("yes"),
          said({ verb: "see", agent: hero, patient: t.some("star", "many") }),
        );
        t.tell({ verb: "count", agent: hero, patient: t.the("star", { plural: true }) });
        if (t.more) t.tell({ verb: "tell", agent: other, patient: t.sure("story", "old", "beautiful") });
      } else {
        t.say(hero, "answer", other, phrase("no"), said({ verb: "exist", patient: t.some("cloud", "many") }));
        t.tell({ verb: "wait", agent: t.both(hero, other), time: "for-a-long-time" });
        t.tell({ verb: "fall-asleep", agent: hero }, { contrast: true });
      }
      close(t);
    },
  },
  {
    id: "the-pond",
    topic: "nature",
    tell(t) {
      const { hero } = t;
      const other = t.partner("fisher", "gardener", "neighbour");
      const frog = t.animal(t.pick("frog", "duck", "fish", "turtle"), "green", "small", "old");
      introduce(t);
      weather(t);
      t.tell({ verb: "go", agent: hero, goal: to(t.the("pond")), time: when(t) });
      t.tell({ verb: "swim", agent: frog, place: rel("in", t.the("water")), aspect: "ongoing" });
      if (t.more)
        t.tell({
          verb: "throw",
          agent: hero,
          patient: t.thing("stone", "small", "round"),
          goal: rel("into", t.the("water")),
        });
      t.say(other, "say", hero, phrase("please"), command({ verb: "speak", manner: "quietly" }));
      if (t.happy) {
        t.tell({ verb: "watch", agent: t.both(hero, other), patient: frog, time: "the-whole-day" });
        t.say(hero, "say", other, said({ verb: "like", agent: hero, patient: frog }), phrase("thank-you"));
      } else {
        t.tell({ verb: "fall", agent: hero, goal: rel("into", t.the("pond")) });
        t.say(other, "ask", hero, asked({ verb: "can", agent: hero, to: { verb: "swim" } }));
        if (t.more) t.tell({ verb: "be", agent: hero, quality: "wet", degree: "very" });
      }
      close(t);
    },
  },
];
