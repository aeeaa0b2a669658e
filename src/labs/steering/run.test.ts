import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { defaults, type Document } from "../../experiments/documents/steering";
import { LabError } from "../../result";
import { norm } from "../../steering/vectors";
import { asRead } from "./reading";
import type { SteeringResult } from "./result";
import { run } from "./run";
import { linearEngine, linearWorld } from "./testing/linear-world";

const german = new Set(parallelSentences.de);
const settings: Document = { ...defaults, prompts: "First\n\n Second " };

async function results(change: Partial<Document>, signal = new AbortController().signal) {
  const { engine, asked } = linearEngine((text) => german.has(text));
  const all: SteeringResult[] = [];
  const notes: string[] = [];
  const tools = {
    engine,
    signal,
    onProgress: ({ note, done, total }: { note: string; done: number; total: number }) =>
      notes.push(`${note} ${done}/${total}`),
  };
  for await (const result of run({ ...settings, ...change }, tools)) all.push(result);
  return { all, asked, notes, last: all.at(-1)! };
}

describe("stories", () => {
  test("of two moods in all languages in turn make the sets, and are told by their trait", async () => {
    const { last } = await results({ texts: "stories", storyLanguage: "mul", layer: 1 });
    expect(last.texts).toEqual({ train: 90, heldOut: 30 });
    expect(last).toMatchObject({ trait: "mood", source: "mul", target: "mul" });
  });

  test("in a language that has none are refused", async () => {
    await expect(results({ texts: "stories", storyLanguage: "fr" })).rejects.toThrow("There are no stories in “fr”");
  });
});

describe("a run", () => {
  test("at every layer shares the strength out: 3 becomes 1 class distance each; removed, it pushes nowhere", async () => {
    const everywhere = await results({ spread: "all", strength: 3 });
    const strengths = everywhere.asked.variants[1]!.map((one) => (one.kind === "add" ? one.strength : Number.NaN));
    everywhere.last.layers.forEach(({ classDistance }, layer) =>
      expect(strengths[layer]).toBeCloseTo(classDistance, 5),
    );
    const removed = await results({ spread: "onwards", layer: 1, operation: "ablate" });
    expect(removed.asked.variants[1]).toMatchObject([
      { kind: "ablate", layer: 1 },
      { kind: "ablate", layer: 2 },
    ]);
  });

  test("puts a component half way between the two means, or caps it there", async () => {
    const half = async (operation: "project" | "cap") => {
      const { asked, last } = await results({ operation, layer: 1, strength: 0.5 });
      return { steered: asked.variants[1]!, place: (last.ends![0] + last.ends![1]) / 2 };
    };
    const put = await half("project");
    expect(put.place).toBeCloseTo(1, 0);
    expect(put.steered).toMatchObject([{ kind: "ablate" }, { kind: "add", strength: expect.closeTo(put.place, 5) }]);
    const capped = await half("cap");
    expect(capped.steered).toMatchObject([
      { kind: "guard", layer: 1, span: "both", cap: { most: expect.closeTo(capped.place, 5) } },
    ]);
  });

  test("bounds hold at every layer steered, and the prompt says where the condition is met", async () => {
    const bounded = await results({
      layer: 1,
      applying: {
        ...defaults.applying,
        from: 1,
        keepNorm: true,
        condition: { source: "de", target: "en", decided: "token" },
      },
    });
    const [push, guard] = bounded.asked.variants[1]!;
    expect(push).toMatchObject({ kind: "add", layer: 1 });
    expect(guard).toMatchObject({ kind: "guard", layer: 1, from: 1, keepNorm: true });
    expect(bounded.last.bounds).toEqual({
      from: 1,
      keepNorm: true,
      condition: { source: "de", target: "en", decided: "token" },
    });
    expect(bounded.last.comparisons.map(({ met }) => met)).toEqual([1, 1]);
  });

  test("decides a condition once a prompt: an English one is steered, a German one is not, in the sweep neither", async () => {
    const condition = { source: "de", target: "en", decided: "prompt" as const };
    const prompts = `First\n${parallelSentences.de[0]}`;
    const gated = await results({
      prompts,
      layer: 1,
      sweep: true,
      sweepStrengths: [0, 1],
      applying: { ...defaults.applying, condition },
    });
    expect(gated.last.comparisons.map(({ decision }) => decision!.met)).toEqual([true, false]);
    expect(gated.asked.variants).toEqual([[], []]); // of the last batch of the sweep: the German prompt
    const [english, other] = gated.last.comparisons.map(({ rows }) =>
      rows.map(({ continuation }) => continuation.text),
    );
    expect(english![1]).not.toBe(english![0]);
    expect(other![1]).toBe(other![0]);
    expect(gated.last.sweep!.cells[1]![1]!.success).toBe(0.5);
  });

  test("joins directions: each of its own length, their cosines told, the random push as long as the sum", async () => {
    const spanish = {
      between: "languages" as const,
      source: "en",
      target: "es",
      operation: "add" as const,
      strength: -1,
    };
    const applying = { ...defaults.applying, further: [spanish] };
    const { last, asked } = await results({ layer: 1, strength: 2, applying });
    const { directions, cosines, added } = last.joined!;
    expect(directions.map(({ name, strength }) => [name, strength])).toEqual([
      ["English to German", 2],
      ["English to Spanish", -1],
    ]);
    expect(cosines[0]![1]).toBe(cosines[1]![0]);
    expect(Math.abs(cosines[0]![1]!)).toBeLessThan(0.5);
    const pushes = asked.variants.map((variant) =>
      variant.map((one) => (one.kind === "add" ? one.strength : Number.NaN)),
    );
    expect(pushes[1]).toEqual([2 * directions[0]!.classDistance, -directions[1]!.classDistance]);
    expect(pushes[2]).toHaveLength(1);
    expect(pushes[2]![0]).toBeCloseTo(Math.hypot(...added), 5);
    const twice = { ...applying, orthogonal: true, further: [{ ...spanish, target: "de" }] };
    await expect(results({ layer: 1, applying: twice })).rejects.toThrow("Nothing is left of direction 2 at layer 1");
  });

  test("looks at the direction: the same at layers 1 and 2, little like Spanish, and the token that it is for", async () => {
    const { acrossLayers, others, cosines, tokens } = (await results({ likeness: true })).last.likeness!;
    expect(acrossLayers[1]![1]).toBeCloseTo(1, 5);
    expect(acrossLayers[1]![2]).toBeGreaterThan(0.9);
    expect(others).toEqual(["English to Spanish", "English to Hindi", "English to Turkish"]);
    expect(Math.abs(cosines[2]![0]!)).toBeLessThan(0.5);
    expect(tokens[1]).toEqual({ towards: ["yes", "no"], away: ["no", "yes"] });
  });

  test("reads answers and stretches where it is told, and every token for itself but in pairs", async () => {
    const own = { texts: "own" as const, sourceTexts: "Q || a\nbb\nc || d || e", targetTexts: "f\ngg" };
    expect(asRead({ ...defaults, position: "answer" }, own.sourceTexts.split("\n"))).toEqual({
      read: ["Q a", "bb", "c || d e"],
      position: { behind: [1, 0, 6] },
    });
    const stretch = (from: number, count: number) =>
      asRead({ position: "custom", stretch: { from, count } }, []).position;
    expect([stretch(0, 2), stretch(-3, 2), stretch(-1, 4)]).toEqual([
      { from: 0, to: 2 },
      { from: -3, to: -1 },
      { from: -1 },
    ]);
    expect((await results({ position: "all", layer: 1 })).last.texts).toEqual({ train: 60, heldOut: 20 });
    await expect(results({ position: "all", method: "pair-pca" })).rejects.toThrow("tokens of two texts are no pairs");
  });

  test("reads every layer: class distances 1, 2, 4; all separate, so the first is proposed", async () => {
    const { last } = await results({});
    expect(last.texts).toEqual({ train: 60, heldOut: 20 });
    const expected = [1, 2, 4];
    last.layers.forEach((layer, index) => {
      expect(layer.classDistance).toBeCloseTo(expected[index]!, 0);
      expect(layer.accuracy).toBe(1);
    });
    expect(last.layer).toBe(last.proposedLayer);
    expect(norm(Float32Array.from(last.direction))).toBeCloseTo(1, 5);
  });

  test("strength 1 at layer 1 makes both prompts German, no steering and a random push of equal length do not", async () => {
    const { last } = await results({ layer: 1, strength: 1 });
    expect(last.comparisons.map(({ prompt }) => prompt)).toEqual(["First", "Second"]);
    for (const { rows } of last.comparisons) {
      expect(rows.map(({ condition }) => condition)).toEqual(["unsteered", "steered", "random", "other", "prompt"]);
      expect(rows.map(({ continuation }) => continuation.text)).toEqual([
        linearWorld.english.join(""),
        linearWorld.german.join(""),
        linearWorld.english.join(""),
        linearWorld.english.join(""),
        linearWorld.english.join(""),
      ]);
      expect(rows.map(({ continuation }) => continuation.language)).toEqual(["en", "de", "en", "en", "en"]);
    }
    expect(last.summaries.map(({ success }) => success?.value)).toEqual([0, 1, 0, 0, 0]);
  });

  test("tokens that the unsteered row has not are marked; bits are those of the continuation alone", async () => {
    const { last } = await results({ layer: 1 });
    const [unsteered, steered] = last.comparisons[0]!.rows.map(({ continuation }) => continuation);
    expect(unsteered!.pieces.map(({ changed }) => changed)).toEqual([false, false, false, false]);
    expect(steered!.pieces.map(({ changed }) => changed)).toEqual([true, true, true, true]);
    // " das Haus ist schön" has 20 bytes of half a bit.
    expect(steered).toMatchObject({ bits: expect.closeTo(10, 6), bytes: 20 });
  });

  test("the push is told token by token: KL((3/4, 1/4) || (1/2, 1/2)) = 0.1308 nats; none, or a part of it, is none", async () => {
    const [heard] = (await results({ layer: 1 })).last.comparisons;
    expect(heard!.divergences).toHaveLength(4);
    for (const nats of heard!.divergences!) expect(nats).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 6);
    const [silent] = (await results({ layer: 1, strength: 0 })).last.comparisons;
    expect(silent!.divergences).toEqual([0, 0, 0, 0]);
    expect((await results({ layer: 1, span: "generation" })).last.comparisons[0]!.divergences).toBeUndefined();
  });

  test("below half a class distance nothing changes; a negative strength moves away", async () => {
    for (const strength of [0, 0.4, -2]) {
      const { last } = await results({ layer: 2, strength });
      expect(last.summaries.map(({ success }) => success?.value)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test("results grow, and each is plain JSON", async () => {
    const { all } = await results({ sweep: true });
    expect(all.length).toBeGreaterThan(5);
    for (const result of all) expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const filled = all.map(({ sweep }) => sweep?.cells.filter((cells) => cells !== null).length ?? 0);
    expect(filled).toEqual(filled.toSorted((a, b) => a - b));
    expect(filled.at(-1)).toBe(3);
  });

  test("the sweep is one batch a layer and prompt; layer 0 never listens, layers 1 and 2 from half a distance on", async () => {
    const { last, asked } = await results({ sweep: true, sweepStrengths: [0, 0.25, 1] });
    expect(last.sweep!.cells.map((cells) => cells!.map(({ success }) => success))).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(last.sweep!.cells[2]![2]).toMatchObject({
      bitsPerByte: 0.5,
      distinct2: 1,
      example: linearWorld.german.join(""),
      byPrompt: [
        { success: true, bits: 10, bytes: 20 },
        { success: true, bits: 10, bytes: 20 },
      ],
    });
    expect(last.sweep!.cells[0]![2]!.similarity).toBe(1);
    expect(last.sweep!.cells[2]![2]!.similarity).toBeLessThan(0.3);
    // Before it, a batch and a run of the prompt alone for each of two prompts.
    const sweeps = asked.batches.slice(2 * 2);
    expect(sweeps).toHaveLength(3 * 2);
    expect(sweeps.every(({ rows }) => rows === 3)).toBe(true);
  });

  test("own texts: unequal sets are fine for means and refused by pair methods, with the remedy", async () => {
    const own = {
      texts: "own" as const,
      sourceTexts: "a\nbb\nccc\ndddd",
      targetTexts: parallelSentences.de.slice(0, 6).join("\n"),
    };
    expect((await results({ ...own, layer: 1 })).last.texts).toEqual({ train: 3 + 4, heldOut: 1 + 2 });
    await expect(results({ ...own, method: "pair-pca" })).rejects.toMatchObject({ problem: { code: "input-invalid" } });
  });

  test.each<[string, Partial<Document>, string]>([
    ["no prompt", { prompts: " \n " }, "prompt-empty"],
    ["an empty set", { texts: "own", sourceTexts: "one\ntwo", targetTexts: "" }, "input-invalid"],
    ["equal sets", { texts: "own", sourceTexts: "one\ntwo", targetTexts: "two\none" }, "input-invalid"],
    ["equal languages", { source: "de", target: "de" }, "input-invalid"],
    ["a language without sentences", { target: "xx" }, "input-invalid"],
    ["a layer that does not exist", { layer: 7 }, "intervention-invalid"],
  ])("%s is named, with a remedy", async (_, change, code) => {
    const failure = await results(change).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(LabError);
    expect((failure as LabError).problem).toMatchObject({ code, remedy: expect.stringMatching(/.{10}/) });
  });

  test("a stop in the middle of a sweep ends it; what was yielded before stays", async () => {
    const control = new AbortController();
    const { engine } = linearEngine((text) => german.has(text));
    const seen: SteeringResult[] = [];
    const stopped = (async () => {
      for await (const result of run(
        { ...settings, sweep: true },
        { engine, signal: control.signal, onProgress: () => {} },
      )) {
        seen.push(result);
        if (result.sweep !== null) control.abort();
      }
    })();
    await expect(stopped).rejects.toMatchObject({ problem: { code: "cancelled" } });
    expect(seen.at(-1)!.sweep!.cells.filter((cells) => cells !== null)).toHaveLength(1);
    expect(seen.at(-1)!.comparisons).toHaveLength(2);
  });
});
