import { byteLevelBpe } from "./byte-level-bpe";
import { characterBpe } from "./character-bpe";
import type { Trainer } from "./trainer";
import { unigram } from "./unigram";

/** Every trainer. A new one is a file beside these and a line here. */
export const trainers: readonly Trainer[] = [byteLevelBpe, characterBpe, unigram];
