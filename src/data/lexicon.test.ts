import { expect, test } from "vitest";
import { type StoryLanguage, loadLexicon, storyLanguages } from "./lexicon";

const lexicon = await loadLexicon();
const languages = storyLanguages.filter((language) => lexicon.formsOf(language, "dog").length > 0);

/** The first reading of a form and its translation. */
function translated(from: StoryLanguage, form: string, to: StoryLanguage, wanted = {}): string | undefined {
  return lexicon.translate(lexicon.lookUp(from, form)[0]!, to, wanted)?.form;
}

test("it has at least five hundred concepts, each with a word in every language", () => {
  expect(lexicon.concepts.length).toBeGreaterThanOrEqual(500);
  for (const language of languages) {
    const missing = lexicon.concepts.filter((concept) => lexicon.formsOf(language, concept).length === 0);
    // Turkish has endings and no words for these.
    const endings = language === "tr" ? ["can", "may", "when", "that"] : [];
    expect({ language, missing }).toEqual({ language, missing: endings });
  }
});

test("a form is found with its concept and features, whatever its capitals", () => {
  expect(lexicon.lookUp("en", "Dogs")).toEqual([
    { form: "dogs", lemma: "dog", concept: "dog", upos: "NOUN", features: { Number: "Plur" } },
  ]);
  const readings = lexicon.lookUp("de", "Hunden");
  expect(readings.map(({ features }) => features)).toEqual([{ Case: "Dat", Number: "Plur", Gender: "Masc" }]);
  expect(lexicon.lookUp("es", "fuimos").map(({ concept }) => concept)).toContain("go");
  expect(lexicon.lookUp("de", "Xylofon")).toEqual([]);
});

test("a translation keeps number, person and tense", () => {
  expect(translated("en", "dog", "es")).toBe("perro");
  expect(translated("en", "dogs", "es")).toBe("perros");
  expect(translated("es", "perros", "de")).toBe("Hunde");
  expect(translated("de", "Katzen", "en")).toBe("cats");
  expect(translated("es", "cantaron", "de")).toBe("sangen");
  expect(translated("en", "quickly", "de")).toBe("schnell");
});

test("a translation takes the case and gender that its place asks for", () => {
  expect(translated("en", "dogs", "de", { Case: "Dat" })).toBe("Hunden");
  expect(translated("en", "red", "es", { Gender: "Fem", Number: "Plur" })).toBe("rojas");
  expect(translated("en", "red", "de", { Declension: "mixed", Case: "Nom", Gender: "Masc", Number: "Sing" })).toBe(
    "roter",
  );
  expect(translated("en", "teacher", "es", { Gender: "Fem" })).toBe("maestra");
});
