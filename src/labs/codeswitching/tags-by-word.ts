import type { BilingualTree } from "../../codeswitch/bilingual";

/** Parts of speech by side and word, where a unit has as many words as tags; empty strings elsewhere. */
export function tagsByWord(pair: BilingualTree): readonly [readonly string[], readonly string[]] {
  const tags: [string[], string[]] = [pair.sentences[0].words.map(() => ""), pair.sentences[1].words.map(() => "")];
  for (const unit of pair.units) {
    for (const side of [0, 1] as const) {
      if (unit.words[side].length !== unit.tags.length) continue;
      for (const [position, word] of unit.words[side].entries()) tags[side][word] = unit.tags[position]!;
    }
  }
  return tags;
}
