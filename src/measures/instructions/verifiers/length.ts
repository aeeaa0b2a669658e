import type { Verifier } from "../instruction";

/** Words as `Intl.Segmenter` finds them, so that scripts without spaces count too. */
export const words: Verifier<"words"> = (reply, bounds, language) => within(segments(reply, language, "word"), bounds);

/** Sentences as `Intl.Segmenter` finds them; those without a letter or digit do not count. */
export const sentences: Verifier<"sentences"> = (reply, bounds, language) =>
  within(segments(reply, language, "sentence"), bounds);

function within(count: number, { least, most }: { readonly least?: number; readonly most?: number }): boolean {
  return count >= (least ?? 1) && count <= (most ?? Number.POSITIVE_INFINITY);
}

function segments(reply: string, language: string, granularity: "word" | "sentence"): number {
  const found = [...new Intl.Segmenter(language, { granularity }).segment(reply)];
  return found.filter(({ segment, isWordLike }) =>
    granularity === "word" ? isWordLike === true : /[\p{L}\p{N}]/u.test(segment),
  ).length;
}
