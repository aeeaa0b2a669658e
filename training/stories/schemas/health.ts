import { close, introduce, thank, when } from "./common";
import { type Schema, asked, asks, at, command, phrase, rel, said, to } from "./teller";

export const health: readonly Schema[] = [
  {
    id: "visit-to-the-doctor",
    topic: "health",
    tell(t) {
      const { hero } = t;
      const doctor = t.stranger("doctor", "nurse");
      const other = t.child ? t.friend() : doctor;
      introduce(t);
      t.tell({ verb: "hurt", agent: t.mine(t.pick("belly", "head", "ear", "tooth")), time: when(t) });
      t.say(other, "ask", hero, asked({ verb: "be", agent: hero, quality: t.pick("sick", "tired") }));
      t.tell({ verb: "go", agent: hero, goal: to(t.the("hospital")) });
      if (t.more) t.tell({ verb: "fear", agent: hero, patient: doctor });
      t.tell({ verb: "look-at", agent: doctor, patient: hero, manner: "carefully" });
      if (t.happy) {
        t.tell({ verb: "give", agent: doctor, recipient: hero, patient: t.sure("medicine", "sweet", "good") });
        t.link("after-that", { verb: "be", agent: hero, quality: "healthy", frequency: "again" });
        if (t.more) t.say(other, "say", hero, phrase("well-done"), said({ verb: "be", agent: hero, quality: "brave" }));
      } else {
        t.tell({ verb: "must", agent: hero, to: { verb: "stay", place: at(t.the("hospital")) } });
        if (t.more)
          t.say(other, "say", hero, phrase("i-am-sorry"), said({ verb: "must", agent: hero, to: { verb: "rest" } }));
      }
      close(t);
    },
  },
  {
    id: "the-loose-tooth",
    topic: "health",
    tell(t) {
      const { hero } = t;
      const other = t.partner("doctor", "nurse");
      introduce(t);
      t.tell({
        verb: "eat",
        agent: hero,
        patient: t.sure(t.pick("apple", "nut", "biscuit"), "hard", "sour"),
        time: when(t),
      });
      t.link("suddenly", { verb: "hurt", agent: t.mine("tooth") });
      t.say(hero, "ask", other, asked({ verb: "can", agent: other, to: { verb: "help", patient: hero } }));
      if (t.happy) {
        t.say(other, "answer", hero, phrase("of-course"), command({ verb: "open", patient: t.the("mouth") }));
        t.tell({ verb: "pull", agent: other, patient: t.the("tooth") });
        if (t.more) t.tell({ verb: "smile", agent: hero, frequency: "again" });
      } else {
        t.say(other, "answer", hero, phrase("no"), command({ verb: "go", goal: to(t.the("hospital")) }));
        t.tell({ verb: "cry", agent: hero, because: { verb: "fear", agent: hero, patient: t.the("doctor") } });
        if (t.more) t.tell({ verb: "eat", agent: hero, negated: true, patient: t.thing("bread") });
      }
      close(t);
    },
  },
  {
    id: "in-bed",
    topic: "health",
    tell(t) {
      const { hero } = t;
      const visitor = t.partner("neighbour", "teacher", "letter-carrier");
      introduce(t);
      t.tell({ verb: "be", agent: hero, quality: "sick", time: when(t) });
      t.tell({ verb: "must", agent: hero, to: { verb: "stay", place: rel("in", t.the("bed")) } });
      if (t.more) t.tell({ verb: "drink", agent: hero, patient: t.sure("tea", "hot", "warm") });
      t.link("then", { verb: "visit", agent: visitor, patient: hero });
      t.say(visitor, "ask", hero, phrase("hello"), asks("what", { verb: "need", agent: hero }));
      if (t.happy) {
        t.say(
          hero,
          "answer",
          visitor,
          said({ verb: "want", agent: hero, to: { verb: "hear", patient: t.sure("story", "funny", "long") } }),
          phrase("please"),
        );
        t.tell({ verb: "read", agent: visitor, patient: t.sure("book", "exciting", "funny") });
        if (t.more) t.link("after-that", { verb: "be", agent: hero, quality: "awake", frequency: "again" });
      } else {
        t.say(hero, "answer", visitor, phrase("thank-you"), said({ verb: "want", agent: hero, to: { verb: "sleep" } }));
        t.tell({ verb: "go", agent: visitor, goal: "away" });
        if (t.more) t.tell({ verb: "lie", agent: hero, manner: "alone", place: rel("in", t.the("room")) });
      }
      close(t);
    },
  },
  {
    id: "the-fall",
    topic: "health",
    tell(t) {
      const { hero } = t;
      const helper = t.partner("doctor", "nurse", "neighbour");
      const part = t.mine(t.pick("leg", "arm", "foot", "hand", "knee"));
      introduce(t);
      t.tell({
        verb: "climb",
        agent: hero,
        goal: rel("onto", t.thing(t.pick("tree", "ladder"), "tall", "old")),
        time: when(t),
      });
      t.link("suddenly", { verb: "fall", agent: hero, goal: rel("into", t.sure("grass", "wet", "soft")) });
      t.tell({ verb: "hurt", agent: part });
      t.say(hero, "shout", helper, phrase("help"), command({ verb: "come", manner: "quickly" }));
      t.tell({ verb: "carry", agent: helper, patient: hero, goal: rel("into", t.the("house")) });
      if (t.happy) {
        t.say(helper, "say", hero, phrase("do-not-worry"), said({ verb: "can", agent: hero, to: { verb: "walk" } }));
        if (t.more)
          t.tell({ verb: "bring", agent: helper, recipient: hero, patient: t.thing("water", "cold", "fresh") });
        t.link("after-that", { verb: "can", agent: hero, to: { verb: "laugh", frequency: "again" } });
      } else {
        t.say(
          helper,
          "say",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "must", agent: hero, to: { verb: "go", goal: to(t.the("hospital")) } }),
        );
        if (t.more) t.tell({ verb: "can", agent: hero, negated: true, to: { verb: "play" } });
      }
      close(t);
    },
  },
  {
    id: "the-tired-doctor",
    topic: "health",
    tell(t) {
      const { hero } = t;
      const patient = t.partner("worker", "musician", "driver");
      introduce(t);
      t.tell({ verb: "find", agent: hero, patient, place: at(t.the("street")), time: when(t) });
      t.tell({ verb: "can", agent: patient, negated: true, to: { verb: "get-up" } });
      t.say(
        hero,
        "ask",
        patient,
        asks("what", { verb: "happen" }, "past"),
        asked({ verb: "need", agent: patient, patient: t.thing("water") }),
      );
      t.say(patient, "answer", hero, phrase("please"), command({ verb: "call", patient: t.the("doctor") }));
      if (t.more) t.tell({ verb: "run", agent: hero, goal: to(t.the("hospital")), manner: "quickly" });
      if (t.happy) {
        t.tell({ verb: "rescue", agent: t.the("doctor"), patient });
        thank(t, patient, hero);
      } else {
        t.tell({ verb: "be", agent: t.the("doctor"), negated: true, place: "there" }, { contrast: true });
        t.tell({ verb: "wait", agent: t.both(hero, patient), time: "for-a-long-time" });
      }
      close(t);
    },
  },
];
