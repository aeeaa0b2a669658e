import { fail, ok, type Result } from "../../result";
import { spellBytes } from "../byte-alphabet";
import { bytesOfPiece, readHfModel, type TokenizerFiles } from "../hf-model";
import { romanise } from "../romanise/romanise";
import { copyOf, meanOf, type NewRow } from "./rows";

/** What becomes of old pieces that are one in Latin letters: the best scored stands for all, the worst scored, or their mean. */
export const collisionModes = ["max", "min", "average"] as const;
export type CollisionMode = (typeof collisionModes)[number];

/** An old piece as text, a space before a word as a space. */
export interface ScoredPiece {
  readonly id: number;
  readonly text: string;
  /** Unigram's log probability; of a BPE vocabulary, which has none, minus the id, as pieces of frequent words come first. */
  readonly score: number;
}

/** A piece in Latin letters that the old vocabulary does not have. */
export interface LatinPiece {
  readonly text: string;
  readonly score: number;
  readonly row: NewRow;
  /** The old pieces that are written so, best score first. */
  readonly originals: readonly ScoredPiece[];
}

/**
 * Transliterates every piece and keeps what is new: its score and its row are those of the original with the largest or smallest
 * score, or the means of all (TransMI, Liu et al. 2024, arXiv 2405.09913; the mean is divided by their number, which the paper's script
 * leaves out). In the order of the pieces.
 */
export function latinPieces(
  pieces: readonly ScoredPiece[],
  mode: CollisionMode,
  transliterate: (text: string) => string = romanise,
): readonly LatinPiece[] {
  const known = new Set(pieces.map(({ text }) => text));
  const groups = new Map<string, ScoredPiece[]>();
  for (const piece of pieces) {
    const latin = transliterate(piece.text);
    if (latin.trim() === "" || known.has(latin)) continue;
    const group = groups.get(latin);
    if (group) group.push(piece);
    else groups.set(latin, [piece]);
  }
  return [...groups].map(([text, group]) => {
    const originals = group.toSorted((a, b) => b.score - a.score);
    if (mode === "average") {
      const score = originals.reduce((sum, piece) => sum + piece.score, 0) / originals.length;
      return { text, score, row: meanOf(originals.map(({ id }) => id)), originals };
    }
    const one = originals.at(mode === "max" ? 0 : -1)!;
    return { text, score: one.score, row: copyOf(one.id), originals };
  });
}

interface ModelFile {
  readonly type?: string;
  readonly vocab: Readonly<Record<string, number>> | readonly (readonly [piece: string, score: number])[];
  readonly merges?: readonly (string | readonly [string, string])[];
}

interface Added {
  readonly id: number;
  readonly content: string;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The pieces of a vocabulary that are text: no special tokens, no parts of characters. */
export function scoredPieces(files: TokenizerFiles): readonly ScoredPiece[] {
  const { spelling } = readHfModel(files);
  const { vocab } = files.tokenizer["model"] as ModelFile;
  const added = new Set(((files.tokenizer["added_tokens"] ?? []) as readonly Added[]).map(({ content }) => content));
  const scored = Array.isArray(vocab)
    ? (vocab as readonly (readonly [string, number])[]).map(([piece, score], id) => ({ piece, id, score }))
    : Object.entries(vocab).map(([piece, id]) => ({ piece, id: Number(id), score: -Number(id) }));
  return scored.flatMap(({ piece, id, score }) => {
    if (added.has(piece)) return [];
    try {
      return { id, score, text: strict.decode(bytesOfPiece(piece, spelling)) };
    } catch {
      return [];
    }
  });
}

/**
 * The vocabulary with the Latin pieces after its own; old ids and scores stay. Unigram pieces enter with their scores and the most
 * probable cut decides. BPE, which the paper does not treat, gets the merges that build each piece, shortest pieces first,
 * after its own merges; what lies on the way is added too. Fails with `input-invalid` for other kinds.
 */
export function withLatinPieces(files: TokenizerFiles, latin: readonly LatinPiece[]): Result<TokenizerFiles> {
  const file = files.tokenizer["model"] as ModelFile;
  const { spelling, model } = readHfModel(files);
  const spell = (text: string) =>
    spelling.byteLevel ? spellBytes(new TextEncoder().encode(text)) : text.replaceAll(" ", "▁");
  const added = (files.tokenizer["added_tokens"] ?? []) as readonly Added[];
  const changed = (change: Partial<ModelFile>) =>
    ok({ ...files, tokenizer: { ...files.tokenizer, model: { ...file, ...change } } });
  if (Array.isArray(file.vocab)) {
    const pieces = [...(file.vocab as readonly (readonly [string, number])[])];
    const contentOf = new Map(added.map(({ id, content }) => [id, content]));
    const least = pieces.reduce((lowest, [, score]) => Math.min(lowest, score), 0);
    // Added tokens may have ids behind the pieces: these stay theirs.
    const highest = added.reduce((high, { id }) => Math.max(high, id), -1);
    for (let id = pieces.length; id <= highest; id++) {
      pieces.push([contentOf.get(id) ?? `\u0000${id}`, least]);
    }
    return changed({ vocab: [...pieces, ...latin.map(({ text, score }) => [spell(text), score] as const)] });
  }
  if (!Array.isArray(file.merges)) return fail(unsupported(String(file.type)));
  const vocab: Record<string, number> = { ...(file.vocab as Readonly<Record<string, number>>) };
  const ids = [...Object.values(vocab), ...added.map(({ id }) => id)];
  let next = ids.reduce((highest, id) => Math.max(highest, id), -1) + 1;
  const ranks = new Map<string, number>();
  const merges: [string, string][] = [];
  for (const { text } of latin.toSorted((a, b) => a.text.length - b.text.length)) {
    let pieces: readonly string[] = model.encode([spell(text)]);
    if (pieces.some((piece) => vocab[piece] === undefined)) continue;
    for (;;) {
      const [left, right] = nextPair(pieces, ranks);
      if (left === undefined || right === undefined) break;
      const key = keyOf(left, right);
      if (!ranks.has(key)) {
        ranks.set(key, merges.push([left, right]));
        if (vocab[left + right] === undefined) vocab[left + right] = next++;
      }
      pieces = merged(pieces, left, right);
    }
  }
  const written = typeof file.merges[0] === "string" ? merges.map((pair) => pair.join(" ")) : merges;
  return changed({ vocab, merges: [...file.merges, ...written] });
}

/** The pair that was added first; where none was added, the first two. */
function nextPair(pieces: readonly string[], ranks: ReadonlyMap<string, number>): readonly (string | undefined)[] {
  let [best, at] = [Infinity, 0];
  for (let i = 0; i + 1 < pieces.length; i++) {
    const rank = ranks.get(keyOf(pieces[i]!, pieces[i + 1]!)) ?? Infinity;
    if (rank < best) [best, at] = [rank, i];
  }
  return pieces.slice(at, at + 2);
}

function merged(pieces: readonly string[], left: string, right: string): readonly string[] {
  const made: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    if (pieces[i] === left && pieces[i + 1] === right) made.push(left + pieces[++i]!);
    else made.push(pieces[i]!);
  }
  return made;
}

function keyOf(left: string, right: string): string {
  return `${left} ${right}`;
}

function unsupported(type: string) {
  return {
    code: "input-invalid",
    what: `Latin pieces can be added to a Unigram or a BPE vocabulary, and this one is ${type}.`,
    remedy: "Choose a base with a Unigram or BPE tokenizer.",
    facts: { type },
  } as const;
}
