import type { Position } from "../../engine/engine";
import type { Document } from "../../experiments/documents/steering";
import { LabError, unwrap } from "../../result";
import { directionMethods } from "../../steering/directions/registry";
import { analyseLayers, contrastsAt, type LayerAnalysis, type TextActivations } from "../../steering/layers";
import { joined, type TextSamples, tokensApart } from "../../steering/samples";
import { type Separation, separation, type Split } from "../../steering/separation";
import type { TextSets } from "./settings";
import type { Setting } from "./writing";

/** Both sets as the model reads them: samples, of which a text has one, or one a token. */
export interface Reading {
  readonly source: TextActivations;
  readonly target: TextActivations;
  readonly split: { readonly source: Split; readonly target: Split };
}

/** What stands before it in a text is read by the model, and not by the lab. */
const answerMark = "||";

/** Activations of texts at every layer, at the positions that the document names. */
export async function readTexts(
  { document, tools, model }: Setting,
  texts: readonly string[],
  note: string,
): Promise<readonly TextSamples[]> {
  const { read, position } = asRead(document, texts);
  const activations = await tools.engine.captureResidual(model, read, {
    position,
    signal: tools.signal,
    onProgress: (done) => tools.onProgress({ done, total: texts.length, note }),
  });
  return activations.map((layers) => (position === "all" ? tokensApart(layers, model.geometry.width) : [layers]));
}

/** The texts as they go to the model, and where in them it is read. */
export function asRead(
  { position, stretch }: Pick<Document, "position" | "stretch">,
  texts: readonly string[],
): { readonly read: readonly string[]; readonly position: Position } {
  if (position === "custom") {
    const to = stretch.from + stretch.count;
    const toTheEnd = stretch.from < 0 && to >= 0;
    return { read: texts, position: { from: stretch.from, ...(!toTheEnd && { to }) } };
  }
  if (position !== "answer") return { read: texts, position };
  const parts = texts.map((text) => {
    const mark = text.lastIndexOf(answerMark);
    const question = mark < 0 ? "" : text.slice(0, mark).trimEnd();
    const answer = mark < 0 ? text : text.slice(mark + answerMark.length).trimStart();
    return { behind: question.length, text: question === "" ? answer : `${question} ${answer}` };
  });
  return { read: parts.map(({ text }) => text), position: { behind: parts.map(({ behind }) => behind) } };
}

export async function readSets(setting: Setting, sets: TextSets, note: string): Promise<Reading> {
  const samples = await readTexts(setting, [...sets.source, ...sets.target], note);
  const source = joined(samples.slice(0, sets.source.length), sets.split.source);
  const target = joined(samples.slice(sets.source.length), sets.split.target);
  return {
    source: source.activations,
    target: target.activations,
    split: { source: source.split, target: target.split },
  };
}

/** A direction a layer by the document's method; `background` holds texts of all kinds for the method that reads them. */
export function analysed(
  { source, target, split }: Reading,
  { method, position, seed }: Pick<Document, "method" | "position" | "seed">,
  background?: TextActivations,
): readonly LayerAnalysis[] {
  const chosen = directionMethods[method];
  if (chosen.paired && position === "all") {
    throw new LabError({
      code: "input-invalid",
      what: `${chosen.name} compares text by text, and tokens of two texts are no pairs.`,
      remedy: "Read the mean of each text, or take the difference of means.",
      facts: { method },
    });
  }
  return unwrap(
    analyseLayers(target, source, { positive: split.target, negative: split.source }, chosen, seed, background),
  );
}

/** How well a unit direction that was not made from these texts tells the two sets apart after a layer. */
export function separationAlong(
  direction: Float32Array,
  layer: number,
  { source, target, split }: Reading,
): Separation {
  const { train, heldOut } = contrastsAt(layer, target, source, { positive: split.target, negative: split.source });
  return separation(direction, train, heldOut);
}
