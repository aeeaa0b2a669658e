import type { Model } from "../../../engine/engine";
import type { ValueTokens } from "../../../engine/value-tokens";
import type { Values } from "../../../experiments/documents/steering-values";
import type { RunTools } from "../../lab";
import { storyLanguages } from "../traits";
import { countTokens } from "../views/count-tokens";
import { leading } from "../views/token-languages";
import type { ListedLayer, NeuronToken, ValueNeuron } from "./result";

/** Tokens told of each end of a neuron. */
const shownTokens = 10;
/** Neurons of a layer that are told. */
const shownNeurons = 40;

/** A neuron as layer * F + f, with its d' where it has one. */
export interface ChosenNeuron {
  readonly neuron: number;
  readonly dPrime: number | null;
}

/** What chosen neurons write, and those of one layer in the order asked for. */
export async function readNeurons(
  chosen: readonly ChosenNeuron[],
  { layer, order, normed }: Values,
  model: Model,
  tools: RunTools,
): Promise<{ readonly chosen: readonly ValueNeuron[]; readonly listed: ListedLayer }> {
  const { engine, signal, onProgress } = tools;
  const { mlpWidth } = model.geometry;
  const shares = await countTokens(model, tools);
  const languageOf = (id: number) => {
    const best = leading(shares.map((language) => language[id]!));
    return best === null ? null : storyLanguages[best]!;
  };
  const ofLayer = Array.from({ length: mlpWidth }, (_, f) => ({ neuron: layer * mlpWidth + f, dPrime: null }));
  const all = [...chosen, ...ofLayer];
  const request = { neurons: all.map(({ neuron }) => neuron), normed, top: shownTokens };
  const tokens = await engine.valueTokens(model, request, {
    signal,
    onProgress: (done) => onProgress({ done, total: all.length, note: "reading what neurons write" }),
  });
  const spansOf = ({ raised }: ValueTokens) => [...new Set(raised.flatMap(({ id }) => languageOf(id) ?? []))];

  const texts = new Map<number, string>();
  const told = async (changes: ValueTokens["raised"]): Promise<readonly NeuronToken[]> => {
    const tokens = [];
    for (const { id, by } of changes) {
      const text = texts.get(id) ?? (await engine.detokenize(model, [id]));
      texts.set(id, text);
      tokens.push({ text, language: languageOf(id), by });
    }
    return tokens;
  };
  const shown = async (at: number): Promise<ValueNeuron> => ({
    layer: Math.floor(all[at]!.neuron / mlpWidth),
    neuron: all[at]!.neuron % mlpWidth,
    dPrime: all[at]!.dPrime,
    raised: await told(tokens[at]!.raised),
    lowered: await told(tokens[at]!.lowered),
    languages: spansOf(tokens[at]!),
  });
  const each = async (places: readonly number[]) => {
    const neurons = [];
    for (const at of places) neurons.push(await shown(at));
    return neurons;
  };

  const spans = ofLayer.map((_, f) => spansOf(tokens[chosen.length + f]!).length);
  const sign = { most: -1, fewest: 1, number: 0 }[order];
  const ordered = Array.from(spans.keys()).toSorted((a, b) => sign * (spans[a]! - spans[b]!) || a - b);
  return {
    chosen: await each(Array.from(chosen.keys())),
    listed: {
      layer,
      neurons: await each(ordered.slice(0, shownNeurons).map((f) => chosen.length + f)),
      spans: Array.from({ length: storyLanguages.length + 1 }, (_, n) => spans.filter((span) => span === n).length),
    },
  };
}
