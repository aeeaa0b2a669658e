import { type LanguageCode, scriptsOf } from "../../../codeswitch/language";
import type { PlacedSpan } from "../../../codeswitch/model/plan";
import { loadLexicon, type StoryLanguage, storyLanguages } from "../../../data/lexicon";
import type { WindowFilter } from "../../../engine/row-filters";
import type { Filter } from "../../../mixing/filters";

const scriptNames: Readonly<Record<string, string>> = {
  Latn: "Latin",
  Deva: "Devanagari",
  Arab: "Arabic",
  Cyrl: "Cyrillic",
  Grek: "Greek",
  Hebr: "Hebrew",
  Hani: "Han",
  Kana: "Katakana",
  Hang: "Hangul",
};

/** A filter a span: the language's script where no two of the plan's languages share one, else the words known of it. */
export async function spanFilters(
  spans: readonly PlacedSpan[],
): Promise<{ readonly kind: "script" | "words"; readonly windows: readonly WindowFilter[] }> {
  const languages = [...new Set(spans.map(({ language }) => language))];
  const scripts = languages.flatMap((language) => scriptsOf(language));
  const kind = new Set(scripts).size === scripts.length ? "script" : "words";
  const filters = new Map<LanguageCode, Filter>();
  for (const language of languages) {
    filters.set(language, kind === "script" ? scriptFilter(language) : await wordFilter(language));
  }
  return { kind, windows: spans.map(({ language, from, to }) => ({ from, to, filter: filters.get(language)! })) };
}

function scriptFilter(language: LanguageCode): Filter {
  const scripts = scriptsOf(language).map((script) => scriptNames[script] ?? script);
  return { kind: "script", scripts, keep: true };
}

/** Words of the lexicon in every form, and those of the parallel sentences and stories, which bring the function words. */
async function wordFilter(language: LanguageCode): Promise<Filter> {
  const { parallelSentences } = await import("../../../data/parallel");
  const texts: readonly string[] = (parallelSentences as Readonly<Record<string, readonly string[]>>)[language] ?? [];
  const forms: string[] = [];
  if ((storyLanguages as readonly string[]).includes(language)) {
    const code = language as StoryLanguage;
    const lexicon = await loadLexicon();
    for (const concept of lexicon.concepts) forms.push(...lexicon.formsOf(code, concept).map(({ form }) => form));
    const { loadStories } = await import("../../../data/stories");
    for (const story of await loadStories()) forms.push(...story.texts[code].map(({ text }) => text));
  }
  const words = [...texts, ...forms].flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
  return { kind: "words", allowed: [...new Set(words)] };
}
