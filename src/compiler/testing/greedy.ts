import type { InferenceSession } from "onnxruntime-web";
import { argmax } from "../../vectors";
import { type Cache, floats, run } from "./run";

/** The most probable token of each row, from logits [B,.,V] of the last position. */
export function nextTokens(outputs: InferenceSession.ReturnType, rows: number): readonly number[] {
  const logits = floats(outputs, "logits");
  const vocabulary = outputs["logits"]!.dims.at(-1)!;
  const stride = logits.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    argmax(logits.subarray((row + 1) * stride - vocabulary, (row + 1) * stride)),
  );
}

/** Greedy continuations of B equal prompts' rows: the prompt in pieces of `piece` tokens, then one token a run. */
export async function decodeGreedily(
  session: InferenceSession,
  prompts: readonly (readonly number[])[],
  count: number,
  start: Cache,
  piece = Number.POSITIVE_INFINITY,
): Promise<readonly (readonly number[])[]> {
  const length = prompts[0]!.length;
  let cache = start;
  let next: readonly number[] = [];
  for (let from = 0; from < length; from += piece) {
    const to = Math.min(length, from + piece);
    const result = await run(
      session,
      prompts.map((ids) => ids.slice(from, to)),
      to,
      cache,
    );
    cache = result.cache;
    next = nextTokens(result.outputs, prompts.length);
  }
  const rows = prompts.map((_, row) => [next[row]!]);
  for (let step = 1; step < count; step++) {
    const result = await run(
      session,
      rows.map((row) => [row.at(-1)!]),
      length + step,
      cache,
    );
    cache = result.cache;
    for (const [row, token] of nextTokens(result.outputs, prompts.length).entries()) rows[row]!.push(token);
  }
  return rows;
}
