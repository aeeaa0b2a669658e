import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { resolveParameters } from "./check";
import { greatest } from "./distribution";
import { entropyBand } from "./entropy-band";
import { generateMixed, type MixedToken, type MixRequest, type NextLogits, type TakenBack } from "./generate";
import { average } from "./mixers/average";
import { deferral } from "./mixers/deferral";
import { entropyAware } from "./mixers/entropy-aware";
import { logitDifference } from "./mixers/logit-difference";
import { posteriorMixture } from "./mixers/posterior-mixture";
import { ngramSource } from "./ngram-source";
import { mixers } from "./registry";

const of = (...probabilities: number[]) => Float32Array.from(probabilities, Math.log);
const fake = (next: (ids: readonly number[]) => Float32Array, rest: Partial<NextLogits> = {}): NextLogits => ({
  name: "fake",
  vocabulary: "abc",
  next: (ids) => Promise.resolve(next(ids)),
  ...rest,
});

async function written(request: Partial<MixRequest> & Pick<MixRequest, "mixer" | "models">) {
  const events: (MixedToken | TakenBack)[] = [];
  const full = { promptIds: [0], choose: greatest, maxNewTokens: 4, ...request };
  for await (const event of generateMixed(full)) events.push(event);
  return events;
}

const tokens = (events: readonly (MixedToken | TakenBack)[]) =>
  events.flatMap((event) => (event.kind === "token" ? [event] : []));

/** Says mostly what follows the last id by one. */
const counting = fake((ids) => Float32Array.from({ length: 3 }, (_, id) => (id === (ids.at(-1)! + 1) % 3 ? 2 : 0)));
const even = fake(() => new Float32Array(3));

interface Golden {
  readonly logits: readonly number[][];
  readonly past: readonly number[][];
  readonly promptLikelihoods: readonly number[];
  readonly prior: readonly number[];
  readonly cases: readonly {
    readonly mixer: string;
    readonly models: number;
    readonly shared: Record<string, number>;
    readonly probabilities: readonly number[];
    readonly entropy: number;
    readonly divergences: readonly number[];
    readonly massRemoved: number;
    readonly weights?: readonly number[];
  }[];
}

describe("against NumPy (golden/make.py)", () => {
  const golden = JSON.parse(readFileSync(new URL("golden/mixing.golden.json", import.meta.url), "utf8")) as Golden;
  // The loop writes the golden's past first: id t is forced, and has the golden's probabilities.
  it.each(golden.cases)("$mixer", async ({ mixer: name, models, shared, ...wanted }) => {
    const mixer = mixers.find(({ id }) => id === name)!;
    const hasPrior = "prior" in mixer.parameters;
    const sources = Array.from({ length: models }, (_, m) =>
      fake(
        (ids) => {
          const said = golden.past[ids.length - 2]?.[m];
          if (said === undefined) return Float32Array.from(golden.logits[m]!);
          return Float32Array.from({ length: 40 }, (__, id) => Math.log(id === 0 ? said : (1 - said) / 39));
        },
        { likelihood: () => Promise.resolve(golden.promptLikelihoods[m]!) },
      ),
    );
    const seen: Float32Array[] = [];
    const events = await written({
      mixer,
      models: sources.map((source) => ({ source })),
      parameters: { shared, models: hasPrior ? golden.prior.map((prior) => ({ prior })) : [] },
      promptIds: [0, 0],
      maxNewTokens: golden.past.length + 1,
      choose: (logits) => {
        seen.push(logits);
        return seen.length > golden.past.length ? greatest(logits) : 0;
      },
    });
    const last = tokens(events).at(-1)!;
    expect(last.probability).toBeCloseTo(wanted.probabilities[last.id]!, 5);
    const top = Math.max(...seen.at(-1)!);
    const sum = seen.at(-1)!.reduce((total, logit) => total + Math.exp(logit - top), 0);
    for (const [id, probability] of wanted.probabilities.entries()) {
      expect(Math.exp(seen.at(-1)![id]! - top) / sum, `token ${id}`).toBeCloseTo(probability, 5);
    }
    expect(last.entropy).toBeCloseTo(wanted.entropy, 5);
    expect(last.massRemoved).toBeCloseTo(wanted.massRemoved, 5);
    for (const [m, divergence] of wanted.divergences.entries()) expect(last.divergences[m]).toBeCloseTo(divergence, 4);
    for (const [m, weight] of (wanted.weights ?? []).entries()) expect(last.weights![m]).toBeCloseTo(weight, 5);
  });
});

describe("the loop", () => {
  it("streams the tokens with each model's probability, and stops at the limit or at a stop id", async () => {
    const request = { mixer: average, models: [{ source: counting }, { source: even }] };
    const all = tokens(await written(request));
    expect(all.map(({ id }) => id)).toEqual([1, 2, 0, 1]);
    expect(all[0]!.modelProbabilities[1]).toBeCloseTo(1 / 3, 6);
    expect(all[0]!.probability).toBeCloseTo((all[0]!.modelProbabilities[0]! + 1 / 3) / 2, 6);
    expect(all[0]!.divergences.every((kl) => kl > 0)).toBe(true);
    expect(tokens(await written({ ...request, stopIds: new Set([0]) }))).toHaveLength(2);
    expect(await written({ ...request, signal: AbortSignal.abort() })).toEqual([]);
  });

  it("each model reads its own prompt and what was written", async () => {
    const read: string[] = [];
    const spy = (name: string) =>
      fake((ids) => {
        read.push(`${name}:${ids.join(" ")}`);
        return of(0.1, 0.7, 0.2);
      });
    await written({
      mixer: average,
      models: [{ source: spy("x") }, { source: spy("y"), promptIds: [2, 2] }],
      maxNewTokens: 2,
    });
    expect(read).toEqual(["x:0", "y:2 2", "x:0 1", "y:2 2 1"]);
  });

  it("says which model wrote a token", async () => {
    const events = await written({
      mixer: deferral,
      models: [{ source: even }, { source: counting }],
      parameters: { shared: { centre: 1 } },
    });
    expect(tokens(events).map(({ id, writer }) => [id, writer])).toEqual([
      [1, 1],
      [2, 1],
      [0, 1],
      [1, 1],
    ]);
  });

  it("(rule 4) the posterior mixture loses at most ln 2 more than the best expert", async () => {
    const choose = (_: Float32Array, seen: ReadonlySet<number>) => seen.size % 3;
    const all = tokens(
      await written({
        mixer: posteriorMixture,
        models: [{ source: counting }, { source: even }],
        choose,
        maxNewTokens: 30,
      }),
    );
    const loss = (of_: (token: MixedToken) => number) => all.reduce((sum, token) => sum - Math.log(of_(token)), 0);
    const best = Math.min(
      loss((token) => token.modelProbabilities[0]!),
      loss((token) => token.modelProbabilities[1]!),
    );
    expect(loss(({ probability }) => probability)).toBeLessThanOrEqual(best + Math.log(2) + 1e-6);
  });

  it("(rule 4) what stands before the prompt for one model alone is no evidence: 1/4 against 1/2 weigh 1/3 and 2/3", async () => {
    const guessing = (p: number) =>
      fake(() => new Float32Array(3), { likelihood: (ids) => Promise.resolve((ids.length - 1) * Math.log(p)) });
    const weights = async (...models: MixRequest["models"]) =>
      tokens(await written({ mixer: posteriorMixture, models, promptIds: [0, 1, 2], maxNewTokens: 1 }))[0]!.weights!;
    const [half, quarter] = [guessing(1 / 2), guessing(1 / 4)];
    const [same, behindOthers] = await weights({ source: half }, { source: half, promptIds: [0, 2, 2, 0, 1, 2] });
    expect(same).toBeCloseTo(1 / 2, 6);
    expect(behindOthers).toBeCloseTo(1 / 2, 6);
    // Of 0 1 2 and 0 2 2 0 2 the end 2 is in both: ln 1/4 and ln 1/2, where the whole prompts have 2 ln 1/4 and 4 ln 1/2.
    const [worse, better] = await weights({ source: quarter }, { source: half, promptIds: [0, 2, 2, 0, 2] });
    expect(worse).toBeCloseTo(1 / 3, 6);
    expect(better).toBeCloseTo(2 / 3, 6);
  });

  it("(rule 7) takes back a run of low entropy and writes another token there", async () => {
    // After token 1 the model repeats itself without doubt; after 2 it does not.
    const source = fake((ids) =>
      ids.at(-1) === 0 ? of(0.01, 0.5, 0.49) : ids.at(-1) === 1 ? of(1e-6, 1, 1e-6) : of(0.3, 0.2, 0.5),
    );
    const band = entropyBand([
      [0.7, 0.7],
      [0.9, 0.9],
    ]);
    const events = await written({
      mixer: entropyAware,
      models: [{ source }],
      parameters: { shared: { width: 2, greedy: 0, patience: 2 } },
      materials: { band },
      maxNewTokens: 6,
    });
    const back = events.filter((event) => event.kind === "taken-back");
    expect(back[0]).toEqual({ kind: "taken-back", position: 1 });
    const text: number[] = [];
    for (const event of events) {
      if (event.kind === "token") text.push(event.id);
      else text.length = event.position;
    }
    expect(text).toHaveLength(6);
    expect(text[1]).not.toBe(1);
  });

  it("an n-gram assistant forgets a text, and leaves what it has not seen", async () => {
    const assistant = unwrap(ngramSource([0, 1, 2, 0, 1, 2, 0, 1], { vocabulary: "abc", size: 3, order: 3 }));
    const models = [{ source: counting }, { source: assistant }];
    const forgetting = tokens(
      await written({ mixer: logitDifference, models, promptIds: [0, 1], maxNewTokens: 1 }),
    )[0]!;
    expect(forgetting.id).not.toBe(2);
    const unseen = tokens(await written({ mixer: logitDifference, models, promptIds: [2, 2], maxNewTokens: 1 }))[0]!;
    expect(unseen.id).toBe(0);
    expect(unseen.divergences[0]).toBeCloseTo(0, 9);
    expect(ngramSource([1], { vocabulary: "abc", size: 3 }).ok).toBe(false);
  });
});

describe("bad input is named", () => {
  const fails = async (request: Parameters<typeof written>[0], code: string) =>
    expect(written(request)).rejects.toMatchObject({ problem: { code } });

  it("vocabularies, numbers, prompts, counts, missing materials", async () => {
    await fails(
      { mixer: average, models: [{ source: even }, { source: { ...even, vocabulary: "xyz" } }] },
      "tokenizer-mismatch",
    );
    await fails(
      { mixer: average, models: [{ source: even }, { source: fake(() => new Float32Array(4)) }] },
      "tokenizer-mismatch",
    );
    await fails({ mixer: average, models: [{ source: fake(() => Float32Array.of(1, Number.NaN, 0)) }] }, "logits-nan");
    await fails({ mixer: average, models: [{ source: even }], promptIds: [] }, "prompt-empty");
    await fails({ mixer: deferral, models: [{ source: even }] }, "input-invalid");
    await fails({ mixer: entropyAware, models: [{ source: even }] }, "input-invalid");
  });

  it.each(mixers)("$id: bounds, unknown names, and defaults inside them", (mixer) => {
    const count = mixer.models.min;
    expect(resolveParameters(mixer, count).ok).toBe(true);
    expect(resolveParameters(mixer, mixer.models.max + 1).ok).toBe(false);
    expect(resolveParameters(mixer, count, { shared: { nonsense: 1 } }).ok).toBe(false);
    for (const [name, rule] of Object.entries(mixer.parameters)) {
      const bad = rule.kind === "choice" ? ["nonsense"] : [Number.NaN, Infinity, rule.min - 1, rule.max * 2 + 1];
      for (const value of bad) {
        const given = rule.level === "shared" ? { shared: { [name]: value } } : { models: [{ [name]: value }] };
        expect(resolveParameters(mixer, count, given).ok, `${name} ${value}`).toBe(false);
      }
    }
  });

  it("weights that are all 0", () => {
    expect(resolveParameters(average, 2, { models: [{ weight: 0 }, { weight: 0 }] }).ok).toBe(false);
  });
});
