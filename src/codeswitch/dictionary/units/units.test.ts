import { beforeAll, describe, expect, test } from "vitest";
import { type Lexicon, loadLexicon, type StoryLanguage } from "../../../data/lexicon";
import { unwrap } from "../../../result";
import { generateFromLexicon } from "../../generate/lexicon";
import { readSentence } from "../../read-pair";
import { inflectedReplacer } from "../inflected";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
});

type Row = readonly [text: string, from: StoryLanguage, to: StoryLanguage, expected: string];

function switched(text: string, from: StoryLanguage, to: StoryLanguage, ratio = 1, seed = 1) {
  const replacers = [inflectedReplacer(lexicon, from, to)];
  return unwrap(generateFromLexicon(readSentence(text, from), replacers, { ratio, seed })).sentence;
}

function each(rows: readonly Row[]): void {
  test.each(rows)("10.5 %s (%s to %s): %s", (text, from, to, expected) => {
    expect(switched(text, from, to).text).toBe(expected);
  });
}

describe("German separable verbs (SPEC 10.5)", () => {
  each([
    ["Die Mutter macht die Tür zu.", "de", "en", "The mother closes the door."],
    ["Die Mutter macht die Tür zu.", "de", "es", "La madre cierra la puerta."],
    ["Das Kind steht auf und isst einen Apfel.", "de", "en", "The child gets up and eats an apple."],
    ["Die Katze schläft ein.", "de", "en", "The cat falls asleep."],
    ["Das Kind schläft.", "de", "en", "The child sleeps."],
    ["Der Hund läuft weg, und das Kind weint.", "de", "en", "The dog runs away, and the child cries."],
    ["Das Mädchen gibt den Ball zurück.", "de", "en", "The girl gives back the ball."],
    ["Der Bus hält an.", "de", "en", "The bus stops."],
    ["Die Frau lädt die Freunde ein.", "de", "en", "The woman invites the friends."],
    [
      "Der Bauer wacht auf, geht in den Garten und arbeitet.",
      "de",
      "en",
      "The farmer wakes up, goes in the garden and works.",
    ],
    ["Der Vater sucht ein Buch aus.", "de", "en", "The father chooses a book."],
    ["Das Fahrrad geht kaputt.", "de", "en", "The bicycle breaks down."],
    ["Die Großmutter ruht sich aus.", "de", "en", "The grandmother rests."],
    ["Dann setzt sich das Kind.", "de", "es", "Entonces se sienta el niño."],
    ["Das Kind hat Angst.", "de", "en", "The child is afraid."],
    // Without an entry for the whole, neither part is replaced.
    ["Der Lehrer ruft die Frau an.", "de", "en", "The teacher ruft the woman an."],
    ["Der Mann macht das Fenster auf.", "de", "en", "The man macht the window auf."],
    ["Der Junge nimmt den Hund mit.", "de", "en", "The boy nimmt the dog mit."],
    ["Er geht ab und zu in den Wald.", "de", "en", "Er goes ab und zu in the forest."],
    // Before a noun the same word is a preposition.
    ["Das Kind steht auf dem Tisch.", "de", "en", "The child stands auf the table."],
    // Towards German the particle ends the clause, or is written with a verb that does.
    ["The mother closes the door.", "en", "de", "Die Mutter macht die Tür zu."],
    ["The boy gives the book back.", "en", "de", "Der Junge gibt das Buch zurück."],
    ["The old man rests, and the dog sleeps.", "en", "de", "Der alte Mann ruht sich aus, und der Hund schläft."],
    ["Kız kapıyı kapattı.", "tr", "de", "Mädchen Tür zumachte."],
  ]);
});

describe("Hindi vector and light verbs (SPEC 10.5)", () => {
  each([
    ["बच्चे ने सेब खा लिया।", "hi", "en", "child ने apple ate।"],
    ["बच्चे ने सेब खा लिया।", "hi", "tr", "çocuk ने elma yedi।"],
    ["लड़का घर चला गया।", "hi", "en", "boy house went।"],
    ["वह चली गई।", "hi", "en", "वह went।"],
    ["बच्चा सो गया।", "hi", "es", "niño se durmió।"],
    ["पेड़ गिर गया।", "hi", "en", "tree fell।"],
    ["बच्चा बैठ गया।", "hi", "en", "child sat down।"],
    ["माँ ने दरवाज़ा बंद कर दिया।", "hi", "en", "mother ने door closed।"],
    ["लड़की काम कर रही है।", "hi", "en", "girl works।"],
    ["लड़का किताब पढ़ रहा है।", "hi", "en", "boy book reads।"],
    ["बारिश शुरू हो गई।", "hi", "en", "rain began।"],
    ["लड़की खुश हो गई।", "hi", "en", "girl happy became।"],
    ["पिता ने फूल तोड़ डाला।", "hi", "en", "पिता ने flower picked।"],
    ["किसान काम कर चुका था।", "hi", "en", "farmer worked।"],
    ["लड़का पानी ले आया।", "hi", "en", "boy water brought।"],
    ["लड़की हँस पड़ी।", "hi", "en", "girl laughed।"],
    ["चिड़िया उड़ गई और बच्चा रोने लगा।", "hi", "en", "bird flew and child cry started।"],
    ["लड़के ने मदद नहीं की।", "hi", "en", "boy ने helped नहीं।"],
    ["माँ खाना पकाती है।", "hi", "en", "mother cooks।"],
    ["माँ ने रोटी दी।", "hi", "en", "mother ने bread gave।"],
    ["लड़की ने फूल लिया।", "hi", "en", "girl ने flower took।"],
    // A passive, a habit and a noun that the lexicon does not have with its verb stay.
    ["घर साफ़ किया गया।", "hi", "en", "house साफ़ किया गया।"],
    ["किताब पढ़ी गई।", "hi", "en", "book पढ़ी गई।"],
    ["बच्चे ने बात की।", "hi", "en", "child ने बात की।"],
    // Towards Hindi: the noun of the verb, which its perfect agrees with; an adjective agrees with the subject.
    ["The boy helped the dog.", "en", "hi", "The लड़का मदद की the कुत्ता."],
    ["The girl waits.", "en", "hi", "The लड़की इंतज़ार करती."],
    ["The girls stood in the garden.", "en", "hi", "The लड़कियाँ खड़ी हुईं in the बगीचा."],
  ]);
});

describe("Turkish light verbs, Spanish reflexives, English verbs of two words (SPEC 10.5)", () => {
  each([
    ["Öğretmen çocuğa yardım etti.", "tr", "en", "Teacher child helped."],
    ["Anne teşekkür etti.", "tr", "en", "Mother thanked."],
    ["Çocuk cevap verdi.", "tr", "en", "Child answered."],
    ["Çocuk kitabı verdi.", "tr", "en", "Child book gave."],
    ["Usta arabayı tamir etti.", "tr", "en", "Usta car repaired."],
    ["Kız kardeş uyudu.", "tr", "en", "Sister slept."],
    ["Arkadaşı hizmet etti.", "tr", "en", "Friend hizmet etti."],
    ["The girl falls asleep.", "en", "tr", "The kız uykuya dalıyor."],
    ["La niña se sienta.", "es", "de", "Das Mädchen setzt sich."],
    ["El niño esconde la pelota.", "es", "en", "The boy hides the ball."],
    ["El perro se esconde.", "es", "en", "The dog hides."],
    ["La niña tiene miedo.", "es", "en", "The girl is afraid."],
    ["El gato está sentado.", "es", "en", "The cat sits."],
    ["The girl sat down.", "en", "es", "La niña se sentó."],
    ["She puts her coat on.", "en", "de", "She zieht her Mantel an."],
  ]);
});

describe("futures, perfects and what the place of a word tells (SPEC 10.2, 10.5)", () => {
  each([
    ["The doctor will answer.", "en", "es", "El médico responderá."],
    ["Dann wird ein Nachbar kommen.", "de", "es", "Entonces vendrá un vecino."],
    ["Sie haben das Brot gekauft.", "de", "es", "Sie compraron el pan."],
    ["Er hat sich verlaufen.", "de", "en", "Er got lost."],
    ["I have forgotten the book.", "en", "de", "I vergaß das Buch."],
    ["Kannst du schwimmen?", "de", "es", "Puedes du nadar?"],
    ["May I carry it?", "en", "de", "Darf I tragen it?"],
    ["Die Tür wird geöffnet.", "de", "en", "The door wird geöffnet."],
    ["लड़की पढ़ सकती है।", "hi", "de", "Mädchen lesen kann।"],
    ["वह अंडे बेच रहा था।", "hi", "de", "वह Eier verkaufte।"],
    // Towards German a preposition or an English verb tells the case.
    ["She sees a dog in the garden.", "en", "de", "She sieht einen Hund in dem Garten."],
    ["The man walks through the forest.", "en", "de", "Der Mann geht through den Wald."],
    ["La niña vive en una casa vieja.", "es", "de", "Das Mädchen wohnt en einem alten Haus."],
    ["El perro está triste.", "es", "de", "Der Hund ist traurig."],
    // Names and function words that are spelt as other words.
    ["Un día Leo canta.", "es", "en", "A day Leo sings."],
    ["In the end the dog wants to sleep.", "en", "de", "In the end der Hund will to schlafen."],
    ["क्या बच्चा खेलता है?", "hi", "en", "क्या child plays?"],
    ["Üzgün üzgün uyudu.", "tr", "en", "Üzgün üzgün slept."],
    ["Hırsızı gördünüz mü?", "tr", "en", "Thief gördünüz mü?"],
    ["Die Katze liegt auf dem Tisch. Warten Sie!", "de", "en", "The cat lies auf the table. wait Sie!"],
  ]);
});

test.each([
  ["Die Mutter macht die Tür zu.", "de", [2, 5]],
  ["माँ ने दरवाज़ा बंद कर दिया।", "hi", [3, 4, 5]],
] as const)("10.5 both or neither, whatever is chosen: %s", (text, from, places) => {
  for (const ratio of [0.2, 0.5, 0.8]) {
    for (let seed = 0; seed < 20; seed += 1) {
      const { words } = switched(text, from, "en", ratio, seed);
      const left = words.filter((word) => word.source !== undefined && places.includes(word.source.index as never));
      expect([0, places.length]).toContain(left.length);
      const put = words.filter(({ aligned }) => places.every((place) => aligned.includes(place)));
      expect(put.map((word) => word.text)).toEqual(left.length === 0 ? [from === "de" ? "closes" : "closed"] : []);
    }
  }
});

test("10.5 the signs around words that are left out stay, and so does the word that replaces by itself", () => {
  expect(switched("„Das Kind steht auf“, sagt die Frau.", "de", "en").text).toBe(
    "„The child gets up“, says the woman.",
  );
  const { words } = switched("The mother closes the door!", "en", "de");
  expect(words.map(({ text, written, aligned }) => [text, written, aligned]).slice(2)).toEqual([
    ["macht", "macht ", [2]],
    ["die", "die ", [3]],
    ["Tür", "Tür ", [4]],
    ["zu", "zu!", [2]],
  ]);
});
