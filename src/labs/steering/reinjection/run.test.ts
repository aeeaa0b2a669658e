import { expect, test } from "vitest";
import { instructions } from "../../../data/measures/index";
import type { Engine, Model } from "../../../engine/engine";
import { defaults } from "../../../experiments/documents/steering";
import { reinjectionDefaults } from "../../../experiments/documents/steering-reinjection";
import type { Intervention } from "../../../steering/intervention";
import { askingOf } from "./prompts";
import type { ReinjectionResult } from "./result";
import { runReinjection } from "./run";

const geometry = {
  layers: 4,
  width: 2,
  heads: 1,
  kvHeads: 1,
  headSize: 2,
  mlpWidth: 2,
  vocabulary: 9,
  context: 999,
};
const model: Model = { id: "m", checkpoint: "tiny", backend: "wasm", weights: "f32", geometry, weightBytes: 0 };
const files = {
  tokenizer: {},
  config: {
    chat_template: "{{ bos_token }}[{% for message in messages %}{{ message.content }}{% endfor %}]",
    bos_token: "^",
  },
};

/**
 * One token a character behind a beginning mark; all states are (3, 0). A push of more than 1 along the first axis repeats the beginning of
 * the prompt; any other answer is empty words.
 */
function listeningEngine(asked: (readonly Intervention[])[][]): Engine {
  const tokensOf = (text: string) => [
    { id: 0, utf16: [0, 0], special: true },
    ...Array.from(text, (letter, at) => ({ id: letter === "^" ? 0 : 1, utf16: [at, at + 1], special: letter === "^" })),
  ];
  const heard = ([push]: readonly Intervention[]) =>
    push?.kind === "add" && push.vector[1] === 0 && push.strength * push.vector[0]! > 1;
  const engine = {
    load: () => Promise.resolve(model),
    vocabulary: () => Promise.resolve({ files }),
    tokenize: (_: Model, text: string) => Promise.resolve(tokensOf(text)),
    capture: (_: Model, text: string, [hook]: readonly string[]) => {
      const positions = tokensOf(text).length;
      const data = new Float32Array(2 * positions).map((__, i) => (i % 2 === 0 ? 3 : 0));
      return Promise.resolve({ [hook!]: { dims: [1, positions, 2], data } });
    },
    generateBatch: (_: Model, prompt: string, variants: readonly (readonly Intervention[])[]) => {
      asked.push([...variants]);
      return Promise.resolve(variants.map((one) => ({ text: heard(one) ? prompt.slice(0, 60) : "so so" })));
    },
  };
  return engine as unknown as Engine;
}

test("15 an instruction's state is added from its end on; what is kept and what a translation misses is told by way", async () => {
  const asked: (readonly Intervention[])[][] = [];
  const document = {
    ...defaults,
    task: "reinjection" as const,
    reinjection: { ...reinjectionDefaults, instructions: 2, distances: [3, 0], weight: 0.5, translations: 1 },
  };
  const tools = { engine: listeningEngine(asked), signal: new AbortController().signal, onProgress: () => {} };
  let last: ReinjectionResult | undefined;
  for await (const result of runReinjection(document, tools)) last = result;

  const [none, half, whole, random] = asked[0]!;
  // The beginning mark and the bracket stand before the instruction.
  const guard = { kind: "guard", layer: 2, from: 2 + instructions["en"]![0]![0]!.text.length };
  const add = { kind: "add", layer: 2, vector: Float32Array.of(3, 0) };
  expect(none).toEqual([{ ...add, strength: 0 }, guard]);
  expect(half).toEqual([{ ...add, strength: 0.25 }, guard]);
  expect(whole).toEqual([{ ...add, strength: 0.5 }, guard]);
  expect(Math.hypot(...(random![0] as { vector: Float32Array }).vector)).toBeCloseTo(3, 5);

  const [near, far] = last!.distances;
  expect([near!.sentences, far!.sentences]).toEqual([0, 3]);
  expect(near!.tokens).toBe(1);
  expect(far!.tokens).toBeGreaterThan(50);
  // Both ask for a word that stands in them, the second for a question mark at the end, too.
  expect(near!.kept.map(({ passed }) => passed.value)).toEqual([0, 0, 0.5, 0]);
  expect(near!.example.replies.map(({ passed }) => passed)).toEqual([false, false, true, false]);
  const [{ outputs } = { outputs: [] }] = last!.translations;
  expect(outputs.map(({ words }) => words.length > 0)).toEqual([true, true, true, true, true]);
  const flaggedOf = ({ missed, added }: (typeof outputs)[number]) => missed.length + added.length;
  expect(outputs[0]!.added).toEqual([0, 1]);
  expect(outputs[0]!.missed.length).toBeGreaterThan(0);
  expect(flaggedOf(outputs.at(-1)!)).toBeLessThan(flaggedOf(outputs[0]!));
});

test("the beginning mark that both template and tokenizer write stands once", async () => {
  const asking = await askingOf(listeningEngine([]), model);
  expect(asking.chat).toBe(true);
  expect(await asking.prompt("Hello")).toBe("[Hello]");
});
