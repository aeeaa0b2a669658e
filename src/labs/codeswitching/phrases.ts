import type { SidePhrases } from "../../codeswitch/bilingual";
import { namesIn, phrasesByLexicon } from "../../codeswitch/phrases/from-lexicon";
import { phrasesOfTags } from "../../codeswitch/phrases/from-tags";
import { phrasesOfTree } from "../../codeswitch/phrases/from-tree";
import { joined } from "../../codeswitch/phrases/span";
import { readSentence, type WrittenPair } from "../../codeswitch/read-pair";
import type { Sentence, Side } from "../../codeswitch/sentence";
import { parseTree } from "../../codeswitch/tree";
import { loadLexicon } from "../../data/lexicon";
import type { CorpusPair } from "./corpus-pairs";

/** The phrases of a pair, of the sentence with the tree, or without one of the main sentence by the lexicon. */
export async function phrasesOfPair({ languages, sentences, tree }: WrittenPair, main: Side): Promise<SidePhrases> {
  const parsed = tree.text.trim() === "" ? undefined : parseTree(tree.text);
  const side = parsed === undefined ? main : tree.side;
  const sentence = readSentence(sentences[side], languages[side]);
  if (parsed === undefined) return { side, spans: await phrasesOfSentence(sentence) };
  // A tree that cannot be read is reported by what reads the pair.
  const spans = parsed.ok ? phrasesOfTree(parsed.value, sentence) : parsed;
  const names = namesIn(textsOf(sentence), sentence.language);
  return { side, spans: spans.ok ? joined([...spans.value, ...names]) : [] };
}

/** The phrases of a corpus pair's main sentence: by the tags that the pair was written with, else by the lexicon. */
export async function phrasesOfCorpusPair(
  { tags, sentences }: Pick<CorpusPair, "tags" | "sentences">,
  languages: WrittenPair["languages"],
  side: Side,
): Promise<SidePhrases> {
  const own = tags?.[side];
  if (own !== undefined) return { side, spans: phrasesOfTags(own, languages[side]) };
  return { side, spans: await phrasesOfSentence(readSentence(sentences[side], languages[side])) };
}

/** The phrases of one sentence, by the lexicon and the table of names. */
export async function phrasesOfSentence({ words, language }: Sentence): Promise<SidePhrases["spans"]> {
  return phrasesByLexicon(
    words.map(({ text }) => ({ text, language })),
    await loadLexicon(),
  );
}

function textsOf({ words }: Sentence): readonly string[] {
  return words.map(({ text }) => text);
}
