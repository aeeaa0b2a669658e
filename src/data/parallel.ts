import sentences from "./parallel.json";
import type { ParallelSentences } from "./parallel-languages";

/**
 * Forty everyday sentences in eleven languages, written for this project (Apache-2.0, as the rest of it); none of them is
 * in the training data of the embedded checkpoints. 31 kB of text: import this module dynamically.
 */
export const parallelSentences: ParallelSentences = sentences;
