import { type Agents, runLoop } from "../../../codeswitch/agents/loop";
import { markFluency, markFromAnswer, markRatio } from "../../../codeswitch/agents/programs";
import { type Commission, judgePrompt, refinerPrompt, writerPrompt } from "../../../codeswitch/agents/prompts";
import { drawScenarios } from "../../../codeswitch/agents/scenario";
import type { Mark } from "../../../codeswitch/agents/score";
import { scriptOf } from "../../../codeswitch/language";
import { cmi2014 } from "../../../codeswitch/metrics/cmi-2014";
import { mixSentences } from "../../../codeswitch/word-language/mixed";
import type { WordLanguageModel } from "../../../codeswitch/word-language/model";
import { tagWords } from "../../../codeswitch/word-language/tag";
import { splitWords } from "../../../codeswitch/words";
import type { AgentsSettings } from "../../../experiments/documents/codeswitching-agents";
import { seededRandom } from "../../../random";
import { LabError } from "../../../result";
import { languageOf } from "../../../ui/languages";
import type { RunTools } from "../../lab";
import { ask } from "../ask";
import { loadWordLanguages } from "../word-languages";
import type { AgentsResult, JudgedText, Sample } from "./result";

/** Plain sentences of each language that say what is usual for the model, and mixed ones that show a base model what is wanted. */
const plainSentences = 8;
const shownSentences = 4;
const answerTokens = 24;

/**
 * Draws scenarios and lets the loop run on each: the model writes and refines and gives its opinion where only an opinion is
 * to be had; share, switches inside words and bits a byte are measured. Throws `input-invalid` and what the engine throws.
 */
export async function* runAgents(
  settings: AgentsSettings & { readonly seed: number },
  { engine, signal, onProgress }: RunTools,
  wordLanguages: () => Promise<WordLanguageModel> = loadWordLanguages,
): AsyncGenerator<AgentsResult, void> {
  const { matrix, embedded, samples, maxNewTokens, temperature, seed } = settings;
  const ratio = settings.ratio / 100;
  if (matrix === embedded) throw new LabError(oneLanguage(matrix));
  const { parallelSentences } = await import("../../../data/parallel");
  const plainOf = (language: string) => {
    const sentences = (parallelSentences as Readonly<Record<string, readonly string[]>>)[language];
    if (sentences === undefined) throw new LabError(noSentences(language, Object.keys(parallelSentences)));
    return sentences;
  };
  const [model, table] = await Promise.all([engine.load(settings.model, { signal }), wordLanguages()]);
  const plain = [matrix, embedded].flatMap((language) => plainOf(language).slice(0, plainSentences));
  const plainScores = await engine.scoreAll(model, plain, { signal });
  const usual = plainScores.reduce((sum, score) => sum + score.bitsPerByte, 0) / plainScores.length;
  const examples = mixedExamples([plainOf(matrix), plainOf(embedded)], seed);
  const names = { matrix: languageOf(matrix).name, embedded: languageOf(embedded).name };

  let converses = true;
  async function request(message: string, asText: string, tokens: number, warm: boolean, draw: number) {
    const options = { maxNewTokens: tokens, temperature: warm ? temperature : 0, seed: seed + draw, signal };
    const { text, asMessage } = await ask(engine, model, { message, asText }, options);
    converses = asMessage;
    return asMessage ? text.trim() : firstLine(text);
  }
  const read = (text: string) => {
    const words = splitWords(text, matrix);
    const tags = tagWords(
      words.map((word) => word.text),
      [matrix, embedded],
      table,
    );
    return words.map((word, index) => ({
      text: word.text,
      written: word.before + word.text + word.after,
      language: tags[index]!.language,
      script: scriptOf(word.text),
    }));
  };

  const result: AgentsResult = {
    source: "agents",
    checkpoint: model.checkpoint,
    matrix,
    embedded,
    ratio,
    converses,
    usual,
    samples: [],
  };
  const finished: Sample[] = [];
  for (const [number, scenario] of drawScenarios(samples, seed).entries()) {
    const progress = (note: string) => onProgress({ done: number, total: samples, note });
    const about: Commission = { ...names, ratio, scenario };
    const opinion = async (judge: "naturalness" | "socio", text: string): Promise<Mark> => {
      const prompt = judgePrompt(judge, text, about);
      return markFromAnswer(await request(prompt, `${prompt}\nAnswer:`, answerTokens, false, 0));
    };
    const agents: Agents = {
      write() {
        progress("writing");
        return request(writerPrompt(about), examples, maxNewTokens, true, number);
      },
      async judge(text) {
        progress("judging");
        const words = read(text);
        const { bitsPerByte } = text === "" ? { bitsPerByte: Infinity } : await engine.score(model, text, { signal });
        return {
          fluency: markFluency(bitsPerByte, usual, words),
          naturalness: await opinion("naturalness", text),
          ratio: markRatio(words, embedded, ratio),
          socio: await opinion("socio", text),
        };
      },
      refine(text, marks) {
        progress("refining");
        return request(refinerPrompt(text, marks, about), examples, maxNewTokens, true, number + samples);
      },
    };
    const rounds: JudgedText[] = [];
    for await (const round of runLoop(agents)) {
      signal.throwIfAborted();
      const words = read(round.text);
      rounds.push({ ...round, words, cmi: cmi2014.measure(words) ?? 0 });
      yield { ...result, converses, samples: [...finished, { scenario, rounds: [...rounds] }] };
    }
    finished.push({ scenario, rounds });
  }
}

/** Mixed sentences, a line each, and the beginning of a further line: what a model without conversation goes on from. */
function mixedExamples(plain: readonly [readonly string[], readonly string[]], seed: number): string {
  const random = seededRandom(seed);
  const lines = Array.from({ length: shownSentences }, (_, line) =>
    mixSentences([plain[0][line]!.split(" "), plain[1][line]!.split(" ")], ["a", "b"], random)
      .map(({ text }) => text)
      .join(" "),
  );
  return `${lines.join("\n")}\n`;
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]!.trim();
}

function oneLanguage(language: string) {
  return {
    code: "input-invalid",
    what: "Matrix and embedded language are the same, so there is nothing to mix.",
    remedy: "Choose two languages.",
    facts: { language },
  } as const;
}

function noSentences(language: string, known: readonly string[]) {
  return {
    code: "input-invalid",
    what: `There are no plain sentences in “${language}” to measure fluency against.`,
    remedy: `Choose among ${known.join(", ")}.`,
    facts: { language },
  } as const;
}
