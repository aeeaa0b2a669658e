import { trainAligner } from "../../../codeswitch/aligner/propose";
import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { splitWords } from "../../../codeswitch/words";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import { unfaithfulWords } from "../../../measures/text/faithfulness";
import { seededRandom } from "../../../random";
import { LabError } from "../../../result";
import { languageOf } from "../../../ui/languages";
import type { RunTools } from "../../lab";
import { reinjected } from "./prompts";
import type { TranslationResult, Way } from "./result";

/** Pairs that show what is asked for: the instruction of a translation. */
const shownPairs = 3;
const longestOutput = 40;

/**
 * Sentences translated in every way, behind examples whose state is given again. Links are learnt from the other parallel sentences and
 * from the pair itself.
 */
export async function* translationsOf(
  { reinjection: { language, into, translations }, temperature, seed }: Document,
  { layer, ways }: { readonly layer: number; readonly ways: readonly Way[] },
  model: Model,
  tools: RunTools,
): AsyncGenerator<TranslationResult, void> {
  const { parallelSentences } = await import("../../../data/parallel");
  const parallel: Readonly<Record<string, readonly string[]>> = parallelSentences;
  const [source, target] = [parallel[language], parallel[into]];
  if (!source || !target || language === into) {
    throw new LabError({
      code: "input-invalid",
      what: `There is nothing to translate from ${languageOf(language).name} into ${languageOf(into).name}.`,
      remedy: `Choose two of ${Object.keys(parallel).join(", ")}, or no translations.`,
      facts: { language, into },
    });
  }
  const words = (text: string, code: string) => splitWords(text, code).map((word) => word.text);
  const pairs = source.map((text, i): WordPair => [words(text, language), words(target[i]!, into)]);
  const line = (i: number) => `${languageOf(language).name}: ${source[i]}\n${languageOf(into).name}:`;
  const shown = Array.from({ length: shownPairs }, (_, i) => `${line(i)} ${target[i]}\n`).join("");
  for (let i = shownPairs; i < shownPairs + translations && i < source.length; i += 1) {
    const prompt = shown + line(i);
    const { variants } = await reinjected(prompt, shown.trimEnd(), layer, ways, seededRandom(seed + i), model, tools);
    const options = { maxNewTokens: longestOutput, temperature, seed, signal: tools.signal };
    const generations = await tools.engine.generateBatch(model, prompt, variants, options);
    const asked = pairs[i]![0];
    const others = pairs.filter((_, other) => other !== i);
    yield {
      source: asked,
      outputs: generations.map(({ text }) => {
        const output = words(text.trimStart().split("\n")[0]!, into);
        const pair: WordPair = [asked, output];
        const links = output.length === 0 ? [] : trainAligner([...others, pair])(pair);
        return { words: output, ...unfaithfulWords(asked, output, links) };
      }),
    };
  }
}
