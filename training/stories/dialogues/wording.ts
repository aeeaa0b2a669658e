import type { Attributes, Language } from "../script";
import type { Instruction, Listed } from "./instruction";

type Ways = readonly [string, string];

/**
 * How one language asks. In braces: `w` a word, `s` a sentence or question, `n` so many, `of` a kind, `x` a language or
 * another word below.
 */
interface Wording {
  readonly quotes: readonly [string, string];
  /** The languages after "in": what `language` and `translate` have for `x`. */
  readonly languages: Readonly<Record<Language, string>>;
  /** One to four sentences. */
  readonly sentenceCounts: readonly [string, string, string, string];
  /** Two to four things. */
  readonly counts: readonly [string, string, string];
  readonly times: readonly [string, string, string];
  readonly kinds: Readonly<Record<Listed, string>>;
  readonly moods: Readonly<Record<Attributes["mood"], string>>;
  readonly tenses: Readonly<Record<Attributes["tense"], string>>;
  readonly signs: Readonly<Record<"?" | "!", string>>;
  readonly and: string;
  readonly stop: string;
  /** The first asks for one sentence, the second for a short story. */
  readonly language: Ways;
  readonly word: Ways;
  readonly sentences: Ways;
  readonly mood: Ways;
  readonly tense: Ways;
  readonly translate: Ways;
  readonly ending: Ways;
  readonly list: Ways;
  /** None in a script without capitals. */
  readonly capitals?: Ways;
  readonly "yes-no": Ways;
  readonly repeat: Ways;
}

export const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    quotes: ["“", "”"],
    languages: { en: "English", de: "German", es: "Spanish", hi: "Hindi", tr: "Turkish" },
    sentenceCounts: ["one sentence", "two sentences", "three sentences", "four sentences"],
    counts: ["two", "three", "four"],
    times: ["twice", "three times", "four times"],
    kinds: {
      animal: "animals",
      food: "things to eat",
      clothing: "things to wear",
      vehicle: "vehicles",
      place: "places",
      body: "parts of the body",
      colour: "colours",
    },
    moods: { happy: "happy", sad: "sad" },
    tenses: { past: "past", future: "future" },
    signs: { "?": "a question mark", "!": "an exclamation mark" },
    and: "and",
    stop: ".",
    language: ["Write a sentence in {x} with the word {w}.", "Tell me a short story in {x} with the word {w}."],
    word: ["Write a sentence with the word {w}.", "Use the word {w} in a sentence."],
    sentences: ["Write a story of exactly {n}.", "Tell me a story in exactly {n}."],
    mood: ["Write a {x} story with the word {w}.", "Tell me a {x} story in which the word {w} occurs."],
    tense: [
      "Write a sentence in the {x} tense with the word {w}.",
      "With the word {w}, make a sentence in the {x} tense.",
    ],
    translate: ["Say this in {x}: {s}", "What is this in {x}? {s}"],
    ending: ["Write a sentence with the word {w} that ends with {x}.", "End your sentence with {x}. Use the word {w}."],
    list: ["Name {n} {of}.", "Tell me {n} {of}."],
    capitals: ["Write in capital letters: {s}", "Repeat in capital letters: {s}"],
    "yes-no": ["{s} Answer yes or no.", "Yes or no? {s}"],
    repeat: ["Repeat the word {w} {n}.", "Write the word {w} {n}."],
  },
  de: {
    quotes: ["„", "“"],
    languages: { en: "Englisch", de: "Deutsch", es: "Spanisch", hi: "Hindi", tr: "Türkisch" },
    sentenceCounts: ["einem Satz", "zwei Sätzen", "drei Sätzen", "vier Sätzen"],
    counts: ["zwei", "drei", "vier"],
    times: ["zweimal", "dreimal", "viermal"],
    kinds: {
      animal: "Tiere",
      food: "Lebensmittel",
      clothing: "Kleidungsstücke",
      vehicle: "Fahrzeuge",
      place: "Orte",
      body: "Körperteile",
      colour: "Farben",
    },
    moods: { happy: "fröhliche", sad: "traurige" },
    tenses: { past: "Vergangenheit", future: "Zukunft" },
    signs: { "?": "einem Fragezeichen", "!": "einem Ausrufezeichen" },
    and: "und",
    stop: ".",
    language: [
      "Schreibe einen Satz auf {x} mit dem Wort {w}.",
      "Erzähle mir eine kurze Geschichte auf {x} mit dem Wort {w}.",
    ],
    word: ["Schreibe einen Satz mit dem Wort {w}.", "Benutze das Wort {w} in einem Satz."],
    sentences: ["Schreibe eine Geschichte mit genau {n}.", "Erzähle mir eine Geschichte in genau {n}."],
    mood: [
      "Schreibe eine {x} Geschichte mit dem Wort {w}.",
      "Erzähle mir eine {x} Geschichte, in der das Wort {w} vorkommt.",
    ],
    tense: ["Schreibe einen Satz in der {x} mit dem Wort {w}.", "Bilde mit dem Wort {w} einen Satz in der {x}."],
    translate: ["Sage das auf {x}: {s}", "Was heißt das auf {x}? {s}"],
    ending: [
      "Schreibe einen Satz mit dem Wort {w}, der mit {x} endet.",
      "Beende deinen Satz mit {x}. Benutze das Wort {w}.",
    ],
    list: ["Nenne {n} {of}.", "Sage mir {n} {of}."],
    capitals: ["Schreibe in Großbuchstaben: {s}", "Wiederhole in Großbuchstaben: {s}"],
    "yes-no": ["{s} Antworte mit Ja oder Nein.", "Ja oder nein? {s}"],
    repeat: ["Wiederhole das Wort {w} {n}.", "Schreibe das Wort {w} {n}."],
  },
  es: {
    quotes: ["«", "»"],
    languages: { en: "inglés", de: "alemán", es: "español", hi: "hindi", tr: "turco" },
    sentenceCounts: ["una frase", "dos frases", "tres frases", "cuatro frases"],
    counts: ["dos", "tres", "cuatro"],
    times: ["dos veces", "tres veces", "cuatro veces"],
    kinds: {
      animal: "animales",
      food: "alimentos",
      clothing: "prendas de ropa",
      vehicle: "vehículos",
      place: "lugares",
      body: "partes del cuerpo",
      colour: "colores",
    },
    moods: { happy: "alegre", sad: "triste" },
    tenses: { past: "pasado", future: "futuro" },
    signs: { "?": "un signo de interrogación", "!": "un signo de exclamación" },
    and: "y",
    stop: ".",
    language: ["Escribe una frase en {x} con la palabra {w}.", "Cuéntame un cuento corto en {x} con la palabra {w}."],
    word: ["Escribe una frase con la palabra {w}.", "Usa la palabra {w} en una frase."],
    sentences: ["Escribe un cuento de exactamente {n}.", "Cuéntame un cuento en exactamente {n}."],
    mood: ["Escribe un cuento {x} con la palabra {w}.", "Cuéntame un cuento {x} en el que aparezca la palabra {w}."],
    tense: ["Escribe una frase en {x} con la palabra {w}.", "Forma con la palabra {w} una frase en {x}."],
    translate: ["Di esto en {x}: {s}", "¿Cómo se dice esto en {x}? {s}"],
    ending: [
      "Escribe una frase con la palabra {w} que termine con {x}.",
      "Termina tu frase con {x}. Usa la palabra {w}.",
    ],
    list: ["Nombra {n} {of}.", "Dime {n} {of}."],
    capitals: ["Escribe en mayúsculas: {s}", "Repite en mayúsculas: {s}"],
    "yes-no": ["{s} Responde sí o no.", "¿Sí o no? {s}"],
    repeat: ["Repite la palabra {w} {n}.", "Escribe la palabra {w} {n}."],
  },
  hi: {
    quotes: ["“", "”"],
    languages: { en: "अंग्रेज़ी", de: "जर्मन", es: "स्पेनिश", hi: "हिंदी", tr: "तुर्की" },
    sentenceCounts: ["एक वाक्य", "दो वाक्यों", "तीन वाक्यों", "चार वाक्यों"],
    counts: ["दो", "तीन", "चार"],
    times: ["दो बार", "तीन बार", "चार बार"],
    kinds: {
      animal: "जानवरों",
      food: "खाने की चीज़ों",
      clothing: "पहनने की चीज़ों",
      vehicle: "वाहनों",
      place: "जगहों",
      body: "शरीर के अंगों",
      colour: "रंगों",
    },
    moods: { happy: "सुखद", sad: "दुखद" },
    tenses: { past: "भूतकाल", future: "भविष्यकाल" },
    signs: { "?": "प्रश्नचिह्न", "!": "विस्मयादिबोधक चिह्न" },
    and: "और",
    stop: "।",
    language: ["{w} शब्द से {x} में एक वाक्य लिखो।", "मुझे {x} में एक छोटी कहानी सुनाओ जिसमें {w} शब्द हो।"],
    word: ["{w} शब्द से एक वाक्य लिखो।", "एक वाक्य में {w} शब्द का प्रयोग करो।"],
    sentences: ["ठीक {n} में एक कहानी लिखो।", "मुझे ठीक {n} में एक कहानी सुनाओ।"],
    mood: ["एक {x} कहानी लिखो जिसमें {w} शब्द हो।", "मुझे एक {x} कहानी सुनाओ जिसमें {w} शब्द आए।"],
    tense: ["{w} शब्द से {x} में एक वाक्य लिखो।", "{x} में एक वाक्य बनाओ जिसमें {w} शब्द हो।"],
    translate: ["इसे {x} में कहो: {s}", "इसे {x} में क्या कहते हैं? {s}"],
    ending: ["{w} शब्द से एक वाक्य लिखो जो {x} पर खत्म हो।", "अपना वाक्य {x} पर खत्म करो। {w} शब्द का प्रयोग करो।"],
    list: ["{n} {of} के नाम बताओ।", "{n} {of} के नाम लिखो।"],
    "yes-no": ["{s} हाँ या नहीं में उत्तर दो।", "हाँ या नहीं? {s}"],
    repeat: ["{w} शब्द को {n} दोहराओ।", "{w} शब्द को {n} लिखो।"],
  },
  tr: {
    quotes: ["“", "”"],
    languages: { en: "İngilizce", de: "Almanca", es: "İspanyolca", hi: "Hintçe", tr: "Türkçe" },
    sentenceCounts: ["bir cümlelik", "iki cümlelik", "üç cümlelik", "dört cümlelik"],
    counts: ["iki", "üç", "dört"],
    times: ["iki kez", "üç kez", "dört kez"],
    kinds: {
      animal: "hayvan",
      food: "yiyecek",
      clothing: "giysi",
      vehicle: "taşıt",
      place: "yer",
      body: "vücut parçası",
      colour: "renk",
    },
    moods: { happy: "mutlu", sad: "üzücü" },
    tenses: { past: "geçmiş", future: "gelecek" },
    signs: { "?": "soru işaretiyle", "!": "ünlem işaretiyle" },
    and: "ve",
    stop: ".",
    language: ["{w} kelimesiyle {x} bir cümle yaz.", "Bana içinde {w} kelimesi geçen {x} kısa bir hikâye anlat."],
    word: ["{w} kelimesiyle bir cümle yaz.", "Bir cümlede {w} kelimesini kullan."],
    sentences: ["Tam {n} bir hikâye yaz.", "Bana tam {n} bir hikâye anlat."],
    mood: ["İçinde {w} kelimesi geçen {x} bir hikâye yaz.", "Bana içinde {w} kelimesi geçen {x} bir hikâye anlat."],
    tense: ["{w} kelimesiyle {x} zamanda bir cümle yaz.", "İçinde {w} kelimesi geçen, {x} zamanda bir cümle kur."],
    translate: ["Bunu {x} söyle: {s}", "Bu {x} nasıl denir? {s}"],
    ending: ["{w} kelimesiyle, {x} biten bir cümle yaz.", "Cümleni {x} bitir. {w} kelimesini kullan."],
    list: ["Bana {n} {of} söyle.", "Bana {n} {of} yaz."],
    capitals: ["Büyük harflerle yaz: {s}", "Büyük harflerle tekrarla: {s}"],
    "yes-no": ["{s} Evet ya da hayır diye cevap ver.", "Evet mi, hayır mı? {s}"],
    repeat: ["{w} kelimesini {n} tekrarla.", "{w} kelimesini {n} yaz."],
  },
};

/** Asks for an answer. `sentence` is what is to be translated, repeated or answered. */
export function wordingOf(language: Language, instruction: Instruction, way: 0 | 1, sentence = ""): string {
  const wording = wordings[language];
  const pattern = wording[instruction.kind]?.[way];
  if (pattern === undefined) throw new Error(`No wording for "${instruction.kind}" in "${language}"`);
  const { n, x, of } = placeholders(wording, instruction);
  const [open, close] = wording.quotes;
  const word = "word" in instruction ? `${open}${instruction.word}${close}` : "";
  return pattern
    .replace("{n}", n ?? "")
    .replace("{x}", x ?? "")
    .replace("{of}", of ?? "")
    .replace("{w}", word)
    .replace("{s}", sentence);
}

function placeholders(wording: Wording, instruction: Instruction): { n?: string; x?: string; of?: string } {
  switch (instruction.kind) {
    case "language":
    case "translate":
      return { x: wording.languages[instruction.language] };
    case "sentences":
      return { n: wording.sentenceCounts[instruction.count - 1]! };
    case "mood":
      return { x: wording.moods[instruction.mood] };
    case "tense":
      return { x: wording.tenses[instruction.tense] };
    case "ending":
      return { x: wording.signs[instruction.sign] };
    case "list":
      return { n: wording.counts[instruction.count - 2]!, of: wording.kinds[instruction.of] };
    case "repeat":
      return { n: wording.times[instruction.count - 2]! };
    case "word":
    case "capitals":
    case "yes-no":
      return {};
  }
}
