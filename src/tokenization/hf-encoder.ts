import { fail, LabError, ok, type Problem, type Result } from "../result";
import { type AddedToken, cutAtAddedTokens } from "./added-tokens";
import type { Encoder, Token } from "./encoder";
import { bytesOfPiece, type HfModel, readHfModel, type Spelling, type TokenizerFiles } from "./hf-model";
import { normalise } from "./normalised-text";
import { replayPreToken } from "./replay/hf-replay";
import { type Chunk, type Replaying, replayAdded } from "./replay/replay";
import { byteLength, TextIndex } from "./spans";
import { concatenate, readUtf8, type TokenEnd, withSpans } from "./token-builder";
import { walk } from "./walk";

/** Several scripts, doubled spaces, accents in two forms, a ligature, an emoji of four: spans must be right on it. */
const probe = " Hello  wörld, it's 2 cafés.\n\tनमस्ते दुनिया 你好，世界 مرحبا ﬁ e\u0301 👨‍👩‍👧‍👦 ";
const utf8 = new TextEncoder();

/**
 * An encoder from the files of a tokenizer as on the hub. Ids are those of `@huggingface/tokenizers`; spans are found by
 * walking the pieces along the normalised text, byte by byte, and every byte must be accounted for: a tokenizer whose
 * pieces cannot be found so is refused with `tokenizer-invalid`. `encode` throws LabError for text with unpaired surrogates, and
 * `tokenizer-invalid` for a text of which the vocabulary leaves something out.
 */
export function createEncoder(files: TokenizerFiles, id: string): Result<Encoder> {
  try {
    const encoder = new HfEncoder(readHfModel(files), addedTokensOf(files), id);
    encoder.encode(probe);
    return ok(encoder);
  } catch (thrown) {
    if (thrown instanceof LabError) return fail(thrown.problem);
    return fail(invalid(id, thrown instanceof Error ? thrown.message : String(thrown)));
  }
}

function invalid(id: string, reason: string): Problem {
  return {
    code: "tokenizer-invalid",
    what: `The tokenizer of ${id} cannot be used: ${reason}.`,
    remedy: "Choose a tokenizer.json of a byte-level BPE, byte-fallback BPE, Unigram or WordPiece tokenizer.",
    facts: { tokenizer: id },
  };
}

function addedTokensOf(files: TokenizerFiles): readonly AddedToken[] {
  const listed = (files.tokenizer["added_tokens"] ?? []) as readonly Partial<AddedToken>[];
  return listed.map((token) => ({
    id: token.id ?? -1,
    content: token.content ?? "",
    special: token.special ?? false,
    single_word: token.single_word ?? false,
    lstrip: token.lstrip ?? false,
    rstrip: token.rstrip ?? false,
    normalized: token.normalized ?? token.special !== true,
  }));
}

/** What a pre-token came to, for where the same bytes stand again. */
interface Known {
  /** `end` counts from the pre-token's first byte. */
  readonly tokens: readonly Pick<TokenEnd, "id" | "piece" | "end">[];
  readonly bytes: Uint8Array;
}

const mostKnown = 50_000;
const space = 0x20;

/** Where a known pre-token stands at or, behind dropped spaces, after `from`; `undefined` where other bytes stand there. */
function startOf({ bytes: own }: Known, bytes: Uint8Array, from: number, spelling: Spelling): number | undefined {
  let start = from;
  if (own.length === 0) return undefined;
  if (spelling.dropsWhiteSpace && own[0] !== space) while (bytes[start] === space) start += 1;
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[start + i]) return undefined;
  return start;
}

class HfEncoder implements Encoder {
  readonly name: string;
  readonly vocabularySize: number;
  readonly unknownId: number | undefined;
  readonly replaying: Replaying;
  readonly #added: ReadonlyMap<number, AddedToken>;
  /** Looked for in the text as given, and in the text after normalisation. */
  readonly #raw: readonly AddedToken[];
  readonly #normalised: readonly AddedToken[];
  readonly #before: readonly string[];
  readonly #after: readonly string[];
  readonly #known = new Map<string, Known>();

  constructor(
    readonly hf: HfModel,
    added: readonly AddedToken[],
    readonly id: string,
  ) {
    const { library, model } = hf;
    this.name = id.split("/").at(-1) ?? id;
    this.vocabularySize = model.vocab.length;
    this.unknownId = model.unk_token_id;
    this.#added = new Map(added.map((token) => [token.id, token]));
    const { normalizer } = library;
    this.#raw = added.filter((token) => normalizer === null || !token.normalized);
    this.#normalised = added
      .filter((token) => normalizer !== null && token.normalized)
      .map((token) => ({ ...token, content: normalizer?.normalize(token.content) ?? token.content }));
    const template = library.post_processor?.post_process(["\0"], null, true).tokens ?? ["\0"];
    const middle = template.indexOf("\0");
    this.#before = template.slice(0, middle);
    this.#after = template.slice(middle + 1);
    this.replaying = {
      chunks: (text) => this.#chunks(text),
      replay: (chunk) => (chunk.added ? replayAdded(chunk.text) : replayPreToken(hf, chunk.text)),
    };
  }

  encode(text: string, { addSpecialTokens = false } = {}): readonly Token[] {
    const index = new TextIndex(text);
    const ends = this.#encodeSections(text);
    const length = index.bytes.length;
    const last = ends.at(-1);
    if (last !== undefined) ends[ends.length - 1] = { ...last, end: length };
    if (!addSpecialTokens) return withSpans(index, ends);
    return withSpans(index, [
      ...this.#before.map((piece) => this.#special(piece, 0)),
      ...ends,
      ...this.#after.map((piece) => this.#special(piece, ends.length === 0 ? 0 : length)),
    ]);
  }

  decode(ids: readonly number[], { keepSpecialTokens = false } = {}): string {
    const kept = ids.filter((id) => keepSpecialTokens || this.#added.get(id)?.special !== true);
    if (kept.length === 0) return "";
    if (!this.hf.spelling.byteLevel) {
      return this.hf.library.decode(kept, { skip_special_tokens: false, clean_up_tokenization_spaces: false });
    }
    return readUtf8(
      concatenate(
        kept.map((id) => {
          const token = this.#added.get(id);
          return token === undefined ? this.bytesOf(id) : utf8.encode(token.content);
        }),
      ),
    );
  }

  bytesOf(id: number): Uint8Array {
    const token = this.#added.get(id);
    if (token !== undefined) return token.special ? new Uint8Array() : utf8.encode(token.content);
    const piece = this.hf.model.vocab[id];
    return piece === undefined ? new Uint8Array() : bytesOfPiece(piece, this.hf.spelling);
  }

  #chunks(text: string): readonly Chunk[] {
    const { normalizer, pre_tokenizer: preTokenizer } = this.hf.library;
    const added = (content: string): Chunk => ({ text: content, added: true });
    return cutAtAddedTokens(text, this.#raw).flatMap((raw, at) => {
      if (raw.kind === "added") return added(raw.token.content);
      const source = text.slice(raw.start, raw.end);
      const normalised = normalizer?.normalize(source) ?? source;
      return cutAtAddedTokens(normalised, this.#normalised).flatMap((section) => {
        if (section.kind === "added") return added(section.token.content);
        const part = normalised.slice(section.start, section.end);
        const preTokens = preTokenizer?.pre_tokenize(part, { section_index: at + section.start }) ?? [part];
        return preTokens.map((preToken) => ({ text: preToken, added: false }));
      });
    });
  }

  #special(piece: string, end: number): TokenEnd {
    return { id: this.#idOf(piece), piece, end, special: true };
  }

  #idOf(piece: string): number {
    return this.hf.model.tokens_to_ids.get(piece) ?? this.hf.model.unk_token_id ?? -1;
  }

  #encodeSections(text: string): TokenEnd[] {
    const ends: TokenEnd[] = [];
    let base = 0;
    for (const [at, section] of cutAtAddedTokens(text, this.#raw).entries()) {
      const source = text.slice(section.start, section.end);
      const until = base + byteLength(source);
      if (section.kind === "text") this.#encodeSection(source, base, at, ends);
      else
        ends.push({ id: section.token.id, piece: section.token.content, end: until, special: section.token.special });
      base = until;
    }
    return ends;
  }

  #encodeSection(source: string, base: number, sectionIndex: number, ends: TokenEnd[]): void {
    const { library } = this.hf;
    const normalised = normalise(source, library.normalizer, base);
    if (normalised === undefined)
      throw new LabError(invalid(this.id, "its normaliser cannot be traced back to the text"));
    const { text, bytes, sourceEnd } = normalised;
    let at = 0;
    for (const section of cutAtAddedTokens(text, this.#normalised)) {
      const part = text.slice(section.start, section.end);
      if (section.kind === "added") {
        at += byteLength(part);
        const { id, content: piece, special } = section.token;
        ends.push({ id, piece, end: sourceEnd[at - 1] ?? base, special });
        continue;
      }
      // Only what begins the text is its first section, which a metaspace may be put before.
      const place = { section_index: sectionIndex + section.start };
      const preTokens = library.pre_tokenizer?.pre_tokenize(part, place) ?? [part];
      for (const preToken of preTokens) {
        at = this.#encodePreToken(
          preToken,
          bytes,
          at,
          (end) => (end === 0 ? base : (sourceEnd[end - 1] as number)),
          ends,
        );
      }
    }
    const rest = reader.decode(bytes.subarray(at));
    if ((this.hf.spelling.dropsWhiteSpace ? rest.trim() : rest) !== "") throw this.#leftOut(bytes, at);
  }

  #encodePreToken(
    text: string,
    bytes: Uint8Array,
    from: number,
    sourceEndOf: (end: number) => number,
    ends: TokenEnd[],
  ): number {
    let known = this.#known.get(text);
    let start = known && startOf(known, bytes, from, this.hf.spelling);
    if (known === undefined || start === undefined) {
      [known, start] = this.#read(text, bytes, from);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, known);
    }
    for (const { id, piece, end } of known.tokens) {
      ends.push({ id, piece, end: sourceEndOf(start + end), special: false });
    }
    return start + known.bytes.length;
  }

  /** The tokens of a pre-token, and where in the bytes it begins. Throws LabError where its pieces are not there. */
  #read(text: string, bytes: Uint8Array, from: number): [known: Known, start: number] {
    const { model, spelling, fuseUnknown } = this.hf;
    const pieces = model.encode([text]);
    const walked = walk({ text, pieces, unknown: model.unk_token }, bytes, from, spelling);
    if (walked === undefined) throw this.#leftOut(bytes, from);
    const { start, ends } = walked;
    const tokens: Known["tokens"][number][] = [];
    let unknownBefore = false;
    for (const [i, piece] of pieces.entries()) {
      const id = this.#idOf(piece);
      const unknown = id === model.unk_token_id;
      if (unknown && unknownBefore && fuseUnknown) tokens.pop();
      tokens.push({ id, piece: model.vocab[id] ?? piece, end: (ends[i] as number) - start });
      unknownBefore = unknown;
    }
    return [{ tokens, bytes: bytes.slice(start, ends.at(-1) ?? start) }, start];
  }

  #leftOut(bytes: Uint8Array, at: number): LabError {
    const text = reader.decode(bytes.subarray(at, at + 24));
    return new LabError(invalid(this.id, `its pieces do not spell the text near "${text}"`));
  }
}

const reader = new TextDecoder("utf-8", { ignoreBOM: true });
