import {
  type Amount,
  type Counted,
  type Day,
  flies,
  type Gain,
  type Loss,
  type Person,
  type Phrasebook,
  type Spot,
  sexOf,
} from "./facts";

/** Gender, singular and plural. */
const nouns: Record<Counted, string> = {
  apple: "m Apfel Äpfel",
  pear: "f Birne Birnen",
  banana: "f Banane Bananen",
  orange: "f Orange Orangen",
  cherry: "f Kirsche Kirschen",
  strawberry: "f Erdbeere Erdbeeren",
  plum: "f Pflaume Pflaumen",
  lemon: "f Zitrone Zitronen",
  tomato: "f Tomate Tomaten",
  carrot: "f Karotte Karotten",
  egg: "n Ei Eier",
  biscuit: "m Keks Kekse",
  nut: "f Nuss Nüsse",
  sweet: "n Bonbon Bonbons",
  pancake: "m Pfannkuchen Pfannkuchen",
  ball: "m Ball Bälle",
  book: "n Buch Bücher",
  pencil: "m Bleistift Bleistifte",
  coin: "f Münze Münzen",
  balloon: "m Luftballon Luftballons",
  card: "f Karte Karten",
  stone: "m Stein Steine",
  shell: "f Muschel Muscheln",
  key: "m Schlüssel Schlüssel",
  feather: "f Feder Federn",
  candle: "f Kerze Kerzen",
  cup: "f Tasse Tassen",
  picture: "n Bild Bilder",
  ticket: "f Fahrkarte Fahrkarten",
  doll: "f Puppe Puppen",
  flower: "f Blume Blumen",
  rose: "f Rose Rosen",
  bird: "m Vogel Vögel",
  duck: "f Ente Enten",
  butterfly: "m Schmetterling Schmetterlinge",
  bee: "f Biene Bienen",
  rabbit: "m Hase Hasen",
  sheep: "n Schaf Schafe",
  goat: "f Ziege Ziegen",
  dog: "m Hund Hunde",
  cat: "f Katze Katzen",
  horse: "n Pferd Pferde",
  cow: "f Kuh Kühe",
  box: "f Kiste Kisten",
  basket: "m Korb Körbe",
  bag: "f Tasche Taschen",
  bucket: "m Eimer Eimer",
  drawer: "f Schublade Schubladen",
};
const names: Partial<Record<Person, string>> = { clara: "Klara", lucas: "Lukas", oscar: "Oskar" };
const gain: Record<Gain, string> = { buy: "kauft", find: "findet", pick: "pflückt" };
const loss: Record<Loss, string> = { eat: "isst", lose: "verliert", sell: "verkauft" };
const give = { give: "gibt", bring: "bringt" };
const days: Record<Day, string> = {
  "on-monday": "Am Montag",
  "on-tuesday": "Am Dienstag",
  "on-wednesday": "Am Mittwoch",
};
const grounds: Partial<Record<Spot, string>> = {
  garden: "im Garten",
  meadow: "auf der Wiese",
  field: "auf dem Feld",
  yard: "auf dem Hof",
};

const formsOf = (noun: Counted) => nouns[noun].split(" ") as ["m" | "f" | "n", string, string];
const name = (person: Person) => names[person] ?? person[0]!.toUpperCase() + person.slice(1);
const plural = (noun: Counted) => formsOf(noun)[2];
const some = ({ count, of }: Amount) => `${count} ${plural(of)}`;
/** The verb is second: "Dann kauft sie", "Am Montag kauft Anna", "Anna kauft". */
const clause = (who: Person, verb: string, linked: boolean, day?: Day) => {
  const pronoun = sexOf(who) === "female" ? "sie" : "er";
  return linked ? `Dann ${verb} ${pronoun}` : day ? `${days[day]} ${verb} ${name(who)}` : `${name(who)} ${verb}`;
};
/** A container with its article, or another word of the article's form ("jed-"). */
const dative = (noun: Counted, stem = "d") => {
  const [gender, singular] = formsOf(noun);
  return `${stem}${gender === "f" ? "er" : "em"} ${singular}`;
};
const accusative = (noun: Counted) => {
  const [gender, singular] = formsOf(noun);
  return `${{ m: "den", f: "die", n: "das" }[gender]} ${singular}`;
};
/** "in dem" is "im". */
const inside = (spot: Spot) => grounds[spot] ?? `in ${dative(spot as Counted)}`.replace("in dem ", "im ");
const first = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const many = (noun: Counted) => `Wie viele ${plural(noun)}`;

export const german: Phrasebook = {
  language: "de",
  name,
  counted: plural,
  so: (answer) => `Also ${answer}.`,
  tells: {
    has: ({ who, amount }) => `${name(who)} hat ${some(amount)}.`,
    gains: ({ who, how, amount, linked, day }) => `${clause(who, gain[how], linked, day)} ${some(amount)}.`,
    loses: ({ who, how, amount, linked }) => `${clause(who, loss[how], linked)} ${some(amount)}.`,
    gives: ({ who, to, how, amount, linked }) => `${clause(who, give[how], linked)} ${name(to)} ${some(amount)}.`,
    compares: ({ who, than, more, amount }) =>
      `${name(who)} hat ${some(amount)} ${more ? "mehr" : "weniger"} als ${name(than)}.`,
    lies: ({ where, amount, and }) => `${first(inside(where))} sind ${some(amount)}${and ? ` und ${some(and)}` : ""}.`,
    puts: ({ who, where, amount }) => `${name(who)} legt ${some(amount)} in ${accusative(where)}.`,
    takes: ({ who, where, amount }) => `${name(who)} nimmt ${some(amount)} aus ${dative(where)}.`,
    comes: ({ amount }) => `Dann kommen ${some(amount)}.`,
    leaves: ({ amount }) => `Dann ${flies(amount.of) ? "fliegen" : "laufen"} ${some(amount)} weg.`,
    each: ({ where, amount }) => `In ${dative(where, "jed")} sind ${some(amount)}.`,
    costs: ({ thing, price }) => {
      const [gender, singular] = formsOf(thing);
      return `${{ m: "Jeder", f: "Jede", n: "Jedes" }[gender]} ${singular} kostet ${some(price)}.`;
    },
    needs: ({ who, amount }) => `${name(who)} braucht ${some(amount)}.`,
  },
  asks: {
    has: ({ who, of, how }) =>
      `${many(of)} hat ${name(who)}${{ plain: "", now: " jetzt", left: " noch", total: " insgesamt" }[how]}?`,
    together: ({ who, of }) => {
      const persons = who.map(name);
      return `${many(of)} haben ${persons.slice(0, -1).join(", ")} und ${persons.at(-1)} zusammen?`;
    },
    difference: ({ who, than, of }) => `${many(of)} hat ${name(who)} mehr als ${name(than)}?`,
    inside: ({ where, of }) => `${many(of)} sind jetzt ${inside(where)}?`,
    animals: ({ where }) => `Wie viele Tiere sind ${inside(where)}?`,
    gained: ({ who, how, of }) => `${many(of)} ${gain[how]} ${name(who)} insgesamt?`,
    pays: ({ who, price }) => `${many(price)} bezahlt ${name(who)}?`,
    misses: ({ who, of }) => `${many(of)} braucht ${name(who)} noch?`,
  },
};
