const segmenters = new Map<string | undefined, Intl.Segmenter>();
let graphemes: Intl.Segmenter | undefined;

/** Cuts text into what readers call characters (UAX 29). The first segmenter of a page takes 40 ms to make. */
export function graphemeSegmenter(): Intl.Segmenter {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return graphemes;
}

/**
 * Cuts text into words by Unicode's rules, and by dictionaries for Chinese, Japanese and Thai. Made once for each language, as making
 * one takes as long as cutting many sentences; one that is no language's code gives the rules alone.
 */
export function wordSegmenter(language: string | undefined): Intl.Segmenter {
  const known = segmenters.get(language) ?? newSegmenter(language);
  segmenters.set(language, known);
  return known;
}

function newSegmenter(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}
