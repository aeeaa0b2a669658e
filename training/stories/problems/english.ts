import {
  type Amount,
  type Counted,
  type Day,
  flies,
  type Gain,
  type Loss,
  type Person,
  type Phrasebook,
  sexOf,
} from "./facts";

/** Plurals that are not the singular and -s. */
const plurals: Partial<Record<Counted, string>> = {
  cherry: "cherries",
  strawberry: "strawberries",
  tomato: "tomatoes",
  butterfly: "butterflies",
  sheep: "sheep",
  box: "boxes",
};
const gain: Record<Gain, string> = { buy: "buys", find: "finds", pick: "picks" };
const loss: Record<Loss, string> = { eat: "eats", lose: "loses", sell: "sells" };
const give = { give: "gives", bring: "brings" };
const days: Record<Day, string> = {
  "on-monday": "On Monday",
  "on-tuesday": "On Tuesday",
  "on-wednesday": "On Wednesday",
};

const name = (person: Person) => person[0]!.toUpperCase() + person.slice(1);
const plural = (noun: Counted) => plurals[noun] ?? `${noun}s`;
const some = ({ count, of }: Amount) => `${count} ${plural(of)}`;
const subject = (who: Person, linked: boolean) =>
  linked ? `Then ${sexOf(who) === "female" ? "she" : "he"}` : name(who);

export const english: Phrasebook = {
  language: "en",
  name,
  counted: plural,
  so: (answer) => `So ${answer}.`,
  tells: {
    has: ({ who, amount }) => `${name(who)} has ${some(amount)}.`,
    gains: ({ who, how, amount, linked, day }) =>
      `${day ? `${days[day]}, ` : ""}${subject(who, linked)} ${gain[how]} ${some(amount)}.`,
    loses: ({ who, how, amount, linked }) => `${subject(who, linked)} ${loss[how]} ${some(amount)}.`,
    gives: ({ who, to, how, amount, linked }) => `${subject(who, linked)} ${give[how]} ${name(to)} ${some(amount)}.`,
    compares: ({ who, than, more, amount: { count, of } }) =>
      `${name(who)} has ${count} ${more ? "more" : "fewer"} ${plural(of)} than ${name(than)}.`,
    lies: ({ where, amount, and }) => `There are ${some(amount)}${and ? ` and ${some(and)}` : ""} in the ${where}.`,
    puts: ({ who, where, amount }) => `${name(who)} puts ${some(amount)} into the ${where}.`,
    takes: ({ who, where, amount }) => `${name(who)} takes ${some(amount)} out of the ${where}.`,
    comes: ({ amount }) => `Then ${some(amount)} come.`,
    leaves: ({ amount }) => `Then ${some(amount)} ${flies(amount.of) ? "fly" : "go"} away.`,
    each: ({ where, amount }) => `There are ${some(amount)} in each ${where}.`,
    costs: ({ thing, price }) => `Each ${thing} costs ${some(price)}.`,
    needs: ({ who, amount }) => `${name(who)} needs ${some(amount)}.`,
  },
  asks: {
    has: ({ who, of, how }) =>
      `How many ${plural(of)} does ${name(who)} have${{ plain: "", now: " now", left: " left", total: " in total" }[how]}?`,
    together: ({ who, of }) => {
      const names = who.map(name);
      return `How many ${plural(of)} do ${names.slice(0, -1).join(", ")} and ${names.at(-1)} have together?`;
    },
    difference: ({ who, than, of }) => `How many more ${plural(of)} does ${name(who)} have than ${name(than)}?`,
    inside: ({ where, of }) => `How many ${plural(of)} are in the ${where} now?`,
    animals: ({ where }) => `How many animals are in the ${where}?`,
    gained: ({ who, how, of }) => `How many ${plural(of)} does ${name(who)} ${how} in total?`,
    pays: ({ who, price }) => `How many ${plural(price)} does ${name(who)} pay?`,
    misses: ({ who, of }) => `How many more ${plural(of)} does ${name(who)} need?`,
  },
};
