import { close, introduce, weather, when } from "./common";
import { type Schema, asked, at, command, phrase, rel, said } from "./teller";

export const play: readonly Schema[] = [
  {
    id: "lost-toy",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const toy = t.mine(t.pick("ball", "doll", "kite", "teddy-bear", "cap"), "red", "blue", "new", "yellow");
      const place = t.the(t.pick("park", "garden", "meadow", "playground"));
      const friend = t.partner("gardener", "neighbour", "police-officer");
      introduce(t);
      t.tell({ verb: t.pick("play", "be"), agent: hero, place: at(place), time: when(t) });
      weather(t);
      t.link("suddenly", {
        verb: "notice",
        agent: hero,
        that: { verb: "be", agent: toy, negated: true, place: "there" },
      });
      if (t.more)
        t.tell({
          verb: "look-for",
          agent: hero,
          patient: toy,
          place: t.pick("everywhere", rel("under", t.the("bench")), rel("behind", t.the("tree"))),
        });
      t.say(
        hero,
        "ask",
        friend,
        t.child ? phrase("please") : phrase("excuse-me"),
        asked({ verb: "see", agent: friend, patient: toy }, "past"),
      );
      if (t.happy) {
        t.say(
          friend,
          "answer",
          hero,
          phrase("yes"),
          said({
            verb: "lie",
            agent: toy,
            place: rel(t.pick("under", "behind", "next-to"), t.the(t.pick("bench", "tree", "bush"))),
          }),
        );
        if (t.more) t.tell({ verb: "run", agent: hero, goal: rel("to", t.the("tree")), manner: "quickly" });
        t.tell({ verb: "find", agent: hero, patient: toy, and: { verb: t.pick("laugh", "smile") } });
        t.say(
          hero,
          "say",
          friend,
          phrase("thank-you"),
          said({ verb: "help", agent: friend, patient: hero, degree: "a-lot" }, "past"),
        );
      } else {
        t.say(
          friend,
          "answer",
          hero,
          phrase("no"),
          said({ verb: "see", agent: friend, patient: toy, negated: true }, "past"),
        );
        if (t.more)
          t.tell({
            verb: "look-for",
            agent: t.both(hero, friend),
            patient: toy,
            manner: "together",
            time: "for-a-long-time",
          });
        t.tell({ verb: "find", agent: hero, patient: toy, negated: true }, { contrast: true });
        t.say(
          friend,
          "say",
          hero,
          phrase("what-a-pity"),
          command({ verb: "come", time: "tomorrow", frequency: "again" }),
        );
      }
      close(t);
    },
  },
];
