import { beforeAll, describe, expect, test } from "vitest";
import { type Lexicon, loadLexicon, type StoryLanguage } from "../../data/lexicon";
import { unwrap } from "../../result";
import { inflectedReplacer } from "../dictionary/inflected";
import { museReplacer, parseMuse } from "../dictionary/muse";
import { readSentence } from "../read-pair";
import type { UniversalTag } from "../tags";
import { generateFromLexicon } from "./lexicon";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
});

function switched(
  text: string,
  from: StoryLanguage,
  to: StoryLanguage,
  ratio = 1,
  tags?: readonly UniversalTag[],
  seed = 1,
) {
  return unwrap(
    generateFromLexicon(readSentence(text, from), [inflectedReplacer(lexicon, from, to)], {
      ratio,
      seed,
      ...(tags === undefined ? {} : { tags: new Set(tags) }),
    }),
  );
}

describe("the embedded lexicon (SPEC 10)", () => {
  test.each([
    ["the old dogs", "en", "es", "los perros viejos"],
    ["the old dog", "en", "es", "el perro viejo"],
    ["The red house", "en", "es", "La casa roja"],
    ["the red houses", "en", "es", "las casas rojas"],
    ["the old dogs", "en", "de", "die alten Hunde"],
    ["a red house", "en", "de", "ein rotes Haus"],
    ["the old dog", "en", "de", "der alte Hund"],
    ["los perros viejos", "es", "en", "the old dogs"],
    ["the old dogs", "en", "tr", "the eski köpekler"],
    ["the old dogs", "en", "hi", "the पुराने कुत्ते"],
    ["der alte Hund", "de", "es", "el perro viejo"],
    ["the dogs sing", "en", "es", "los perros cantan"],
    ["the house is red", "en", "es", "la casa es roja"],
    ["the houses are red", "en", "es", "las casas son rojas"],
    ["the house is red", "en", "de", "das Haus ist rot"],
    ["the dog sings", "en", "de", "der Hund singt"],
    // A verb keeps its tense, and takes its subject's person, number and gender.
    ["The girl reads a book.", "en", "hi", "The लड़की पढ़ती a किताब."],
    ["The girl read a book yesterday.", "en", "hi", "The लड़की पढ़ी a किताब कल."],
    ["three women sleep", "en", "hi", "तीन औरतें सोती"],
    ["she slept", "en", "hi", "she सोई"],
    ["Der Hund schlief", "de", "hi", "Der कुत्ता सोया"],
    ["Kız uyudu", "tr", "hi", "लड़की सोई"],
    ["el perro dormirá", "es", "hi", "el कुत्ता सोएगा"],
    ["बच्चे खेलते हैं", "hi", "tr", "çocuklar oynuyorlar"],
    ["लड़की गाँव में रहती थी", "hi", "es", "niña pueblo में vivía"],
    ["Dann schlief der Hund", "de", "es", "Entonces durmió el perro"],
    // Where a language has no such form, the word stays.
    ["the dog is sleeping", "en", "tr", "the köpek is sleeping"],
    ["the dog is sleeping", "en", "de", "der Hund ist sleeping"],
    ["the dog is sleeping", "en", "es", "el perro es durmiendo"],
    // Part of an entry with its other part, else the word by itself.
    ["लड़की काम करती है", "hi", "en", "girl works"],
    ["वह मुझे किताब देता है", "hi", "en", "वह मुझे book gives"],
    ["माँ ने रोटी दी", "hi", "en", "mother ने bread gave"],
    ["बच्चा खुश हुआ", "hi", "en", "child happy was"],
    ["Kız kitabı verdi", "tr", "en", "Girl book gave"],
    ["Die Mutter macht Brot", "de", "en", "The mother makes bread"],
    ["Die Mutter macht die Tür zu", "de", "en", "The mother closes the door"],
    ["Ich stehe im Garten", "de", "en", "Ich stand im garden"],
    ["Das Kind schläft", "de", "en", "The child sleeps"],
    ["Er hält den Ball", "de", "en", "Er holds the ball"],
    ["La niña duerme", "es", "en", "The girl sleeps"],
    ["el teatro está allí", "es", "en", "the theatre is there"],
    // A counted noun is singular in Turkish, plural elsewhere; German adjectives after alle.
    ["two small dogs", "en", "tr", "iki küçük köpek"],
    ["many dogs", "en", "tr", "birçok köpek"],
    ["all dogs", "en", "tr", "bütün köpekler"],
    ["iki köpek uyuyor", "tr", "en", "two dogs sleep"],
    ["üç elma", "tr", "de", "drei Äpfel"],
    ["üç elma", "tr", "es", "tres manzanas"],
    ["all small dogs", "en", "de", "alle kleinen Hunde"],
    ["many small dogs", "en", "de", "viele kleine Hunde"],
  ] as const)("10.2 %s (%s to %s): %s", (text, from, to, expected) => {
    expect(switched(text, from, to).sentence.text).toBe(expected);
  });

  test("10.2 whatever is chosen, no adjective or article disagrees", () => {
    const texts = new Set(
      [0.34, 0.67, 1].flatMap((ratio) =>
        Array.from(
          { length: 20 },
          (_, seed) => switched("the old dogs", "en", "es", ratio, undefined, seed).sentence.text,
        ),
      ),
    );
    expect([...texts].toSorted()).toEqual([
      "los old dogs",
      "los old perros",
      "los perros viejos",
      "los viejos dogs",
      "the old perros",
      "the perros viejos",
      "the viejos dogs",
    ]);
  });

  test.each([
    ["ein Hund frisst den Apfel", "de", "en", [0, 4], ["a", "apple"]],
    ["ein großer Apfel", "de", "en", [0, 2], ["a", "apple"]],
    ["ein alter Apfel", "de", "en", [0, 1, 2], ["an", "old", "apple"]],
    ["un perro come la manzana", "es", "en", [0, 4], ["a", "apple"]],
    ["the cold water", "en", "es", [0, 2], ["la", "agua"]],
    ["the cold water", "en", "es", [0, 1, 2], ["el", "agua", "fría"]],
  ] as const)(
    "10.2 the article agrees with the word that follows it: %s (%s to %s), words %j",
    (text, from, to, chosen, expected) => {
      const replaced = inflectedReplacer(lexicon, from, to).replace(readSentence(text, from), chosen, () => 0);
      expect(replaced.map((one) => one.text)).toEqual(expected);
    },
  );

  test("10.1 by part of speech", () => {
    expect(switched("the old dogs", "en", "es", 1, ["NOUN"]).sentence.text).toBe("the old perros");
  });

  test("10.4 the common form: languages, alignment to the original, a reason at each switch", () => {
    const { sentence } = switched("the old dogs sleep", "en", "es", 1, ["NOUN", "ADJ"]);
    expect(sentence.text).toBe("the perros viejos sleep");
    expect(sentence.words.map(({ language, aligned }) => [language, aligned])).toEqual([
      ["en", []],
      ["es", [2]],
      ["es", [1]],
      ["en", []],
    ]);
    expect(sentence.switches).toEqual([
      {
        after: 0,
        reason: { kind: "dictionary-entry", word: { side: 0, index: 2, text: "dogs" }, replacement: "perros" },
      },
      {
        after: 2,
        reason: {
          kind: "dictionary-entry",
          word: { side: 0, index: 1, text: "old" },
          replacement: "viejos",
          head: { side: 0, index: 2, text: "dogs" },
        },
      },
    ]);
    expect(sentence.words.map(({ written }) => written).join("")).toBe(sentence.text);
  });
});

describe("a dictionary (SPEC 10)", () => {
  const dictionary = unwrap(
    parseMuse("dog perro\ncat gato\ncat gata\nhouse\tcasa\n\nice cream helado\nlonely\n", "en"),
  );
  const sentence = readSentence("The dog, a cat and the house!", "en");
  const run = (ratio: number, seed = 1) =>
    unwrap(generateFromLexicon(sentence, [museReplacer(dictionary, "es")], { ratio, seed }));

  test("10.3 ragged rows are left out, counted and named", () => {
    expect(dictionary).toMatchObject({ rows: 4, ragged: 2, raggedLines: [6, 7] });
    expect(dictionary.entries.get("cat")).toEqual(["gato", "gata"]);
    const broken = parseMuse("a\nb c d\n", "en");
    expect(!broken.ok && broken.problem.what).toContain("None of the dictionary's 2 rows");
    const empty = parseMuse("\n\n", "en");
    expect(!empty.ok && empty.problem.what).toBe("The dictionary is empty.");
  });

  test("10.3 capitals are those of the words' language", () => {
    const turkish = unwrap(parseMuse("Işık light\nıslak wet\niyi good", "tr"));
    const written = (text: string) =>
      unwrap(generateFromLexicon(readSentence(text, "tr"), [museReplacer(turkish, "en")], { ratio: 1, seed: 1 }))
        .sentence.text;
    expect(written("Işık, Islak, İyi")).toBe("Light, wet, good");
    expect(written("ışık, ıslak, iyi")).toBe("light, wet, good");
  });

  test("10.1 rate 0 is the input, rate 1 every word with an entry, between them within one word", () => {
    expect(run(0).sentence.text).toBe(sentence.text);
    expect(run(0).sentence.switches).toEqual([]);
    expect(run(1).sentence.text).toMatch(/^The perro, a gat[oa] and the casa!$/u);
    for (const ratio of [0.1, 0.3, 0.5, 0.8]) {
      const { replaced, candidates } = run(ratio);
      expect(Math.abs(replaced - ratio * candidates)).toBeLessThanOrEqual(0.5);
    }
  });

  test("10.1 equal seeds, equal sentences; several languages", () => {
    expect(run(0.5, 3)).toEqual(run(0.5, 3));
    const german = unwrap(parseMuse("dog hund\ncat katze\nhouse haus", "en"));
    const languages = new Set(
      Array.from({ length: 20 }, (_, seed) =>
        unwrap(
          generateFromLexicon(sentence, [museReplacer(dictionary, "es"), museReplacer(german, "de")], {
            ratio: 1,
            seed,
          }),
        ).sentence.words.map(({ language }) => language),
      ).flat(),
    );
    expect(languages).toEqual(new Set(["en", "es", "de"]));
  });

  test("10.1 several languages, each with its share: of 3 words two thirds to Spanish and one to German; where one lacks an entry, the other", () => {
    const german = museReplacer(unwrap(parseMuse("dog hund\ncat katze", "en")), "de");
    for (let seed = 0; seed < 20; seed += 1) {
      const request = { ratio: 1, parts: [2 / 3, 1 / 3], seed };
      const { words } = unwrap(
        generateFromLexicon(sentence, [museReplacer(dictionary, "es"), german], request),
      ).sentence;
      const of = (code: string) => words.filter(({ language }) => language === code).map(({ text }) => text);
      expect([of("es").length, of("de").length]).toEqual([2, 1]);
      expect(of("es")).toContain("casa");
    }
  });

  test("10.1 nothing to replace: a reason", () => {
    const request = { ratio: 1, seed: 1 };
    const unknown = generateFromLexicon(readSentence("xyz", "en"), [museReplacer(dictionary, "es")], request);
    expect(!unknown.ok && unknown.problem.what).toBe("None of the sentence's 1 words has an entry in the dictionary.");
    const tags = new Set<UniversalTag>(["NOUN"]);
    const untagged = generateFromLexicon(sentence, [museReplacer(dictionary, "es")], { ...request, tags });
    expect(!untagged.ok && untagged.problem.what).toContain(
      "none of them is known to be of the chosen parts of speech",
    );
    const ratio = generateFromLexicon(sentence, [museReplacer(dictionary, "es")], { ...request, ratio: 2 });
    expect(!ratio.ok && ratio.problem.what).toBe("The ratio is 2.");
  });

  test("10.3 a million entries, five a word, are all read", () => {
    const text = Array.from({ length: 1_000_000 }, (_, index) => `w${Math.floor(index / 5)} v${index}`).join("\n");
    const { entries, rows } = unwrap(parseMuse(text, "en"));
    expect([entries.size, rows, entries.get("w199999")!.length]).toEqual([200_000, 1_000_000, 5]);
  }, 30_000);
});

test("7 a replaced word that is spelt as what it stands for is of no language, and no switch", () => {
  const same = museReplacer(unwrap(parseMuse("hotel hotel\nsees ve", "en")), "es");
  const { sentence } = unwrap(
    generateFromLexicon(readSentence("She sees a hotel", "en"), [same], { ratio: 1, seed: 1 }),
  );
  expect(sentence.words.map(({ text, language }) => [text, language])).toEqual([
    ["She", "en"],
    ["ve", "es"],
    ["a", "en"],
    ["hotel", null],
  ]);
  expect(sentence.switches).toHaveLength(2);
});
