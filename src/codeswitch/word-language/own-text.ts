import { type LanguageCode, scriptOf } from "../language";
import { switchesOf } from "../generate/switches";
import type { SwitchedSentence, SwitchedWord } from "../sentence";
import { splitWords } from "../words";
import type { WordLanguageModel } from "./model";
import { tagWords } from "./tag";

/** Hindi is also looked for in Latin letters, as it is typed in mixed text. */
const latinHindi = "hi-Latn";

/** A given text in the common form, the language of each word told apart among two. Hindi may be in either script. */
export function readOwnText(
  text: string,
  languages: readonly [LanguageCode, LanguageCode],
  model: WordLanguageModel,
): SwitchedSentence {
  const candidates = languages.includes("hi") ? [...languages, latinHindi] : languages;
  const words = splitWords(text, languages[0]);
  const tags = tagWords(
    words.map((word) => word.text),
    candidates,
    model,
  );
  const tagged = words.map(
    (word, index): SwitchedWord => ({
      text: word.text,
      written: word.before + word.text + word.after,
      language: tags[index]!.language === latinHindi ? "hi" : tags[index]!.language,
      script: scriptOf(word.text),
      aligned: [],
    }),
  );
  const switches = switchesOf(tagged, (index) => ({ kind: "as-written", language: tagged[index]!.language! }));
  return { generator: "own", text, words: tagged, switches };
}
