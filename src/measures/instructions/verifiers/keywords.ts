import type { Verifier } from "../instruction";

/** The keyword stands in the reply as a whole word or words, whatever its case. */
export const include: Verifier<"include"> = (reply, { keyword }, language) => hasWord(reply, keyword, language);

export const exclude: Verifier<"exclude"> = (reply, { keyword }, language) => !hasWord(reply, keyword, language);

/** The reply begins with the text, white space aside. */
export const starts: Verifier<"starts"> = (reply, { text }, language) =>
  lower(reply.trim(), language).startsWith(lower(text, language));

/** The reply ends with the text, white space and quotation marks aside. */
export const ends: Verifier<"ends"> = (reply, { text }, language) =>
  lower(reply.trim().replace(/[\s"”»“]+$/u, ""), language).endsWith(lower(text, language));

function hasWord(reply: string, keyword: string, language: string): boolean {
  const escaped = lower(keyword, language).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, "u").test(lower(reply, language));
}

function lower(text: string, language: string): string {
  return text.normalize("NFC").toLocaleLowerCase(language);
}
