import type { Engine, Model, Prompt } from "../../../engine/engine";
import { logSumExp } from "../../../measures/divergence";
import { fail, ok, type Result } from "../../../result";
import { sum } from "../../../vectors";

/** What a model is to write about, and how it is asked. */
export interface Order {
  /** Words that stand for the two sets, such as `sad` and `happy`. */
  readonly opposite: string;
  readonly concept: string;
  /** Beginnings or requests; the word stands where `{}` is. */
  readonly templates: readonly string[];
  /** Texts a set. */
  readonly count: number;
  readonly seed: number;
}

/** Two sets of texts, and what can be said of how good they are. */
export interface WrittenSets {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** Whether the model was asked as an assistant; otherwise it went on from the templates. */
  readonly asked: boolean;
  readonly written: number;
  readonly different: number;
  /**
   * By how many bits a text is likelier behind its own word than behind the other one in the same template, mean over all texts: what
   * the word told the model. About 0 where it made nothing of it.
   */
  readonly bitsFromWord: number;
}

export interface Writer {
  readonly engine: Engine;
  readonly model: Model;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** For models that go on from a text, which end it after a whole sentence, and for those that follow a request. */
export const beginnings = [
  "It was a {} day and",
  "The girl was very {} because",
  "Everything was {}, so",
  "He told a {} story about",
];
export const requests = [
  "Write one sentence that is {}.",
  "Tell me something {}.",
  "Describe a {} morning.",
  "Write the beginning of a {} story.",
];

const tokensOfText = 28;
const temperature = 0.8;
const topP = 0.95;

/** The templates' lines that are of use, or what is wrong with an order. */
export function checkOrder({ opposite, concept, templates }: Order): Result<readonly string[]> {
  const [from, to] = [opposite.trim(), concept.trim()];
  const open = templates.filter((template) => template.includes("{}"));
  if (from !== "" && to !== "" && from !== to && open.length > 0) return ok(open);
  return fail({
    code: "input-invalid",
    what:
      open.length === 0 ? "No template has a place for the word." : "There are not two different words to write about.",
    remedy: open.length === 0 ? "Write {} where the word is to stand." : "Name the concept and its opposite.",
  });
}

/** Lets the model write both sets, template by template, each text with a seed of its own that both sets share. Problem: a bad order. */
export async function writeSets(order: Order, writer: Writer): Promise<Result<WrittenSets>> {
  const { engine, model, signal, onProgress } = writer;
  const templates = checkOrder(order);
  if (!templates.ok) return templates;
  const { files } = await engine.vocabulary(model);
  const asked = "chat_template" in files.config;
  const sets: Record<"source" | "target", string[]> = { source: [], target: [] };
  const words = { source: order.opposite.trim(), target: order.concept.trim() };
  const gains: number[] = [];
  for (let text = 0; text < order.count; text += 1) {
    const template = templates.value[text % templates.value.length]!;
    for (const set of ["source", "target"] as const) {
      onProgress(2 * text + (set === "target" ? 1 : 0), 2 * order.count);
      const promptWith = (word: string) => promptOf(template.replaceAll("{}", word), asked);
      const sampling = { maxNewTokens: tokensOfText, temperature, topP, seed: order.seed + text, signal };
      const { ids, text: written, promptIds } = await engine.generate(model, promptWith(words[set]), sampling);
      const line = oneLine(written);
      if (line === "" || ids.length === 0) continue;
      sets[set].push(line);
      const other = set === "source" ? "target" : "source";
      const behindOther = (await engine.generate(model, promptWith(words[other]), { maxNewTokens: 0, signal }))
        .promptIds;
      const [own, elsewhere] = [await bitsOf(ids, promptIds, writer), await bitsOf(ids, behindOther, writer)];
      gains.push(elsewhere - own);
    }
  }
  const all = [...sets.source, ...sets.target];
  return ok({
    ...sets,
    asked,
    written: all.length,
    different: new Set(all).size,
    bitsFromWord: sum(gains) / Math.max(1, gains.length),
  });
}

function promptOf(text: string, asked: boolean): Prompt {
  return asked ? { messages: [{ role: "user", content: text }] } : text;
}

/** One line, up to its last whole sentence where there is one. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return /^.*[.!?।]["”“»]?(?=\s|$)/u.exec(line)?.[0] ?? line;
}

/** -log2 P(ids | prompt) */
async function bitsOf(ids: readonly number[], prompt: readonly number[], { engine, model, signal }: Writer) {
  const { logits } = await engine.logits(model, [...prompt, ...ids], { signal });
  const width = logits.dims[1]!;
  return ids.reduce((bits, id, i) => {
    const row = logits.data.subarray((prompt.length + i - 1) * width, (prompt.length + i) * width);
    return bits - (row[id]! - logSumExp(row)) / Math.LN2;
  }, 0);
}
