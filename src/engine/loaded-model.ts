import type { Checkpoint } from "../checkpoints/checkpoint";
import { endsOf, idsOf } from "../checkpoints/ends";
import { compile } from "../compiler/compile";
import { plainProgram, type Program, type ProgramOptions, type WeightFormat } from "../compiler/program";
import { LabError, unwrap } from "../result";
import type { Encoder } from "../tokenization/encoder";
import type { Backend, Model } from "./engine";

/** What is kept of a model: its programs are compiled when they are asked for, their sessions live elsewhere. */
export class LoadedModel {
  readonly #programs = new Map<string, Program>();

  constructor(
    readonly id: string,
    readonly checkpoint: Checkpoint,
    /** None for a checkpoint without tokenizer files: it runs on ids. */
    private readonly tokenizer: Encoder | undefined,
    readonly weights: WeightFormat,
    readonly backend: Backend,
    private readonly largestBuffer?: number,
  ) {
    if (tokenizer) checkTokenizer(tokenizer, this.plain.geometry.vocabulary, checkpoint.id);
  }

  /** Throws `not-found` where the checkpoint has no tokenizer. */
  get encoder(): Encoder {
    if (this.tokenizer) return this.tokenizer;
    throw new LabError({
      code: "not-found",
      what: `${this.checkpoint.id} has no tokenizer.json, so it cannot read or write text.`,
      remedy: "Add the tokenizer's files to the checkpoint, or work with token ids.",
      facts: { checkpoint: this.checkpoint.id },
    });
  }

  /** UTF-8 bytes of a token; none where there is no tokenizer. */
  bytesOf(id: number): Uint8Array {
    return this.tokenizer?.bytesOf(id) ?? new Uint8Array(0);
  }

  get plain(): Program {
    return this.program({});
  }

  get geometry() {
    return this.plain.geometry;
  }

  /** The handle that callers hold. */
  get handle(): Model {
    return {
      id: this.id,
      checkpoint: this.checkpoint.id,
      backend: this.backend,
      weights: this.weights,
      geometry: this.geometry,
      weightBytes: this.plain.weights.reduce((sum, blob) => sum + blob.byteLength, 0),
    };
  }

  /** The program with these options, and the defaults of plain decoding for the others. */
  program(options: Partial<Omit<ProgramOptions, "weights" | "backend">>): Program {
    const { weights, backend, largestBuffer } = this;
    const all = { ...plainProgram, ...options, weights, backend, ...(largestBuffer && { largestBuffer }) };
    const key = JSON.stringify(all);
    const program = this.#programs.get(key) ?? unwrap(compile(this.checkpoint, all));
    this.#programs.set(key, program);
    return program;
  }

  programs(): readonly Program[] {
    return [...this.#programs.values()];
  }

  /** Tokens that end a text. */
  get stopIds(): ReadonlySet<number> {
    return new Set(endsOf(this.checkpoint));
  }

  /** The token that begins a text, where the tokenizer's template adds none. */
  get beginId(): number | undefined {
    const { generationConfig, config } = this.checkpoint;
    return idsOf(generationConfig["bos_token_id"] ?? config["bos_token_id"])[0];
  }
}

function checkTokenizer(encoder: Encoder, rows: number, checkpoint: string): void {
  if (encoder.vocabularySize <= rows) return;
  throw new LabError({
    code: "tokenizer-mismatch",
    what: `The tokenizer of ${checkpoint} has ${encoder.vocabularySize} tokens, its embedding only ${rows} rows.`,
    remedy: "Use the tokenizer.json that belongs to these weights.",
    facts: { tokens: encoder.vocabularySize, rows },
  });
}
