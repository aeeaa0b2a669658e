import { close, introduce, meets, thank, when } from "./common";
import { type Schema, asked, at, command, phrase, rel, said, to, together } from "./teller";

export const market: readonly Schema[] = [
  {
    id: "the-hat-at-the-market",
    topic: "market",
    tell(t) {
      const { hero } = t;
      const seller = t.partner("seller");
      const hat = t.sure(t.pick("hat", "scarf", "coat", "bag", "dress"), "red", "beautiful", "warm", "new");
      introduce(t);
      t.tell({ verb: "see", agent: hero, patient: hat, place: at(t.the("market")), time: when(t) });
      if (t.more) t.tell({ verb: "put-on", agent: hero, patient: hat, and: { verb: "smile" } });
      t.say(
        hero,
        "ask",
        seller,
        asked({ verb: "can", agent: seller, to: { verb: "sell", recipient: hero, patient: hat } }),
      );
      if (t.happy) {
        t.say(seller, "answer", hero, phrase("of-course"), said({ verb: "be", agent: hat, quality: "cheap" }));
        t.tell({ verb: "buy", agent: hero, patient: hat });
        if (t.more) t.tell({ verb: "wear", agent: hero, patient: hat, time: "the-whole-day" });
      } else {
        t.say(
          seller,
          "answer",
          hero,
          phrase("i-am-sorry"),
          said({ verb: "be", agent: hat, quality: "expensive", degree: "very" }),
          asked({ verb: "have", agent: hero, patient: t.thing("money") }),
        );
        t.tell({ verb: "have", agent: hero, patient: t.thing("money"), negated: true });
        t.tell({ verb: "leave", agent: hero, patient: t.the("market") });
      }
      close(t);
    },
  },
  {
    id: "the-thief",
    topic: "market",
    tell(t) {
      const { hero } = t;
      const thief = t.stranger("thief");
      const police = t.partner("police-officer", "seller");
      const purse = t.mine(t.pick("bag", "telephone", "umbrella"), "new", "black", "old");
      introduce(t);
      t.tell({
        verb: "buy",
        agent: hero,
        patient: t.some(t.pick("egg", "tomato", "banana", "orange"), t.pick("six", "ten", "many")),
        place: at(t.the("market")),
        time: when(t),
      });
      t.link("suddenly", { verb: "steal", agent: thief, patient: purse });
      t.say(
        hero,
        "shout",
        police,
        phrase("help"),
        asked({ verb: "see", agent: police, patient: t.the("thief", { sex: thief.sex! }) }, "past"),
      );
      if (t.more) t.tell({ verb: "run", agent: thief, path: rel("through", t.the("street")), manner: "quickly" });
      if (t.happy) {
        t.tell({ verb: "catch", agent: police, patient: thief });
        t.tell({ verb: "give-back", agent: police, recipient: hero, patient: purse });
        thank(t, hero, police);
      } else {
        t.tell({ verb: "disappear", agent: thief });
        t.say(police, "say", hero, phrase("i-am-sorry"), command({ verb: "come", company: together(police) }));
        if (t.more) t.tell({ verb: "look-for", agent: police, patient: thief, place: "everywhere" });
      }
      close(t);
    },
  },
  {
    id: "selling-strawberries",
    topic: "market",
    tell(t) {
      const { hero } = t;
      const customer = t.partner("customer", "cook", "baker");
      const kind = t.pick("strawberry", "pumpkin", "cherry", "melon", "mushroom");
      const goods = t.some(kind);
      introduce(t);
      t.tell({ verb: "pick", agent: hero, patient: goods, time: when(t), place: at(t.the("field")) });
      t.link(t.pick("then", "after-that"), { verb: "carry", agent: hero, patient: goods, goal: to(t.the("market")) });
      if (t.more) t.tell({ verb: "be", agent: t.the("basket"), quality: "heavy" });
      t.say(
        customer,
        "ask",
        hero,
        phrase("good-morning"),
        asked({ verb: "sell", agent: hero, patient: goods, aspect: "ongoing" }),
      );
      if (t.happy) {
        t.say(hero, "answer", customer, phrase("yes"), command({ verb: "taste", patient: goods }));
        t.tell({ verb: "buy", agent: customer, patient: goods });
        if (t.more) t.tell({ verb: "count", agent: hero, patient: t.the("money") });
      } else {
        t.say(hero, "answer", customer, phrase("yes"), said({ verb: "be", agent: goods, quality: "fresh" }));
        t.tell({ verb: "need", agent: customer, patient: t.thing("fruit"), negated: true }, { contrast: true });
        if (t.more) t.tell({ verb: "eat", agent: hero, patient: goods, manner: "alone" });
      }
      close(t);
    },
  },
  {
    id: "the-old-clock",
    topic: "market",
    tell(t) {
      const { hero } = t;
      const seller = t.partner("seller", "mechanic");
      const clock = t.sure(t.pick("clock", "radio", "camera", "guitar", "violin"), "old", "cheap", "strange");
      introduce(t);
      t.tell({ verb: "buy", agent: hero, patient: clock, place: at(t.the("market")), time: when(t) });
      t.tell({ verb: "be", agent: clock, quality: "broken" }, { contrast: true });
      t.say(
        hero,
        "ask",
        seller,
        asked({ verb: "may", agent: hero, to: { verb: "give-back", recipient: seller, patient: clock } }),
      );
      if (t.happy) {
        t.say(
          seller,
          "answer",
          hero,
          said({ verb: "repair", agent: seller, patient: clock, benefit: rel("for", hero) }, "future"),
        );
        t.tell({ verb: "repair", agent: seller, patient: clock, time: "after-a-while" });
        if (t.more) thank(t, hero, seller);
      } else {
        t.say(seller, "answer", hero, phrase("no"), said({ verb: "buy", agent: hero, patient: clock }, "past"));
        t.tell({ verb: "throw", agent: hero, patient: clock, goal: rel("into", t.the("river")) });
      }
      close(t);
    },
  },
  {
    id: "the-goat-at-the-market",
    topic: "market",
    tell(t) {
      const { hero } = t;
      const goat = t.pet("goat", "cow", "donkey", "sheep");
      const farmer = t.partner("farmer", "shepherd");
      introduce(t);
      t.tell({ verb: "must", agent: hero, time: when(t), to: { verb: "sell", patient: goat } });
      t.tell({ verb: "go", agent: hero, company: rel("with", goat), goal: to(t.the("market")) });
      meets(t, farmer);
      t.say(
        farmer,
        "ask",
        hero,
        asked({ verb: "want", agent: hero, to: { verb: "sell", recipient: farmer, patient: goat } }),
      );
      if (t.happy) {
        t.say(hero, "answer", farmer, phrase("no"), said({ verb: "love", agent: hero, patient: goat }));
        t.tell({ verb: "give", agent: farmer, recipient: hero, patient: t.sure("coin", "golden") });
        if (t.more) t.tell({ verb: "return", agent: hero, goal: "home", company: rel("with", goat) });
      } else {
        t.say(hero, "answer", farmer, phrase("yes"), said({ verb: "need", agent: hero, patient: t.thing("money") }));
        t.tell({ verb: "buy", agent: farmer, patient: goat });
        t.tell({ verb: "think", agent: hero, patient: goat, time: "the-whole-night" });
      }
      close(t);
    },
  },
];
