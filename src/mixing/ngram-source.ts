import { fail, ok, type Result } from "../result";
import type { NextLogits } from "./generate";

/**
 * A model of what a text says: counts of what followed the last `order` − 1 ids, add-`smoothing`. A context that was not
 * seen gives equal logits. Fails with `input-invalid` for a text shorter than the order.
 */
export function ngramSource(
  ids: readonly number[],
  {
    vocabulary,
    size,
    order = 4,
    smoothing = 0.01,
  }: { readonly vocabulary: string; readonly size: number; readonly order?: number; readonly smoothing?: number },
): Result<NextLogits> {
  if (ids.length < order) {
    return fail({
      code: "input-invalid",
      what: `The text to remember has ${ids.length} tokens; the order is ${order}.`,
      remedy: "Give a longer text, or a lower order.",
      facts: { tokens: ids.length, order },
    });
  }
  const counts = new Map<string, Map<number, number>>();
  for (let end = order - 1; end < ids.length; end++) {
    const context = ids.slice(end - order + 1, end).join();
    const followers = counts.get(context) ?? new Map<number, number>();
    counts.set(context, followers.set(ids[end]!, (followers.get(ids[end]!) ?? 0) + 1));
  }
  return ok({
    name: `${order}-grams of the text`,
    vocabulary,
    next(before) {
      const followers = counts.get(before.slice(Math.max(0, before.length - order + 1)).join());
      const logits = new Float32Array(size);
      if (followers) {
        logits.fill(Math.log(smoothing));
        for (const [id, count] of followers) logits[id] = Math.log(count + smoothing);
      }
      return Promise.resolve(logits);
    },
  });
}
