import { renderChat } from "../../../checkpoints/chat-template";
import type { Engine, Model } from "../../../engine/engine";
import type { Intervention } from "../../../steering/intervention";
import { instructionState, reinject } from "../../../steering/reinjection";
import { randomDirection } from "../../../steering/directions/random";
import { norm, scale } from "../../../steering/vectors";
import type { Random } from "../../../random";
import type { RunTools } from "../../lab";
import type { Way } from "./result";

/** How a model is asked: by its chat template, or by lines where it has none. */
export interface Asking {
  readonly chat: boolean;
  prompt(content: string): Promise<string>;
}

export async function askingOf(engine: Engine, model: Model): Promise<Asking> {
  const { files } = await engine.vocabulary(model);
  const chat = files.config["chat_template"] !== undefined;
  return {
    chat,
    async prompt(content) {
      if (!chat) return `${content}\n`;
      const text = renderChat(files, [{ role: "user", content }], model.checkpoint);
      // Where the tokenizer begins every text with the mark that the template writes, it would stand there twice.
      const [first, second] = await engine.tokenize(model, text);
      return first && second?.special && first.id === second.id ? text.slice(second.utf16[1]) : text;
    },
  };
}

/** A prompt whose instruction is given again: what is done in each way, and how far away the answer is. */
export interface Reinjected {
  readonly variants: readonly (readonly Intervention[])[];
  /** Tokens behind the instruction. */
  readonly distance: number;
}

/** Reads the state of the instruction, a part of the prompt, behind block `layer`, and adds it to all that stands behind it. */
export async function reinjected(
  prompt: string,
  instruction: string,
  layer: number,
  ways: readonly Way[],
  random: Random,
  model: Model,
  { engine, signal }: RunTools,
): Promise<Reinjected> {
  const hook = `blocks.${layer}.hook_resid_post`;
  const { [hook]: states } = await engine.capture(model, prompt, [hook], { signal });
  const { data, dims } = states!; // [1,S,D]
  const [start, end] = [prompt.indexOf(instruction), prompt.indexOf(instruction) + instruction.length];
  const tokens = await engine.tokenize(model, prompt);
  const own = tokens.flatMap(({ utf16: [from, to] }, s) => (to > start && from < end ? [s] : []));
  const to = own.at(-1)! + 1;
  const state = instructionState(data, model.geometry.width, [own[0]!, to]);
  const control = scale(randomDirection(state.length, random), norm(state));
  return {
    variants: ways.map((way) => reinject(layer, way.random ? control : state, way.weight, to)),
    distance: dims[1]! - to,
  };
}
