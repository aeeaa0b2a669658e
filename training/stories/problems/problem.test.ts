import { describe, expect, test } from "vitest";
import { answerOf, promptOf } from "../exchange";
import { english } from "../lexicon/english";
import { german } from "../lexicon/german";
import { hindi } from "../lexicon/hindi";
import { spanish } from "../lexicon/spanish";
import { turkish } from "../lexicon/turkish";
import { englishPlural } from "../realise/english-morphology";
import { declineNoun } from "../realise/hindi-morphology";
import { spanishNounForm } from "../realise/spanish-morphology";
import { citation, inflectNoun } from "../realise/turkish-morphology";
import { type Language, languages } from "../script";
import {
  type Counted,
  containers,
  edible,
  type Fact,
  flying,
  objects,
  people,
  pickable,
  type Query,
  running,
} from "./facts";
import { ask, drawProblem, generateProblem, phrasebooks, tell } from "./problem";
import { solve } from "./solve";
import { templates } from "./templates";

type Said = Readonly<Record<Language, string>>;

const [anna, tom] = ["anna", "tom"] as const;

const facts: readonly (readonly [Fact, Said])[] = [
  [
    { kind: "has", who: anna, amount: { count: 5, of: "apple" } },
    {
      en: "Anna has 5 apples.",
      de: "Anna hat 5 Äpfel.",
      es: "Ana tiene 5 manzanas.",
      hi: "अन्ना के पास 5 सेब हैं।",
      tr: "Anna'nın 5 elması var.",
    },
  ],
  [
    { kind: "gives", who: tom, to: anna, how: "give", amount: { count: 3, of: "book" }, linked: false },
    {
      en: "Tom gives Anna 3 books.",
      de: "Tom gibt Anna 3 Bücher.",
      es: "Tom le da 3 libros a Ana.",
      hi: "टॉम अन्ना को 3 किताबें देता है।",
      tr: "Tom Anna'ya 3 kitap veriyor.",
    },
  ],
  [
    { kind: "gains", who: anna, how: "buy", amount: { count: 4, of: "egg" }, linked: true },
    {
      en: "Then she buys 4 eggs.",
      de: "Dann kauft sie 4 Eier.",
      es: "Luego compra 4 huevos.",
      hi: "फिर वह 4 अंडे खरीदती है।",
      tr: "Sonra 4 yumurta satın alıyor.",
    },
  ],
  [
    { kind: "gains", who: tom, how: "find", amount: { count: 4, of: "key" }, linked: false, day: "on-monday" },
    {
      en: "On Monday, Tom finds 4 keys.",
      de: "Am Montag findet Tom 4 Schlüssel.",
      es: "El lunes Tom encuentra 4 llaves.",
      hi: "सोमवार को टॉम को 4 चाबियाँ मिलती हैं।",
      tr: "Pazartesi günü Tom 4 anahtar buluyor.",
    },
  ],
  [
    { kind: "loses", who: tom, how: "eat", amount: { count: 2, of: "nut" }, linked: true },
    {
      en: "Then he eats 2 nuts.",
      de: "Dann isst er 2 Nüsse.",
      es: "Luego come 2 nueces.",
      hi: "फिर वह 2 अखरोट खाता है।",
      tr: "Sonra 2 fındık yiyor.",
    },
  ],
  [
    { kind: "compares", who: tom, than: anna, more: false, amount: { count: 2, of: "pear" } },
    {
      en: "Tom has 2 fewer pears than Anna.",
      de: "Tom hat 2 Birnen weniger als Anna.",
      es: "Tom tiene 2 peras menos que Ana.",
      hi: "टॉम के पास अन्ना से 2 नाशपातियाँ कम हैं।",
      tr: "Tom'un Anna'dan 2 tane daha az armudu var.",
    },
  ],
  [
    { kind: "lies", where: "garden", amount: { count: 5, of: "dog" }, and: { count: 3, of: "cat" } },
    {
      en: "There are 5 dogs and 3 cats in the garden.",
      de: "Im Garten sind 5 Hunde und 3 Katzen.",
      es: "En el jardín hay 5 perros y 3 gatos.",
      hi: "बगीचे में 5 कुत्ते और 3 बिल्लियाँ हैं।",
      tr: "Bahçede 5 köpek ve 3 kedi var.",
    },
  ],
  [
    { kind: "puts", who: anna, where: "basket", amount: { count: 6, of: "ball" } },
    {
      en: "Anna puts 6 balls into the basket.",
      de: "Anna legt 6 Bälle in den Korb.",
      es: "Ana mete 6 pelotas en la cesta.",
      hi: "अन्ना टोकरी में 6 गेंदें रखती है।",
      tr: "Anna sepete 6 top koyuyor.",
    },
  ],
  [
    { kind: "takes", who: tom, where: "drawer", amount: { count: 6, of: "card" } },
    {
      en: "Tom takes 6 cards out of the drawer.",
      de: "Tom nimmt 6 Karten aus der Schublade.",
      es: "Tom saca 6 tarjetas del cajón.",
      hi: "टॉम दराज़ से 6 कार्ड निकालता है।",
      tr: "Tom çekmeceden 6 kart alıyor.",
    },
  ],
  [
    { kind: "leaves", where: "field", amount: { count: 3, of: "goat" } },
    {
      en: "Then 3 goats go away.",
      de: "Dann laufen 3 Ziegen weg.",
      es: "Luego 3 cabras se van.",
      hi: "फिर 3 बकरियाँ चली जाती हैं।",
      tr: "Sonra 3 keçi gidiyor.",
    },
  ],
  [
    { kind: "each", where: "box", amount: { count: 4, of: "candle" } },
    {
      en: "There are 4 candles in each box.",
      de: "In jeder Kiste sind 4 Kerzen.",
      es: "En cada caja hay 4 velas.",
      hi: "हर डिब्बे में 4 मोमबत्तियाँ हैं।",
      tr: "Her kutuda 4 mum var.",
    },
  ],
  [
    { kind: "costs", thing: "banana", price: { count: 3, of: "coin" } },
    {
      en: "Each banana costs 3 coins.",
      de: "Jede Banane kostet 3 Münzen.",
      es: "Cada plátano cuesta 3 monedas.",
      hi: "हर केले का दाम 3 सिक्के है।",
      tr: "Her muz 3 sikke.",
    },
  ],
  [
    { kind: "needs", who: anna, amount: { count: 9, of: "stone" } },
    {
      en: "Anna needs 9 stones.",
      de: "Anna braucht 9 Steine.",
      es: "Ana necesita 9 piedras.",
      hi: "अन्ना को 9 पत्थर चाहिए।",
      tr: "Anna'ya 9 taş lazım.",
    },
  ],
];

const queries: readonly (readonly [Query, Said])[] = [
  [
    { kind: "has", who: tom, of: "cherry", how: "left" },
    {
      en: "How many cherries does Tom have left?",
      de: "Wie viele Kirschen hat Tom noch?",
      es: "¿Cuántas cerezas le quedan a Tom?",
      hi: "टॉम के पास कितनी चेरियाँ बचती हैं?",
      tr: "Tom'un kaç kirazı kaldı?",
    },
  ],
  [
    { kind: "together", who: [tom, "leo", anna], of: "orange" },
    {
      en: "How many oranges do Tom, Leo and Anna have together?",
      de: "Wie viele Orangen haben Tom, Leo und Anna zusammen?",
      es: "¿Cuántas naranjas tienen Tom, Leo y Ana en total?",
      hi: "टॉम, लियो और अन्ना के पास कुल कितने संतरे हैं?",
      tr: "Tom, Leo ve Anna'nın toplam kaç portakalı var?",
    },
  ],
  [
    { kind: "difference", who: anna, than: "max", of: "picture" },
    {
      en: "How many more pictures does Anna have than Max?",
      de: "Wie viele Bilder hat Anna mehr als Max?",
      es: "¿Cuántos cuadros más tiene Ana que Max?",
      hi: "अन्ना के पास मैक्स से कितनी तस्वीरें ज़्यादा हैं?",
      tr: "Anna'nın Max'tan kaç tane daha fazla resmi var?",
    },
  ],
  [
    { kind: "inside", where: "bucket", of: "flower" },
    {
      en: "How many flowers are in the bucket now?",
      de: "Wie viele Blumen sind jetzt im Eimer?",
      es: "¿Cuántas flores hay ahora en el cubo?",
      hi: "अब बाल्टी में कितने फूल हैं?",
      tr: "Kovada şimdi kaç çiçek var?",
    },
  ],
  [
    { kind: "gained", who: anna, how: "pick", of: "plum" },
    {
      en: "How many plums does Anna pick in total?",
      de: "Wie viele Pflaumen pflückt Anna insgesamt?",
      es: "¿Cuántas ciruelas recoge Ana en total?",
      hi: "अन्ना कुल कितने आलूबुखारे तोड़ती है?",
      tr: "Anna toplam kaç erik topluyor?",
    },
  ],
  [
    { kind: "misses", who: "emre", of: "ticket" },
    {
      en: "How many more tickets does Emre need?",
      de: "Wie viele Fahrkarten braucht Emre noch?",
      es: "¿Cuántos billetes más necesita Emre?",
      hi: "एमरे को और कितने टिकट चाहिए?",
      tr: "Emre'ye kaç bilet daha lazım?",
    },
  ],
];

const everything: readonly Counted[] = [
  ...new Set([...edible, ...pickable, ...objects, ...flying, ...running, ...containers]),
];

describe.each(languages)("%s", (language) => {
  const book = phrasebooks[language];

  test.each(facts.map(([fact, said]) => [said[language], fact] as const))("%s", (sentence, fact) => {
    expect(tell(book, fact)).toBe(sentence);
  });

  test.each(queries.map(([query, said]) => [said[language], query] as const))("%s", (sentence, query) => {
    expect(ask(book, query)).toBe(sentence);
  });
});

describe("the words are the lexicon's", () => {
  const { en, de, es, hi, tr } = phrasebooks;

  test.each(everything)("%s", (noun) => {
    expect(en.counted(noun)).toBe(englishPlural(english.nouns[noun]));
    expect(de.counted(noun)).toBe(german.nouns[noun].plural);
    expect(es.counted(noun)).toBe(spanishNounForm(spanish.nouns[noun], true));
    expect(hi.counted(noun)).toBe(declineNoun(hindi.nouns[noun], true, "dir"));
    expect(tr.counted(noun)).toBe(citation(turkish.nouns[noun]));
    const owned = inflectNoun(turkish.nouns[noun], { case: "nom", possessor: "3sg" });
    expect(tell(tr, { kind: "has", who: anna, amount: { count: 2, of: noun } })).toBe(`Anna'nın 2 ${owned} var.`);
  });

  test.each(people)("%s", (person) => {
    expect(en.name(person)).toBe(english.names[person]);
    expect(de.name(person)).toBe(german.names[person]);
    expect(es.name(person)).toBe(spanish.names[person]);
    expect(hi.name(person)).toBe(hindi.names[person]);
    expect(tr.name(person)).toBe(turkish.names[person]);
  });

  test.each(everything)("the article and the question word agree with %s", (noun) => {
    const many = ask(es, { kind: "has", who: anna, of: noun, how: "plain" });
    expect(many.startsWith(spanish.nouns[noun].gender === "f" ? "¿Cuántas " : "¿Cuántos ")).toBe(true);
    const left = ask(hi, { kind: "has", who: anna, of: noun, how: "left" });
    expect(left).toMatch(hindi.nouns[noun].gender === "f" ? /कितनी .* बचती हैं\?$/ : /कितने .* बचते हैं\?$/);
    if (containers.some((one) => one === noun) || flying.some((one) => one === noun)) return;
    const each = tell(de, { kind: "costs", thing: noun as (typeof edible)[number], price: { count: 2, of: "coin" } });
    expect(each.split(" ")[0]).toBe({ m: "Jeder", f: "Jede", n: "Jedes" }[german.nouns[noun].gender]);
  });
});

describe("two thousand problems", () => {
  const problems = Array.from({ length: 2000 }, (_, seed) => generateProblem(seed));

  test("have the answer that book-keeping finds", () => {
    for (const { seed, answer } of problems) {
      const { facts: told, query } = drawProblem(seed, {});
      expect(solve(told, query)).toBe(answer);
    }
  });

  test("stay within their numbers", () => {
    for (const { numbers, operations } of problems) {
      for (const number of numbers) expect(number >= 2 && number <= 10).toBe(true);
      for (const { result } of operations) expect(result >= 0 && result <= 20).toBe(true);
    }
  });

  test("state their numbers in every language, and answer last", () => {
    for (const { texts, numbers, answer } of problems) {
      for (const language of languages) {
        const { question, worked } = texts[language];
        expect(question.match(/\d+/g)?.map(Number)).toEqual(numbers);
        expect(answerOf(`${promptOf(language, question)} ${worked}\n`)).toBe(answer);
      }
    }
  });

  test("are worked out in equal forms, one operation less in each, the same in every language", () => {
    for (const { texts, answer, steps } of problems) {
      const forms = texts.en.worked.slice(0, -1).split(" = ");
      expect(forms.map((form) => form.match(/[-+×]/g)?.length ?? 0)).toEqual(forms.map((_, at) => steps - at));
      for (const form of forms) expect(valueOf(form)).toBe(answer);
      for (const language of languages) expect(texts[language].worked).toBe(texts.en.worked);
    }
  });

  test("use every template with every number of steps", () => {
    const used = new Set(problems.map(({ template, steps }) => `${template} ${steps}`));
    expect([...used].sort()).toEqual(templates.flatMap(({ id, steps }) => steps.map((n) => `${id} ${n}`)).sort());
    expect(templates.length).toBeGreaterThanOrEqual(12);
  });

  test("are on one side of the split by numbers and things", () => {
    const sides = new Map<string, string>();
    for (const { template, operations, texts, part } of problems) {
      const nouns = new Set(everything.map((noun) => phrasebooks.en.counted(noun)));
      const things = [...new Set(texts.en.question.split(/[ .?]/).filter((word) => nouns.has(word)))].sort();
      const steps = operations.map(({ left, sign, right }) => [left, sign, right]);
      const content = JSON.stringify([template, steps, things]);
      expect(sides.get(content) ?? part).toBe(part);
      sides.set(content, part);
    }
  });
});

test("a problem is the same whenever it is made, and has the steps and numbers asked for", () => {
  expect(generateProblem(7)).toEqual(generateProblem(7));
  for (let seed = 0; seed < 300; seed++) {
    const { numbers, operations } = generateProblem(seed, { max: 8, steps: 3 });
    expect(operations).toHaveLength(3);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(8);
    expect(Math.max(...operations.map(({ result }) => result))).toBeLessThanOrEqual(16);
  }
});

test("the answer is the last number of the first answer, or none", () => {
  expect(answerOf("Question: 2 and 3?\nAnswer: 2 + 3 = 5.\nQuestion: 4?\nAnswer: 9.")).toBe(5);
  expect(answerOf("प्रश्न: 2?\nउत्तर: तो 12।")).toBe(12);
  expect(answerOf("Soru: 2?\nCevap: bilmiyorum")).toBeUndefined();
});

/** Brackets, then products, then sums and differences from the left. */
function valueOf(form: string): number {
  const flat = form.replace(/\(([^)]+)\)/g, (_, inner: string) => String(valueOf(inner)));
  const [first, ...rest] = flat.replace(/(\d+) × (\d+)/g, (_, one, other) => String(one * other)).split(/ (?=[-+])/);
  return rest.reduce((sum, term) => sum + Number(term.replace(" ", "")), Number(first));
}
