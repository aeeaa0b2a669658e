import { close, introduce, thank, weather, when } from "./common";
import { type Schema, asked, asks, at, command, phrase, rel, said, to, together } from "./teller";

export const animals: readonly Schema[] = [
  {
    id: "sick-animal",
    topic: "animals",
    tell(t) {
      const { hero } = t;
      const pet = t.pet("cat", "dog", "rabbit", "parrot", "goat");
      const doctor = t.stranger("doctor");
      const helper = t.child ? t.friend() : doctor;
      introduce(t);
      t.tell({ verb: "be", agent: pet, quality: "sick", time: when(t) });
      t.tell({ verb: "want", agent: pet, negated: true, to: { verb: "eat" } });
      if (t.more)
        t.tell({
          verb: "lie",
          agent: pet,
          place: rel(t.pick("under", "next-to"), t.the(t.pick("bed", "table", "oven"))),
        });
      if (t.child) {
        t.say(hero, "ask", helper, asked({ verb: "can", agent: helper, to: { verb: "come" } }));
        t.tell({ verb: "carry", agent: t.both(hero, helper), patient: pet, goal: to(doctor) });
      } else {
        t.tell({ verb: "carry", agent: hero, patient: pet, goal: to(doctor) });
        t.say(hero, "say", helper, phrase("please"), command({ verb: "help", patient: hero }));
      }
      t.tell({ verb: "look-at", agent: doctor, patient: pet, manner: "carefully" });
      if (t.happy) {
        t.tell({ verb: "give", agent: doctor, recipient: pet, patient: t.thing("medicine") });
        t.link("after-that", { verb: "be", agent: pet, quality: "healthy", frequency: "again" });
        if (t.more) thank(t, hero, helper);
      } else {
        t.tell({ verb: "can", agent: doctor, negated: true, to: { verb: "cure", patient: pet } });
        if (t.more)
          t.say(
            helper,
            "say",
            hero,
            phrase("i-am-sorry"),
            said({ verb: "must", agent: hero, to: { verb: "be", quality: "brave" } }),
          );
      }
      close(t);
    },
  },
  {
    id: "lost-animal",
    topic: "animals",
    tell(t) {
      const { hero } = t;
      const pet = t.pet("dog", "cat", "rabbit", "turtle", "goat");
      const partner = t.partner("letter-carrier", "neighbour", "gardener", "seller");
      introduce(t);
      t.tell({ verb: "run-away", agent: pet, time: when(t) });
      t.tell({
        verb: "look-for",
        agent: hero,
        patient: pet,
        place: at(t.the(t.pick("garden", "street", "park", "cellar"))),
      });
      if (t.more) t.tell({ verb: "call", agent: hero, patient: pet, manner: "loudly" });
      t.say(
        hero,
        "ask",
        partner,
        asks("where", { verb: "be", agent: pet }),
        asked({ verb: "see", agent: partner, patient: pet }, "past"),
      );
      if (t.happy) {
        t.say(
          partner,
          "answer",
          hero,
          phrase("look"),
          said({ verb: "sit", agent: pet, place: rel(t.pick("on", "behind"), t.the("bench")) }),
        );
        t.tell({ verb: "hug", agent: hero, patient: pet, and: { verb: "laugh" } });
        if (t.more) thank(t, hero, partner);
      } else {
        t.say(partner, "answer", hero, phrase("i-am-sorry"), said({ verb: "know", agent: partner, negated: true }));
        t.tell({ verb: "wait", agent: hero, time: "the-whole-night", place: at(t.the(t.pick("window", "door"))) });
        t.tell({ verb: "return", agent: pet, negated: true }, { contrast: true });
      }
      close(t);
    },
  },
  {
    id: "bird-with-a-hurt-wing",
    topic: "animals",
    tell(t) {
      const { hero } = t;
      const bird = t.animal(t.pick("bird", "owl", "crow", "pigeon"), "small", "young", "grey");
      const partner = t.partner("doctor", "neighbour", "gardener");
      introduce(t);
      weather(t);
      t.tell({
        verb: "find",
        agent: hero,
        patient: bird,
        place: rel(t.pick("under", "next-to"), t.thing("tree", "old", "tall")),
        time: when(t),
      });
      t.tell({ verb: "can", agent: bird, negated: true, to: { verb: "fly" } });
      t.say(hero, "ask", partner, asks("what", { verb: "need", agent: bird }));
      t.say(partner, "answer", hero, command({ verb: "give", recipient: bird, patient: t.thing("water") }));
      if (t.more)
        t.tell({ verb: "put", agent: hero, patient: bird, goal: rel("into", t.thing("box", "small", "wooden")) });
      if (t.more) t.tell({ verb: "feed", agent: hero, patient: bird, time: "every-day" });
      if (t.happy) {
        t.link("after-that", { verb: "can", agent: bird, to: { verb: "fly", frequency: "again" } });
        t.tell({ verb: "sing", agent: bird, manner: "happily" });
      } else {
        t.tell({ verb: "fly", agent: bird, goal: "away", time: "at-night" });
        t.tell({ verb: "be", agent: t.the("box"), quality: "empty" });
      }
      close(t);
    },
  },
  {
    id: "fox-and-crow",
    topic: "animals",
    tell(t) {
      const hero = t.asAnimal("fox", "wolf", "bear");
      const other = t.animal(t.pick("crow", "owl", "squirrel", "monkey"), "old", "clever");
      const food = t.thing("cheese");
      introduce(t);
      t.tell({ verb: "be", agent: hero, quality: "hungry", degree: "very", time: when(t) });
      t.tell({ verb: "meet", agent: hero, patient: other, place: at(t.the("forest")) });
      t.tell({ verb: "have", agent: other, patient: food });
      t.say(hero, "ask", other, asked({ verb: "can", agent: other, to: { verb: "sing" } }));
      if (t.more)
        t.say(
          hero,
          "say",
          other,
          said({ verb: "have", agent: other, patient: t.sure("voice", "beautiful", "wonderful") }),
        );
      if (t.happy) {
        t.say(
          other,
          "answer",
          hero,
          phrase("no"),
          said({ verb: "share", agent: other, patient: food, company: together(hero) }, "future"),
        );
        t.tell({ verb: "eat", agent: t.both(hero, other), patient: food, manner: "together" });
      } else {
        t.say(other, "answer", hero, said({ verb: "be", agent: hero, quality: "clever", negated: true }));
        t.tell({ verb: "eat", agent: other, patient: food });
        t.tell({ verb: "get", agent: hero, patient: t.thing("bone"), negated: true });
      }
      close(t);
    },
  },
  {
    id: "slow-and-fast",
    topic: "animals",
    tell(t) {
      const hero = t.asAnimal("turtle", "snail", "hedgehog");
      const rival = t.animal(t.pick("rabbit", "horse", "deer"), "fast", "proud");
      const race = t.thing("race", "long", "important");
      introduce(t);
      t.tell({ verb: "meet", agent: hero, patient: rival, time: when(t), place: at(t.the(t.pick("meadow", "field"))) });
      t.say(rival, "say", hero, said({ verb: "be", agent: hero, quality: "slow", degree: "too" }));
      t.say(hero, "answer", rival, said({ verb: "can", agent: hero, to: { verb: "win", patient: race } }));
      t.tell({ verb: "run", agent: rival, manner: "quickly", goal: to(t.the(t.pick("river", "forest"))) });
      if (t.more) t.tell({ verb: "go", agent: hero, manner: "slowly" }, { contrast: true });
      if (t.happy) {
        t.link("then", { verb: "fall-asleep", agent: rival, place: rel("under", t.thing("tree", "old", "big")) });
        t.tell({ verb: "win", agent: hero, patient: race });
      } else {
        t.link("after-that", { verb: "win", agent: rival, patient: race });
        if (t.more) t.tell({ verb: "arrive", agent: hero, time: "in-the-evening" });
      }
      close(t);
    },
  },
  {
    id: "on-the-farm",
    topic: "animals",
    tell(t) {
      const { hero } = t;
      const farmer = t.child ? t.friend() : t.stranger("farmer");
      const animal = t.animal(t.pick("cow", "goat", "sheep"), "white", "brown", "old");
      introduce(t);
      t.tell({ verb: "go", agent: hero, goal: to(t.the("farm")), time: when(t) });
      t.tell({ verb: "work", agent: farmer, place: at(t.the(t.pick("stable", "barn"))), aspect: "ongoing" });
      t.say(farmer, "ask", hero, asked({ verb: "want", agent: hero, to: { verb: "help", patient: farmer } }));
      if (t.more)
        t.tell({
          verb: "see",
          agent: hero,
          patient: t.some(t.pick("hen", "duck", "goose", "pig"), t.pick("three", "many", "five")),
        });
      t.tell({ verb: "feed", agent: hero, patient: animal, tool: rel("with-tool", t.thing("hay")) });
      if (t.happy) {
        t.link("then", { verb: "milk-cow", agent: farmer, patient: animal });
        t.say(
          farmer,
          "say",
          hero,
          phrase("please"),
          command({ verb: "drink", patient: t.thing("milk", "fresh", "warm") }),
        );
      } else {
        t.link("suddenly", { verb: "bite", agent: animal, patient: hero });
        t.say(farmer, "say", hero, phrase("i-am-sorry"), said({ verb: "be", agent: animal, quality: "wild" }));
      }
      close(t);
    },
  },
  {
    id: "at-the-zoo",
    topic: "animals",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "teacher", "guest");
      const animal = t.animal(t.pick("lion", "tiger", "elephant", "bear", "monkey", "camel"), "big", "old", "strong");
      introduce(t);
      weather(t);
      t.tell({ verb: "go", agent: t.both(hero, friend), goal: to(t.the("zoo")), time: when(t) });
      t.tell({ verb: "see", agent: hero, patient: animal });
      t.say(friend, "ask", hero, asked({ verb: "fear", agent: hero, patient: animal }));
      if (t.happy) {
        t.say(hero, "answer", friend, phrase("no"), said({ verb: "like", agent: hero, patient: animal }));
        if (t.more) t.tell({ verb: "draw", agent: hero, patient: animal });
        if (t.more) t.tell({ verb: "eat", agent: t.both(hero, friend), patient: t.thing("ice-cream") });
      } else {
        t.say(
          hero,
          "answer",
          friend,
          phrase("yes"),
          said({ verb: "want", agent: hero, to: { verb: "go", goal: "home" } }),
        );
        if (t.more) t.tell({ verb: "be", agent: animal, quality: "sad", place: rel("in", t.the("cage")) });
        t.tell({ verb: "begin", agent: t.the("rain") });
      }
      close(t);
    },
  },
];
