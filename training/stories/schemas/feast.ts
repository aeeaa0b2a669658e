import { close, introduce, thank, when } from "./common";
import { type Schema, asked, asks, at, command, from, phrase, rel, said, together } from "./teller";

export const feast: readonly Schema[] = [
  {
    id: "a-birthday",
    topic: "feast",
    tell(t) {
      const { hero } = t;
      const guest = t.partner("neighbour", "guest");
      introduce(t);
      t.tell({ verb: "look-forward", agent: hero, patient: t.owned(hero, "birthday"), time: "for-a-long-time" });
      t.tell({
        verb: "decorate",
        agent: hero,
        patient: t.the(t.pick("house", "garden", "room")),
        tool: rel("with-tool", t.some(t.pick("flower", "balloon", "candle"), "many")),
      });
      if (t.more) t.tell({ verb: "bake", agent: hero, patient: t.sure("cake", "big", "round", "sweet") });
      t.tell({ verb: "wait", agent: hero, patient: t.the("guest", { plural: true }) });
      if (t.happy) {
        t.link("then", { verb: "come", agent: guest });
        t.say(
          guest,
          "say",
          hero,
          phrase("happy-birthday"),
          said({ verb: "have", agent: guest, patient: t.thing("present", "small", "big"), benefit: rel("for", hero) }),
        );
        t.tell({ verb: "dance", agent: t.both(hero, guest), time: "the-whole-night" });
      } else {
        t.tell({ verb: "come", agent: guest, negated: true }, { contrast: true });
        t.say(
          guest,
          "say",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "forget", agent: guest, patient: t.owned(hero, "birthday") }, "past"),
        );
        if (t.more) t.tell({ verb: "eat", agent: hero, patient: t.the("cake"), manner: "alone" });
      }
      close(t);
    },
  },
  {
    id: "the-present",
    topic: "feast",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "teacher", "doctor");
      const gift = t.thing(t.pick("book", "ring", "violin", "puppy", "kitten", "necklace"), "small", "beautiful");
      const box = t.sure("box", "big", "red", "golden", "colourful");
      introduce(t);
      t.tell({ verb: "get", agent: hero, patient: box, source: from(friend), time: when(t) });
      t.say(hero, "ask", friend, asks("what", { verb: "bring", agent: friend }, "past"));
      t.say(friend, "answer", hero, phrase("please"), command({ verb: "open", patient: box }));
      t.tell({ verb: "open", agent: hero, patient: box, manner: t.pick("slowly", "quickly", "carefully") });
      if (t.happy) {
        t.tell({ verb: "find", agent: hero, patient: gift });
        thank(t, hero, friend);
        if (t.more) t.tell({ verb: "show", agent: hero, recipient: t.elder(), patient: gift });
      } else {
        t.tell({ verb: "be", agent: box, quality: "empty" }, { contrast: true });
        t.say(
          friend,
          "say",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "lose", agent: friend, patient: t.the("present") }, "past"),
        );
      }
      close(t);
    },
  },
  {
    id: "the-concert",
    topic: "feast",
    tell(t) {
      const { hero } = t;
      const other = t.partner("singer", "dancer");
      const instrument = t.mine(t.pick("guitar", "flute", "violin", "drum"), "new", "old");
      introduce(t);
      t.tell({
        verb: "play-instrument",
        agent: hero,
        patient: instrument,
        place: at(t.the(t.pick("theatre", "square", "church"))),
        time: when(t),
      });
      t.tell({ verb: "be", agent: hero, quality: "nervous", degree: t.pick("very", "a-little") });
      t.say(other, "ask", hero, asked({ verb: "need", agent: hero, patient: t.thing("water") }));
      if (t.more) t.tell({ verb: "come", agent: t.some("guest", "many") });
      if (t.happy) {
        t.tell({ verb: "sing", agent: other, patient: t.sure("song", "beautiful", "old", "new") });
        t.say(
          other,
          "say",
          hero,
          phrase("well-done"),
          said({ verb: "play-instrument", agent: hero, manner: "well" }, "past"),
        );
      } else {
        t.link("suddenly", { verb: "forget", agent: hero, patient: t.thing("song", "difficult", "long") });
        t.say(other, "say", hero, phrase("do-not-worry"), said({ verb: "be", agent: hero, quality: "young" }));
        if (t.more) t.tell({ verb: "leave", agent: hero, patient: t.the("theatre") });
      }
      close(t);
    },
  },
  {
    id: "the-costume",
    topic: "feast",
    tell(t) {
      const { hero } = t;
      const tailor = t.partner("tailor", "dancer");
      const costume = t.sure("costume", "funny", "golden", "colourful");
      introduce(t);
      t.tell({
        verb: "look-forward",
        agent: hero,
        patient: t.thing("party", "big"),
        time: t.pick("for-a-long-time", when(t)),
      });
      t.tell({ verb: "need", agent: hero, patient: costume });
      t.say(
        hero,
        "ask",
        tailor,
        asked({ verb: "can", agent: tailor, to: { verb: "sew", patient: costume, benefit: rel("for", hero) } }),
      );
      if (t.happy) {
        t.tell({ verb: "sew", agent: tailor, patient: costume, time: "the-whole-day" });
        t.tell({ verb: "dance", agent: hero, place: at(t.the("square")), company: together(tailor) });
        t.say(tailor, "say", hero, phrase("hurray"), said({ verb: "dance", agent: hero, manner: "well" }));
      } else {
        t.say(
          tailor,
          "answer",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "have", agent: tailor, patient: t.thing("time"), negated: true }),
          command({ verb: "come", time: "tomorrow" }),
        );
        t.tell({ verb: "stay", agent: hero, place: "at-home" });
      }
      close(t);
    },
  },
  {
    id: "dinner-with-guests",
    topic: "feast",
    tell(t) {
      const { hero } = t;
      const guest = t.partner("neighbour", "boss", "singer");
      introduce(t);
      t.tell({ verb: "invite", agent: hero, patient: guest, time: when(t) });
      t.tell({
        verb: "cook",
        agent: hero,
        patient: t.thing(t.pick("rice", "meat", "soup")),
        manner: t.pick("carefully", "gladly"),
      });
      t.tell({ verb: "set-table", agent: hero, patient: t.the("table"), manner: "carefully" });
      t.say(hero, "say", guest, phrase("welcome"), command({ verb: "sit-down" }));
      if (t.happy) {
        t.tell({ verb: "eat", agent: guest, degree: "a-lot" });
        t.say(guest, "say", hero, phrase("thank-you"), said({ verb: "cook", agent: hero, manner: "well" }));
        if (t.more) t.tell({ verb: "laugh", agent: t.both(hero, guest), time: "the-whole-night" });
      } else {
        t.say(
          guest,
          "answer",
          hero,
          phrase("thank-you"),
          said({ verb: "be", agent: guest, quality: "hungry", negated: true }),
          asked({ verb: "have", agent: hero, patient: t.thing("tea") }),
        );
        t.tell({ verb: "go", agent: guest, goal: "home", time: "before-dinner" });
      }
      close(t);
    },
  },
];
