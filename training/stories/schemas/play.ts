import { close, introduce, thank, weather, when } from "./common";
import { type Schema, asked, asks, at, command, from, phrase, rel, said, to, together } from "./teller";

export const play: readonly Schema[] = [
  {
    id: "lost-toy",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const toy = t.child
        ? t.mine(t.pick("ball", "doll", "kite", "teddy-bear", "cap"), "red", "blue", "new", "yellow")
        : t.mine(t.pick("ring", "key", "camera", "scarf", "bag"), "new", "old", "blue", "golden");
      const place = t.the(t.pick("park", "garden", "meadow"));
      const friend = t.partner("gardener", "neighbour", "police-officer");
      const spot = t.the(t.pick("bench", "tree", "bush", "fence"));
      introduce(t);
      t.tell({
        verb: t.child ? t.pick("play", "be") : t.pick("be", "walk"),
        agent: hero,
        place: at(place),
        time: when(t),
        ...(t.chance(0.5) ? {} : { manner: "alone" as const }),
      });
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
          place: t.pick("everywhere", rel("under", t.the("table")), rel("behind", t.the("house"))),
        });
      t.say(
        hero,
        "ask",
        friend,
        phrase(t.child ? "hello" : "excuse-me"),
        asked({ verb: "see", agent: friend, patient: toy }, "past"),
      );
      if (t.happy) {
        t.say(
          friend,
          "answer",
          hero,
          phrase("yes"),
          said({ verb: "lie", agent: toy, place: rel(t.pick("under", "behind", "next-to"), spot) }),
        );
        if (t.more) t.tell({ verb: "run", agent: hero, goal: to(spot), manner: "quickly" });
        t.tell({ verb: "find", agent: hero, patient: toy, and: { verb: t.pick("laugh", "smile") } });
        thank(t, hero, friend);
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
  {
    id: "kite-in-the-wind",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const kite = t.mine("kite", "red", "green", "big", "colourful");
      const friend = t.partner("neighbour", "farmer", "gardener");
      const tree = t.thing("tree", "tall", "old");
      introduce(t);
      t.tell({ verb: "take", agent: hero, patient: kite, time: when(t) });
      t.link(t.pick("then", "after-that"), {
        verb: "run",
        agent: hero,
        goal: to(t.the(t.pick("hill", "meadow", "field"))),
        company: rel("with", kite),
      });
      if (t.more) t.tell({ verb: "blow", agent: t.the("wind"), aspect: "ongoing" });
      t.tell({ verb: "fly", agent: kite, manner: "quickly", path: rel("over", t.the("house", { plural: true })) });
      if (t.more) t.say(hero, "shout", friend, phrase("look"), said({ verb: "fly", agent: kite, aspect: "ongoing" }));
      t.link("suddenly", { verb: "fall", agent: kite, goal: rel("into", tree) });
      t.say(hero, "ask", friend, asked({ verb: "can", agent: friend, to: { verb: "help", patient: hero } }));
      if (t.happy) {
        t.tell({ verb: "bring", agent: friend, patient: t.thing("ladder", "long") });
        t.link("then", {
          verb: "climb",
          agent: friend,
          goal: rel("onto", tree),
          and: { verb: "bring", patient: kite },
        });
        thank(t, hero, friend);
      } else {
        t.say(friend, "answer", hero, phrase("no"), said({ verb: "be", agent: tree, quality: "tall", degree: "too" }));
        t.tell({ verb: "break", agent: t.the("wind"), patient: kite });
        if (t.more) t.tell({ verb: "go", agent: hero, goal: "home", manner: "slowly" });
      }
      close(t);
    },
  },
  {
    id: "game-with-a-friend",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "guest", "teacher");
      const game = t.thing("game", "new", "exciting", "old");
      introduce(t);
      weather(t);
      t.tell({ verb: "visit", agent: friend, patient: hero, time: when(t) });
      t.tell({ verb: "bring", agent: friend, patient: game });
      t.say(friend, "ask", hero, asked({ verb: "want", agent: hero, to: { verb: "play", company: together(friend) } }));
      t.say(
        hero,
        "answer",
        friend,
        phrase("of-course"),
        t.child
          ? command({ verb: "come", goal: rel("into", t.the("room")) })
          : command({ verb: "come", goal: rel("into", t.the("house")) }),
      );
      t.tell({ verb: "play", agent: t.both(hero, friend), time: t.pick("for-a-long-time", "the-whole-day") });
      if (t.happy) {
        t.tell({ verb: "win", agent: hero, patient: game, and: { verb: "laugh" } });
        if (t.more)
          t.say(
            friend,
            "say",
            hero,
            phrase("well-done"),
            said({ verb: "be", agent: hero, quality: "clever", degree: "very" }),
          );
      } else {
        t.tell({ verb: "lose", agent: hero, patient: game, and: { verb: "cry" } });
        if (t.more)
          t.say(
            friend,
            "say",
            hero,
            phrase("do-not-worry"),
            said({ verb: "win", agent: hero, time: "tomorrow" }, "future"),
          );
      }
      close(t);
    },
  },
  {
    id: "new-bicycle",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const bicycle = t.thing("bicycle", "red", "blue", "green", "new");
      const elder = t.elder();
      const helper = t.partner("neighbour", "mechanic", "police-officer");
      introduce(t);
      t.tell({ verb: "get", agent: hero, patient: bicycle, source: from(elder), time: when(t) });
      t.tell({
        verb: "travel",
        agent: hero,
        goal: to(t.the(t.pick("park", "river", "lake"))),
        tool: rel("by-vehicle", bicycle),
      });
      if (t.more) t.tell({ verb: "be", agent: t.the("path"), quality: t.pick("wet", "difficult", "long") });
      t.link("suddenly", { verb: "fall", agent: hero, source: from(bicycle) });
      t.say(helper, "ask", hero, asked({ verb: "can", agent: hero, to: { verb: "get-up" } }));
      if (t.happy) {
        t.say(hero, "answer", helper, phrase("yes"), said({ verb: "can", agent: hero, to: { verb: "walk" } }));
        t.tell({ verb: "get-up", agent: hero, and: { verb: "laugh" } });
        if (t.more) t.tell({ verb: "repair", agent: helper, patient: bicycle });
      } else {
        t.say(
          hero,
          "answer",
          helper,
          phrase("no"),
          said({ verb: "hurt", agent: t.mine(t.pick("leg", "arm", "foot", "knee")) }),
        );
        t.tell({ verb: "be", agent: bicycle, quality: "broken" });
        if (t.more) t.tell({ verb: "bring", agent: helper, patient: hero, goal: "home" });
      }
      close(t);
    },
  },
  {
    id: "building-a-tent",
    topic: "play",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "guest");
      const tent = t.thing("tent", "small", "big", "green");
      introduce(t);
      weather(t);
      t.tell({ verb: "build", agent: t.both(hero, friend), patient: tent, place: at(t.the("garden")), time: when(t) });
      if (t.more) t.tell({ verb: "bring", agent: friend, patient: t.thing("blanket", "warm", "old", "soft") });
      t.say(hero, "ask", friend, asks("what", { verb: "need", agent: friend }));
      t.say(
        friend,
        "answer",
        hero,
        said({ verb: "need", agent: friend, patient: t.thing(t.pick("lamp", "pillow", "rope")) }),
        phrase("please"),
      );
      t.tell({
        verb: "sit",
        agent: t.both(hero, friend),
        place: rel("in", tent),
        time: t.pick("in-the-evening", "at-night"),
      });
      if (t.happy) {
        t.tell({ verb: "tell", agent: friend, patient: t.thing("story", "funny", "long", "exciting") });
        if (t.more) t.tell({ verb: "see", agent: hero, patient: t.the("star", { plural: true }) });
      } else {
        t.link("suddenly", { verb: "begin", agent: { concept: "storm", adjectives: ["strong"] } });
        t.tell({ verb: "fall", agent: tent, goal: rel("into", t.thing("puddle", "big")) });
        if (t.more) t.tell({ verb: "be", agent: t.the("blanket"), quality: "wet" });
      }
      close(t);
    },
  },
];
