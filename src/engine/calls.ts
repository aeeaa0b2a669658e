import { renderChat } from "../checkpoints/chat-template";
import { toFloat32 } from "../checkpoints/dtype";
import { zipFolder } from "../checkpoints/export-folder";
import { exportOnnx } from "../compiler/export";
import type { ProgramOptions } from "../compiler/program";
import { LabError, unwrap } from "../result";
import { captureLogits, captureResiduals, captureSequence, isPattern, residualHooks } from "./capture";
import { composePlan, composeText } from "./compose";
import { decode } from "./decode";
import { findCapabilities } from "./device";
import type { Notice, Prompt } from "./engine";
import { type EditPlan, planEdits } from "./interventions";
import { readLens } from "./lens";
import type { LoadedModel } from "./loaded-model";
import { logProbability } from "./log-probability";
import { type MixPart, mixText } from "./mix";
import { ModelStore } from "./models";
import { Prefixes } from "./prefixes";
import type { CallName, Calls, EngineSettings } from "./protocol";
import type { Platform } from "./runtime";
import { rowFilter } from "./row-filters";
import { runStep } from "./forward";
import { scoreTexts, type ScoreRequest } from "./score";
import { type ProgramSession, SessionCache } from "./sessions";
import { checkIds, checkLength, checkNotEmpty, checkSampling, readText, type ReadText } from "./text-checks";
import { Streams } from "./streams";
import { readValueTokens } from "./value-tokens";
import { vocabularyOf } from "./vocabulary";
import { WeightStore } from "./weights";

export interface CallContext<Event> {
  readonly signal: AbortSignal;
  readonly emit: (event: Event) => void;
}

/** What answers each call of the protocol. */
export type Handlers = {
  readonly [Name in CallName]: (
    params: Calls[Name]["params"],
    context: CallContext<Calls[Name]["event"]>,
  ) => Promise<Calls[Name]["value"]>;
};

const convertedBytes = 512 * 2 ** 20;
const sessionLimits = { bytes: 2 * 2 ** 30, sessions: 8 };

/** The engine itself: models, sessions and weights behind the calls. `onFatal` is told when the runtime is broken. */
export function createHandlers(
  platform: Platform,
  settings: EngineSettings,
  tell: (notice: Notice) => void,
  onFatal: () => void,
): Handlers {
  const weights = new WeightStore(convertedBytes);
  const sessions = new SessionCache(platform, weights, sessionLimits, onFatal);
  const models = new ModelStore(platform, sessions, settings, tell);
  const pause = () => platform.pause();
  const prefixes = new Prefixes();
  const streams = new Streams();

  /** Runs a task on a session of the model's program, which is not evicted meanwhile. */
  async function onSession<T>(
    model: LoadedModel,
    options: Partial<ProgramOptions>,
    signal: AbortSignal,
    task: (session: ProgramSession) => Promise<T>,
  ): Promise<T> {
    // None is opened for a model that was unloaded since the call began.
    const loaded = models.get(model.id);
    const { session, release } = await sessions.acquire(loaded.program(options), loaded.backend, { signal });
    try {
      return await task(session);
    } finally {
      release();
    }
  }

  function planFor(
    model: LoadedModel,
    variants: Parameters<typeof planEdits>[0],
    steerable: readonly number[] = [],
  ): EditPlan {
    return unwrap(planEdits(variants, model.geometry, steerable));
  }

  function read(model: LoadedModel, text: string): ReadText {
    const result = readText(model.encoder, text);
    checkLength(result.ids, 0, model.geometry.context);
    return result;
  }

  /** What the layers from `count` on read of a batch, computed where no model with the same lower layers has done so. */
  function streamBehind(
    model: LoadedModel,
    count: number,
    signal: AbortSignal,
  ): NonNullable<ScoreRequest["streamInto"]> {
    const part = { layers: [0, count] } as const;
    return ({ ids, lengths }) =>
      streams.behind(model.program(part).key, ids, () =>
        onSession(model, part, signal, async (session) => {
          const step = { ids, lengths, cache: session.cache(ids.length, false), edits: {}, keep: false };
          const { stream_out: stream } = await runStep(session, { ...step, outputs: ["stream_out"], signal });
          return stream!;
        }),
      );
  }

  /** A model as a part of a mixture. */
  function mixPart(model: LoadedModel, signal: AbortSignal): MixPart {
    const { context } = model.geometry;
    return {
      model,
      next(ids) {
        checkLength(ids, 1, context);
        return onSession(model, {}, signal, (session) => prefixes.next(session, ids, { pause, signal }));
      },
      async likelihood(ids) {
        checkLength(ids, 0, context);
        const plan = planFor(model, [[]]);
        const { logits } = await onSession(model, { logits: "all" }, signal, (session) =>
          captureLogits({ session, plan, pause, signal }, ids, []),
        );
        const width = logits.dims[1]!;
        const rowAt = (s: number) => logits.data.subarray(s * width, (s + 1) * width);
        return ids.slice(1).reduce((sum, id, s) => sum + logProbability(rowAt(s), id), 0);
      },
    };
  }

  return {
    capabilities: () => findCapabilities(platform),
    load: ({ ref, settings }, { signal, emit }) => models.load(ref, settings, { signal, onProgress: emit }),
    merge: ({ recipe, settings, evidence }, { signal, emit }) =>
      models.merge(recipe, settings, { signal, onProgress: emit }, evidence),
    changeVocabulary: ({ base, change, settings }, { signal, emit }) =>
      models.changeVocabulary(base, change, settings, { signal, onProgress: emit }),
    vocabulary: ({ model }) => vocabularyOf(models.get(model).checkpoint),
    profile: ({ settings, ...request }, { signal, emit }) => models.profile(request, settings, { signal, emit, pause }),
    packSkill: ({ settings, ...request }, { signal, emit }) => models.pack(request, settings, { signal, emit, pause }),
    async tensor({ model, name }, { signal }) {
      return toFloat32(await models.get(model).checkpoint.tensor(name, { signal })).slice();
    },
    valueTokens: ({ model, ...request }, { signal, emit }) =>
      readValueTokens(models.get(model).checkpoint, request, { onDone: emit, pause, signal }),
    exportFolder: ({ model, extra }, { signal, emit }) =>
      zipFolder(models.get(model).checkpoint, extra, {
        signal,
        onProgress: (done, total) => emit({ done, total }),
      }),
    inspect: ({ ref, settings }, { signal }) => models.inspect(ref, settings, signal),
    tokenizer: ({ reference, settings }, { signal }) => models.tokenizer(reference, settings, signal),
    async unload({ model }) {
      await models.unload(model);
      return null;
    },
    async tokenize({ model, text }) {
      const { encoder } = models.get(model);
      readText(encoder, text);
      return encoder.encode(text, { addSpecialTokens: true });
    },
    async detokenize({ model, ids }) {
      const { encoder, geometry } = models.get(model);
      checkIds(ids, geometry.vocabulary);
      return encoder.decode(ids);
    },
    async logits({ model: id, ids, hooks, interventions }, { signal }) {
      const model = models.get(id);
      checkNotEmpty(ids);
      checkIds(ids, model.geometry.vocabulary);
      checkLength(ids, 0, model.geometry.context);
      const plan = planFor(model, [interventions]);
      const options = { ...plan.options, hooks, attention: attentionFor(hooks), logits: "all" } as const;
      return await onSession(model, options, signal, (session) =>
        captureLogits({ session, plan, pause, signal }, ids, hooks),
      );
    },
    async score({ model: id, texts, interventions, lowerLayers }, { signal, emit }) {
      const model = models.get(id);
      const plan = planFor(model, [interventions]);
      const readTexts = texts.map((text) => read(model, text));
      const request = { texts: readTexts, plan, onDone: emit, pause, signal };
      if (lowerLayers > 0 && interventions.length === 0) {
        const upper = { logits: "all", layers: [lowerLayers, model.geometry.layers] } as const;
        const streamInto = streamBehind(model, lowerLayers, signal);
        return await onSession(model, upper, signal, (session) => scoreTexts({ ...request, session, streamInto }));
      }
      return await onSession(model, { ...plan.options, logits: "all" }, signal, (session) =>
        scoreTexts({ ...request, session }),
      );
    },
    async generate({ model: id, prompt, variants, filters, biases, steerable, sampling }, { signal, emit }) {
      const model = models.get(id);
      const spellings = { size: model.geometry.vocabulary, bytesOf: (token: number) => model.bytesOf(token) };
      checkSampling(sampling);
      checkBiases(biases, model.geometry.vocabulary);
      const promptIds = await checkedPrompt(model, prompt);
      const plan = planFor(model, variants, steerable);
      return await onSession(model, plan.options, signal, (session) =>
        decode({
          session,
          bytesOf: (id) => model.bytesOf(id),
          promptIds,
          plan,
          rows: variants.map((_, row) => row),
          sampling,
          biases,
          filters: filters.map((windows) => rowFilter(windows, spellings)),
          stopIds: model.stopIds,
          onToken: emit,
          pause,
          signal,
        }),
      );
    },
    async mix({ models: ids, ...spec }, { signal, emit }) {
      checkSampling(spec.sampling);
      const parts = ids.map((id) => mixPart(models.get(id), signal));
      await mixText(spec, parts, emit, { pause, signal });
      return null;
    },
    async compose({ model: id, ...spec }, { signal, emit }) {
      const model = models.get(id);
      checkSampling(spec.sampling);
      const promptIds = await checkedPrompt(model, spec.prompt);
      const plan = composePlan(spec, model.geometry);
      await onSession(model, plan.options, signal, (session) =>
        composeText({
          session,
          plan,
          spec,
          promptIds,
          geometry: model.geometry,
          bytesOf: (token) => model.bytesOf(token),
          stopIds: model.stopIds,
          onToken: emit,
          pause,
          signal,
        }),
      );
      return null;
    },
    async lens({ model: id, ids, interventions, options }, { signal, emit }) {
      const model = models.get(id);
      checkNotEmpty(ids);
      checkIds(ids, model.geometry.vocabulary);
      checkLength(ids, 0, model.geometry.context);
      const plan = planFor(model, [interventions]);
      return await onSession(model, { ...plan.options, lens: { topK: 1 } }, signal, (session) =>
        readLens({ session, plan, ids, options, onPosition: emit, pause, signal }),
      );
    },
    async capture({ model: id, text, hooks, interventions }, { signal }) {
      const model = models.get(id);
      const { ids } = read(model, text);
      checkNotEmpty(ids);
      const plan = planFor(model, [interventions]);
      return await onSession(model, { ...plan.options, hooks, attention: attentionFor(hooks) }, signal, (session) =>
        captureSequence({ session, plan, pause, signal }, ids, hooks),
      );
    },
    async captureResidual({ model: id, texts, interventions, position }, { signal, emit }) {
      const model = models.get(id);
      const readTexts = texts.map((text) => read(model, text));
      for (const { tokens } of readTexts) checkNotEmpty(tokens.map((token) => token.id));
      const plan = planFor(model, [interventions]);
      const hooks = residualHooks(model.geometry.layers);
      return await onSession(model, { ...plan.options, hooks }, signal, (session) =>
        captureResiduals({ session, plan, pause, signal }, readTexts, position, emit),
      );
    },
    exportOnnx({ model }, { signal }) {
      const { checkpoint, weights: format } = models.get(model);
      return exportOnnx(checkpoint, { weights: format }, (blob) => weights.get(blob, signal));
    },
  };
}

function checkBiases(biases: readonly Float32Array[], vocabulary: number): void {
  const unfit = biases.find((bias) => bias.length !== vocabulary || !bias.every(Number.isFinite));
  if (!unfit) return;
  throw new LabError({
    code: "intervention-invalid",
    what: `What is added to the logits has ${unfit.length} numbers, or one that is not finite, where this model needs ${vocabulary}.`,
    remedy: "Make the vector anew with this model, and use strengths that are finite.",
  });
}

/** Ids of a prompt that leaves room for a token. */
async function checkedPrompt(model: LoadedModel, prompt: Prompt): Promise<readonly number[]> {
  const ids = await idsOfPrompt(model, prompt);
  checkIds(ids, model.geometry.vocabulary);
  checkNotEmpty(ids);
  checkLength(ids, 1, model.geometry.context);
  return ids;
}

/** Ids of a prompt; an empty text begins with the model's own first token where there is one. */
async function idsOfPrompt(model: LoadedModel, prompt: Prompt): Promise<readonly number[]> {
  if (typeof prompt !== "string" && !("messages" in prompt)) return prompt;
  if (typeof prompt !== "string") {
    const { checkpoint, encoder } = model;
    const text = renderChat(await checkpoint.tokenizer(), prompt.messages, checkpoint.id);
    return encoder.encode(text).map(({ id }) => id);
  }
  const { ids } = readText(model.encoder, prompt);
  return ids.length > 0 || model.beginId === undefined ? ids : [model.beginId];
}

function attentionFor(hooks: readonly string[]): "fused" | "eager" {
  return hooks.some(isPattern) ? "eager" : "fused";
}
