import { type Example, translationPrompt } from "../../../../codeswitch/comprehension/prompt";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { LabError } from "../../../../result";
import { languageOf } from "../../../../ui/languages";
import type { RunTools } from "../../../lab";
import { ask } from "../../ask";
import type { ReadSentence } from "../sentences";
import type { TranslatedBy, TranslationResult } from "./result";

const maxNewTokens = 64;

interface Task {
  readonly text: string;
  readonly reference: string;
  readonly from: string;
  readonly into: string;
  readonly percent: number;
}

/**
 * Each model translates each sentence, with no and with two plain examples as the document asks: greedy, one line. Yields after
 * every sentence. Throws `input-invalid` where no sentence has a reference, and what the engine throws.
 */
export async function* runTranslation(
  sentences: readonly ReadSentence[],
  { readings: { models, shots, into }, seed }: Document,
  { engine, signal, onProgress }: RunTools,
): AsyncGenerator<TranslationResult, void> {
  const tasks = sentences.flatMap(({ sentence, languages, originals, percent }): readonly Task[] => {
    const side = into === "main" ? 0 : 1;
    const reference = originals[side];
    if (reference === null) return [];
    return [{ text: sentence.text, reference, from: languages[1 - side]!, into: languages[side], percent }];
  });
  if (tasks.length === 0) throw new LabError(noReference);
  const { parallelSentences } = await import("../../../../data/parallel");
  const parallel = parallelSentences as Readonly<Record<string, readonly string[]>>;
  const examplesOf = ({ from, into }: Task, count: number): readonly Example[] =>
    (parallel[from] ?? []).slice(0, count).flatMap((sentence, index) => {
      const other = parallel[into]?.[index];
      return other === undefined ? [] : [[sentence, other] as const];
    });

  const finished: TranslatedBy[] = [];
  const result = (running: TranslatedBy): TranslationResult => ({
    reading: "translation",
    seed,
    sentences: tasks.map(({ text, reference, into, percent }) => ({ text, reference, into, percent })),
    conditions: [...finished, running],
  });
  const total = models.length * shots.length * tasks.length;
  for (const id of models) {
    const model = await engine.load(id, { signal });
    for (const count of shots.map(Number)) {
      let by: TranslatedBy = { checkpoint: model.checkpoint, shots: count, converses: true, answers: [], seconds: 0 };
      const begun = performance.now();
      for (const task of tasks) {
        onProgress({ done: finished.length * tasks.length + by.answers.length, total, note: "translating" });
        const names = [languageOf(task.from).name, languageOf(task.into).name] as const;
        const examples = examplesOf(task, count);
        const asText = translationPrompt(task.text, examples);
        const labelled = translationPrompt(task.text, examples, names);
        const message = `Translate the last line into ${names[1]}. Answer with the translation only.\n\n${labelled}`;
        const { text, asMessage } = await ask(
          engine,
          model,
          { message, asText },
          { maxNewTokens, oneLine: true, signal },
        );
        by = {
          ...by,
          converses: asMessage,
          answers: [...by.answers, text.trim().split("\n")[0]!],
          seconds: (performance.now() - begun) / 1000,
        };
        yield result(by);
      }
      finished.push(by);
    }
  }
}

const noReference = {
  code: "input-invalid",
  what: "None of these sentences has a translation to compare with.",
  remedy: "Translate into the main language, whose sentence is there, or take a source with sentence pairs.",
} as const;
