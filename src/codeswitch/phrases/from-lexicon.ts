import { isStoryLanguage, type Lexicon } from "../../data/lexicon";
import { type Reading, readPhrases, wholeAt } from "../dictionary/phrases";
import { embeddedEntities } from "../entities/table";
import type { LanguageCode } from "../language";
import { universalTag } from "../tags";
import { phrasesOfTags } from "./from-tags";
import { joined, type Span } from "./span";

interface SpokenWord {
  readonly text: string;
  readonly language: LanguageCode | null;
}

/** The longest name that is looked for, in words. */
const longestName = 4;

/**
 * Noun phrases and names of a text, found within each stretch of one language: parts of speech from the lexicon, names from the
 * embedded table. Words of no language belong to the stretch before them. A language without words in the lexicon has names only.
 */
export function phrasesByLexicon(words: readonly SpokenWord[], lexicon: Lexicon): readonly Span[] {
  return stretches(words).flatMap(({ start, language, texts }) => {
    const tags = isStoryLanguage(language)
      ? tagsOf(
          readPhrases(
            lexicon,
            language,
            texts.map((text) => ({ text })),
          ),
        )
      : [];
    return joined([...phrasesOfTags(tags, language), ...namesIn(texts, language)]).map(
      ([from, to]): Span => [start + from, start + to],
    );
  });
}

/** The words of an entry of several are all of its part of speech. */
function tagsOf(readings: readonly (Reading | undefined)[]) {
  return readings.map((_, index) => universalTag(wholeAt(readings, index)?.upos ?? "X"));
}

/** Names of several words, from the embedded table, the longest first. */
export function namesIn(texts: readonly string[], language: LanguageCode): readonly Span[] {
  const names: Span[] = [];
  for (let start = 0; start < texts.length; start += 1) {
    for (let end = Math.min(texts.length, start + longestName); end > start + 1; end -= 1) {
      if (embeddedEntities.resolve(texts.slice(start, end).join(" "), language) === undefined) continue;
      names.push([start, end]);
      break;
    }
  }
  return joined(names);
}

function stretches(words: readonly SpokenWord[]) {
  const runs: { readonly start: number; readonly language: LanguageCode; readonly texts: string[] }[] = [];
  for (const [start, { text, language }] of words.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && (language ?? last.language) === last.language) last.texts.push(text);
    else if (language !== null) runs.push({ start, language, texts: [text] });
  }
  return runs;
}
