import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { splitWords } from "../../../codeswitch/words";
import { loadStories } from "../../../data/stories";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import type { Unfaithful } from "../../../measures/text/faithfulness";
import { seededRandom } from "../../../random";
import { LabError } from "../../../result";
import { languageOf } from "../../../ui/languages";
import { askWorker } from "../../ask-worker";
import type { RunTools } from "../../lab";
import { storyLanguages } from "../traits";
import { type FlagRequest, flagsOf } from "./flags";
import { reinjected } from "./prompts";
import type { TranslationResult, Way } from "./result";

/** Pairs that show what is asked for: the instruction of a translation. */
const shownPairs = 3;
/** Sentences of other stories that links are learnt from: enough that few words of a good translation are flagged. */
const corpusPairs = 2000;
const longestOutput = 40;

/**
 * First sentences of stories translated in every way, behind examples whose state is given again, and as the stories tell them; with the
 * words that are missed or added, by links learnt from the stories behind them.
 */
export async function translationsOf(
  { reinjection: { language, into, translations }, temperature, seed }: Document,
  { layer, ways }: { readonly layer: number; readonly ways: readonly Way[] },
  model: Model,
  tools: RunTools,
): Promise<readonly TranslationResult[]> {
  const [from, to] = [language, into].map((code) => storyLanguages.find((known) => known === code));
  if (!from || !to || from === to) {
    throw new LabError({
      code: "input-invalid",
      what: `There are no stories to translate from ${languageOf(language).name} into ${languageOf(into).name}.`,
      remedy: `Choose two of ${storyLanguages.join(", ")}, or no translations.`,
      facts: { language, into },
    });
  }
  const pairsOf = (texts: StoryTexts) => texts[from].map(({ text }, i) => [text, texts[to][i]!.text] as const);
  const stories = (await loadStories()).map(({ texts }) => pairsOf(texts));
  const asked = stories.slice(shownPairs, shownPairs + translations).map(([first]) => first!);
  const line = (text: string) => `${languageOf(from).name}: ${text}\n${languageOf(to).name}:`;
  const shown = stories.slice(0, shownPairs).map(([first]) => `${line(first![0])} ${first![1]}\n`);
  const examples = shown.join("").trimEnd();
  const outputs: string[][] = [];
  for (const [done, [source, own]] of asked.entries()) {
    tools.onProgress({ done, total: asked.length, note: `translating “${source}”` });
    const prompt = `${examples}\n${line(source)}`;
    const random = seededRandom(seed + done);
    const { variants } = await reinjected(prompt, examples, layer, ways, random, model, tools);
    const options = { maxNewTokens: longestOutput, temperature, seed, signal: tools.signal };
    const generations = await tools.engine.generateBatch(model, prompt, variants, options);
    outputs.push([...generations.map(({ text }) => text.trimStart().split("\n")[0]!), own]);
  }

  tools.onProgress({ done: asked.length, total: asked.length, note: "learning links" });
  const wordsOf = ([source, target]: readonly [string, string]): WordPair => [
    splitWords(source, from).map(({ text }) => text),
    splitWords(target, to).map(({ text }) => text),
  ];
  const corpus = stories
    .slice(shownPairs + translations)
    .flat()
    .slice(0, corpusPairs)
    .map(wordsOf);
  const pairs = asked.flatMap(([source], i) => outputs[i]!.map((output) => wordsOf([source, output])));
  const flags = await flagged({ corpus, pairs }, tools.signal);
  const told = pairs.map(([, words], at) => ({ words, ...flags[at]! }));
  const perSentence = ways.length + 1;
  return asked.map((_, i) => ({
    source: pairs[i * perSentence]![0],
    outputs: told.slice(i * perSentence, (i + 1) * perSentence),
  }));
}

type StoryTexts = Awaited<ReturnType<typeof loadStories>>[number]["texts"];

/** In a worker of its own; where there is no page (tests), in this thread. */
async function flagged(request: FlagRequest, signal: AbortSignal): Promise<readonly Unfaithful[]> {
  if (typeof document === "undefined") return flagsOf(request);
  const worker = new Worker(new URL("./flag-worker.ts", import.meta.url), { type: "module", name: "flags" });
  return await askWorker(worker, request, "learns links", signal);
}
