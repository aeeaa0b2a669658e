import type { RawConfig } from "../checkpoint";
import type { MetadataReader } from "./metadata";

/** How a tensor of a GGUF file differs from the one that the hub's checkpoint has. */
export type Change =
  /** Rows of each head stand in pairs of halves: llama.cpp turns neighbours by position, transformers halves. */
  | { readonly kind: "heads-interleaved"; readonly heads: number }
  /** The norm's gain was written with the 1 that Gemma adds. */
  | { readonly kind: "gain-plus-one" }
  /** Stored [out, in] where the hub's GPT-2 has [in, out]. */
  | { readonly kind: "transposed" };

/** A family as `general.architecture` names it: a new one is an entry in `families.ts`. */
export interface GgufFamily {
  readonly modelType: string;
  /** Class in `architectures` of config.json. */
  readonly architecture: string;
  /** Where blocks stand in the hub's names, such as `model.layers`. */
  readonly blocks: string;
  /** GGUF's stem to the hub's, outside blocks and inside (after `blk.N.`). `weight` or `bias` follows. */
  readonly outer: Readonly<Record<string, string>>;
  readonly inner: Readonly<Record<string, string>>;
  /** Keys of config.json beside the common ones. */
  readonly config?: (read: MetadataReader) => RawConfig;
  /** `stem` as in `inner` or `outer`. */
  readonly change?: (stem: string, part: string, read: MetadataReader) => Change | undefined;
}
