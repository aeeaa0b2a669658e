import type { VocabularyChange } from "../checkpoints/change-vocabulary";
import type { CheckpointRef } from "../checkpoints/checkpoint";
import type { ExtraFiles } from "../checkpoints/export-folder";
import type { Evidence } from "../merging/evidence";
import type { Recipe } from "../merging/recipe";
import { LabError, type Problem } from "../result";
import type { Intervention } from "../steering/intervention";
import type {
  Backend,
  BatchOptions,
  Engine,
  GenerateOptions,
  LoadOptions,
  Model,
  Notice,
  Position,
  Prompt,
  RunOptions,
  ScoreOptions,
  TensorOptions,
} from "./engine";
import { type CallOptions, HostLink } from "./host-link";
import type { PackRequest, ProfileRequest } from "./merging";
import type { LensOptions } from "./lens";
import type { MixEvent, MixSpec } from "./mix";
import type { ComposedToken, ComposeSpec } from "./compose";
import type { CallName, Calls, EngineSettings, HostConnection, LoadSettings } from "./protocol";
import { SharedTask } from "./shared-task";
import type { ValueRequest } from "./value-tokens";

type LoadCall = "load" | "merge" | "changeVocabulary";
type LoadRequest = { readonly [N in LoadCall]: { readonly name: N; readonly params: Calls[N]["params"] } }[LoadCall];

/** A model that callers hold a handle of, and how to make it again. */
interface Held {
  readonly request: LoadRequest;
  /** Its id in the present host, once that has it. */
  hostId: SharedTask<string> | undefined;
  backend: Backend;
  /** Graphics devices that were lost since it last answered. */
  losses: number;
}

/** So many devices may be lost before the model runs on WASM. */
const lossesUntilWasm = 2;

/**
 * The page's side of the engine. Models are remembered by how they were made, so that a host that had to be replaced gets
 * them again when they are next used.
 */
export class EngineClient implements Engine {
  readonly #link: HostLink;
  readonly #listeners = new Set<(notice: Notice) => void>();
  /** By Model.id. */
  readonly #held = new Map<string, Held>();
  /** How checkpoints with another vocabulary are made, by their ids. */
  readonly #changed = new Map<string, Omit<Calls["changeVocabulary"]["params"], "settings">>();

  constructor(open: () => HostConnection, settings: EngineSettings) {
    this.#link = new HostLink(open, settings, {
      onNotice: (notice) => this.#tell(notice),
      onReplaced: (why) => this.#forget(why),
    });
  }

  capabilities() {
    return this.#link.call("capabilities", () => Promise.resolve(null));
  }

  async load(ref: CheckpointRef, options: LoadOptions = {}): Promise<Model> {
    const settings = loadSettings(options);
    const made = typeof ref === "string" ? this.#changed.get(ref) : undefined;
    if (made) return await this.#hold({ name: "changeVocabulary", params: { ...made, settings } }, options);
    return await this.#hold({ name: "load", params: { ref, settings } }, options);
  }

  async merge(
    recipe: Recipe,
    { evidence, ...options }: LoadOptions & { readonly evidence?: Evidence } = {},
  ): Promise<Model> {
    const params = { recipe, settings: loadSettings(options), ...(evidence && { evidence }) };
    return await this.#hold({ name: "merge", params }, options);
  }

  async changeVocabulary(base: CheckpointRef, change: VocabularyChange, options: LoadOptions = {}): Promise<Model> {
    const params = { base, change, settings: loadSettings(options) };
    const model = await this.#hold({ name: "changeVocabulary", params }, options);
    this.#changed.set(model.checkpoint, { base, change });
    return model;
  }

  vocabulary(model: Model) {
    return this.#callOn(model, "vocabulary", {});
  }

  profile(request: ProfileRequest, { signal, onTensor }: TensorOptions = {}) {
    return this.#link.call("profile", () => Promise.resolve({ ...request, settings: loadSettings({}) }), {
      signal,
      onEvent: onTensor,
    });
  }

  packSkill(request: PackRequest, { signal, onTensor }: TensorOptions = {}) {
    return this.#link.call("packSkill", () => Promise.resolve({ ...request, settings: loadSettings({}) }), {
      signal,
      onEvent: onTensor,
    });
  }

  tensor(model: Model, name: string) {
    return this.#callOn(model, "tensor", { name });
  }

  valueTokens(
    model: Model,
    request: ValueRequest,
    { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void } = {},
  ) {
    return this.#callOn(model, "valueTokens", request, { signal, onEvent: onProgress });
  }

  exportFolder(model: Model, extra: ExtraFiles, { signal, onTensor }: TensorOptions = {}) {
    return this.#callOn(model, "exportFolder", { extra }, { signal, onEvent: onTensor });
  }

  inspect(ref: CheckpointRef, options: LoadOptions = {}) {
    const { signal } = options;
    return this.#link.call("inspect", () => Promise.resolve({ ref, settings: loadSettings(options) }), { signal });
  }

  tokenizer(reference: string, options: LoadOptions = {}) {
    const { signal } = options;
    return this.#link.call("tokenizer", () => Promise.resolve({ reference, settings: loadSettings(options) }), {
      signal,
    });
  }

  async unload(model: Model): Promise<void> {
    const held = this.#held.get(model.id);
    this.#held.delete(model.id);
    const hostId = await held?.hostId?.outcome().catch(() => undefined);
    if (hostId !== undefined) await this.#link.call("unload", () => Promise.resolve({ model: hostId }));
  }

  tokenize(model: Model, text: string) {
    return this.#callOn(model, "tokenize", { text });
  }

  detokenize(model: Model, ids: readonly number[]) {
    return this.#callOn(model, "detokenize", { ids });
  }

  logits(
    model: Model,
    ids: readonly number[],
    { hooks = [], interventions = [], signal }: RunOptions & { readonly hooks?: readonly string[] } = {},
  ) {
    return this.#callOn(model, "logits", { ids, hooks, interventions }, { signal });
  }

  async score(model: Model, text: string, options: RunOptions = {}) {
    const [score] = await this.scoreAll(model, [text], options);
    return score!;
  }

  scoreAll(
    model: Model,
    texts: readonly string[],
    { interventions = [], lowerLayers = 0, signal, onProgress }: ScoreOptions = {},
  ) {
    return this.#callOn(model, "score", { texts, interventions, lowerLayers }, { signal, onEvent: onProgress });
  }

  async generate(model: Model, prompt: Prompt, { interventions = [], ...options }: GenerateOptions = {}) {
    const [generation] = await this.generateBatch(model, prompt, [interventions], options);
    return generation!;
  }

  generateBatch(
    model: Model,
    prompt: Prompt,
    variants: readonly (readonly Intervention[])[],
    { signal, onToken, filters = [], biases = [], steerable = [], ...sampling }: BatchOptions = {},
  ) {
    const params = { prompt, variants, filters, biases, steerable, sampling };
    return this.#callOn(model, "generate", params, { signal, onEvent: onToken });
  }

  async mix(
    models: readonly Model[],
    spec: MixSpec,
    { onEvent, signal }: { readonly onEvent: (event: MixEvent) => void; readonly signal?: AbortSignal },
  ): Promise<void> {
    const held = models.map((model) => this.#heldOf(model));
    const present = async (): Promise<string[]> => {
      const ids: string[] = [];
      for (const [i, model] of models.entries()) ids.push(await this.#present(model, held[i]!, signal));
      return ids;
    };
    await this.#link.call("mix", async () => ({ ...spec, models: await present() }), { signal, onEvent });
    for (const one of held) one.losses = 0;
  }

  async compose(
    model: Model,
    spec: ComposeSpec,
    { onToken, signal }: { readonly onToken: (token: ComposedToken) => void; readonly signal?: AbortSignal },
  ): Promise<void> {
    await this.#callOn(model, "compose", spec, { signal, onEvent: onToken });
  }

  lens(
    model: Model,
    ids: readonly number[],
    options: RunOptions & LensOptions & { readonly onProgress?: (done: number) => void },
  ) {
    const { interventions = [], signal, onProgress, ...lens } = options;
    return this.#callOn(model, "lens", { ids, interventions, options: lens }, { signal, onEvent: onProgress });
  }

  capture(
    model: Model,
    text: string,
    hooks: readonly string[],
    { interventions = [], signal }: RunOptions = {},
  ): ReturnType<Engine["capture"]> {
    return this.#callOn(model, "capture", { text, hooks, interventions }, { signal });
  }

  captureResidual(
    model: Model,
    texts: readonly string[],
    options: RunOptions & { readonly position?: Position; readonly onProgress?: (done: number) => void } = {},
  ) {
    const { interventions = [], position = "mean", signal, onProgress } = options;
    return this.#callOn(model, "captureResidual", { texts, interventions, position }, { signal, onEvent: onProgress });
  }

  exportOnnx(model: Model) {
    return this.#callOn(model, "exportOnnx", {});
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#held.clear();
    this.#link.close({
      code: "cancelled",
      what: "The engine was closed.",
      remedy: "Reload the page to use it again.",
    });
    return Promise.resolve();
  }

  async #hold(request: LoadRequest, options: LoadOptions): Promise<Model> {
    const model = await this.#load(request, options);
    const known = this.#held.get(model.id);
    const hostId = new SharedTask(() => Promise.resolve(model.id));
    if (known) known.hostId = hostId;
    else this.#held.set(model.id, { request, hostId, backend: model.backend, losses: 0 });
    return model;
  }

  async #load({ name, params }: LoadRequest, { signal, onProgress }: LoadOptions): Promise<Model> {
    const { settings } = params;
    const after = (losses: number): LoadSettings => {
      if (losses < lossesUntilWasm || settings.backend === "wasm") return settings;
      this.#tell(onWasmNow("This model"));
      return { ...settings, backend: "wasm" };
    };
    const options = { signal, onEvent: onProgress };
    // One branch a call, as a call's name and its parameters go together only where the name is known.
    switch (name) {
      case "load":
        return await this.#link.call(
          name,
          (attempt) => Promise.resolve({ ...params, settings: after(attempt) }),
          options,
        );
      case "merge":
        return await this.#link.call(
          name,
          (attempt) => Promise.resolve({ ...params, settings: after(attempt) }),
          options,
        );
      case "changeVocabulary":
        return await this.#link.call(
          name,
          (attempt) => Promise.resolve({ ...params, settings: after(attempt) }),
          options,
        );
    }
  }

  async #callOn<Name extends CallName>(
    model: Model,
    name: Name,
    params: Omit<Calls[Name]["params"], "model">,
    options: CallOptions<Name> = {},
  ): Promise<Calls[Name]["value"]> {
    const held = this.#heldOf(model);
    const value = await this.#link.call(
      name,
      async () => ({ ...params, model: await this.#present(model, held, options.signal) }),
      options,
    );
    held.losses = 0;
    return value;
  }

  #heldOf(model: Model): Held {
    const held = this.#held.get(model.id);
    if (held) return held;
    throw new LabError(notLoaded(model));
  }

  /** The model's id in the present host, which loads it first where it is a new one. Throws `cancelled` at once. */
  #present(model: Model, held: Held, signal: AbortSignal | undefined): Promise<string> {
    if (!held.hostId || held.hostId.failed) held.hostId = new SharedTask((stop) => this.#loadAgain(model, held, stop));
    return held.hostId.outcome(signal);
  }

  async #loadAgain(model: Model, held: Held, signal: AbortSignal): Promise<string> {
    if (held.backend === "webgpu" && held.losses >= lossesUntilWasm) this.#fallBack(model, held);
    try {
      return (await this.#load(withBackend(held.request, held.backend), { signal })).id;
    } catch (thrown) {
      const absent = thrown instanceof LabError && thrown.problem.code === "adapter-absent";
      if (!absent || held.backend === "wasm") throw thrown;
      this.#fallBack(model, held);
      return (await this.#load(withBackend(held.request, "wasm"), { signal })).id;
    }
  }

  #fallBack(model: Model, held: Held): void {
    held.backend = "wasm";
    this.#tell({ ...onWasmNow(model.checkpoint), model: model.id });
  }

  #forget(why: Problem): void {
    const lost = why.code === "device-lost";
    for (const held of this.#held.values()) {
      held.hostId = undefined;
      if (lost && held.backend === "webgpu") held.losses++;
    }
    this.#tell(
      lost
        ? {
            code: "device-recovered",
            what: "The graphics device was lost. What was running begins again on a new one.",
          }
        : {
            code: "worker-restarted",
            what: "The engine had to start again. Models are loaded anew when they are next used.",
          },
    );
  }

  #tell(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

function withBackend(request: LoadRequest, backend: Backend): LoadRequest {
  const settings = { ...request.params.settings, backend };
  return { name: request.name, params: { ...request.params, settings } } as LoadRequest;
}

function onWasmNow(model: string): Notice {
  return {
    code: "fell-back-to-wasm",
    what: `The graphics device was lost again: ${model} now runs on WASM, more slowly.`,
  };
}

function loadSettings({ backend = "auto", weights = "f32", token }: LoadOptions): LoadSettings {
  return { backend, weights, ...(token && { token }) };
}

function notLoaded(model: Model): Problem {
  return {
    code: "model-not-loaded",
    what: `${model.checkpoint} is not loaded.`,
    remedy: "Load it again.",
    facts: { model: model.id },
  };
}
