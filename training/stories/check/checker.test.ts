import { expect, test } from "vitest";
import { judge, splitSentences } from "./checker";
import { english } from "./english";
import { german } from "./german";
import { spanish } from "./spanish";

const rulesOf = (checker: typeof english, sentence: string) => checker.check(sentence).map(({ rule }) => rule);

test.each([
  ["Anna saw a apple.", "noun phrase"],
  ["She has two dog.", "noun phrase"],
  ["The dogs was happy.", "agreement"],
  ["“Does you see the moon?” asked Anna.", "agreement"],
  ["She will goes home.", "verb form"],
  ["He did not saw the cat.", "verb form"],
  ["Him went home.", "pronoun case"],
  ["Ben gave the ball to she.", "pronoun case"],
  ["Then she the soup cooked.", "word order"],
])("English: %s", (sentence, rule) => {
  expect(rulesOf(english, sentence)).toContain(rule);
});

test.each([
  ["Anna sah die Hund.", "noun phrase"],
  ["Sie ging in den Küche.", "noun phrase"],
  ["Er hat ein alten Hut gekauft.", "noun phrase"],
  ["Er hat ein alter Hut gekauft.", "roles"],
  ["Sie spielte mit den Ball.", "noun phrase"],
  ["Ich hast einen Hund.", "roles"],
  ["Anna sah dem Hund.", "roles"],
  ["Er half den Mann.", "roles"],
  ["Am Montag Anna ging nach Hause.", "word order"],
  ["Anna weinte, weil sie war müde.", "word order"],
  ["Sie wird sehen den Park.", "word order"],
  ["Er hat gehen.", "verb form"],
  ["Anna kann tanzt.", "verb form"],
  ["Das Haus war großes.", "ending"],
  ["Anna aufstand.", "ending"],
])("German: %s", (sentence, rule) => {
  expect(rulesOf(german, sentence)).toContain(rule);
});

test.each([
  ["La perro durmió.", "noun phrase"],
  ["Vio una casa blanco.", "noun phrase"],
  ["Fue a el mercado.", "noun phrase"],
  ["Los niños comió pan.", "agreement"],
  ["Ana y yo fueron a casa.", "agreement"],
  ["«¡Hola!», dijeron Ana.", "agreement"],
  ["Ana estaba cansado.", "predicate"],
  ["Los gatos eran negro.", "predicate"],
  ["Ha comer pan.", "verb form"],
  ["Ana puede canta.", "verb form"],
  ["Un regalo para yo.", "pronouns"],
  ["María y Inés.", "pronouns"],
  ["Ana la sopa comió.", "word order"],
])("Spanish: %s", (sentence, rule) => {
  // A name that the lexicon does not have is no fault.
  expect(rulesOf(spanish, sentence)).toContain(rule);
});

test("right sentences that no story has are without fault", () => {
  const right = [
    [english, "The old woman with the black cat is happy because her friends are here."],
    [english, "“What do you want?” he asked. “I want two apples and an orange.”"],
    [german, "Eines Tages fand der kleine Junge im Garten einen goldenen Schlüssel."],
    [german, "Sie gab ihrem Bruder das Buch, weil er lesen wollte."],
    [german, "„Hast du meinen roten Hut gesehen?“, fragte die Frau den Jungen."],
    [german, "Als es regnete, gingen die Kinder ins Haus und spielten."],
    [spanish, "Las niñas estaban cansadas porque habían jugado todo el día."],
    [spanish, "«¿Quieres venir conmigo al mercado?», le preguntó la abuela."],
    [spanish, "El agua fría es buena."],
  ] as const;
  for (const [checker, text] of right) expect({ text, faults: checker.check(text) }).toEqual({ text, faults: [] });
});

test("a fault says where it is", () => {
  const text = "Am Abend sah Anna den Katze im Garten.";
  const [fault] = german.check(text);
  expect(fault?.words).toEqual(["den", "Katze"]);
  expect(text.slice(...fault!.span)).toBe("den Katze");
});

test("sentences end at full stops outside of quotation marks, or inside where the frame came first", () => {
  const sentences = ["“Can you come? Please!” asked Anna.", "Ben said, “Yes, I can.”", "They went home."];
  expect(splitSentences(sentences.join(" "))).toEqual(sentences);
  expect(splitSentences("„Ja“, sagte er. Er lachte.")).toEqual(["„Ja“, sagte er.", "Er lachte."]);
  expect(splitSentences("«¿Vienes?», dijo. Ana rio.")).toEqual(["«¿Vienes?», dijo.", "Ana rio."]);
});

test("a judgement counts words, unknown words and faults", () => {
  const judged = judge(english, "The dogs was happy. Anna’s blorp ran away.");
  expect(judged).toMatchObject({ sentences: 2, faultlessSentences: 1, words: 8, unknownWords: 1 });
  expect(judged.faults).toHaveLength(1);
  expect(judged.faultsPer100Words).toBeCloseTo(12.5);
  expect(judge(english, "").faultsPer100Words).toBe(0);
});
