import { bare, type TokenizerFiles } from "../hf-model";
import { copyOf, type NewRow } from "./rows";

export interface Trimmed {
  readonly files: TokenizerFiles;
  /** Old ids in the order of the new ones. */
  readonly kept: readonly number[];
  readonly rows: readonly NewRow[];
}

interface ModelFile {
  readonly type?: string;
  readonly vocab: Readonly<Record<string, number>> | readonly (readonly [string, number])[];
  readonly merges?: readonly (string | readonly [string, string])[];
  readonly unk_token?: string | null;
  readonly unk_id?: number | null;
  readonly continuing_subword_prefix?: string | null;
  readonly end_of_word_suffix?: string | null;
}

/**
 * The tokenizer with the tokens wanted, and those without which they could not be made: added tokens, the unknown token, single
 * characters (at a word's end or inside it, too) and bytes, and of BPE every product on the way to a token that is kept. So a text whose tokens are all wanted is cut as
 * before (Ushio et al. 2023, arXiv 2305.15020). New ids are in the order of the old ones.
 */
export function trimVocabulary(files: TokenizerFiles, wanted: Iterable<number>): Trimmed {
  const model = files.tokenizer["model"] as ModelFile;
  const added = (files.tokenizer["added_tokens"] ?? []) as readonly { readonly id: number; readonly content: string }[];
  const scored = Array.isArray(model.vocab) ? (model.vocab as readonly (readonly [string, number])[]) : undefined;
  const listed = scored
    ? scored.map(([token], id) => [token, id] as const)
    : Object.entries(model.vocab as Readonly<Record<string, number>>);
  const idOf = new Map<string, number>([...listed, ...added.map(({ content, id }) => [content, id] as const)]);
  const merges = (model.merges ?? []).map((merge) => {
    const [left, right] = typeof merge === "string" ? (merge.split(" ") as [string, string]) : merge;
    return { merge, left: idOf.get(left)!, right: idOf.get(right)!, product: idOf.get(left + right)! };
  });

  const keep = new Set(wanted);
  for (const { id } of added) keep.add(id);
  if (typeof model.unk_id === "number") keep.add(model.unk_id);
  const marks = {
    continuingPrefix: model.continuing_subword_prefix ?? (model.type === "WordPiece" ? "##" : ""),
    endOfWord: model.end_of_word_suffix ?? "",
  };
  for (const [token, id] of idOf) {
    if (token === model.unk_token || isCharacter(bare(token, marks)) || /^<0x[0-9A-F]{2}>$/.test(token)) keep.add(id);
  }
  const backwards = merges.toReversed();
  for (let before = -1; before !== keep.size; ) {
    before = keep.size;
    for (const { left, right, product } of backwards) {
      if (keep.has(product)) keep.add(left).add(right);
    }
  }
  const known = new Set(idOf.values());
  const kept = [...keep].filter((id) => known.has(id)).sort((a, b) => a - b);
  const newId = new Map(kept.map((id, index) => [id, index]));
  const survivors = listed.filter(([, id]) => newId.has(id));
  const vocab = scored
    ? survivors.map(([, id]) => scored[id]!)
    : Object.fromEntries(survivors.map(([token, id]) => [token, newId.get(id)!]));
  return {
    kept,
    rows: kept.map(copyOf),
    files: {
      ...files,
      tokenizer: {
        ...files.tokenizer,
        added_tokens: added.map((token) => ({ ...token, id: newId.get(token.id)! })),
        post_processor: renumbered(files.tokenizer["post_processor"], newId),
        model: {
          ...model,
          ...(typeof model.unk_id === "number" && { unk_id: newId.get(model.unk_id)! }),
          vocab,
          ...(model.merges && {
            merges: merges.filter(({ product }) => newId.has(product)).map(({ merge }) => merge),
          }),
        },
      },
    },
  };
}

function isCharacter(token: string): boolean {
  return token.length === 1 || (token.length === 2 && token.codePointAt(0)! > 0xffff);
}

/** A post-processor with new ids: `ids` of a template's tokens, the pairs `sep` and `cls` of BERT's. */
function renumbered(step: unknown, newId: ReadonlyMap<number, number>): unknown {
  if (typeof step !== "object" || step === null) return step;
  if (Array.isArray(step)) return step.map((inner) => renumbered(inner, newId));
  return Object.fromEntries(
    Object.entries(step).map(([key, value]): [string, unknown] => {
      if (key === "ids") return [key, (value as readonly number[]).map((id) => newId.get(id) ?? id)];
      if (key !== "sep" && key !== "cls") return [key, renumbered(value, newId)];
      const [token, id] = value as readonly [string, number];
      return [key, [token, newId.get(id) ?? id]];
    }),
  );
}
