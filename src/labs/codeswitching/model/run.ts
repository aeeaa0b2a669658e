import { cmi2014 } from "../../../codeswitch/metrics/cmi-2014";
import { type PlannedText, readPlanned, type WrittenPiece } from "../../../codeswitch/model/adherence";
import { languagesOf, parsePlan, placeSpans, tokensOf } from "../../../codeswitch/model/plan";
import type { WordLanguageModel } from "../../../codeswitch/word-language/model";
import type { GeneratedToken, Score } from "../../../engine/engine";
import type { ModelSettings } from "../../../experiments/documents/codeswitching-model";
import { scoreOfPart } from "../../../measures/bits-per-byte";
import { bitsByPart } from "../../../measures/surprisal";
import { LabError, unwrap } from "../../../result";
import type { RunTools } from "../../lab";
import { whileRunning } from "../../streaming";
import { ask } from "../ask";
import { loadWordLanguages } from "../word-languages";
import { interventionsOf, planDirections } from "./directions";
import type { ModelResult, WritingCondition, WrittenText } from "./result";
import { spanFilters } from "./span-filters";

/** Rows of the batch, in this order; the instruction has a prompt of its own. */
const rowConditions = ["unsteered", "directions", "filters"] as const;

/**
 * Lets the model go on from one prompt four ways: as it is, asked in words to mix, with language directions that follow the plan
 * token by token, and with its vocabulary held to each span's language. Each text is read word by word and compared with the plan.
 */
export async function* runModel(
  settings: ModelSettings & { readonly seed: number },
  { engine, signal, onProgress }: RunTools,
  wordLanguages: () => Promise<WordLanguageModel> = loadWordLanguages,
): AsyncGenerator<ModelResult, void> {
  const { prompt, strength, temperature, seed } = settings;
  const plan = unwrap(parsePlan(settings.plan));
  if (prompt.trim() === "") throw new LabError(promptEmpty);
  const spans = placeSpans(plan);
  const languages = languagesOf(plan);
  const [model, words, filters] = await Promise.all([
    engine.load(settings.model, { signal }),
    wordLanguages(),
    spanFilters(spans),
  ]);
  const directions = unwrap(
    await planDirections(engine, model, languages, {
      seed,
      signal,
      onProgress: (done, total) => onProgress({ done, total, note: "reading activations" }),
    }),
  );
  const layer = settings.layer ?? directions.proposedLayer;
  if (layer >= model.geometry.layers) throw new LabError(noSuchLayer(layer, model.geometry.layers));
  const variants = [[], interventionsOf(directions, spans, layer, strength), []];

  const base: ModelResult = {
    source: "model",
    checkpoint: model.checkpoint,
    backend: model.backend,
    prompt,
    languages,
    spans,
    layer,
    strength,
    filter: filters.kind,
    texts: [],
  };
  const sampling = { maxNewTokens: tokensOf(plan), temperature, seed, stopAtEnd: false, signal };
  const rows: GeneratedToken[][] = rowConditions.map(() => []);
  const read = (condition: WritingCondition, tokens: readonly GeneratedToken[]): WrittenText => {
    const pieces = piecesOf(tokens);
    const reading = readPlanned(pieces, spans, words);
    const bits = bitsOfWords(reading, pieces);
    return { condition, reading, cmi: cmi2014.measure(reading.sentence.words) ?? 0, bits, bitsPerByte: null };
  };
  const readRows = () => rowConditions.map((condition, row) => read(condition, rows[row]!));

  onProgress({ done: 0, total: 2, note: "writing by the plan" });
  const writing = whileRunning((notify) =>
    engine.generateBatch(model, prompt, variants, {
      ...sampling,
      filters: [[], [], filters.windows],
      onToken: (token) => {
        rows[token.row]!.push(token);
        notify();
      },
    }),
  );
  for (let next = await writing.next(); next.done !== true; next = await writing.next()) {
    yield { ...base, texts: readRows() };
  }

  onProgress({ done: 1, total: 2, note: "writing by instruction" });
  const asked: GeneratedToken[] = [];
  const request = `${settings.instruction}\n\n${prompt}`;
  await ask(
    engine,
    model,
    { message: request, asText: request },
    { ...sampling, onToken: (token) => asked.push(token) },
  );
  const [unsteered, ...steered] = readRows();
  const texts = [unsteered!, read("instructed", asked), ...steered];
  const written = texts.filter(({ reading }) => reading.sentence.text !== "");
  const scores = await engine.scoreAll(
    model,
    written.map(({ reading }) => prompt + reading.sentence.text),
    { signal },
  );
  yield {
    ...base,
    texts: texts.map((text) => {
      const score = scores[written.indexOf(text)];
      return score === undefined ? text : { ...text, bitsPerByte: bitsBehind(prompt, score) };
    }),
  };
}

interface ScoredPiece extends WrittenPiece {
  /** Of its tokens, each under the model that wrote it. */
  readonly bits: number;
}

/** Tokens that add no text while a character is incomplete are joined to the one that completes it. */
function piecesOf(tokens: readonly GeneratedToken[]): readonly ScoredPiece[] {
  const pieces: ScoredPiece[] = [];
  let open = 0;
  let bits = 0;
  for (const { text, logProbability } of tokens) {
    open += 1;
    bits -= logProbability / Math.LN2;
    if (text === "") continue;
    pieces.push({ text, tokens: open, bits });
    open = 0;
    bits = 0;
  }
  return pieces;
}

/** Hundredths of a bit are enough to draw, and keep recordings small. */
function bitsOfWords({ sentence }: PlannedText, pieces: readonly ScoredPiece[]): readonly number[] {
  let end = 0;
  const ends = pieces.map(({ text }) => (end += new TextEncoder().encode(text).length));
  const parts = sentence.words.map(({ written }) => written);
  return bitsByPart(parts, { ends, bits: pieces.map(({ bits }) => bits) }).map((bits) => Math.round(bits * 100) / 100);
}

function bitsBehind(prompt: string, score: Score): number | null {
  const { bits, bytes } = scoreOfPart(
    score.logProbabilities,
    score.tokens.map(({ bytes }) => bytes),
    new TextEncoder().encode(prompt).length,
  );
  return bytes === 0 ? null : bits / bytes;
}

const promptEmpty = {
  code: "prompt-empty",
  what: "There is nothing for the model to go on from.",
  remedy: "Write the beginning of a sentence.",
} as const;

function noSuchLayer(layer: number, layers: number) {
  return {
    code: "intervention-invalid",
    what: `Layer ${layer} does not exist: this model has layers 0 to ${layers - 1}.`,
    remedy: "Choose one of them, or let held-out separation choose.",
    facts: { layer, layers },
  } as const;
}
