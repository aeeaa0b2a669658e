import { romaniseHindi } from "./hindi";

/** Words whose usual spellings no rule gives. */
const habits: Readonly<Record<string, readonly string[]>> = {
  मैं: ["main", "mai"],
  में: ["mein", "me"],
  है: ["hai", "he"],
  हैं: ["hain", "hai"],
  हूँ: ["hoon", "hu", "hun"],
  नहीं: ["nahi", "nahin", "nhi"],
  यह: ["yeh", "ye"],
  ये: ["ye", "yeh"],
  वह: ["woh", "wo", "vo"],
  वे: ["ve", "woh"],
  क्या: ["kya"],
  क्यों: ["kyun", "kyon", "kyu"],
  और: ["aur"],
  तो: ["to", "toh"],
  भी: ["bhi"],
  ही: ["hi"],
  की: ["ki"],
  कि: ["ki", "ke"],
  से: ["se"],
  पर: ["par", "pe"],
  बहुत: ["bahut", "bohot"],
  मुझे: ["mujhe", "muje"],
  अच्छा: ["accha", "acha"],
  अच्छी: ["acchi", "achi"],
  कुछ: ["kuch", "kuchh"],
  यहाँ: ["yahan", "yaha"],
  वहाँ: ["wahan", "vahan"],
  कहाँ: ["kahan", "kaha"],
  रहा: ["raha"],
  रहे: ["rahe"],
  रही: ["rahi"],
  हम: ["hum", "ham"],
};

/** The words whose usual spellings no rule gives, the commonest of those that are spelt alike first. */
export const frequentWords: readonly string[] = Object.keys(habits);

/** The ways a word is commonly written in Latin letters, without repetition. */
export function romanisations(word: string): readonly string[] {
  const known = habits[word.normalize("NFC")];
  if (known !== undefined) return known;
  const styles = [true, false].flatMap((doubled) => (["v", "w"] as const).map((v) => ({ doubled, v })));
  return [...new Set(styles.map((style) => romaniseHindi(word, style)))];
}

/** A text with its Hindi words in Latin letters, each in its first spelling, and full stops for dandas; all else stays. */
export function romaniseHindiText(text: string): string {
  return text.replace(/[\u0900-\u0963\u0970-\u097f]+/gu, (word) => romanisations(word)[0]!).replaceAll("।", ".");
}
