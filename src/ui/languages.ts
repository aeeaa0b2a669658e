import type { CSSProperties } from "react";

/** A language as figures show it: always by its two-letter tag, in one hue. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  readonly name: string;
  /** Its name in itself. */
  readonly endonym: string;
  readonly direction: "ltr" | "rtl";
  readonly script: string;
}

const known: readonly Language[] = [
  { code: "en", name: "English", endonym: "English", direction: "ltr", script: "Latin" },
  { code: "de", name: "German", endonym: "Deutsch", direction: "ltr", script: "Latin" },
  { code: "es", name: "Spanish", endonym: "español", direction: "ltr", script: "Latin" },
  { code: "hi", name: "Hindi", endonym: "हिन्दी", direction: "ltr", script: "Devanagari" },
  { code: "tr", name: "Turkish", endonym: "Türkçe", direction: "ltr", script: "Latin" },
  { code: "fr", name: "French", endonym: "français", direction: "ltr", script: "Latin" },
  { code: "ru", name: "Russian", endonym: "русский", direction: "ltr", script: "Cyrillic" },
  { code: "zh", name: "Chinese", endonym: "中文", direction: "ltr", script: "Han" },
  { code: "ja", name: "Japanese", endonym: "日本語", direction: "ltr", script: "Han, Kana" },
  { code: "ar", name: "Arabic", endonym: "العربية", direction: "rtl", script: "Arabic" },
  { code: "sw", name: "Swahili", endonym: "Kiswahili", direction: "ltr", script: "Latin" },
];

/** All languages that have a hue of their own, the embedded checkpoints' five first. */
export const languages: ReadonlyMap<string, Language> = new Map(known.map((language) => [language.code, language]));

/** The language of a code, also of one in Latin letters (`hi-Latn`); an unknown code stands for itself, left to right. */
export function languageOf(code: string): Language {
  const romanised = languages.get(code.replace(/-Latn$/, ""));
  if (romanised && romanised.code !== code) {
    return { ...romanised, code, name: `${romanised.name} in Latin letters`, direction: "ltr", script: "Latin" };
  }
  return languages.get(code) ?? { code, name: code, endonym: code, direction: "ltr", script: "unknown" };
}

/** The language's hue as a CSS colour; `--language-other` for a language without one. */
export function languageColour(code: string): string {
  return languages.has(code) ? `var(--language-${code})` : "var(--language-other)";
}

/** Sets `--language` for an element and all in it. */
export function languageStyle(code: string): CSSProperties {
  return { "--language": languageColour(code) } as CSSProperties;
}
