import type { TurkishCase, TurkishNoun } from "../lexicon/turkish";
import { citation, inflectName, inflectNoun } from "../realise/turkish-morphology";
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
} from "./facts";

const nouns: Record<Counted, string | TurkishNoun> = {
  apple: "elma",
  pear: { form: "armut", vocalic: "armud" },
  banana: "muz",
  orange: "portakal",
  cherry: "kiraz",
  strawberry: "çilek",
  plum: "erik",
  lemon: "limon",
  tomato: "domates",
  carrot: "havuç",
  egg: "yumurta",
  biscuit: "bisküvi",
  nut: "fındık",
  sweet: "şekerleme",
  pancake: "krep",
  ball: "top",
  book: "kitap",
  pencil: "kalem",
  coin: "sikke",
  balloon: "balon",
  card: "kart",
  stone: "taş",
  shell: { form: "deniz kabuk", compound: true },
  key: "anahtar",
  feather: "tüy",
  candle: "mum",
  cup: "fincan",
  picture: { form: "resim", vocalic: "resm" },
  ticket: "bilet",
  doll: "oyuncak bebek",
  flower: "çiçek",
  rose: "gül",
  bird: "kuş",
  duck: "ördek",
  butterfly: "kelebek",
  bee: "arı",
  rabbit: "tavşan",
  sheep: "koyun",
  goat: "keçi",
  dog: "köpek",
  cat: "kedi",
  horse: "at",
  cow: "inek",
  box: "kutu",
  basket: "sepet",
  bag: "çanta",
  bucket: "kova",
  drawer: "çekmece",
};
const names: Partial<Record<Person, string>> = { clara: "Klara", lucas: "Lukas", oscar: "Oskar" };
const gain: Record<Gain, string> = { buy: "satın alıyor", find: "buluyor", pick: "topluyor" };
const loss: Record<Loss, string> = { eat: "yiyor", lose: "kaybediyor", sell: "satıyor" };
const give = { give: "veriyor", bring: "getiriyor" };
const days: Record<Day, string> = {
  "on-monday": "Pazartesi günü",
  "on-tuesday": "Salı günü",
  "on-wednesday": "Çarşamba günü",
};
const grounds: Partial<Record<Spot, string>> = {
  garden: "bahçede",
  meadow: "çayırda",
  field: "tarlada",
  yard: "avluda",
};

const nounOf = (noun: Counted): TurkishNoun => {
  const entry = nouns[noun];
  return typeof entry === "string" ? { form: entry } : entry;
};
const singular = (noun: Counted) => citation(nounOf(noun));
const inCase = (noun: Counted, grammaticalCase: TurkishCase) => inflectNoun(nounOf(noun), { case: grammaticalCase });
const name = (person: Person) => names[person] ?? person[0]!.toUpperCase() + person.slice(1);
const named = (person: Person, grammaticalCase: TurkishCase) => inflectName(name(person), grammaticalCase);
/** "elması": somebody's; the noun stays singular after a number. */
const owned = (noun: Counted) => inflectNoun(nounOf(noun), { case: "nom", possessor: "3sg" });
const some = ({ count, of }: Amount) => `${count} ${singular(of)}`;
const at = (spot: Spot) => grounds[spot] ?? inCase(spot as Counted, "loc");
const first = (text: string) => text[0]!.toLocaleUpperCase("tr") + text.slice(1);
const subject = (who: Person, linked: boolean, day?: Day) =>
  linked ? "Sonra" : `${day ? `${days[day]} ` : ""}${name(who)}`;

export const turkish: Phrasebook = {
  language: "tr",
  name,
  counted: singular,
  so: (answer) => `Yani ${answer}.`,
  tells: {
    has: ({ who, amount: { count, of } }) => `${named(who, "gen")} ${count} ${owned(of)} var.`,
    gains: ({ who, how, amount, linked, day }) => `${subject(who, linked, day)} ${some(amount)} ${gain[how]}.`,
    loses: ({ who, how, amount, linked }) => `${subject(who, linked)} ${some(amount)} ${loss[how]}.`,
    gives: ({ who, to, how, amount, linked }) =>
      `${subject(who, linked)} ${named(to, "dat")} ${some(amount)} ${give[how]}.`,
    compares: ({ who, than, more, amount: { count, of } }) =>
      `${named(who, "gen")} ${named(than, "abl")} ${count} tane daha ${more ? "fazla" : "az"} ${owned(of)} var.`,
    lies: ({ where, amount, and }) => `${first(at(where))} ${some(amount)}${and ? ` ve ${some(and)}` : ""} var.`,
    puts: ({ who, where, amount }) => `${name(who)} ${inCase(where, "dat")} ${some(amount)} koyuyor.`,
    takes: ({ who, where, amount }) => `${name(who)} ${inCase(where, "abl")} ${some(amount)} alıyor.`,
    comes: ({ amount }) => `Sonra ${some(amount)} geliyor.`,
    leaves: ({ amount }) => `Sonra ${some(amount)} ${flies(amount.of) ? "uçup " : ""}gidiyor.`,
    each: ({ where, amount }) => `Her ${inCase(where, "loc")} ${some(amount)} var.`,
    costs: ({ thing, price }) => `Her ${singular(thing)} ${some(price)}.`,
    needs: ({ who, amount }) => `${named(who, "dat")} ${some(amount)} lazım.`,
  },
  asks: {
    has: ({ who, of, how }) => {
      const before = { plain: "", now: "şimdi ", left: "", total: "toplam " }[how];
      return `${named(who, "gen")} ${before}kaç ${owned(of)} ${how === "left" ? "kaldı" : "var"}?`;
    },
    together: ({ who, of }) => {
      const persons = who.slice(0, -1).map(name).join(", ");
      return `${persons} ve ${named(who.at(-1)!, "gen")} toplam kaç ${owned(of)} var?`;
    },
    difference: ({ who, than, of }) =>
      `${named(who, "gen")} ${named(than, "abl")} kaç tane daha fazla ${owned(of)} var?`,
    inside: ({ where, of }) => `${first(at(where))} şimdi kaç ${singular(of)} var?`,
    animals: ({ where }) => `${first(at(where))} kaç hayvan var?`,
    gained: ({ who, how, of }) => `${name(who)} toplam kaç ${singular(of)} ${gain[how]}?`,
    pays: ({ who, price }) => `${name(who)} kaç ${singular(price)} ödüyor?`,
    misses: ({ who, of }) => `${named(who, "dat")} kaç ${singular(of)} daha lazım?`,
  },
};
