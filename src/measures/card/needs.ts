/** What a model is asked to write: every turn is answered before the next is asked. */
export interface Dialogue {
  readonly turns: readonly string[];
  readonly maxNewTokens: number;
  /** `plain`: a beginning that the model continues. `chat`: in ChatML where the tokenizer has its marks, else as lines. */
  readonly form: "plain" | "chat";
  /** Ends a reply at its first line break, too. */
  readonly oneLine?: boolean;
}

/** What a measure must know of a model: texts to score, texts to read activations from, texts to have written. */
export interface Needs {
  readonly scored: readonly string[];
  readonly embedded: readonly string[];
  readonly dialogues: readonly Dialogue[];
}

/** A text token by token: where each token ends, in UTF-8 bytes, and its information in bits. */
export interface TokenBits {
  readonly ends: readonly number[];
  readonly bits: readonly number[];
  /** Bytes and bits of the tokens that count: without the first where nothing stands before it. */
  readonly total: { readonly bits: number; readonly bytes: number };
}

/** One vector [D] a layer in each pooling. */
export interface TextVectors {
  readonly weighted: readonly Float32Array[];
  readonly mean: readonly Float32Array[];
  readonly last: readonly Float32Array[];
}

/** The answers to all needs of a card, for one model. */
export interface Materials {
  scored(text: string): TokenBits;
  embedded(text: string): TextVectors;
  replies(dialogue: Dialogue): readonly string[];
}

/** All that several measures need, each thing once. */
export function joinNeeds(all: readonly Partial<Needs>[]): Needs {
  const dialogues = new Map(all.flatMap((needs) => needs.dialogues ?? []).map((one) => [dialogueKey(one), one]));
  return {
    scored: [...new Set(all.flatMap((needs) => needs.scored ?? []))],
    embedded: [...new Set(all.flatMap((needs) => needs.embedded ?? []))],
    dialogues: [...dialogues.values()],
  };
}

export function dialogueKey(dialogue: Dialogue): string {
  const { turns, maxNewTokens, form, oneLine = false } = dialogue;
  return JSON.stringify([form, maxNewTokens, oneLine, turns]);
}

/** What answering costs: runs of the model, bytes that it reads and tokens that it writes at most. */
export interface Cost {
  readonly runs: number;
  readonly bytesRead: number;
  readonly tokensWritten: number;
  /** Texts whose activations are read, which are read one by one. */
  readonly textsEmbedded: number;
}

export function costOf({ scored, embedded, dialogues }: Needs): Cost {
  const bytes = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  const turns = dialogues.flatMap((dialogue) => dialogue.turns);
  return {
    runs: scored.length + embedded.length + turns.length,
    bytesRead: bytes(scored) + bytes(embedded) + bytes(turns),
    textsEmbedded: embedded.length,
    tokensWritten: dialogues.reduce((sum, { turns: { length }, maxNewTokens }) => sum + length * maxNewTokens, 0),
  };
}
