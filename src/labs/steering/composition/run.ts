import { identify, loadIdentifier } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import { scoreOfPart } from "../../../measures/bits-per-byte";
import { unwrap } from "../../../result";
import { type Strategy, strategies } from "../../../steering/dynamic-strength";
import { cosine, scale } from "../../../steering/vectors";
import type { RunTools } from "../../lab";
import { promptsOf } from "../settings";
import { storyLanguages } from "../traits";
import { type MadeProperty, makeProperty, placeOf } from "./properties";
import type { ComposedRow, CompositionResult } from "./result";

/**
 * Makes a direction for each property and continues the prompts with all of them at once, under every strategy: the strength
 * that the model's own uncertainty gives, and those that ask no model.
 */
export async function* runComposition(document: Document, tools: RunTools): AsyncGenerator<CompositionResult, void> {
  const { engine, signal, onProgress } = tools;
  const prompts = unwrap(promptsOf(document));
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const made: MadeProperty[] = [];
  for (const property of document.composition.properties) {
    made.push(await makeProperty(property, document, model, tools));
  }
  let result: CompositionResult = {
    task: "composition",
    model: { checkpoint: model.checkpoint, layers: model.geometry.layers },
    properties: made.map(({ report }) => report),
    cosines: made.map((a) => made.map((b) => (a.layer === b.layer ? cosine(a.direction, b.direction) : null))),
    strength: document.composition.strength,
    texts: [],
  };
  yield result;

  const total = prompts.length * strategies.length;
  for (const [index, prompt] of prompts.entries()) {
    const finished = result.texts;
    let rows: readonly ComposedRow[] = [];
    for (const strategy of strategies) {
      onProgress({
        done: index * strategies.length + rows.length,
        total,
        note: `continuing “${prompt}” (${strategy})`,
      });
      rows = [...rows, await writeRow(document, prompt, strategy, made, model, tools)];
      result = { ...result, texts: [...finished, { prompt, rows }] };
      yield result;
    }
  }
}

async function writeRow(
  { composition, maxNewTokens, temperature, seed }: Document,
  prompt: string,
  strategy: Strategy,
  made: readonly MadeProperty[],
  model: Model,
  { engine, signal }: RunTools,
): Promise<ComposedRow> {
  const pieces: { text: string; strengths: readonly number[] }[] = [];
  let open: readonly number[] | undefined;
  await engine.compose(
    model,
    {
      prompt,
      properties: made.map(({ layer, direction, scale: { classDistance } }) => [
        { layer, vector: scale(direction, classDistance) },
      ]),
      strategy,
      strength: composition.strength,
      topP: composition.topP,
      sampling: { maxNewTokens, temperature, seed },
    },
    {
      signal,
      onToken({ text, strengths }) {
        open ??= strengths;
        if (text === "") return;
        pieces.push({ text, strengths: open });
        open = undefined;
      },
    },
  );
  const text = pieces.map((piece) => piece.text).join("");
  if (text.trim() === "") return { strategy, text, language: null, pieces, bitsPerByte: null, places: null };
  const candidates = [...new Set([...storyLanguages, ...composition.properties.flatMap(({ from, to }) => [from, to])])];
  const { language } = identify(
    text,
    candidates.filter((code) => code !== "mul"),
  );
  const score = await engine.score(model, prompt + text, { signal });
  const { bits, bytes } = scoreOfPart(
    score.logProbabilities,
    score.tokens.map((token) => token.bytes),
    new TextEncoder().encode(prompt).length,
  );
  const [activations] = await engine.captureResidual(model, [text.trim()], { signal });
  return {
    strategy,
    text,
    language: language === "und" ? null : language,
    pieces,
    bitsPerByte: bytes > 0 ? bits / bytes : null,
    places: made.map((property) => placeOf(property, activations!)),
  };
}
