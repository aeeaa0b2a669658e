import { BPE, Unigram, WordPiece } from "@huggingface/tokenizers";
import type { HfModel } from "../hf-model";
import { replayBestPath } from "./best-path";
import { replayLongestMatch } from "./longest-match";
import { replayMerges } from "./merges";
import type { Replay, ReplayStep } from "./replay";

/** Ranks by the two pieces with a character between that no piece has. */
const ranks = new WeakMap<BPE, ReadonlyMap<string, number>>();
const between = "\u0000";

/** The steps from a pre-token to the pieces that the model's own `encode` gives for it. */
export function replayPreToken(hf: HfModel, text: string): Replay {
  const { model } = hf;
  if (model instanceof BPE) return { method: "merges", steps: mergeSteps(hf, model, text) };
  if (model instanceof Unigram) {
    const scoreOf = (piece: string) => {
      const id = model.tokens_to_ids.get(piece);
      return id === undefined ? undefined : model.scores[id];
    };
    return { method: "best-path", steps: replayBestPath(text, scoreOf, model.unk_score, longestOf(model)) };
  }
  return {
    method: "longest-match",
    steps: replayLongestMatch(text, (piece) => model.tokens_to_ids.has(piece), {
      prefix: hf.spelling.continuingPrefix,
      unknown: model.unk_token ?? "",
      most: model instanceof WordPiece ? model.max_input_chars_per_word : Infinity,
    }),
  };
}

const longest = new WeakMap<Unigram, number>();

function longestOf(model: Unigram): number {
  const known = longest.get(model) ?? model.vocab.reduce((most, piece) => Math.max(most, piece.length), 1);
  longest.set(model, known);
  return known;
}

function mergeSteps({ spelling }: HfModel, model: BPE, text: string): readonly ReplayStep[] {
  if (model.ignore_merges && model.tokens_to_ids.has(text)) {
    return [
      { pieces: Array.from(text), at: null, score: null, note: "begin" },
      { pieces: [text], at: 0, score: null, note: "whole" },
    ];
  }
  const known = ranks.get(model) ?? new Map(model.merges.map((pair, rank) => [pair.join(between), rank]));
  ranks.set(model, known);
  const symbols = Array.from(text);
  if (symbols.length > 0) symbols.push(`${symbols.pop()!}${spelling.endOfWord}`);
  const steps = replayMerges(symbols, (left, right) => known.get(`${left}${between}${right}`));
  const merged = steps.at(-1)!.pieces;
  const pieces = merged.flatMap((piece) => fallback(model, piece));
  return pieces.every((piece, i) => piece === merged[i])
    ? steps
    : [...steps, { pieces, at: null, score: null, note: "bytes" }];
}

/** A piece that is no token, in its bytes where the vocabulary has them. */
function fallback(model: BPE, piece: string): readonly string[] {
  if (!model.byte_fallback || model.tokens_to_ids.has(piece)) return [piece];
  const bytes = Array.from(
    new TextEncoder().encode(piece),
    (byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
  );
  return bytes.every((byte) => model.tokens_to_ids.has(byte)) ? bytes : [piece];
}
