import { createStore } from "zustand/vanilla";
import { fail, ok, type Problem, type Result, unwrap } from "../../result";
import type { Encoder } from "../../tokenization/encoder";
import { contentHash } from "../../hash";
import { createEncoder } from "../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../tokenization/hf-model";

/** Tokenizers that the user brought or named, by id, for as long as the page lives. Links carry only their ids. */
export const ownTokenizers = createStore<ReadonlyMap<string, Encoder>>()(() => new Map());

/** Their files, by the same ids. */
export const ownFiles = new Map<string, TokenizerFiles>();

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
  const files = { tokenizer: tokenizer as Record<string, unknown>, config: {} };
  const encoder = createEncoder(files, id);
  if (!encoder.ok) return encoder;
  keep(id, files, encoder.value);
  return ok(id);
}

/** Keeps the tokenizer of a hub repository. Throws `tokenizer-invalid`. */
export function keepHubTokenizer(id: string, files: TokenizerFiles): Encoder {
  const encoder = unwrap(createEncoder(files, id));
  keep(id, files, encoder);
  return encoder;
}

/** Keeps a tokenizer that was made in this page; equal files of one name get the same id. Throws `tokenizer-invalid`. */
export function keepTokenizer(name: string, files: TokenizerFiles): string {
  const id = `own:${name}-${Number.parseInt(contentHash(JSON.stringify(files)).slice(0, 6), 16)}`;
  keep(id, files, unwrap(createEncoder(files, id)));
  return id;
}

function keep(id: string, files: TokenizerFiles, encoder: Encoder): void {
  ownFiles.set(id, files);
  ownTokenizers.setState((known) => new Map([...known, [id, encoder]]), true);
}

function unreadable(file: File, reason: string): Problem {
  return {
    code: "tokenizer-invalid",
    what: `The file ${file.name} cannot be read as a tokenizer: ${reason}.`,
    remedy: "Choose the tokenizer.json of a model, as it lies in its repository.",
    facts: { name: file.name, bytes: file.size },
  };
}
