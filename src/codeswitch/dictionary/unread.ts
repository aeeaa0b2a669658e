import type { LexiconForm, StoryLanguage } from "../../data/lexicon";
import { isParted, type SignedWord } from "./units/unit";

/**
 * True where a word's place shows that the lexicon's reading is not meant: names that are spelt as a word, exclamations inside a sentence, and
 * function words that the lexicon has in one of their uses only.
 */
export function isUnread(
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
  form: LexiconForm,
): boolean {
  const { text } = words[index]!;
  const begins = index === 0 || isParted(words, index - 1);
  if (form.upos === "INTJ") return !(begins && (index === words.length - 1 || isParted(words, index)));
  const isHigh = /^\p{Lu}/u.test(text) && !begins && !/^(?:I|Sie)$/u.test(text);
  if (isHigh && (language !== "de" || form.upos !== "NOUN")) return true;
  const before = words[index - 1]?.text ?? "";
  switch (`${language} ${text.toLocaleLowerCase(language)}`) {
    case "en to":
    case "en that":
      return form.concept !== "that" || /^after$/iu.test(before);
    case "de zu":
      return true;
    case "es para":
      return form.upos === "VERB";
    case "es que":
      return /^t(?:en|ien|uv)/u.test(before);
    case "es siento":
      return before.toLowerCase() === "lo";
    case "tr gelecek":
      return /^(?:hafta|ay|yıl)$/u.test(words[index + 1]?.text ?? "");
    case "tr aç":
      return form.upos === "VERB" && before.toLowerCase() === "çok";
    case "hi क्या":
      return begins;
    default:
      // के लिए, के नीचे.
      return language === "hi" && /^(?:VERB|ADV)$/u.test(form.upos) && isPostposed(before, text);
  }
}

const postposed: ReadonlySet<string> = new Set(["लिए", "नीचे", "ऊपर", "बाहर", "अंदर"]);

function isPostposed(before: string, text: string): boolean {
  return postposed.has(text) && /^(?:के|से|मेरे|तेरे|हमारे|तुम्हारे|आपके|उसके|इसके|उनके|अपने)$/u.test(before);
}
