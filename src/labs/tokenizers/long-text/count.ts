import { unwrap } from "../../../result";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { byteLength } from "../../../tokenization/spans";
import { loadEncoder } from "../encoders";

export interface CountRequest {
  readonly text: string;
  /** With the files of those that are not made from code or fetched as ranks. */
  readonly tokenizers: readonly { readonly id: string; readonly files?: TokenizerFiles }[];
}

/** What a tokenizer makes of a long text. */
export interface LongCount {
  readonly id: string;
  readonly tokens: number;
  readonly bytes: number;
  readonly characters: number;
  /** Of encoding, spans included. */
  readonly seconds: number;
}

export type Counted =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly note: string }
  | { readonly kind: "counted"; readonly count: LongCount };

/** UTF-16 units that are cut into tokens at a time. */
const blockLength = 32_768;

/** Counts the tokens of a text with one tokenizer after the other, block by block. Throws LabError as the encoders do. */
export async function* countTokens({ text, tokenizers }: CountRequest): AsyncGenerator<Counted, void> {
  const blocks = blocksOf(text, blockLength);
  const total = tokenizers.length * blocks.length;
  for (const [at, { id, files }] of tokenizers.entries()) {
    const encoder = files ? unwrap(createEncoder(files, id)) : await loadEncoder(id);
    let [tokens, bytes, characters, seconds] = [0, 0, 0, 0];
    for (const [done, block] of blocks.entries()) {
      yield { kind: "progress", done: at * blocks.length + done, total, note: encoder.name };
      const begun = performance.now();
      tokens += encoder.encode(block).length;
      seconds += (performance.now() - begun) / 1000;
      bytes += byteLength(block);
      characters += Array.from(block).length;
    }
    yield { kind: "counted", count: { id, tokens, bytes, characters, seconds } };
  }
}

/**
 * Cuts a text into blocks of about `length` UTF-16 units that each end behind a line break; a line that is longer is cut before a
 * space, without spaces between two characters. Blocks meet and cover the text.
 */
export function blocksOf(text: string, length: number): readonly string[] {
  const blocks: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + length >= text.length ? text.length : cutBefore(text, start, start + length);
    blocks.push(text.slice(start, end));
    start = end;
  }
  return blocks;
}

function cutBefore(text: string, start: number, limit: number): number {
  const line = text.lastIndexOf("\n", limit - 1) + 1;
  if (line > start) return line;
  const space = text.lastIndexOf(" ", limit);
  if (space > start) return space;
  const inside = /[\uDC00-\uDFFF]/.test(text[limit] ?? "") && limit - 1 > start;
  return inside ? limit - 1 : limit;
}
