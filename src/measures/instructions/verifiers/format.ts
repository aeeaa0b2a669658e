import type { Verifier } from "../instruction";

/** Exactly so many lines that begin with a bullet (`*`, `-` or `•`). */
export const bullets: Verifier<"bullets"> = (reply, { count }) =>
  reply.split(/\r?\n/).filter((line) => /^\s*[*\-•]\s+\S/u.test(line)).length === count;

/** No capital letter, and some letter. Scripts without case pass. */
export const lowerCase: Verifier<"lower-case"> = (reply) => /\p{L}/u.test(reply) && !/\p{Lu}/u.test(reply);

/** No comma of any script. */
export const noCommas: Verifier<"no-commas"> = (reply) => !/[,،，、]/u.test(reply);

/** The whole reply is one JSON value, with or without the fence of a code block around it. */
export const json: Verifier<"json"> = (reply) => {
  const inside = /^```(?:json)?\s*([\s\S]*?)\s*```$/iu.exec(reply.trim())?.[1] ?? reply;
  try {
    JSON.parse(inside);
    return true;
  } catch {
    return false;
  }
};
