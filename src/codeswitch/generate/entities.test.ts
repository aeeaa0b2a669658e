import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { entityTable } from "../entities/entity";
import { maskEntities } from "../entities/mask";
import { embeddedEntities } from "../entities/table";
import { type Fetch, lookUpWikidata } from "../entities/wikidata";
import { generateFromEntities } from "./entities";

describe("entities (SPEC 11)", () => {
  test("11.1 labels in {fr, de, hi} and {fr, hi, en}: exactly fr and hi; the rest stays byte for byte", () => {
    const table = entityTable([
      { en: "Berlin", fr: "Berlin", de: "Berlin", hi: "बर्लिन" },
      { en: "River Spree", fr: "Sprée", hi: "स्प्री" },
    ]);
    const text = "  [[berlin]] –  lies on the [[river Spree|Spree]], “say”\tsome… near [[Nowhere]]!";
    const found = unwrap(generateFromEntities(text, "en", table, 1));
    expect(found.map(({ language }) => language)).toEqual(["fr", "hi"]);
    expect(found[1]!.tagged).toBe("  <hi>बर्लिन</hi> –  lies on the <hi>स्प्री</hi>, “say”\tsome… near <en>Nowhere</en>!");
    expect(found[1]!.sentence.text).toBe("  बर्लिन –  lies on the स्प्री, “say”\tsome… near Nowhere!");
    expect(unwrap(generateFromEntities(text, "en", table, 1))).toEqual(found);
  });

  test("11.1 at most five languages, drawn by the seed", () => {
    const labels = Object.fromEntries(["en", "aa", "bb", "cc", "dd", "ee", "ff", "gg"].map((code) => [code, "Xyz"]));
    const drawn = (seed: number) =>
      unwrap(generateFromEntities("Xyz", "en", entityTable([labels]), seed)).map(({ language }) => language);
    expect(drawn(1)).toHaveLength(5);
    expect(drawn(1)).toEqual(drawn(1));
    expect(new Set([1, 2, 3, 4].map((seed) => drawn(seed).join())).size).toBeGreaterThan(1);
  });

  test("11.1 listed entities are found as whole words, the longest first; alignment and reasons", () => {
    const found = unwrap(generateFromEntities("Mexico City is in Mexico, not Mexicos.", "en", embeddedEntities, 1));
    const spanish = found.find(({ language }) => language === "es")!.sentence;
    expect(spanish.text).toBe("Ciudad de México is in México, not Mexicos.");
    expect(spanish.words.slice(0, 4).map(({ language, aligned }) => [language, aligned])).toEqual([
      ["es", [0, 1]],
      ["es", [0, 1]],
      ["es", [0, 1]],
      ["en", []],
    ]);
    expect(spanish.words[3]!.source).toEqual({ side: 0, index: 2 });
    expect(spanish.switches.map(({ after, reason }) => [after, reason.kind])).toEqual([
      [2, "entity-label"],
      [4, "entity-label"],
      [5, "entity-label"],
    ]);
  });

  test("11.1 an ending that is written together with an entity is of its word, in the words of 1.2", () => {
    const inGerman = (text: string, from: string) =>
      unwrap(generateFromEntities(text, from, embeddedEntities, 1)).find(({ language }) => language === "de")!;
    const turkish = inGerman("Almanya'da yaşıyorum, Türkiye'de değil.", "tr").sentence;
    expect(turkish.text).toBe("Deutschland'da yaşıyorum, Türkei'de değil.");
    expect(
      turkish.words.map(({ text, language, aligned, source }) => [text, language, aligned, source?.index]),
    ).toEqual([
      ["Deutschland'da", "de", [0], undefined],
      ["yaşıyorum", "tr", [], 1],
      ["Türkei'de", "de", [2], undefined],
      ["değil", "tr", [], 3],
    ]);
    const { tagged, sentence } = inGerman("Germany's food", "en");
    expect(tagged).toBe("<de>Deutschland</de>'s food");
    expect(sentence.words.map(({ text, source }) => [text, source?.index])).toEqual([
      ["Deutschland's", undefined],
      ["food", 1],
    ]);
  });

  test("11.1, 7 a label that is spelt as in the text is of no language, and no switch", () => {
    const found = unwrap(generateFromEntities("In Istanbul we met near Vienna.", "en", embeddedEntities, 1));
    const german = found.find(({ language }) => language === "de")!.sentence;
    expect(german.words.map(({ text, language }) => [text, language])).toEqual([
      ["In", "en"],
      ["Istanbul", null],
      ["we", "en"],
      ["met", "en"],
      ["near", "en"],
      ["Wien", "de"],
    ]);
    expect(german.switches.map(({ after }) => after)).toEqual([4]);
  });

  test("11.1 no entity, no shared language: a reason", () => {
    const table = entityTable([
      { en: "Aa", fr: "Aa" },
      { en: "Bb", de: "Bb" },
    ]);
    const none = generateFromEntities("nothing here", "en", embeddedEntities, 1);
    expect(!none.ok && none.problem.what).toBe("The text names no entity that the lab knows.");
    const unknown = generateFromEntities("[[Atlantis]] sank", "en", embeddedEntities, 1);
    expect(!unknown.ok && unknown.problem.what).toBe("No label is known for “Atlantis”.");
    const apart = generateFromEntities("Aa and Bb", "en", table, 1);
    expect(!apart.ok && apart.problem.what).toBe("No language has a label for every entity of the text.");
  });

  test("11.2 the table: at least 120 entities, five labels each, in their languages' scripts", () => {
    expect(embeddedEntities.entities.length).toBeGreaterThanOrEqual(120);
    expect(new Set(embeddedEntities.entities.map(({ en }) => en)).size).toBe(embeddedEntities.entities.length);
    for (const { hi, ...others } of embeddedEntities.entities) {
      expect(hi).toMatch(/^[\p{Script=Devanagari} ]+$/u);
      expect(Object.values(others)).toHaveLength(4);
      for (const label of Object.values(others)) expect(label).toMatch(/^[\p{Script=Latin} -]+$/u);
    }
  });

  test("11.3 masking: whole entities, pieces at 80, 10, 10 %, and 15 % outside", () => {
    const tokens = Array.from({ length: 20_000 }, (_, index) => ({
      text: "t",
      ...(index % 2 === 0 ? { entity: 0 } : {}),
    }));
    const share = (masking: "whole" | "partial", outside: boolean) => {
      const masked = maskEntities(tokens, { masking, outside, mask: "<mask>" }, ["r"], seededRandom(5));
      return (parity: number, action: string) =>
        masked.filter((token, index) => index % 2 === parity && token.action === action).length / 10_000;
    };
    expect(share("whole", false)(0, "mask")).toBe(1);
    expect(share("whole", false)(1, "none")).toBe(1);
    const both = share("partial", true);
    for (const [action, expected] of [
      ["mask", 0.8],
      ["random", 0.1],
      ["same", 0.1],
    ] as const) {
      expect(Math.abs(both(0, action) - expected)).toBeLessThan(0.02);
    }
    expect(Math.abs(both(1, "none") - 0.85)).toBeLessThan(0.02);
  });

  test("11.4 Wikidata: what is asked and how answers are read", async () => {
    const asked: string[] = [];
    const answering =
      (status: number, body: unknown): Fetch =>
      async (url) => {
        asked.push(url);
        return { ok: status === 200, status, json: async () => body };
      };
    const labels = { de: { language: "de", value: "Frankreich" }, hi: { language: "hi", value: "फ़्रांस" } };
    const found = await lookUpWikidata(
      "France",
      "en",
      ["de", "hi"],
      answering(200, { entities: { Q142: { labels } } }),
    );
    expect(unwrap(found)).toEqual({ de: "Frankreich", hi: "फ़्रांस" });
    const { host, searchParams } = new URL(asked[0]!);
    expect([host, searchParams.get("sites"), searchParams.get("titles"), searchParams.get("languages")]).toEqual([
      "www.wikidata.org",
      "enwiki",
      "France",
      "de|hi",
    ]);
    const codes = await Promise.all(
      [
        answering(200, { entities: { "-1": { missing: "" } } }),
        answering(200, "nonsense"),
        answering(429, {}),
        answering(500, {}),
        () => Promise.reject(new Error("offline")),
      ].map((fetch: Fetch) => lookUpWikidata("Zzz", "en", ["de"], fetch)),
    );
    expect(codes.map((result) => !result.ok && result.problem.code)).toEqual([
      "not-found",
      "not-found",
      "rate-limited",
      "network-dropped",
      "network-dropped",
    ]);
  });
});
