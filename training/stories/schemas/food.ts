import { close, introduce, meets, when } from "./common";
import { type Schema, asked, asks, at, command, from, phrase, rel, said, to } from "./teller";

export const food: readonly Schema[] = [
  {
    id: "baking-a-cake",
    topic: "food",
    tell(t) {
      const { hero } = t;
      const cake = t.sure("cake", "big", "sweet", "round");
      const helper = t.partner("baker", "neighbour", "cook");
      const missing = t.thing(t.pick("sugar", "flour", "butter", "milk"));
      introduce(t);
      t.tell({ verb: "want", agent: hero, time: when(t), to: { verb: "bake", patient: cake } });
      t.tell({ verb: "have", agent: hero, patient: missing, negated: true }, { contrast: true });
      meets(t, helper);
      t.say(
        hero,
        "ask",
        helper,
        asked({ verb: "can", agent: helper, to: { verb: "give", recipient: hero, patient: missing } }),
      );
      if (t.happy) {
        t.say(
          helper,
          "answer",
          hero,
          phrase("of-course"),
          said({ verb: "bring", agent: helper, recipient: hero, patient: missing }, "future"),
        );
        t.link("then", { verb: "bake", agent: t.both(hero, helper), patient: cake, place: at(t.the("kitchen")) });
        if (t.more) t.tell({ verb: "smell", agent: t.the("house"), manner: "well" });
        t.tell({ verb: "be", agent: cake, quality: "delicious", degree: "so" });
      } else {
        t.say(
          helper,
          "answer",
          hero,
          phrase("no"),
          said({ verb: "have", agent: helper, patient: missing, negated: true }),
        );
        t.tell({ verb: "bake", agent: hero, patient: cake, company: rel("without", missing) });
        if (t.more) t.link("suddenly", { verb: "burn", agent: cake });
        t.tell({ verb: "be", agent: cake, quality: t.pick("hard", "terrible") });
      }
      close(t);
    },
  },
  {
    id: "soup-for-the-family",
    topic: "food",
    tell(t) {
      const { hero } = t;
      const soup = t.thing("soup", "hot", "warm");
      const guest = t.partner("neighbour", "letter-carrier", "worker");
      introduce(t);
      t.tell({
        verb: "buy",
        agent: hero,
        patient: t.some(t.pick("carrot", "potato", "onion", "tomato"), t.pick("many", "five", "six")),
        place: at(t.the("market")),
        time: when(t),
      });
      t.link("then", { verb: "cook", agent: hero, patient: soup, manner: t.pick("carefully", "patiently") });
      if (t.more)
        t.tell({
          verb: "put",
          agent: hero,
          patient: t.some(t.pick("spoon", "knife"), t.pick("two", "three", "four")),
          goal: rel("onto", t.the("table")),
        });
      t.tell({ verb: "come", agent: guest, goal: rel("into", t.the("kitchen")) });
      t.say(
        hero,
        "ask",
        guest,
        phrase("hello"),
        asked({ verb: "be", agent: guest, quality: t.pick("hungry", "tired") }),
      );
      t.tell({ verb: "taste", agent: guest, patient: soup });
      if (t.happy) {
        t.say(guest, "say", hero, phrase("thank-you"), said({ verb: "be", agent: soup, quality: "delicious" }));
        if (t.more) t.tell({ verb: "eat", agent: t.both(hero, guest), patient: soup, manner: "together" });
      } else {
        t.say(
          guest,
          "say",
          hero,
          phrase("excuse-me"),
          said({ verb: "be", agent: soup, quality: t.pick("cold", "hot"), degree: "too" }),
        );
        if (t.more) t.tell({ verb: "drink", agent: guest, patient: t.thing("water") });
        if (t.more) t.tell({ verb: "eat", agent: hero, patient: soup, manner: "alone" });
      }
      close(t);
    },
  },
  {
    id: "picnic",
    topic: "food",
    tell(t) {
      const { hero } = t;
      const friend = t.partner("neighbour", "teacher", "singer");
      const basket = t.thing("basket", "big", "small", "full");
      const food = t.pick(t.thing("bread"), t.thing("cheese"), t.some("apple"), t.some("sandwich"), t.some("biscuit"));
      introduce(t);
      t.tell({
        verb: "go",
        agent: t.both(hero, friend),
        goal: to(t.the(t.pick("meadow", "lake", "forest", "beach"))),
        time: when(t),
      });
      t.tell({ verb: "carry", agent: hero, patient: basket });
      if (t.more) t.tell({ verb: "exist", patient: food, place: rel("in", basket) }, { front: "place" });
      t.tell({ verb: "sit-down", agent: t.both(hero, friend), goal: rel("under", t.thing("tree", "old", "big")) });
      t.say(hero, "ask", friend, asks("what", { verb: "want", agent: friend, to: { verb: "eat" } }));
      if (t.happy) {
        t.say(
          friend,
          "answer",
          hero,
          said({ verb: "want", agent: friend, to: { verb: "eat", patient: t.thing("cake") } }),
          phrase("please"),
        );
        t.tell({ verb: "eat", agent: t.both(hero, friend), time: "the-whole-day", and: { verb: "laugh" } });
        if (t.more) t.tell({ verb: "sing", agent: friend, patient: t.thing("song", "funny", "beautiful") });
      } else {
        t.link("suddenly", { verb: "come", agent: t.some("ant", "many") });
        t.tell({ verb: "eat", agent: t.the("ant", { plural: true }), patient: t.the("bread") });
        t.say(friend, "say", hero, phrase("what-a-pity"), command({ verb: "come", goal: "home" }));
      }
      close(t);
    },
  },
  {
    id: "fruit-from-the-tree",
    topic: "food",
    tell(t) {
      const { hero } = t;
      const kind = t.pick("apple", "pear", "cherry", "plum");
      const fruit = { concept: kind, plural: true, adjectives: [t.pick("ripe", "sweet", "red")] } as const;
      const owner = t.partner("farmer", "gardener", "neighbour");
      introduce(t);
      t.tell({ verb: "see", agent: hero, patient: fruit, place: at(t.the("garden")), time: when(t) });
      meets(t, owner);
      t.say(hero, "ask", owner, asked({ verb: "may", agent: hero, to: { verb: "pick", patient: fruit } }));
      if (t.happy) {
        t.say(owner, "answer", hero, phrase("of-course"), command({ verb: "take", patient: t.thing("basket") }));
        t.tell({
          verb: "climb",
          agent: hero,
          goal: rel("onto", t.thing("ladder", "long", "old")),
          manner: "carefully",
        });
        t.tell({ verb: "pick", agent: hero, patient: fruit });
        if (t.more) t.link("after-that", { verb: "make", agent: t.both(hero, owner), patient: t.thing("jam") });
      } else {
        t.say(owner, "answer", hero, phrase("no"), said({ verb: "be", agent: fruit, quality: "ripe", negated: true }));
        if (t.more) t.tell({ verb: "go", agent: hero, goal: "home", manner: "sadly" });
        t.tell({ verb: "eat", agent: hero, patient: t.thing("bread") });
      }
      close(t);
    },
  },
  {
    id: "first-breakfast",
    topic: "food",
    tell(t) {
      const { hero } = t;
      const elder = t.elder();
      const neighbour = t.partner("neighbour", "seller", "baker");
      const drink = t.thing(t.pick("milk", "tea", "coffee", "juice"));
      introduce(t);
      t.tell({ verb: "get-up", agent: hero, time: when(t) });
      t.tell({
        verb: "want",
        agent: hero,
        to: { verb: "make", patient: t.thing("breakfast"), benefit: rel("for", elder) },
      });
      if (t.more) t.tell({ verb: "set-table", agent: hero, patient: t.the("table") });
      t.link("then", { verb: "go", agent: hero, goal: to(t.the("bakery")) });
      t.say(
        hero,
        "say",
        neighbour,
        phrase("good-morning"),
        said({ verb: "need", agent: hero, patient: t.thing("bread") }),
      );
      if (t.happy) {
        t.say(
          neighbour,
          "answer",
          hero,
          phrase("look"),
          said({ verb: "have", agent: neighbour, patient: t.sure("bread", "fresh", "warm") }),
        );
        t.tell({ verb: "bring", agent: hero, recipient: elder, patient: t.sure(drink.concept, "hot", "fresh") });
        if (t.more) t.tell({ verb: "be", agent: elder, quality: "surprised" });
      } else {
        t.say(
          neighbour,
          "answer",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "have", agent: neighbour, patient: t.thing("bread"), negated: true }),
        );
        t.link("suddenly", { verb: "fall", agent: t.thing("cup", "full", "white"), source: from(t.the("table")) });
        if (t.more) t.tell({ verb: "clean", agent: hero, patient: t.the("kitchen") });
      }
      close(t);
    },
  },
];
