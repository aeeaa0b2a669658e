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

/** The noun, and its possessed form where the stem changes: "armut armudu". */
const nouns: Record<Counted, string> = {
  apple: "elma",
  pear: "armut armudu",
  banana: "muz",
  orange: "portakal",
  cherry: "kiraz",
  strawberry: "çilek çileği",
  plum: "erik eriği",
  lemon: "limon",
  tomato: "domates",
  carrot: "havuç havucu",
  egg: "yumurta",
  biscuit: "bisküvi",
  nut: "ceviz",
  sweet: "şeker",
  pancake: "krep",
  ball: "top",
  book: "kitap kitabı",
  pencil: "kalem",
  coin: "madeni_para",
  balloon: "balon",
  card: "kart",
  stone: "taş",
  shell: "deniz_kabuğu deniz_kabuğu",
  key: "anahtar",
  feather: "tüy",
  candle: "mum",
  cup: "fincan",
  picture: "resim resmi",
  ticket: "bilet",
  doll: "oyuncak_bebek oyuncak_bebeği",
  flower: "çiçek çiçeği",
  rose: "gül",
  bird: "kuş",
  duck: "ördek ördeği",
  butterfly: "kelebek kelebeği",
  bee: "arı",
  rabbit: "tavşan",
  sheep: "koyun",
  goat: "keçi",
  dog: "köpek köpeği",
  cat: "kedi",
  horse: "at",
  cow: "inek ineği",
  box: "kutu",
  basket: "sepet",
  bag: "çanta",
  bucket: "kova",
  drawer: "çekmece",
};
const names: Partial<Record<Person, string>> = {};
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

const endsInVowel = (stem: string) => /[aıoueiöü]$/u.test(stem);
const lastVowel = (stem: string) => stem.match(/[aıoueiöü]/gu)!.at(-1)!;
/** ı, u, i or ü, by the last vowel of the stem. */
const high = (stem: string) => ({ a: "ı", ı: "ı", o: "u", u: "u", e: "i", i: "i", ö: "ü", ü: "ü" })[lastVowel(stem)]!;
/** a or e. */
const low = (stem: string) => (/[aıou]/u.test(lastVowel(stem)) ? "a" : "e");
/** d, or t after a voiceless consonant. */
const dental = (stem: string) => (/[fstkçşhpx]$/u.test(stem) ? "t" : "d");
const dative = (stem: string) => `${endsInVowel(stem) ? "y" : ""}${low(stem)}`;
const ablative = (stem: string) => `${dental(stem)}${low(stem)}n`;
const genitive = (stem: string) => `${endsInVowel(stem) ? "n" : ""}${high(stem)}n`;

const formsOf = (noun: Counted) => nouns[noun].split(" ").map((form) => form.replaceAll("_", " "));
const singular = (noun: Counted) => formsOf(noun)[0]!;
const name = (person: Person) => names[person] ?? person[0]!.toUpperCase() + person.slice(1);
/** An ending on a name stands after an apostrophe. */
const named = (person: Person, ending: (stem: string) => string) =>
  `${name(person)}'${ending(name(person).toLowerCase())}`;
/** "elması": somebody's; the noun stays singular after a number. */
const owned = (noun: Counted) => {
  const [stem = "", form] = formsOf(noun);
  return form ?? `${stem}${endsInVowel(stem) ? "s" : ""}${high(stem)}`;
};
const some = ({ count, of }: Amount) => `${count} ${singular(of)}`;
const inside = (spot: Spot) => {
  const stem = singular(spot as Counted);
  return `${stem}${dental(stem)}${low(stem)}`;
};
const at = (spot: Spot) => grounds[spot] ?? inside(spot);
const first = (text: string) => text[0]!.toLocaleUpperCase("tr") + text.slice(1);
const subject = (who: Person, linked: boolean, day?: Day) =>
  linked ? "Sonra" : `${day ? `${days[day]} ` : ""}${name(who)}`;

export const turkish: Phrasebook = {
  language: "tr",
  name,
  counted: singular,
  so: (answer) => `Yani ${answer}.`,
  tells: {
    has: ({ who, amount: { count, of } }) => `${named(who, genitive)} ${count} ${owned(of)} var.`,
    gains: ({ who, how, amount, linked, day }) => `${subject(who, linked, day)} ${some(amount)} ${gain[how]}.`,
    loses: ({ who, how, amount, linked }) => `${subject(who, linked)} ${some(amount)} ${loss[how]}.`,
    gives: ({ who, to, how, amount, linked }) =>
      `${subject(who, linked)} ${named(to, dative)} ${some(amount)} ${give[how]}.`,
    compares: ({ who, than, more, amount: { count, of } }) =>
      `${named(who, genitive)} ${named(than, ablative)} ${count} tane daha ${more ? "fazla" : "az"} ${owned(of)} var.`,
    lies: ({ where, amount, and }) => `${first(at(where))} ${some(amount)}${and ? ` ve ${some(and)}` : ""} var.`,
    puts: ({ who, where, amount }) => {
      const stem = singular(where);
      return `${name(who)} ${stem}${dative(stem)} ${some(amount)} koyuyor.`;
    },
    takes: ({ who, where, amount }) => {
      const stem = singular(where);
      return `${name(who)} ${stem}${ablative(stem)} ${some(amount)} alıyor.`;
    },
    comes: ({ amount }) => `Sonra ${some(amount)} geliyor.`,
    leaves: ({ amount }) => `Sonra ${some(amount)} ${flies(amount.of) ? "uçup " : ""}gidiyor.`,
    each: ({ where, amount }) => `Her ${inside(where)} ${some(amount)} var.`,
    costs: ({ thing, price }) => `Her ${singular(thing)} ${some(price)}.`,
    needs: ({ who, amount }) => `${named(who, dative)} ${some(amount)} lazım.`,
  },
  asks: {
    has: ({ who, of, how }) => {
      const before = { plain: "", now: "şimdi ", left: "", total: "toplam " }[how];
      return `${named(who, genitive)} ${before}kaç ${owned(of)} ${how === "left" ? "kaldı" : "var"}?`;
    },
    together: ({ who, of }) => {
      const persons = who.slice(0, -1).map(name).join(", ");
      return `${persons} ve ${named(who.at(-1)!, genitive)} toplam kaç ${owned(of)} var?`;
    },
    difference: ({ who, than, of }) =>
      `${named(who, genitive)} ${named(than, ablative)} kaç tane daha fazla ${owned(of)} var?`,
    inside: ({ where, of }) => `${first(at(where))} şimdi kaç ${singular(of)} var?`,
    animals: ({ where }) => `${first(at(where))} kaç hayvan var?`,
    gained: ({ who, how, of }) => `${name(who)} toplam kaç ${singular(of)} ${gain[how]}?`,
    pays: ({ who, price }) => `${name(who)} kaç ${singular(price)} ödüyor?`,
    misses: ({ who, of }) => `${named(who, dative)} kaç ${singular(of)} daha lazım?`,
  },
};
