import { byteSource, endOfBytes } from "../mixing/bytes/source";
import { byteVocabulary } from "../mixing/bytes/spellings";
import type { Spellings } from "../mixing/filters";
import { generateMixed, type MixedToken, type NextLogits, type TakenBack } from "../mixing/generate";
import { materialsOf, type MaterialSpec } from "../mixing/materials";
import type { Mixer, MixParameters } from "../mixing/mixer";
import { ngramSource } from "../mixing/ngram-source";
import { mixers } from "../mixing/registry";
import { contentHash } from "../hash";
import { seededRandom } from "../random";
import { LabError, problemOf, unwrap } from "../result";
import type { SamplingOptions } from "./engine";
import type { LoadedModel } from "./loaded-model";
import { neutralSampling, sampleToken } from "./sampling";
import { readText } from "./text-checks";

/** Several models that write one text together. */
export interface MixSpec {
  /** Id of a mixer of the registry. */
  readonly mixer: string;
  /** `bytes`: models of different vocabularies, over the 256 bytes and an end. */
  readonly unit: "tokens" | "bytes";
  readonly prompt: string;
  /** What stands before the prompt for one model only, in the order of the models: its condition, its negatives. */
  readonly before: readonly string[];
  readonly parameters: Partial<MixParameters>;
  readonly materials: MaterialSpec;
  /** A text whose n-grams, of the first model's ids, stand in for a last model that no one has loaded. */
  readonly remembered?: string;
  readonly sampling: SamplingOptions;
}

/** A token as it is written, with the bytes it adds; or that some are taken back. */
export type MixEvent = (MixedToken & { readonly bytes: readonly number[] }) | TakenBack;

/** What a mixture has of one loaded model. */
export interface MixPart {
  readonly model: LoadedModel;
  /** Logits [V] behind ids that leave room for a token, else `prompt-too-long`; and the log-likelihood of ids in nats. */
  readonly next: NextLogits["next"];
  readonly likelihood: NonNullable<NextLogits["likelihood"]>;
}

/**
 * Writes until an end, the limit, the signal, or the context of a model is full. Throws what `generateMixed` throws,
 * `input-invalid` for a mixer that is not known, `not-found` for a model without a tokenizer.
 */
export async function mixText(
  spec: MixSpec,
  parts: readonly MixPart[],
  emit: (event: MixEvent) => void,
  { pause, signal }: { readonly pause: () => Promise<void>; readonly signal: AbortSignal },
): Promise<void> {
  const { sampling, prompt } = spec;
  const alphabets = parts.map((part) => (spec.unit === "bytes" ? bytesOf(part) : tokensOf(part)));
  const [first] = alphabets;
  const models = alphabets.map(({ source, read }, i) => ({ source, promptIds: read((spec.before[i] ?? "") + prompt) }));
  if (first && spec.remembered !== undefined) {
    const { vocabulary } = first.source;
    const options = { vocabulary, size: first.spellings.size };
    models.push({ source: unwrap(ngramSource(first.read(spec.remembered), options)), promptIds: first.read(prompt) });
  }
  const random = seededRandom(sampling.seed ?? 0);
  const settings = { ...neutralSampling, ...sampling };
  const events = generateMixed({
    mixer: mixerOf(spec.mixer),
    models,
    promptIds: first?.read(prompt) ?? [],
    parameters: spec.parameters,
    materials: first ? unwrap(materialsOf(spec.materials, first.spellings)) : {},
    choose: (logits, seen, draw) =>
      sampleToken(logits, { ...settings, temperature: temperatureFor(settings.temperature, draw) }, seen, random),
    stopIds: new Set((sampling.stopAtEnd ?? true) ? alphabets.flatMap(({ stopIds }) => [...stopIds]) : []),
    maxNewTokens: sampling.maxNewTokens ?? defaultNewTokens,
    signal,
  });
  let begun = false;
  try {
    for await (const event of events) {
      begun = true;
      emit(event.kind === "token" ? { ...event, bytes: Array.from(first!.spellings.bytesOf(event.id)) } : event);
      await pause();
      signal.throwIfAborted();
    }
  } catch (thrown) {
    // How many bytes a context holds shows only when it is full.
    const full = problemOf(thrown).code === "prompt-too-long";
    if (!(begun && full)) throw thrown;
  }
}

const defaultNewTokens = 64;

/** A mixer that wants a draw gets one at the temperature of the text, or at 1. */
function temperatureFor(own: number, draw: "greedy" | "sample" | undefined): number {
  if (draw === undefined) return own;
  return draw === "greedy" ? 0 : own || 1;
}

/** What a model's ids are: tokens, or bytes. */
interface Alphabet {
  readonly source: NextLogits;
  readonly read: (text: string) => readonly number[];
  readonly stopIds: ReadonlySet<number>;
  readonly spellings: Spellings;
}

function tokensOf({ model, next, likelihood }: MixPart): Alphabet {
  const { encoder } = model;
  return {
    source: { name: model.checkpoint.id, vocabulary: vocabularyOf(model), next, likelihood },
    read(text) {
      const { ids } = readText(encoder, text);
      return ids.length > 0 || model.beginId === undefined ? ids : [model.beginId];
    },
    stopIds: model.stopIds,
    spellings: { size: model.geometry.vocabulary, bytesOf: (id) => model.bytesOf(id) },
  };
}

function bytesOf({ model, next }: MixPart): Alphabet {
  const { encoder, stopIds } = model;
  const { prefix } = readText(encoder, "");
  const begin = prefix.length > 0 || model.beginId === undefined ? prefix : [model.beginId];
  const source = { name: model.checkpoint.id, vocabulary: "tokens", next };
  return {
    source: byteSource(source, byteVocabulary(encoder), { begin, end: stopIds }),
    read: (text) => [...new TextEncoder().encode(text)],
    stopIds: new Set([endOfBytes]),
    spellings: {
      size: endOfBytes + 1,
      bytesOf: (id) => (id === endOfBytes ? new Uint8Array(0) : Uint8Array.of(id)),
    },
  };
}

const vocabularies = new WeakMap<LoadedModel, string>();

/** Equal for models whose ids stand for the same bytes. */
function vocabularyOf(model: LoadedModel): string {
  const known = vocabularies.get(model);
  if (known !== undefined) return known;
  const { encoder } = model;
  const spelled = Array.from({ length: encoder.vocabularySize }, (_, id) => Array.from(encoder.bytesOf(id)).join());
  const vocabulary = `${encoder.vocabularySize} tokens, ${contentHash(spelled.join(";")).slice(0, 8)}`;
  vocabularies.set(model, vocabulary);
  return vocabulary;
}

function mixerOf(id: string): Mixer {
  const mixer = mixers.find((candidate) => candidate.id === id);
  if (mixer) return mixer;
  throw new LabError({
    code: "input-invalid",
    what: `There is no way of mixing called “${id}”.`,
    remedy: `Take one of: ${mixers.map((candidate) => candidate.id).join(", ")}.`,
  });
}
