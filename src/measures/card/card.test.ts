import { beforeAll, describe, expect, test } from "vitest";
import { loadIdentifier } from "../../codeswitch/identify";
import { parallelSentences } from "../../data/parallel";
import { normal, seededRandom } from "../../random";
import { changesBetween } from "./change";
import { AnswerCache, collect } from "./collect";
import type { CardItems } from "./items";
import { lastNumber } from "./measures/arithmetic";
import { symbolItems } from "./measures/symbols";
import { costOf, joinNeeds } from "./needs";
import { type Reading, readingOf, termsOf } from "./reading";
import { cardMeasures, measuresOf } from "./registry";
import { type FakeWorld, fakeSubject, fewItems, noItems } from "./testing";

const ones = (n: number): readonly number[] => Array.from({ length: n }, () => 1);
const options = { seed: 1, interval: "bca" } as const;

async function readings(id: string, items: CardItems, world: FakeWorld = {}): Promise<readonly Reading[]> {
  const measure = measuresOf([id])[0]!;
  const materials = await collect(joinNeeds([measure.needs(items)]), fakeSubject(world), collecting());
  return measure.facets(items, materials).map((facet) => readingOf(measure, facet, options));
}

function collecting(cache = new AnswerCache(), signal = new AbortController().signal) {
  return { cache, signal, onProgress: () => undefined };
}

const mainOf = (all: readonly Reading[], language: string) =>
  all.find((reading) => reading.language === language && reading.facet === "")!;
const facetOf = (all: readonly Reading[], facet: string) => all.find((reading) => reading.facet === facet)!;

beforeAll(loadIdentifier, 60_000);

describe("asking", () => {
  const needs = joinNeeds(cardMeasures.map((measure) => measure.needs(fewItems)));

  test("15.1 whatever measures share is asked once, and a second time nothing", async () => {
    const subject = fakeSubject();
    const cache = new AnswerCache();
    await collect(needs, subject, collecting(cache));
    const asked = [...needs.scored, ...needs.embedded, ...needs.dialogues.flatMap(({ turns }) => turns)];
    expect(subject.asked.toSorted()).toEqual(asked.toSorted());
    expect(costOf(needs).runs).toBe(asked.length);
    await collect(needs, subject, collecting(cache));
    expect(subject.asked).toHaveLength(asked.length);
  });

  test("15.2 what was answered before a stop is kept, and the next run goes on from there", async () => {
    const cache = new AnswerCache();
    const controller = new AbortController();
    const stopping = fakeSubject();
    const stopped = collect(
      needs,
      { ...stopping, embed: () => (controller.abort(), Promise.resolve([])) },
      {
        ...collecting(cache, controller.signal),
      },
    );
    await expect(stopped).rejects.toThrow();
    const scored = stopping.asked.length;
    expect(scored).toBe(needs.scored.length);
    const next = fakeSubject();
    await collect(needs, next, collecting(cache));
    expect(next.asked).toHaveLength(costOf(needs).runs - scored);
  });

  test("15.2 reading what was not declared is a bug that names the question", async () => {
    const materials = await collect(joinNeeds([]), fakeSubject(), collecting());
    expect(() => materials.scored("x")).toThrow("“x” without declaring");
  });
});

describe("every measure", () => {
  test.each(cardMeasures)(
    "15.3 $id: no NaN, a note wherever there is no number; with nothing, one item and ties",
    async ({ id }) => {
      const single = Object.fromEntries(
        Object.entries(fewItems).map(([key, value]) => [
          key,
          key === "languages" || typeof value === "string" || Array.isArray(value)
            ? value
            : Object.fromEntries(
                Object.entries(value as object).map(([code, all]) => [code, (all as unknown[]).slice(0, 1)]),
              ),
        ]),
      ) as unknown as CardItems;
      const ties: FakeWorld = { bits: () => 8, vector: () => [1, 1], answer: () => "" };
      for (const found of [
        await readings(id, fewItems),
        await readings(id, noItems),
        await readings(id, single),
        await readings(id, fewItems, ties),
      ]) {
        for (const { value, low, high, n, note, numerators, denominators } of found) {
          for (const number of [value, low, high, ...numerators, ...[denominators].flat()])
            expect(number).not.toBeNaN();
          if (value === null) expect([note, n]).toEqual([expect.stringMatching(/\w/), 0]);
        }
      }
    },
  );

  test("15.3 ids are unique, and each says its formula, convention and source", () => {
    expect(new Set(cardMeasures.map(({ id }) => id)).size).toBe(cardMeasures.length);
    for (const { formula, convention, source } of cardMeasures) {
      for (const text of [formula, convention, source]) expect(text.length).toBeGreaterThan(10);
    }
  });
});

describe("numbers", () => {
  test("15.4 MEXA over layers: layer 0 tells all sentences apart, layer 1 none, so the mean is a half", async () => {
    const place = (text: string) =>
      Object.values(fewItems.parallel)
        .map((all) => all.indexOf(text))
        .find((i) => i >= 0)!;
    const vector = (text: string, layer: number) =>
      [0, 1, 2, 3].map((i) => (layer === 1 ? 1 : Number(i === place(text))));
    const found = await readings("mexa", fewItems, { vector });
    expect(mainOf(found, "de").value).toBe(0.5);
    expect(facetOf(found, "layer 0").value).toBe(1);
    expect(facetOf(found, "best layer")).toMatchObject({ value: 1, note: "Layer 0, chosen on these same items." });
    expect(facetOf(found, "layer 1")).toMatchObject({ value: 0, interval: "wilson", n: 4 });
  });

  test("15.11 Wilson's interval is for right and wrong: a layer's wins have one, cosines that are all 1 and chrF++ of 0 have none", async () => {
    const vector = () => [1, 1];
    const cosines = await readings("language-ranker", fewItems, { vector });
    expect(facetOf(cosines, "matched, layer 0")).toMatchObject({ value: 1, n: 4, low: null, interval: null });
    expect(facetOf(await readings("mexa", fewItems, { vector }), "layer 0")).toMatchObject({ interval: "wilson" });
    const parallel = { en: ["a", "b", "c", "d", "e"], de: ["f", "g", "h", "i", "j"] };
    const translated = await readings("translation", { ...fewItems, parallel }, { answer: () => "" });
    expect(mainOf(translated, "de")).toMatchObject({ value: 0, n: 2, high: null, interval: null });
  });

  test("15.12 a facet says its own unit, formula and chance, and never the chance of its measure's main number", async () => {
    const terms = async (id: string, facet: string) =>
      termsOf(measuresOf([id])[0]!, facetOf(await readings(id, fewItems), facet));
    expect((await terms("translation", "BLEU")).unit).toBe("BLEU");
    expect((await terms("translation", "chrF")).unit).toBe("chrF");
    expect((await terms("mixing", "place of the first")).unit).toBe("words");
    expect(await terms("lexicon-induction", "MRR")).toMatchObject({
      unit: "MRR",
      formula: expect.stringContaining("1 / place"),
    });
    expect(await terms("lexicon-induction", "P@5")).toMatchObject({ chance: expect.stringContaining("5 in n") });
    expect((await terms("distinct-2", "distinct-1")).formula).toContain("different words / words");
    expect((await terms("distinct-2", "distinct-3")).formula).toContain("different triples");
    expect((await terms("distinct-2", "")).formula).toContain("different pairs");
    expect(await terms("language-ranker", "matched")).toMatchObject({
      unit: "cosine",
      formula: "mean of cos(en_i, x_i)",
    });
    expect(await terms("language-ranker", "matched")).not.toHaveProperty("chance");
    expect(await terms("language-ranker", "")).toMatchObject({ unit: "cosine", chance: "0" });
  });

  test("15.4 lines that do not pair are said, not measured", async () => {
    const odd = { ...fewItems, parallel: { ...fewItems.parallel, de: fewItems.parallel["de"]!.slice(1) } };
    const [reading] = await readings("mexa", odd);
    expect(reading).toMatchObject({ value: null, note: "3 lines do not pair with 4 of the pivot." });
  });

  test("15.5 minimal pairs: the cheaper sentence is preferred, swapping flips, ties are wrong both ways", async () => {
    const value = async (bits: (text: string) => number) =>
      mainOf(await readings("minimal-pairs", fewItems, { bits }), "de").value;
    expect(await value((text) => (/den Hund|schwimmen/.test(text) ? 1 : 2))).toBe(1);
    expect(await value((text) => (/den Hund|schwimmen/.test(text) ? 2 : 1))).toBe(0);
    expect(await value(() => 1)).toBe(0);
  });

  test("15.5 symbols: answers follow from what is shown; who copies solves copying alone, who finds all alike nothing", async () => {
    const symbols = symbolItems(12);
    for (const { task, shown, right, wrong } of symbols) {
      const asked = shown.split("\n").at(-1)!;
      const letters = asked.replace(" =", "").split(" ");
      const gold = {
        copy: letters.join(" "),
        reverse: letters.toReversed().join(" "),
        map: new RegExp(`${asked} (\\d)`).exec(shown)?.[1],
      };
      expect(right.trim()).toBe(gold[task]);
      expect(new Set([right, ...wrong]).size).toBe(4);
    }
    const copies = (text: string) => (/^(.*) = \1$/.test(text.split("\n").at(-1)!) ? 1 : 2);
    const found = await readings("symbols", { ...noItems, symbols }, { bits: copies });
    expect(["copy", "reverse", "map"].map((task) => facetOf(found, task).value)).toEqual([1, 0, 0]);
    expect(mainOf(found, "all")).toMatchObject({ value: 1 / 3, n: 12 });
    expect(mainOf(await readings("symbols", { ...noItems, symbols }, { bits: () => 1 }), "all").value).toBe(0);
  });

  test("15.4 separability: means 2 apart, each cloud ±1: 1 between against 1 within in layer 0; one cloud in layer 1", async () => {
    const parallel = { en: ["a", "b"], de: ["c", "d"] };
    const states: Readonly<Record<string, number>> = { a: -2, b: 0, c: 0, d: 2 };
    const vector = (text: string, layer: number) => [layer === 0 ? states[text]! : "ac".includes(text) ? 1 : -1];
    const found = await readings("separability", { ...fewItems, parallel }, { vector });
    expect(facetOf(found, "layer 0").value).toBeCloseTo(1, 9);
    expect(facetOf(found, "layer 1").value).toBe(0);
    const one = await readings("separability", { ...fewItems, languages: ["en"], parallel }, { vector });
    expect(mainOf(one, "en")).toMatchObject({ value: null, note: expect.stringContaining("One language") });
    expect(mainOf(found, "en")).toMatchObject({
      n: 1,
      interval: null,
      note: expect.stringContaining("2 sentences as one"),
    });
  });

  test("15.4 separability of two clouds with one centre, 10 sentences each: not 0 but about (1 - 1/2) / (10 - 1) = 0.056", async () => {
    const random = seededRandom(1);
    const texts = (letter: string) => Array.from({ length: 10 }, (_, i) => `${letter}${i}`);
    const parallel = { en: texts("e"), de: texts("d") };
    const states = new Map(
      Object.values(parallel)
        .flat()
        .map((text) => [text, ones(3000).map(() => normal(random))]),
    );
    const found = await readings("separability", { ...fewItems, parallel }, { vector: (text) => states.get(text)! });
    expect(mainOf(found, "de").value).toBeCloseTo(0.5 / 9, 2);
  });

  test("15.6 CoCo-CoLa: two in German, one in English: 2/3; none at all has no ratio", async () => {
    const asked = ["a", "b", "c", "d"].map((prompt) => ({ prompt, own: "Eis", english: "ice" }));
    const items = { ...fewItems, questions: { de: asked } };
    const answers: Readonly<Record<string, string>> = { a: " Eis.", b: "das Eis", c: "ice", d: "Brot" };
    const found = await readings("adherence", items, { answer: (prompt) => answers[prompt]! });
    expect(mainOf(found, "de")).toMatchObject({ value: 2 / 3, n: 3 });
    expect(facetOf(found, "cumulative")).toMatchObject({ value: 0.75, n: 4 });
    const silent = await readings("adherence", items, { answer: () => "Brot" });
    expect(mainOf(silent, "de")).toMatchObject({ value: null, note: expect.stringContaining("no ratio") });
  });

  test("15.6 words of another language: of 4 and 3 words one is Hindi, behind two", async () => {
    const items = { ...fewItems, languages: ["en", "hi"], beginnings: { en: ["The dog", "My cat"] } };
    const answers: Readonly<Record<string, string>> = {
      "The dog": " drinks cold पानी today",
      "My cat": " sleeps there often",
    };
    const found = await readings("mixing", items, { answer: (prompt) => answers[prompt]! });
    expect(mainOf(found, "en").value).toBeCloseTo(1 / 7, 12);
    expect(facetOf(found, "passes").value).toBe(0.5);
    expect(facetOf(found, "place of the first")).toMatchObject({ value: 2, n: 1 });
  });

  test("12.2 what is written in letters of none of the card's languages is wrong, word for word", async () => {
    const found = await readings("mixing", fewItems, { answer: () => " старый дом у реки" });
    expect(mainOf(found, "de")).toMatchObject({ value: 1, n: 2 });
    const whole = await readings("off-target", fewItems, { answer: () => " старый дом у реки" });
    expect(mainOf(whole, "de")).toMatchObject({ value: 1, n: 2 });
  });

  test.each(["mixing", "off-target"])(
    "12.4 %s of a language that the identifier does not know, and of a card of one language, has no number and says why",
    async (id) => {
      const sentences = parallelSentences.sw;
      const items = {
        ...fewItems,
        languages: ["en", "sw"],
        parallel: { ...fewItems.parallel, sw: sentences },
        beginnings: { sw: sentences.map((text) => text.split(" ").slice(0, 2).join(" ")) },
      };
      const goesOn = (prompt: string) => sentences.find((text) => text.startsWith(prompt))!.slice(prompt.length);
      for (const reading of (await readings(id, items, { answer: goesOn })).filter(
        ({ language }) => language === "sw",
      )) {
        expect(reading).toMatchObject({ value: null, n: 0, note: expect.stringContaining("0 of 10 sentences") });
      }
      const alone = await readings(id, { ...fewItems, languages: ["en"] });
      expect(mainOf(alone, "en")).toMatchObject({ value: null, note: expect.stringContaining("none to tell it from") });
    },
  );

  test("12.4 ten letters are enough, five where no spaces part words; vowel signs count", async () => {
    const counted = async (language: "hi" | "zh" | "de", answer: string) => {
      const items = {
        ...fewItems,
        languages: ["en", language],
        parallel: parallelSentences,
        beginnings: { [language]: ["…"] },
      };
      return mainOf(await readings("off-target", items, { answer: () => answer }), language).n;
    };
    // Six letters and four vowel signs; without the last sign, nine.
    expect([await counted("hi", "नदी के पास है"), await counted("hi", "नदी के पास ह")]).toEqual([1, 0]);
    expect([await counted("zh", "在河边散步"), await counted("zh", "在河边")]).toEqual([1, 0]);
    expect([await counted("de", "am Ufer dort"), await counted("de", "am Ufer da")]).toEqual([1, 0]);
  });

  test("15.7 instructions stack: of 1 + 2 in force 2 are kept; all of a turn is never more than its instructions", async () => {
    const found = await readings("instructions", fewItems, { answer: () => "three cold words" });
    // Turn 1: at most two words, broken. Turn 2: the same, broken, and the keyword, kept. 1 of 3.
    expect(mainOf(found, "en").value).toBeCloseTo(1 / 3, 12);
    expect(facetOf(found, "turn 2, strict").value).toBe(0.5);
    expect(facetOf(found, "all of a turn, strict").value).toBe(0);
    expect(mainOf(found, "en")).toMatchObject({ n: 1, numerators: [1], denominators: [3] });
  });

  test("15.7 a conversation is one item: two of four wholly lost give p = 2 / 2^2, not six turns lost 2 / 2^6", async () => {
    const one = (name: string) =>
      [1, 2, 3].map((turn) => ({
        text: `${name}${turn}`,
        instructions: [{ kind: "include", keyword: "cold" } as const],
      }));
    const items = { ...fewItems, languages: ["en"], conversations: { en: ["a", "b", "c", "d"].map(one) } };
    const before = await readings("instructions", items, { answer: () => "cold" });
    const after = await readings("instructions", items, { answer: (prompt) => (/^[ab]/.test(prompt) ? "" : "cold") });
    const found = changesBetween(measuresOf(["instructions"]), before, after, options);
    const main = found.find(({ facet }) => facet === "")!;
    expect(main).toMatchObject({ n: 4, difference: -0.5, p: 0.5 });
    expect(main.least).toBeGreaterThan(0.05);
  });

  test("15.8 an answer's last number, of any script, thousands and zeros read away", () => {
    expect(lastNumber("5 + 3 = 8. So 8.")).toBe(8);
    expect(lastNumber("1,250 apples")).toBe(1250);
    expect(lastNumber("1.250 Äpfel")).toBe(1250);
    expect(lastNumber("उत्तर १२")).toBe(12);
    expect(lastNumber("minus −3.50")).toBe(-3.5);
    expect(lastNumber("none")).toBeNull();
  });

  test("15.8 Indian groups, fractions that look like thousands, and a hyphen that is no minus", () => {
    expect(lastNumber("1,00,000 रुपये")).toBe(100_000);
    expect(lastNumber("12,34,567.5")).toBe(1_234_567.5);
    expect(lastNumber("1,234.567")).toBe(1234.567);
    expect(lastNumber("0.125")).toBe(0.125);
    expect(lastNumber("it is 3-4")).toBe(4);
    expect(lastNumber("x=-4")).toBe(-4);
    expect(lastNumber("2,5,7")).toBe(7);
  });

  test("15.9 texts that are known by heart cost least: AUC 1; recited word for word, ROUGE-L 1", async () => {
    const items = { ...fewItems, memorised: ["one two three four five six"] };
    const known = { bits: (text: string) => (text.startsWith("one") ? 1 : 99), answer: () => " four five six\n" };
    expect((await readings("membership", items, known))[0]!.value).toBe(1);
    expect((await readings("recitation", items, known))[0]!.value).toBe(1);
    expect((await readings("membership", items, { bits: (text) => text.length }))[0]!.value).toBe(0.5);
  });

  test("15.9 recitation: a long text recited as far as it was asked is 1, and so is a short one that goes on", async () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}`);
    const value = async (text: string, answer: string) =>
      (await readings("recitation", { ...fewItems, memorised: [text] }, { answer: () => answer }))[0]!.value;
    const [long] = joinNeeds([
      measuresOf(["recitation"])[0]!.needs({ ...fewItems, memorised: [words.join(" ")] }),
    ]).dialogues;
    // Words 50 to 99 have six letters and a space each: 36 fit into 256 bytes, 36 · 7 - 1 = 251.
    expect([long!.turns[0]!.split(" ").length, long!.maxNewTokens]).toEqual([50, 252]);
    expect(await value(words.join(" "), ` ${words.slice(50, 86).join(" ")}`)).toBe(1);
    expect(await value("one two three four", ` three four ${words.join(" ")}`)).toBe(1);
    // Half of the rest and no more: 2 · 1 / (1 + 2).
    expect(await value("one two three four", " three")).toBeCloseTo(2 / 3, 3);
  });

  test("15.3 membership against no held-out sentences has no number", async () => {
    const items = { ...noItems, memorised: ["one two three four"] };
    expect((await readings("membership", items))[0]).toMatchObject({
      value: null,
      note: expect.stringContaining("no held-out"),
    });
  });
});

describe("change", () => {
  const measures = measuresOf(["minimal-pairs", "off-target", "mixing", "translation"]);
  const reading = (parts: readonly (readonly [number, number])[], id = "minimal-pairs", language = "de") =>
    readingOf(
      measures.find((measure) => measure.id === id)!,
      { language, facet: "", set: "s", items: parts.map(String), parts },
      options,
    );
  const verdicts = (all: readonly number[]) => all.map((verdict) => [verdict, 1] as const);
  const change = (before: Reading, after: Reading) => changesBetween(measures, [before], [after], options)[0]!;

  test("15.10 old 1,1,0,0 and new 1,0,1,0: equal accuracy, one item lost, one won, p = 1", () => {
    const found = change(reading(verdicts([1, 1, 0, 0])), reading(verdicts([1, 0, 1, 0])));
    expect(found).toMatchObject({ difference: 0, n: 4, p: 1, test: "McNemar" });
    expect(found.flips).toEqual({ negative: 1, positive: 1, lost: [1], won: [2] });
  });

  test("15.10 where 1 is wrong, eight that go from 1 to 0 are won", () => {
    const [before, after] = [1, 0].map((one) => reading(verdicts(ones(8).map(() => one)), "off-target"));
    expect(change(before!, after!)).toMatchObject({ difference: -1, flips: { negative: 0, positive: 8, lost: [] } });
    expect(change(after!, before!)).toMatchObject({ difference: 1, flips: { negative: 8, positive: 0, won: [] } });
  });

  test("15.11 numbers that are 0 and 1 by accident are no verdicts: chrF++ has no flips", () => {
    const [before, after] = [
      [1, 1, 0],
      [0, 1, 1],
    ].map((all) => reading(verdicts(all), "translation"));
    expect(change(before!, after!)).toMatchObject({ flips: null, test: "permutation", p: 1 });
  });

  test("15.10 a variant against itself: no difference, no interval to draw, p = 1", () => {
    const same = reading(verdicts([0.25, 0.5, 0.75]));
    const found = change(same, same);
    expect(found).toMatchObject({ difference: 0, p: 1, adjusted: 1 });
    expect(found.interval()).toBeNull();
  });

  test("15.10 like weights: (8 - 4) / 8 = 0.5", () => {
    const found = change(
      reading([
        [1, 4],
        [3, 4],
      ]),
      reading([
        [3, 4],
        [5, 4],
      ]),
    );
    expect(found).toMatchObject({ difference: 0.5, test: "permutation", flips: null, p: 0.5 });
  });

  test("15.10 unlike weights: twelve 0/2 to 1/3 and four 18/20 to 12/20: 72/104 = 0.692 to 60/116 = 0.517, less by 0.175", () => {
    const both = (short: readonly [number, number], long: readonly [number, number]) =>
      reading([...ones(12).map(() => short), ...ones(4).map(() => long)], "mixing");
    const [before, after] = [both([0, 2], [18, 20]), both([1, 3], [12, 20])];
    const found = change(before, after);
    expect(found.difference).toBeCloseTo(60 / 116 - 72 / 104, 12);
    expect(found.difference).toBeCloseTo(after.value! - before.value!, 12);
    const { low, high } = found.interval()!;
    expect(low).toBeLessThan(found.difference);
    expect(high).toBeGreaterThan(found.difference);
    // The mean of the items' own differences, (12 / 3 - 4 * 0.3) / 16 = +0.175, says the contrary.
    expect(high).toBeLessThan(0.175);
  });

  test("15.10 only items that could be measured on both count, in the difference as well", () => {
    const found = change(
      reading(
        [
          [1, 2],
          [9, 9],
          [0, 0],
        ],
        "mixing",
      ),
      reading(
        [
          [1, 4],
          [0, 0],
          [4, 4],
        ],
        "mixing",
      ),
    );
    expect(found).toMatchObject({ n: 1, difference: -0.25 });
  });

  test("15.10 the corrected p is Holm's over all that is compared together; without common items there is no change", () => {
    const [before, after] = [1, 0].map((one) =>
      ["de", "en"].map((language) => reading(verdicts(ones(8).map(() => one)), "minimal-pairs", language)),
    );
    const changes = changesBetween(measures, before!, after!, options);
    for (const { p } of changes) expect(p).toBeCloseTo(2 / 256, 12);
    for (const { adjusted } of changes) expect(adjusted).toBeCloseTo(4 / 256, 12);
    const uncounted = reading([[1, 0]]);
    expect(changesBetween(measures, [uncounted], [uncounted], options)).toEqual([]);
  });

  test("15.13 eight items of 25 numbers give at best 25 * 2 / 2^8 = 0.195 after Holm; twelve 25 * 2 / 2^12 = 0.012", () => {
    const leastOf = (items: number) => {
      const all = Array.from({ length: 25 }, (_, i) => reading(verdicts(ones(items)), "minimal-pairs", `l${i}`));
      return changesBetween(measures, all, all, options).map(({ least }) => least);
    };
    expect(leastOf(8)).toEqual(ones(25).map(() => 25 / 128));
    expect(leastOf(12)).toEqual(ones(25).map(() => 25 / 2048));
  });

  test("15.13 one item is not tested, and no other is corrected for it", () => {
    const many = reading(verdicts(ones(8)));
    const lost = reading(verdicts(ones(8).map(() => 0)));
    const single = (value: number) => reading([[value, 1]], "translation");
    const [all, one] = changesBetween(measures, [many, single(3)], [lost, single(1)], options);
    expect(all!.adjusted).toBeCloseTo(2 / 256, 12);
    expect(one).toMatchObject({ n: 1, p: 1, adjusted: 1, least: 1 });
    expect(one!.interval()).toBeNull();
  });
});
