import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../../checkpoints/node-files";
import type { Engine } from "../../../engine/engine";
import { createLocalEngine } from "../../../engine/local";
import { defaults, type Document } from "../../../experiments/documents/steering";
import { neuronsDefaults } from "../../../experiments/documents/steering-neurons";
import type { NeuronsResult } from "./result";
import { runNeurons } from "./run";

const local = createLocalEngine();
let engine: Engine;
/** Sentences that several tests read are read once. */
const captured = new Map<string, ReturnType<Engine["capture"]>>();

async function finished(
  change: Partial<Document>,
  enough?: (result: NeuronsResult) => boolean,
): Promise<NeuronsResult> {
  let last: NeuronsResult | undefined;
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  const document = { ...defaults, task: "neurons" as const, prompts: "Meine Schwester", maxNewTokens: 6, ...change };
  for await (const result of runNeurons(document, tools)) {
    last = result;
    if (enough?.(result)) break;
  }
  return last!;
}

describe("the neurons of polyglot-base", () => {
  beforeAll(async () => {
    const model = await local.load(await filesOf("public/models/polyglot-base"));
    engine = new Proxy(local, {
      get(target, key) {
        if (key === "load") return () => Promise.resolve(model);
        if (key === "capture") return captureOnce;
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
  });
  afterAll(() => local.close());

  function captureOnce(...given: Parameters<Engine["capture"]>): ReturnType<Engine["capture"]> {
    const [, text] = given;
    const known = captured.get(text) ?? local.capture(...given);
    captured.set(text, known);
    return known;
  }

  test("of German and Hindi hurt their own language most when off, and more than as many random ones", async () => {
    const { languages, off, control } = await finished({
      neurons: { ...neuronsDefaults, languages: ["en", "de", "hi"] },
    });
    // What English has of its own is small: it is what the checkpoint falls back on.
    for (const language of ["de", "hi"]) {
      const row = languages.indexOf(language);
      expect(off[row]!.indexOf(Math.max(...off[row]!)), language).toBe(row);
      expect(off[row]![row], language).toBeGreaterThan(control[row]![row]!);
    }
  });

  test("amplified by 1 change nothing", async () => {
    const neurons = { ...neuronsDefaults, languages: ["en", "de"], operation: "amplify" as const, factor: 1 };
    const [text] = (await finished({ neurons }, ({ texts }) => texts.length > 0)).texts;
    expect(text!.rows[1]).toEqual(text!.rows[0]);
    expect(text!.rows[2]).toEqual(text!.rows[0]);
  });

  test("a language that is not among those told apart is named", async () => {
    await expect(finished({ neurons: { ...neuronsDefaults, language: "fr" } })).rejects.toThrow("“fr” is not among");
  });
});
