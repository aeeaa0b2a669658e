import { LabError } from "../result";
import type { Encoder, Token } from "../tokenization/encoder";
import type { SamplingOptions } from "./engine";
import { findSamplingFault } from "./sampling";

/** A text as a model reads it. */
export interface ReadText {
  /** Special tokens that the tokenizer's template puts before the text, such as BOS. */
  readonly prefix: readonly number[];
  readonly tokens: readonly Token[];
  readonly ids: readonly number[];
}

const longestText = 4_000_000;

/**
 * Tokens of a text. What the template puts behind it (EOS) is left out: the text goes on. Throws
 * `text-unpaired-surrogate`, `prompt-too-long`.
 */
export function readText(encoder: Encoder, text: string): ReadText {
  if (/\p{Surrogate}/u.test(text)) {
    const position = text.search(/\p{Surrogate}/u);
    throw new LabError({
      code: "text-unpaired-surrogate",
      what: `The text holds half a character at position ${position}: an unpaired surrogate, which stands for nothing.`,
      remedy: "Delete the broken character, which often comes from cutting a text inside an emoji.",
      facts: { position },
    });
  }
  if (text.length > longestText) {
    throw new LabError({
      code: "prompt-too-long",
      what: `The text has ${text.length} characters; the lab reads at most ${longestText}.`,
      remedy: "Shorten the text.",
      facts: { characters: text.length, limit: longestText },
    });
  }
  const all = encoder.encode(text, { addSpecialTokens: true });
  const fromTemplate = ({ special, bytes }: Token) => special && bytes[0] === bytes[1];
  const start = all.findIndex((token) => !fromTemplate(token));
  const prefix = start < 0 ? all.filter(fromTemplate).slice(0, 1) : all.slice(0, start);
  const tokens = start < 0 ? [] : all.slice(start).filter((token) => !fromTemplate(token));
  return { prefix: prefix.map(({ id }) => id), tokens, ids: [...prefix, ...tokens].map(({ id }) => id) };
}

/** Throws `prompt-too-long` where the ids and `room` more do not fit the context. */
export function checkLength(ids: readonly number[], room: number, context: number): void {
  if (ids.length + room <= context) return;
  throw new LabError({
    code: "prompt-too-long",
    what: `The text has ${ids.length} tokens; this model reads at most ${context - room}${room > 0 ? " and needs room to continue" : ""}.`,
    remedy: `Shorten it by about ${Math.ceil(((ids.length + room - context) / ids.length) * 100)} %, or take a model with a longer context.`,
    facts: { tokens: ids.length, context },
  });
}

/** Throws `prompt-empty`: nothing to start from. */
export function checkNotEmpty(ids: readonly number[]): void {
  if (ids.length > 0) return;
  throw new LabError({
    code: "prompt-empty",
    what: "The prompt is empty, and this model has no token that begins a text.",
    remedy: "Write at least one character.",
  });
}

/**
 * Throws `logits-nan`: the row of logits [V] with this log-sum-exp holds NaN, or the same number throughout, which is
 * what is left when the residual stream overflows in the last norm.
 */
export function checkLogits(logits: Float32Array, normaliser: number, position: number): void {
  const flat = Math.abs(normaliser - logits[0]! - Math.log(logits.length)) < 1e-6;
  if (Number.isFinite(normaliser) && !(flat && logits.every((logit) => logit === logits[0]))) return;
  throw new LabError({
    code: "logits-nan",
    what: `The model's numbers overflowed: its output at position ${position} means nothing.`,
    remedy: "Use a smaller strength, or f32 weights: 16 bit numbers overflow in some models.",
    facts: { position },
  });
}

/** Throws `input-invalid` for ids that the model does not have. */
export function checkIds(ids: readonly number[], vocabulary: number): void {
  const bad = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabulary);
  if (bad === undefined) return;
  throw new LabError({
    code: "input-invalid",
    what: `${bad} is not a token of this model: ids go from 0 to ${vocabulary - 1}.`,
    remedy: "Tokenize the text with this model.",
    facts: { id: bad, vocabulary },
  });
}

/** Throws `input-invalid` for settings that mean nothing. */
export function checkSampling(sampling: SamplingOptions): void {
  const fault = findSamplingFault(sampling);
  if (fault === undefined) return;
  throw new LabError({ code: "input-invalid", what: fault, remedy: "Change this setting and run it again." });
}
