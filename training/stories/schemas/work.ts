import { close, introduce, thank, when } from "./common";
import { type Schema, asked, asks, at, command, from, phrase, rel, said, to } from "./teller";

export const work: readonly Schema[] = [
  {
    id: "new-baker",
    topic: "work",
    tell(t) {
      const { hero } = t;
      const boss = t.partner("boss", "baker");
      introduce(t);
      t.tell({ verb: "start", agent: hero, time: when(t), to: { verb: "work", place: at(t.the("bakery")) } });
      t.tell({ verb: "must", agent: hero, to: { verb: "get-up", time: "at-night" } });
      t.say(boss, "say", hero, phrase("good-morning"), command({ verb: "clean", patient: t.the("oven") }));
      if (t.more) t.tell({ verb: "fill", agent: hero, patient: t.the("oven"), company: rel("with", t.thing("wood")) });
      t.tell({ verb: "make", agent: hero, patient: t.thing("dough"), manner: t.pick("carefully", "slowly") });
      if (t.happy) {
        t.tell({ verb: "be", agent: t.the("bread"), quality: t.pick("delicious", "wonderful") });
        t.say(
          boss,
          "say",
          hero,
          phrase("well-done"),
          said({ verb: "be", agent: hero, quality: t.pick("hard-working", "clever"), degree: "very" }),
        );
      } else {
        t.link("unfortunately", { verb: "fall-asleep", agent: hero });
        t.tell({ verb: "burn", agent: t.the("bread") });
        t.say(boss, "ask", hero, asks("why", { verb: "sleep", agent: hero }, "past"));
      }
      close(t);
    },
  },
  {
    id: "the-letter",
    topic: "work",
    tell(t) {
      const { hero } = t;
      const carrier = t.partner("letter-carrier");
      const elder = t.elder();
      const letter = t.thing("letter", "long", "important", "short");
      introduce(t);
      t.tell({ verb: "wait", agent: hero, patient: letter, time: when(t) });
      if (t.more) t.tell({ verb: "stand", agent: hero, place: at(t.the(t.pick("gate", "door", "fence"))) });
      t.link("then", { verb: "come", agent: carrier, company: rel("with", t.sure("bag", "heavy", "big")) });
      t.say(hero, "ask", carrier, asked({ verb: "have", agent: carrier, patient: letter, benefit: rel("for", hero) }));
      if (t.happy) {
        t.say(
          carrier,
          "answer",
          hero,
          phrase("yes"),
          said({ verb: "get", agent: hero, patient: t.thing("letter") }, "past"),
        );
        t.tell({ verb: "read", agent: hero, patient: letter, and: { verb: "smile" } });
        if (t.more) t.tell({ verb: "come", agent: letter, source: from(elder) });
      } else {
        t.say(carrier, "answer", hero, phrase("no"), command({ verb: "wait", time: "tomorrow" }));
        t.tell({
          verb: "go",
          agent: hero,
          goal: rel("into", t.the("house")),
          and: { verb: "close", patient: t.the("door") },
        });
        if (t.more) t.tell({ verb: "think", agent: hero, patient: elder });
      }
      close(t);
    },
  },
  {
    id: "the-broken-car",
    topic: "work",
    tell(t) {
      const { hero } = t;
      const vehicle = t.mine(
        t.child ? t.pick("bicycle", "cart") : t.pick("car", "truck", "taxi"),
        "old",
        "red",
        "small",
      );
      const mechanic = t.partner("mechanic");
      introduce(t);
      t.tell({ verb: "break-down", agent: vehicle, time: when(t), place: at(t.the("street")) });
      t.tell({ verb: "push", agent: hero, patient: vehicle, goal: to(t.the("workshop")) });
      t.say(hero, "ask", mechanic, asked({ verb: "can", agent: mechanic, to: { verb: "repair", patient: vehicle } }));
      t.tell({ verb: "look-at", agent: mechanic, patient: vehicle, manner: "carefully" });
      if (t.more) t.tell({ verb: "take", agent: mechanic, patient: t.sure("hammer", "heavy", "big") });
      if (t.happy) {
        t.tell({ verb: "repair", agent: mechanic, patient: t.the("wheel", { plural: true }) });
        thank(t, hero, mechanic);
      } else {
        t.say(
          mechanic,
          "answer",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "be", agent: vehicle, quality: "old", degree: "too" }),
        );
        t.tell({ verb: "must", agent: hero, to: { verb: "walk", goal: "home" } });
      }
      close(t);
    },
  },
  {
    id: "a-picture-for-the-museum",
    topic: "work",
    tell(t) {
      const { hero } = t;
      const buyer = t.partner("customer", "musician", "seller");
      const picture = t.thing("picture", "big", "small", "colourful");
      introduce(t);
      t.tell({
        verb: "paint-picture",
        agent: hero,
        patient: picture,
        time: when(t),
        place: at(t.the(t.pick("workshop", "garden"))),
      });
      if (t.more) t.tell({ verb: "use", agent: hero, patient: t.sure("paint", "red", "blue", "green") });
      t.tell({ verb: "show", agent: hero, recipient: buyer, patient: picture });
      if (t.happy) {
        t.say(buyer, "ask", hero, asked({ verb: "want", agent: hero, to: { verb: "sell", patient: picture } }));
        t.say(
          hero,
          "answer",
          buyer,
          phrase("no"),
          said({ verb: "give", agent: hero, recipient: buyer, patient: picture }, "future"),
        );
        if (t.more) t.tell({ verb: "hug", agent: buyer, patient: hero });
      } else {
        t.say(
          buyer,
          "say",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "like", agent: buyer, patient: picture, negated: true }),
          command({ verb: "paint-picture", patient: t.sure("picture", "new", "beautiful") }),
        );
        t.tell({ verb: "put", agent: hero, patient: picture, goal: rel("into", t.the("cellar")) });
      }
      close(t);
    },
  },
  {
    id: "the-fisher",
    topic: "work",
    tell(t) {
      const { hero } = t;
      const other = t.partner("fisher", "cook", "captain");
      const boat = t.mine("boat", "small", "old", "blue");
      introduce(t);
      t.tell({ verb: "travel", agent: hero, tool: rel("with-tool", boat), goal: to(t.the("island")), time: when(t) });
      t.tell({ verb: "throw", agent: hero, patient: t.mine("net", "new", "long"), goal: rel("into", t.the("water")) });
      if (t.more)
        t.tell({ verb: "wait", agent: hero, manner: "patiently", time: t.pick("for-a-long-time", "the-whole-day") });
      if (t.happy) {
        t.tell({ verb: "catch", agent: hero, patient: t.some("fish", t.pick("many", "ten", "six")) });
        t.say(
          other,
          "say",
          hero,
          phrase("well-done"),
          asked({ verb: "want", agent: hero, to: { verb: "sell", patient: t.the("fish", { plural: true }) } }),
        );
        if (t.more) t.tell({ verb: "cook", agent: other, patient: t.thing("soup"), time: "in-the-evening" });
      } else {
        t.tell({ verb: "catch", agent: hero, patient: t.sure("boot", "old", "wet") }, { contrast: true });
        t.say(other, "ask", hero, asks("what", { verb: "catch", agent: hero }, "past"));
        if (t.more) t.tell({ verb: "answer", agent: hero, negated: true });
      }
      close(t);
    },
  },
];
