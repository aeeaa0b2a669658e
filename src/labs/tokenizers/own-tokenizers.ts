import { createStore } from "zustand/vanilla";
import { fail, ok, type Problem, type Result } from "../../result";
import type { Encoder } from "../../tokenization/encoder";
import { createEncoder } from "../../tokenization/hf-encoder";

/** Tokenizers that the user brought, by id, for as long as the page lives. Links carry only their ids. */
export const ownTokenizers = createStore<ReadonlyMap<string, Encoder>>()(() => new Map());

const largestFile = 40_000_000;

/** Reads a tokenizer.json of the user's and keeps it under an id of its name and length. */
export async function addOwnTokenizer(file: File): Promise<Result<string>> {
  if (file.size > largestFile) return fail(unreadable(file, `it is larger than ${largestFile / 1e6} MB`));
  const id = `own:${file.name.replace(/[^\w.-]/g, "_").slice(-60)}-${file.size}`;
  let tokenizer: unknown;
  try {
    tokenizer = JSON.parse(await file.text());
  } catch {
    return fail(unreadable(file, "it is not JSON"));
  }
  if (typeof tokenizer !== "object" || tokenizer === null) return fail(unreadable(file, "it holds no tokenizer"));
  const encoder = createEncoder({ tokenizer: tokenizer as Record<string, unknown>, config: {} }, id);
  if (!encoder.ok) return encoder;
  ownTokenizers.setState((known) => new Map([...known, [id, encoder.value]]), true);
  return ok(id);
}

function unreadable(file: File, reason: string): Problem {
  return {
    code: "tokenizer-invalid",
    what: `The file ${file.name} cannot be read as a tokenizer: ${reason}.`,
    remedy: "Choose the tokenizer.json of a model, as it lies in its repository.",
    facts: { name: file.name, bytes: file.size },
  };
}
