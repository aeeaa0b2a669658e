import { loadIdentifier } from "../../codeswitch/identify";
import { parallelLanguages, type ParallelSentences } from "../../data/parallel-languages";
import type { Document } from "../../experiments/documents/steering";
import { contentHash } from "../../hash";
import { unwrap } from "../../result";
import type { LayerAnalysis, TextActivations } from "../../steering/layers";
import { interventionsOf } from "../../steering/parts";
import { proposeLayer } from "../../steering/separation";
import type { RunTools } from "../lab";
import { conditionOf, furtherDirections } from "./applying/further";
import { decided, joinedTold, metBy } from "./applying/told";
import { boundsAt, endsOf, type Joined, otherLanguage, partsAt, type Variant, variantsOf } from "./controls";
import { readContinuation, type Row } from "./continuation";
import { analysed, readSets, readTexts } from "./reading";
import type { Comparison, Condition, Continuation, SteeringResult, SweepCell } from "./result";
import { heldLayer, layersOf, withOwnVector } from "./own-vectors";
import { layerOf, promptsOf, textSetsOf } from "./settings";
import { whileRunning } from "../streaming";
import { summarise, sweepCell } from "./summary";
import { divergencesOf } from "./sweep/divergences";
import { candidatesOf, continueRows, type Setting, scored, written } from "./writing";

/**
 * Reads both sets of texts, makes a direction a layer, steers every prompt beside its baseline and a random control,
 * and, where it is asked for, sweeps layers and strengths with one batch a layer and prompt.
 */
export async function* run(document: Document, tools: RunTools): AsyncGenerator<SteeringResult, void> {
  const { engine, signal } = tools;
  const { parallelSentences } = await import("../../data/parallel");
  const prompts = unwrap(promptsOf(document));
  const stories = document.texts === "stories" ? await (await import("./stories")).storySets(document) : null;
  const sets = unwrap(textSetsOf(document, parallelSentences, stories));
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const setting: Setting = {
    document,
    tools,
    model,
    candidates: candidatesOf(document),
  };

  const reading = await readSets(setting, sets, "reading activations");
  const own = analysed(reading, document, await backgroundOf(setting, parallelSentences));
  const { hash: tokenizerHash } = await engine.vocabulary(model);
  const named = { checkpoint: model.checkpoint, tokenizerHash };
  const fromFile = document.vectorFile !== "";
  const analyses = fromFile ? unwrap(withOwnVector(document.vectorFile, own, reading, named)) : own;
  const fileLayers = fromFile ? layersOf(document.vectorFile) : null;
  const steerable = fileLayers ? fileLayers.map((one) => analyses[one]!) : analyses;
  const proposedLayer = steerable[proposeLayer(steerable.map(({ separation }) => separation))]!.layer;
  const layer = unwrap(layerOf(document, proposedLayer, analyses.length));
  if (fromFile) unwrap(heldLayer(document.vectorFile, layer));
  const condition = await conditionOf(setting, parallelSentences);
  const oncePrompt = document.applying.condition?.decided === "prompt" ? condition : null;
  const joined: Joined = {
    further: await furtherDirections(setting, parallelSentences),
    condition: oncePrompt ? null : condition,
  };

  let result: SteeringResult = {
    model: {
      ...named,
      backend: model.backend,
      layers: model.geometry.layers,
      width: model.geometry.width,
    },
    source: document.texts === "stories" ? document.storyLanguage : document.source,
    target: document.texts === "stories" ? document.storyLanguage : document.target,
    ...(document.texts === "stories" && { trait: document.trait }),
    made: {
      method: fromFile ? document.vectorFile : document.method,
      ...(fileLayers && { fileLayers }),
      position: document.position,
      ...(document.position === "custom" && { stretch: document.stretch }),
      span: document.span,
      dataHash: contentHash([...sets.source, ...sets.target].join("\n")),
    },
    operation: document.operation,
    spread: document.spread,
    ...joinedTold(analyses[layer]!, document, joined),
    texts: {
      train: sets.split.source.train.length + sets.split.target.train.length,
      heldOut: sets.split.source.heldOut.length + sets.split.target.heldOut.length,
    },
    layers: analyses.map(({ separation, scale }) => ({ ...separation, ...scale })),
    proposedLayer,
    layer,
    strength: document.strength,
    direction: [...analyses[layer]!.direction],
    ends: endsOf(analyses[layer]!),
    comparisons: [],
    summaries: [],
    sweep: null,
  };
  yield result;

  const total = prompts.length + (document.sweep ? steerable.length * prompts.length : 0);
  const other = otherLanguage(document);
  const elsewhere = other && (await readTexts(setting, parallelSentences[other], "reading another language"));
  const variants = variantsOf(chosenLayers(steerable, layer, document.spread), document, joined, elsewhere?.flat());
  if (other !== undefined) result = { ...result, other };
  const example = sets.target[sets.split.target.train[0]!]!;
  const finished: Comparison[] = [];
  for (const prompt of prompts) {
    tools.onProgress({ done: finished.length, total, note: `continuing “${prompt}”` });
    const decision = oncePrompt && (await decided(setting, prompt, oncePrompt));
    const steered = variants.map((variant) => (decision?.met === false ? { ...variant, interventions: [] } : variant));
    for await (const comparison of compare(setting, prompt, steered, example)) {
      result = { ...result, comparisons: [...finished, { ...comparison, ...(decision && { decision }) }] };
      yield result;
    }
    const everyToken = joined.condition?.[layer];
    const met = everyToken && (await metBy(setting, prompt, everyToken));
    finished.push({ ...result.comparisons.at(-1)!, ...(met !== undefined && { met }) });
    result = { ...result, comparisons: [...finished] };
    result = { ...result, summaries: summarise(finished, result.target, document.seed) };
    yield result;
  }

  if (document.likeness) {
    const { likenessOf } = await import("./likeness/run");
    result = { ...result, likeness: await likenessOf(setting, parallelSentences, steerable, joined.further) };
    yield result;
  }

  if (!document.sweep) return;
  const unsteered = finished.map(({ rows, decision }) => ({
    text: rows[0]!.continuation.text,
    held: decision?.met === false,
  }));
  const cells: (readonly SweepCell[] | null)[] = analyses.map(() => null);
  for (const [index, analysis] of steerable.entries()) {
    const note = `layer ${analysis.layer} at ${document.sweepStrengths.length} strengths`;
    const progress = (prompt: number) =>
      tools.onProgress({ done: prompts.length + index * prompts.length + prompt, total, note });
    cells[analysis.layer] = await sweepLayer(setting, { analysis, joined, prompts, unsteered, progress });
    result = { ...result, sweep: { strengths: document.sweepStrengths, cells: [...cells] } };
    yield result;
  }
}

/** Parallel sentences of every language, for the method that centres on them; nothing for the others and for own texts. */
async function backgroundOf(setting: Setting, parallel: ParallelSentences): Promise<TextActivations | undefined> {
  const { method, texts } = setting.document;
  if (method !== "mean-centred" || texts !== "parallel") return undefined;
  const all = parallelLanguages.flatMap((language) => parallel[language]);
  return (await readTexts(setting, all, "reading all languages")).flat();
}

/** The layer, or it and all after it, or every layer, of those that have a direction. */
function chosenLayers(
  analyses: readonly LayerAnalysis[],
  layer: number,
  spread: Document["spread"],
): readonly LayerAnalysis[] {
  if (spread === "all") return analyses;
  return analyses.filter((one) => (spread === "onwards" ? one.layer >= layer : one.layer === layer));
}

/** Continues one prompt under every condition; yields as tokens come, and last with the scores. */
async function* compare(
  setting: Setting,
  prompt: string,
  variants: readonly Variant[],
  example: string,
): AsyncGenerator<Comparison, void> {
  const names: readonly Condition[] = [...variants.map(({ condition }) => condition), "prompt"];
  const rows: Row[] = names.map(() => []);
  const read = (): readonly Continuation[] => rows.map((row) => readContinuation(row, rows[0]!, setting.candidates));
  const shown = (continuations: readonly Continuation[]): Comparison => ({
    prompt,
    rows: continuations.map((continuation, index) => ({ condition: names[index]!, continuation })),
  });
  const together = variants.map(({ interventions }) => interventions);
  const tokens = whileRunning(async (notify) => {
    await continueRows(setting, prompt, together, rows, notify);
    // The prompt alone: a text in the target language before it, and no push.
    const alone: Row[] = [[]];
    await continueRows(setting, `${example}\n${prompt}`, [[]], alone, () => {
      rows[names.length - 1] = alone[0]!;
      notify();
    });
  });
  for (let next = await tokens.next(); next.done !== true; next = await tokens.next()) yield shown(read());
  const comparison = shown(await scored(setting, prompt, read()));
  yield comparison;
  // A run over a given text is all prompt: only a push that is there throughout is the same there.
  if (setting.document.span !== "both") return;
  const { model, tools } = setting;
  const { pieces } = comparison.rows[1]!.continuation;
  yield {
    ...comparison,
    divergences: await divergencesOf({ model, ...tools }, prompt, pieces, together[1]!),
  };
}

interface SweptLayer {
  readonly analysis: LayerAnalysis;
  readonly joined: Joined;
  readonly prompts: readonly string[];
  /** What each prompt became, and whether a condition that it does not meet holds every push back. */
  readonly unsteered: readonly { readonly text: string; readonly held: boolean }[];
  readonly progress: (prompt: number) => void;
}

/** One layer at every strength of the first direction. A removal has none: there the direction is added. */
async function sweepLayer(
  setting: Setting,
  { analysis, joined, prompts, unsteered, progress }: SweptLayer,
): Promise<readonly SweepCell[]> {
  const { document } = setting;
  const operation = document.operation === "ablate" ? "add" : document.operation;
  const variants = document.sweepStrengths.map((strength) => {
    const parts = partsAt(analysis, { ...document, operation, strength }, joined);
    const bounds = boundsAt(analysis.layer, document, joined);
    return unwrap(interventionsOf(analysis.layer, parts, bounds, document.span));
  });
  // One session for the sweep, where pushes are all that it does.
  const pushes = variants.flat().every(({ kind }) => kind === "add");
  const steerable = pushes ? Array.from({ length: setting.model.geometry.layers }, (_, layer) => layer) : [];
  const columns: Continuation[][] = variants.map(() => []);
  for (const [index, prompt] of prompts.entries()) {
    progress(index);
    const rows = unsteered[index]!.held ? variants.map(() => []) : variants;
    for (const [column, continuation] of (await written(setting, prompt, rows, steerable)).entries()) {
      columns[column]!.push(continuation);
    }
  }
  const target = document.texts === "stories" ? document.storyLanguage : document.target;
  const texts = unsteered.map(({ text }) => text);
  return columns.map((continuations) => sweepCell(continuations, target, texts));
}
