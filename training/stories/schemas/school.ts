import { close, introduce, thank, when } from "./common";
import { type Schema, asked, asks, at, command, phrase, rel, said, to } from "./teller";

export const school: readonly Schema[] = [
  {
    id: "first-school-day",
    topic: "school",
    tell(t) {
      const { hero } = t;
      const other = t.partner("teacher", "pupil");
      introduce(t);
      t.tell({ verb: "go", agent: hero, goal: to(t.the("school")), time: when(t) });
      t.tell({ verb: "be", agent: hero, quality: t.pick("nervous", "excited"), degree: "a-little" });
      if (t.more) t.tell({ verb: "carry", agent: hero, patient: t.sure("backpack", "new", "blue", "heavy") });
      t.link("then", { verb: "see", agent: hero, patient: other, place: at(t.the("classroom")) });
      t.say(other, "say", hero, phrase("hello"), asked({ verb: "be", agent: hero, quality: "ready" }));
      if (t.happy) {
        t.say(
          hero,
          "answer",
          other,
          phrase("yes"),
          said({ verb: "want", agent: hero, to: { verb: "learn", degree: "a-lot" } }),
        );
        t.tell({ verb: "show", agent: other, recipient: hero, patient: t.the("school") });
        if (t.more) t.tell({ verb: "learn", agent: hero, patient: t.some("word", t.pick("many", "ten")) });
      } else {
        t.say(
          hero,
          "answer",
          other,
          phrase("no"),
          said({ verb: "want", agent: hero, to: { verb: "go", goal: "home" } }),
        );
        t.tell({ verb: "sit", agent: hero, manner: "alone", place: at(t.the("window")) });
        if (t.more) t.tell({ verb: "cry", agent: hero, manner: "quietly" });
      }
      close(t);
    },
  },
  {
    id: "the-exam",
    topic: "school",
    tell(t) {
      const { hero } = t;
      const other = t.partner("teacher");
      const exam = t.sure("exam", "difficult", "important");
      introduce(t);
      t.tell({ verb: "have", agent: hero, patient: exam, time: when(t) });
      if (t.more) t.tell({ verb: "learn", agent: hero, time: t.pick("the-whole-night", "for-a-long-time") });
      t.tell({ verb: "read", agent: hero, patient: t.the("question", { plural: true }), manner: "carefully" });
      if (t.happy) {
        t.tell({ verb: "know", agent: hero, patient: t.the("answer", { plural: true }) });
        t.say(other, "say", hero, phrase("well-done"), said({ verb: "work", agent: hero, manner: "well" }, "past"));
        if (t.more) t.tell({ verb: "get", agent: hero, patient: t.thing("prize", "small", "big") });
      } else {
        t.tell(
          { verb: "understand", agent: hero, negated: true, patient: t.the("question", { plural: true }) },
          { contrast: true },
        );
        if (t.more) t.tell({ verb: "make", agent: hero, patient: t.some("mistake", t.pick("many", "five")) });
        t.say(
          other,
          "say",
          hero,
          phrase("do-not-worry"),
          said(
            { verb: "understand", agent: hero, patient: t.the("question", { plural: true }), time: "soon" },
            "future",
          ),
        );
      }
      close(t);
    },
  },
  {
    id: "forgotten-homework",
    topic: "school",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("teacher", "pupil");
      const thing = t.mine(t.pick("notebook", "book", "pencil", "drawing"), "green", "new", "old");
      introduce(t);
      t.tell({ verb: "be", agent: hero, place: at(t.the("school")), time: when(t) });
      t.link("suddenly", {
        verb: "notice",
        agent: hero,
        that: { verb: "forget", agent: hero, patient: thing, aspect: "before" },
      });
      t.say(friend, "ask", hero, asks("where", { verb: "be", agent: thing }));
      t.say(
        hero,
        "answer",
        friend,
        said({ verb: "lie", agent: thing, place: rel(t.pick("on", "under"), t.the("table")) }),
        phrase("i-am-sorry"),
      );
      if (t.happy) {
        t.tell({ verb: "lend", agent: friend, recipient: hero, patient: t.thing(thing.concept) });
        thank(t, hero, friend);
        if (t.more) t.link("then", { verb: "write", agent: hero, patient: t.thing("story", "long", "beautiful") });
      } else {
        t.say(friend, "say", hero, phrase("what-a-pity"), command({ verb: "go", goal: "home" }));
        t.tell({ verb: "go", agent: hero, goal: "home", manner: "sadly" });
        if (t.more) t.tell({ verb: "look-for", agent: hero, patient: thing, place: "everywhere" });
      }
      close(t);
    },
  },
  {
    id: "the-singing-lesson",
    topic: "school",
    tell(t) {
      const { hero } = t;
      const teacher = t.partner("teacher");
      introduce(t);
      t.tell({
        verb: "want",
        agent: hero,
        time: when(t),
        to: { verb: "learn", patient: t.thing("song", "new", "difficult") },
      });
      t.tell({ verb: "go", agent: hero, goal: to(t.the("school")), purpose: { verb: "sing" } });
      t.say(
        teacher,
        "say",
        hero,
        phrase("please"),
        command({ verb: "sing", manner: t.pick("loudly", "slowly", "quietly") }),
      );
      t.tell({ verb: "sing", agent: hero, patient: t.the("song"), manner: "carefully" });
      if (t.happy) {
        t.say(
          teacher,
          "say",
          hero,
          phrase("well-done"),
          said({ verb: "have", agent: hero, patient: t.sure("voice", "beautiful", "strong") }),
        );
        if (t.more) t.tell({ verb: "sing", agent: t.both(hero, teacher), manner: "together" });
      } else {
        t.tell({ verb: "forget", agent: hero, patient: t.the("word", { plural: true }) }, { contrast: true });
        t.say(teacher, "ask", hero, asks("why", { verb: "be", agent: hero, quality: "sad", degree: "so" }));
        if (t.more) t.tell({ verb: "laugh", agent: t.the("child", { plural: true }) });
      }
      close(t);
    },
  },
  {
    id: "the-new-pupil",
    topic: "school",
    tell(t) {
      const { hero } = t;
      const other = t.child ? t.friend() : t.stranger("teacher", "pupil");
      introduce(t);
      t.tell({ verb: "come", agent: other, goal: rel("into", t.the("classroom")), time: when(t) });
      if (t.more) t.tell({ verb: "be", agent: other, quality: "shy", degree: "a-little" });
      t.say(
        hero,
        "say",
        other,
        phrase("welcome"),
        asked({ verb: "want", agent: other, to: { verb: "sit-down", goal: rel("next-to", hero) } }),
      );
      if (t.happy) {
        t.tell({ verb: "smile", agent: other, and: { verb: "sit-down" } });
        if (t.more)
          t.tell({ verb: "show", agent: hero, recipient: other, patient: t.mine("book", "new", "favourite") });
        t.tell({ verb: "play", agent: t.both(hero, other), time: "after-school", place: at(t.the("yard")) });
      } else {
        t.say(
          other,
          "answer",
          hero,
          phrase("no"),
          said({ verb: "want", agent: other, to: { verb: "be", place: "outside" } }),
        );
        t.tell({ verb: "sit", agent: other, place: at(t.the("window")), time: "the-whole-day" });
      }
      close(t);
    },
  },
];
