import type { Engine, Generation, Model, Score, Prompt } from "../../../engine/engine";
import type { Token } from "../../../tokenization/encoder";
import { LabError } from "../../../result";
import type { Intervention } from "../../../steering/intervention";

/**
 * A world in which steering is arithmetic, for tests of what the lab does around the engine. Three layers, D = 4. A
 * text's residual has its language on the first axis: 0 for English, 1, 2, 4 at layers 0, 1, 2 for German. A prompt goes
 * on in German as soon as interventions move it more than half of that way at one of the layers that listen (1 and 2).
 */
export const linearWorld = {
  layers: 3,
  width: 4,
  distance: (layer: number) => 2 ** layer,
  english: [" the", " house", " is", " old"],
  german: [" das", " Haus", " ist", " schön"],
};

const model: Model = {
  id: "m",
  checkpoint: "linear-world",
  backend: "wasm",
  weights: "f32",
  geometry: { layers: 3, width: 4, heads: 1, kvHeads: 1, headSize: 4, mlpWidth: 4, vocabulary: 8, context: 64 },
  weightBytes: 0,
};

/** What was asked of the engine, in order. */
export interface Asked {
  /** Of the last batch. */
  readonly variants: (readonly Intervention[])[];
  readonly batches: { readonly prompt: Prompt; readonly rows: number }[];
  readonly scored: string[];
}

export function linearEngine(isGerman: (text: string) => boolean): { readonly engine: Engine; readonly asked: Asked } {
  const asked: Asked = { variants: [], batches: [], scored: [] };
  const engine: Pick<
    Engine,
    "load" | "vocabulary" | "tokenize" | "detokenize" | "logits" | "captureResidual" | "generateBatch" | "scoreAll"
  > = {
    load: () => Promise.resolve(model),
    vocabulary: () =>
      Promise.resolve({ hash: "linear", files: { tokenizer: {}, config: {} }, tables: [], parameters: 0 }),
    detokenize: (_, [id]) => Promise.resolve(["yes", "no"][id!]!),
    // The template closes every text with a mark, which is not read: the text goes on.
    tokenize: (_, text) => Promise.resolve([...halfBitAByte(text).tokens, closing(text)]),
    // Two tokens: as likely as each other, or three to one where a push is heard.
    logits: (_, ids, { interventions = [] } = {}) =>
      Promise.resolve({
        logits: {
          dims: [ids.length, 2],
          data: Float32Array.from(ids.flatMap(() => [listens(interventions) ? Math.log(3) : 0, 0])),
        },
        hooks: {},
      }),
    captureResidual: (_, texts) =>
      Promise.resolve(
        texts.map((text, index) =>
          Array.from({ length: linearWorld.layers }, (_, layer) =>
            Float32Array.of(isGerman(text) ? linearWorld.distance(layer) : 0, 1, index / 100, text.length / 100),
          ),
        ),
      ),
    generateBatch: async (_, prompt, variants, options = {}) => {
      // A prompt alone is no batch.
      if (variants.length > 1) asked.variants.splice(0, Number.POSITIVE_INFINITY, ...variants);
      asked.batches.push({ prompt, rows: variants.length });
      const generations: Generation[] = [];
      for (const [row, interventions] of variants.entries()) {
        const words = listens(interventions) ? linearWorld.german : linearWorld.english;
        for (const [index, text] of words.entries()) {
          await Promise.resolve();
          if (options.signal?.aborted) throw cancelled();
          options.onToken?.({ id: words === linearWorld.german ? index + 4 : index, text, logProbability: -1, row });
        }
        generations.push({ promptIds: [], ids: [], text: words.join(""), logProbabilities: [], stopped: "length" });
      }
      return generations;
    },
    scoreAll: (_, texts) => {
      asked.scored.push(...texts);
      return Promise.resolve(texts.map(halfBitAByte));
    },
  };
  return { engine: engine as Engine, asked };
}

function listens(interventions: readonly Intervention[]): boolean {
  return interventions.some(
    (one) => one.kind === "add" && one.layer > 0 && one.vector[0]! * one.strength > linearWorld.distance(one.layer) / 2,
  );
}

/** One token a byte, half a bit each. */
function halfBitAByte(text: string): Score {
  const bytes = new TextEncoder().encode(text).length;
  return {
    tokens: Array.from({ length: bytes }, (_, at) => ({
      id: 0,
      piece: "",
      bytes: [at, at + 1],
      codePoints: [at, at + 1],
      utf16: [at, at + 1],
      special: false,
    })),
    logProbabilities: Array.from({ length: bytes }, () => -Math.LN2 / 2),
    bits: bytes / 2,
    bytes,
    bitsPerByte: 0.5,
  };
}

function closing({ length }: string): Token {
  const end = [length, length] as const;
  return { id: 1, piece: "</s>", bytes: end, codePoints: end, utf16: end, special: true };
}

function cancelled(): LabError {
  return new LabError({ code: "cancelled", what: "The run was stopped.", remedy: "Press Run to start it again." });
}
