import { close, introduce, meets, thank, weather, when } from "./common";
import { type Schema, asked, asks, at, command, from, phrase, rel, said, to, together } from "./teller";

export const travel: readonly Schema[] = [
  {
    id: "journey-by-train",
    topic: "travel",
    tell(t) {
      const { hero } = t;
      const elder = t.elder();
      const train = t.the("train");
      const other = t.partner("driver", "seller", "worker");
      introduce(t);
      t.tell({ verb: "want", agent: hero, time: when(t), to: { verb: "visit", patient: elder } });
      t.tell({ verb: "buy", agent: hero, patient: t.thing("ticket"), place: at(t.the("station")) });
      if (t.more) t.tell({ verb: "wait", agent: hero, patient: train, manner: "patiently" });
      t.say(
        hero,
        "ask",
        other,
        phrase(t.child ? "hello" : "excuse-me"),
        asked({ verb: "see", agent: other, patient: train }, "past"),
      );
      if (t.happy) {
        t.say(other, "answer", hero, phrase("yes"), command({ verb: "come", company: together(other) }));
        t.tell({ verb: "travel", agent: hero, tool: rel("by-vehicle", train), goal: to(t.the("city")) });
        if (t.more) t.tell({ verb: "see", agent: hero, patient: t.some(t.pick("mountain", "village", "cow"), "many") });
        t.tell({ verb: "wait", agent: elder, patient: hero, place: at(t.the("station")) });
      } else {
        t.say(other, "answer", hero, phrase("i-am-sorry"), said({ verb: "break-down", agent: train }, "past"));
        t.tell({
          verb: "sit-down",
          agent: hero,
          goal: rel("onto", t.thing("bench", "cold", "old")),
          and: { verb: "wait" },
        });
        if (t.more) t.tell({ verb: "can", agent: hero, negated: true, to: { verb: "visit", patient: elder } });
      }
      close(t);
    },
  },
  {
    id: "lost-in-the-city",
    topic: "travel",
    tell(t) {
      const { hero } = t;
      const helper = t.partner("police-officer", "driver", "seller");
      const place = t.the(t.pick("museum", "hotel", "theatre", "zoo"));
      introduce(t);
      t.tell({
        verb: "travel",
        agent: hero,
        goal: to(t.sure("city", "big", "old")),
        tool: rel("by-vehicle", t.the(t.pick("bus", "train"))),
        time: when(t),
      });
      t.tell({ verb: "get-lost", agent: hero });
      if (t.more) t.tell({ verb: "walk", agent: hero, path: rel("through", t.some("street", "many")) });
      t.say(hero, "ask", helper, phrase(t.child ? "hello" : "excuse-me"), asks("where", { verb: "be", agent: place }));
      if (t.happy) {
        t.say(
          helper,
          "answer",
          hero,
          command({ verb: "go", path: rel("over", t.the("bridge")) }),
          said({ verb: "be", agent: place, place: "there" }),
        );
        t.tell({ verb: "find", agent: hero, patient: place });
        if (t.more) thank(t, hero, helper);
      } else {
        t.say(helper, "answer", hero, phrase("i-am-sorry"), said({ verb: "be", agent: place, quality: "closed" }));
        t.tell({ verb: "return", agent: hero, goal: to(t.the("station")) });
        if (t.more) t.tell({ verb: "rain", aspect: "ongoing" });
      }
      close(t);
    },
  },
  {
    id: "the-suitcase",
    topic: "travel",
    tell(t) {
      const { hero } = t;
      const suitcase = t.mine("suitcase", "heavy", "old", "brown");
      const helper = t.partner("driver", "captain", "pilot", "worker");
      introduce(t);
      t.tell({ verb: "pack", agent: hero, patient: suitcase, time: when(t) });
      if (t.more)
        t.tell({
          verb: "put",
          agent: hero,
          patient: t.mine(t.pick("book", "hat", "camera")),
          goal: rel("into", suitcase),
        });
      t.tell({ verb: "go", agent: hero, goal: to(t.the(t.pick("airport", "harbour", "station"))) });
      t.tell({ verb: "be", agent: suitcase, quality: "heavy", degree: "too" });
      t.say(helper, "ask", hero, asked({ verb: "may", agent: helper, to: { verb: "carry", patient: suitcase } }));
      if (t.happy) {
        t.say(
          hero,
          "answer",
          helper,
          phrase("thank-you"),
          said({ verb: "be", agent: helper, quality: "kind", degree: "very" }),
        );
        t.tell({ verb: "travel", agent: hero, goal: to(t.the(t.pick("island", "sea", "mountain"))) });
      } else {
        t.say(hero, "answer", helper, phrase("no"), said({ verb: "need", agent: hero, patient: t.thing("taxi") }));
        t.tell({ verb: "forget", agent: hero, patient: suitcase, place: at(t.the("street")) });
        t.tell({ verb: "disappear", agent: suitcase });
      }
      close(t);
    },
  },
  {
    id: "by-the-sea",
    topic: "travel",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("fisher", "captain", "guest");
      const shell = t.thing("shell", "white", "beautiful", "big");
      introduce(t);
      t.tell({
        verb: "travel",
        agent: hero,
        goal: to(t.the("sea")),
        tool: rel("by-vehicle", t.the(t.pick("car", "bus", "train"))),
        time: t.attributes.tense === "past" ? "in-summer" : t.pick("next-week", "in-summer", "tomorrow"),
      });
      weather(t);
      t.tell({ verb: "look-for", agent: hero, patient: t.some("shell"), place: at(t.the("beach")) });
      t.say(friend, "ask", hero, asks("what", { verb: "look-for", agent: hero, aspect: "ongoing" }));
      if (t.happy) {
        t.tell({ verb: "find", agent: hero, patient: shell, and: { verb: "give", recipient: friend, patient: shell } });
        t.say(friend, "say", hero, phrase("thank-you"), said({ verb: "be", agent: shell, quality: "wonderful" }));
      } else {
        t.tell({ verb: "find", agent: hero, patient: t.thing("shell"), negated: true }, { contrast: true });
        t.link("suddenly", {
          verb: "take",
          agent: t.sure("wave", "big", "cold"),
          patient: t.mine(t.pick("hat", "shoe", "towel"), "new"),
        });
        t.say(friend, "say", hero, phrase("what-a-pity"), asked({ verb: "can", agent: hero, to: { verb: "swim" } }));
      }
      if (t.more)
        t.tell({
          verb: "eat",
          agent: t.both(hero, friend),
          patient: t.thing("soup", "hot", "warm"),
          time: "in-the-evening",
        });
      close(t);
    },
  },
  {
    id: "up-the-mountain",
    topic: "travel",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("shepherd", "hunter", "farmer");
      const mountain = t.sure("mountain", "big", "wild");
      introduce(t);
      t.tell({ verb: "want", agent: hero, time: when(t), to: { verb: "climb", goal: rel("onto", mountain) } });
      meets(t, friend);
      t.say(friend, "ask", hero, asked({ verb: "have", agent: hero, patient: t.thing("map") }));
      t.tell({ verb: "go", agent: t.both(hero, friend), path: rel("through", t.sure("forest", "dark", "quiet")) });
      if (t.more)
        t.tell({
          verb: "drink",
          agent: t.both(hero, friend),
          patient: t.thing("water", "fresh", "cold"),
          source: from(t.thing("river", "small")),
        });
      if (t.happy) {
        t.tell({ verb: "see", agent: t.both(hero, friend), patient: t.the("sea"), time: "at-noon" });
        t.say(hero, "shout", friend, phrase("hurray"), command({ verb: "look-at", patient: t.the("sea") }));
      } else {
        t.link("suddenly", { verb: "come", agent: t.the("fog") });
        t.say(
          hero,
          "say",
          friend,
          said({ verb: "hurt", agent: t.mine(t.pick("foot", "leg", "knee")) }),
          command({ verb: "wait", patient: hero }),
        );
        if (t.more) t.tell({ verb: "return", agent: t.both(hero, friend), goal: to(t.the("village")) });
      }
      close(t);
    },
  },
];
