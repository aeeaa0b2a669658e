import type { Engine, Model } from "../engine/engine";
import { pool, type Pooling } from "../measures/alignment/pooling";
import type { Subject } from "../measures/card/collect";
import type { Dialogue, TextVectors, TokenBits } from "../measures/card/needs";
import type { Intervention } from "../steering/intervention";
import { writeLine } from "./write-line";

/** The marks of the chat template that is known here (ChatML). */
const turnBegins = "<|im_start|>";
const turnEnds = "<|im_end|>";

/**
 * A loaded model, with what is done to it, as the measures of a card see it. `id` must be equal only where weights and
 * interventions are. Greedy throughout.
 */
export async function subjectOf(
  engine: Engine,
  model: Model,
  { id, interventions, signal }: { id: string; interventions: readonly Intervention[]; signal: AbortSignal },
): Promise<Subject> {
  const options = { interventions, signal };
  const hooks = Array.from({ length: model.geometry.layers }, (_, layer) => `blocks.${layer}.hook_resid_post`);
  const marks = await Promise.all([turnBegins, turnEnds].map((mark) => engine.tokenize(model, mark)));
  const hasTemplate = marks.every((tokens) => tokens.some(({ piece }) => [turnBegins, turnEnds].includes(piece)));

  async function score(texts: readonly string[]): Promise<readonly TokenBits[]> {
    const scores = await engine.scoreAll(model, texts, options);
    return scores.map(({ tokens, logProbabilities, bits, bytes }) => ({
      ends: tokens.map((token) => token.bytes[1]),
      bits: logProbabilities.map((value) => -value / Math.LN2),
      total: { bits, bytes },
    }));
  }

  async function vectorsOf(text: string): Promise<TextVectors> {
    const [states, tokens] = await Promise.all([
      engine.capture(model, text, hooks, options),
      engine.tokenize(model, text),
    ]);
    const first = tokens.findIndex(({ special, bytes }) => !special || bytes[0] !== bytes[1]);
    const pooled = (pooling: Pooling) =>
      hooks.map((hook) => pool(states[hook]!.data, model.geometry.width, Math.max(0, first), pooling));
    return { weighted: pooled("weighted"), mean: pooled("mean"), last: pooled("last") };
  }

  async function embed(texts: readonly string[]): Promise<readonly TextVectors[]> {
    const vectors: TextVectors[] = [];
    for (const text of texts) vectors.push(await vectorsOf(text));
    return vectors;
  }

  async function write(prompt: string, { maxNewTokens, oneLine = false }: Dialogue): Promise<string> {
    if (oneLine) return writeLine(engine, model, prompt, { ...options, maxNewTokens });
    return (await engine.generate(model, prompt, { ...options, maxNewTokens })).text;
  }

  async function reply(dialogue: Dialogue): Promise<readonly string[]> {
    if (dialogue.form === "plain") return [await write(dialogue.turns[0]!, dialogue)];
    const replies: string[] = [];
    let history = "";
    for (const turn of dialogue.turns) {
      history += hasTemplate ? `${turnBegins}user\n${turn}${turnEnds}\n${turnBegins}assistant\n` : `${turn}\n`;
      const text = (await write(history, dialogue)).trim();
      replies.push(text);
      history += hasTemplate ? `${text}${turnEnds}\n` : `${text}\n`;
    }
    return replies;
  }

  return { id, score, embed, reply };
}
