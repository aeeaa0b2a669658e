import { close, introduce, when } from "./common";
import { type Schema, asked, asks, at, command, phrase, rel, said, together } from "./teller";

export const family: readonly Schema[] = [
  {
    id: "the-broken-cup",
    topic: "family",
    tell(t) {
      const { hero } = t;
      const thing = t.owned(t.elder(), t.pick("cup", "vase", "plate", "glass", "mirror"), "old", "beautiful", "white");
      const other = t.partner("neighbour", "guest");
      introduce(t);
      t.tell({ verb: "dance", agent: hero, place: at(t.the("kitchen")), time: when(t), aspect: "ongoing" });
      t.link("suddenly", { verb: "break", agent: hero, patient: thing });
      t.say(
        other,
        "ask",
        hero,
        asks("what", { verb: "happen" }, "past"),
        asked({ verb: "be", agent: hero, quality: "scared" }),
      );
      if (t.happy) {
        t.say(
          hero,
          "answer",
          other,
          phrase("i-am-sorry"),
          said({ verb: "break", agent: hero, patient: thing }, "past"),
        );
        t.tell({ verb: "repair", agent: t.both(hero, other), patient: thing, manner: t.pick("together", "carefully") });
        if (t.more)
          t.say(
            other,
            "say",
            hero,
            phrase("do-not-worry"),
            said({ verb: "be", agent: thing, quality: "beautiful", frequency: "again" }),
          );
      } else {
        t.tell({
          verb: "hide",
          agent: hero,
          place: rel(t.pick("under", "behind"), t.the(t.pick("bed", "table", "sofa", "cupboard"))),
        });
        t.tell({ verb: "can", agent: other, negated: true, to: { verb: "repair", patient: thing } });
        if (t.more) t.tell({ verb: "apologise", agent: hero, time: "in-the-evening" });
      }
      close(t);
    },
  },
  {
    id: "visit-to-the-grandparents",
    topic: "family",
    tell(t) {
      const { hero } = t;
      const elder = t.hero.sex === "female" ? t.kin("grandfather", "uncle") : t.kin("grandmother", "aunt");
      const neighbour = t.partner("neighbour", "farmer", "gardener");
      introduce(t);
      t.tell({ verb: "visit", agent: hero, patient: elder, time: when(t) });
      if (t.attributes.tense === "past")
        t.tell({ verb: "live", agent: elder, place: rel("in", t.sure("house", "small", "old", "quiet")) });
      if (t.more)
        t.tell({
          verb: "bring",
          agent: hero,
          recipient: elder,
          patient: t.pick(t.some("flower"), t.thing("cake"), t.thing("honey")),
        });
      t.say(
        neighbour,
        "ask",
        hero,
        phrase("hello"),
        asked({ verb: "look-for", agent: hero, patient: elder, aspect: "ongoing" }),
      );
      if (t.happy) {
        t.say(hero, "answer", neighbour, phrase("yes"), command({ verb: "come", company: together(hero) }));
        t.tell({ verb: "drink", agent: t.both(hero, neighbour), patient: t.thing(t.pick("tea", "coffee", "juice")) });
        t.tell({ verb: "tell", agent: elder, patient: t.sure("story", "old", "exciting", "funny") });
      } else {
        t.say(neighbour, "say", hero, phrase("i-am-sorry"), said({ verb: "be", agent: elder, quality: "sick" }));
        t.tell({ verb: "sit", agent: hero, place: rel("next-to", t.the("bed")), time: "the-whole-day" });
        if (t.more) t.tell({ verb: "sleep", agent: elder, manner: "quietly" });
      }
      close(t);
    },
  },
  {
    id: "the-baby",
    topic: "family",
    tell(t) {
      const { hero } = t;
      const baby = t.the("baby");
      const other = t.partner("nurse", "neighbour");
      introduce(t);
      t.tell({ verb: "cry", agent: baby, manner: "loudly", time: t.pick("the-whole-night", "at-night", when(t)) });
      t.tell({ verb: "want", agent: hero, negated: true, to: { verb: "get-up" } });
      if (t.more) t.tell({ verb: "must", agent: hero, to: { verb: "comfort", patient: baby } }, { contrast: true });
      t.say(
        hero,
        "ask",
        other,
        asks("why", { verb: "cry", agent: baby, aspect: "ongoing" }),
        asked({ verb: "be", agent: baby, quality: "sick" }),
      );
      if (t.happy) {
        t.say(other, "answer", hero, command({ verb: "sing", patient: t.thing("song", "quiet", "beautiful") }));
        t.tell({ verb: "sing", agent: hero, manner: "quietly" });
        t.tell({ verb: "fall-asleep", agent: baby });
      } else {
        t.say(other, "answer", hero, phrase("no"), said({ verb: "need", agent: baby, patient: t.thing("milk") }));
        t.tell({ verb: "find", agent: hero, patient: t.thing("milk"), negated: true, place: at(t.the("kitchen")) });
        if (t.more) t.tell({ verb: "sleep", agent: hero, negated: true });
      }
      close(t);
    },
  },
  {
    id: "cleaning-the-house",
    topic: "family",
    tell(t) {
      const { hero } = t;
      const helper = t.partner("neighbour", "guest");
      const place = t.the(t.pick("room", "cellar", "kitchen", "balcony"));
      introduce(t);
      t.tell({ verb: "be", agent: place, quality: "dirty", time: when(t) });
      t.tell({ verb: "clean", agent: hero, patient: place, tool: rel("with-tool", t.thing("broom", "old", "new")) });
      t.say(
        hero,
        "say",
        helper,
        phrase("please"),
        command({ verb: "bring", recipient: hero, patient: t.thing(t.pick("bucket", "soap", "towel")) }),
      );
      if (t.more) t.tell({ verb: "wash", agent: helper, patient: t.the("window", { plural: true }) });
      if (t.happy) {
        t.tell({
          verb: "find",
          agent: hero,
          patient: t.sure("coin", "golden", "old"),
          place: rel(t.pick("under", "behind"), t.the(t.pick("carpet", "sofa", "cupboard"))),
        });
        t.say(
          helper,
          "say",
          hero,
          phrase("look"),
          said({ verb: "be", agent: place, quality: "clean" }),
          said({ verb: "work", agent: hero, manner: "well" }, "past"),
        );
      } else {
        t.link("suddenly", { verb: "break", agent: hero, patient: t.the(t.pick("lamp", "mirror", "window")) });
        t.say(
          helper,
          "say",
          hero,
          phrase("what-a-pity"),
          said({ verb: "be", agent: hero, quality: "tired", degree: "too" }),
        );
      }
      close(t);
    },
  },
  {
    id: "a-secret",
    topic: "family",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "tailor");
      const elder = t.elder();
      const gift = t.sure(t.pick("scarf", "hat", "coat"), "warm", "red", "soft");
      introduce(t);
      t.tell({
        verb: "want",
        agent: hero,
        time: when(t),
        to: { verb: "sew", patient: gift, benefit: rel("for", elder) },
      });
      t.tell({ verb: "buy", agent: hero, patient: t.sure("wool", "soft", "green", "red") });
      t.say(
        hero,
        "ask",
        friend,
        asked({ verb: "can", agent: friend, to: { verb: "keep", patient: t.thing("secret") } }),
      );
      t.say(
        friend,
        "answer",
        hero,
        phrase("of-course"),
        said({ verb: "help", agent: friend, patient: hero }, "future"),
      );
      if (t.happy) {
        t.tell({ verb: "finish", agent: t.both(hero, friend), patient: t.the("work"), time: "in-the-evening" });
        t.tell({ verb: "be", agent: elder, quality: "surprised", degree: "very" });
      } else {
        t.tell({ verb: "tell", agent: friend, recipient: elder, patient: t.the("secret") }, { contrast: true });
        if (t.more)
          t.say(hero, "ask", friend, asks("why", { verb: "tell", agent: friend, patient: t.the("secret") }, "past"));
      }
      close(t);
    },
  },
];
