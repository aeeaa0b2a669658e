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

/** Gender, singular and plural in the direct case. */
const nouns: Record<Counted, string> = {
  apple: "m सेब सेब",
  pear: "f नाशपाती नाशपातियाँ",
  banana: "m केला केले",
  orange: "m संतरा संतरे",
  cherry: "f चेरी चेरियाँ",
  strawberry: "f स्ट्रॉबेरी स्ट्रॉबेरियाँ",
  plum: "m आलूबुखारा आलूबुखारे",
  lemon: "m नींबू नींबू",
  tomato: "m टमाटर टमाटर",
  carrot: "f गाजर गाजरें",
  egg: "m अंडा अंडे",
  biscuit: "m बिस्कुट बिस्कुट",
  nut: "m अखरोट अखरोट",
  sweet: "f टॉफ़ी टॉफ़ियाँ",
  pancake: "m पैनकेक पैनकेक",
  ball: "f गेंद गेंदें",
  book: "f किताब किताबें",
  pencil: "f पेंसिल पेंसिलें",
  coin: "m सिक्का सिक्के",
  balloon: "m गुब्बारा गुब्बारे",
  card: "m कार्ड कार्ड",
  stone: "m पत्थर पत्थर",
  shell: "f सीपी सीपियाँ",
  key: "f चाबी चाबियाँ",
  feather: "m पंख पंख",
  candle: "f मोमबत्ती मोमबत्तियाँ",
  cup: "m प्याला प्याले",
  picture: "f तस्वीर तस्वीरें",
  ticket: "m टिकट टिकट",
  doll: "f गुड़िया गुड़ियाँ",
  flower: "m फूल फूल",
  rose: "m गुलाब गुलाब",
  bird: "f चिड़िया चिड़ियाँ",
  duck: "f बत्तख बत्तखें",
  butterfly: "f तितली तितलियाँ",
  bee: "f मधुमक्खी मधुमक्खियाँ",
  rabbit: "m खरगोश खरगोश",
  sheep: "f भेड़ भेड़ें",
  goat: "f बकरी बकरियाँ",
  dog: "m कुत्ता कुत्ते",
  cat: "f बिल्ली बिल्लियाँ",
  horse: "m घोड़ा घोड़े",
  cow: "f गाय गायें",
  box: "m डिब्बा डिब्बे",
  basket: "f टोकरी टोकरियाँ",
  bag: "m थैला थैले",
  bucket: "f बाल्टी बाल्टियाँ",
  drawer: "f दराज़ दराज़ें",
};
const names: Record<Person, string> = {
  anna: "अन्ना",
  maria: "मारिया",
  sara: "सारा",
  lena: "लीना",
  mina: "मीना",
  julia: "जूलिया",
  nora: "नोरा",
  laura: "लॉरा",
  leyla: "लैला",
  clara: "क्लारा",
  tom: "टॉम",
  leo: "लियो",
  david: "डेविड",
  daniel: "डैनियल",
  max: "मैक्स",
  emre: "एमरे",
  martin: "मार्टिन",
  lucas: "लूकस",
  oscar: "ऑस्कर",
  felix: "फ़ेलिक्स",
};
/** Verb stems; with "find" the things come to somebody. */
const gain: Record<Exclude<Gain, "find">, string> = { buy: "खरीद", pick: "तोड़" };
const loss: Record<Loss, string> = { eat: "खा", lose: "खो दे", sell: "बेच" };
const days: Record<Day, string> = { "on-monday": "सोमवार को", "on-tuesday": "मंगलवार को", "on-wednesday": "बुधवार को" };
const grounds: Partial<Record<Spot, string>> = { garden: "बगीचे", meadow: "मैदान", field: "खेत", yard: "आँगन" };

const formsOf = (noun: Counted) => nouns[noun].split(" ") as ["m" | "f", string, string];
const name = (person: Person) => names[person];
const plural = (noun: Counted) => formsOf(noun)[2];
const some = ({ count, of }: Amount) => `${count} ${plural(of)}`;
/** Before a postposition; masculine nouns in -ā end in -e. */
const oblique = (noun: Counted) => {
  const [gender, singular] = formsOf(noun);
  return gender === "m" ? singular.replace(/ा$/u, "े") : singular;
};
const inside = (spot: Spot) => `${grounds[spot] ?? oblique(spot as Counted)} में`;
const many = (noun: Counted) => `${formsOf(noun)[0] === "f" ? "कितनी" : "कितने"} ${plural(noun)}`;
/** The habitual present of one person, agreeing in gender. */
const does = (who: Person, stem: string) => `${stem}${sexOf(who) === "female" ? "ती" : "ता"} है`;
/** The habitual present of many things. */
const happens = (noun: Counted, stem: string) => `${stem}${formsOf(noun)[0] === "f" ? "ती" : "ते"} हैं`;
const subject = (who: Person, linked: boolean, day?: Day) =>
  linked ? "फिर वह" : `${day ? `${days[day]} ` : ""}${name(who)}`;
/** To whom things come. */
const receiver = (who: Person, linked: boolean, day?: Day) =>
  linked ? "फिर उसे" : `${day ? `${days[day]} ` : ""}${name(who)} को`;

export const hindi: Phrasebook = {
  language: "hi",
  name,
  counted: plural,
  so: (answer) => `तो ${answer}।`,
  tells: {
    has: ({ who, amount }) => `${name(who)} के पास ${some(amount)} हैं।`,
    gains: ({ who, how, amount, linked, day }) =>
      how === "find"
        ? `${receiver(who, linked, day)} ${some(amount)} ${happens(amount.of, "मिल")}।`
        : `${subject(who, linked, day)} ${some(amount)} ${does(who, gain[how])}।`,
    loses: ({ who, how, amount, linked }) => `${subject(who, linked)} ${some(amount)} ${does(who, loss[how])}।`,
    gives: ({ who, to, how, amount, linked }) =>
      how === "give"
        ? `${subject(who, linked)} ${name(to)} को ${some(amount)} ${does(who, "दे")}।`
        : `${subject(who, linked)} ${name(to)} के लिए ${some(amount)} ${does(who, "ला")}।`,
    compares: ({ who, than, more, amount }) =>
      `${name(who)} के पास ${name(than)} से ${some(amount)} ${more ? "ज़्यादा" : "कम"} हैं।`,
    lies: ({ where, amount, and }) => `${inside(where)} ${some(amount)}${and ? ` और ${some(and)}` : ""} हैं।`,
    puts: ({ who, where, amount }) => `${name(who)} ${inside(where)} ${some(amount)} ${does(who, "रख")}।`,
    takes: ({ who, where, amount }) => `${name(who)} ${oblique(where)} से ${some(amount)} ${does(who, "निकाल")}।`,
    comes: ({ amount }) => `फिर ${some(amount)} ${happens(amount.of, "आ")}।`,
    leaves: ({ amount }) =>
      flies(amount.of)
        ? `फिर ${some(amount)} ${happens(amount.of, "उड़ जा")}।`
        : `फिर ${some(amount)} ${formsOf(amount.of)[0] === "f" ? "चली" : "चले"} ${happens(amount.of, "जा")}।`,
    each: ({ where, amount }) => `हर ${inside(where)} ${some(amount)} हैं।`,
    costs: ({ thing, price }) => `हर ${oblique(thing)} का दाम ${some(price)} है।`,
    needs: ({ who, amount }) => `${name(who)} को ${some(amount)} चाहिए।`,
  },
  asks: {
    has: ({ who, of, how }) => {
      if (how === "left") return `${name(who)} के पास ${many(of)} ${happens(of, "बच")}?`;
      return `${how === "now" ? "अब " : ""}${name(who)} के पास ${how === "total" ? "कुल " : ""}${many(of)} हैं?`;
    },
    together: ({ who, of }) => {
      const persons = who.map(name);
      return `${persons.slice(0, -1).join(", ")} और ${persons.at(-1)} के पास कुल ${many(of)} हैं?`;
    },
    difference: ({ who, than, of }) => `${name(who)} के पास ${name(than)} से ${many(of)} ज़्यादा हैं?`,
    inside: ({ where, of }) => `अब ${inside(where)} ${many(of)} हैं?`,
    animals: ({ where }) => `${inside(where)} कितने जानवर हैं?`,
    gained: ({ who, how, of }) =>
      how === "find"
        ? `${name(who)} को कुल ${many(of)} ${happens(of, "मिल")}?`
        : `${name(who)} कुल ${many(of)} ${does(who, gain[how])}?`,
    pays: ({ who, price }) => `${name(who)} ${many(price)} ${does(who, "दे")}?`,
    misses: ({ who, of }) => `${name(who)} को और ${many(of)} चाहिए?`,
  },
};
