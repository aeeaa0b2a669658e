import type { CheckpointRef } from "../checkpoints/checkpoint";
import type { Recipe } from "../merging/recipe";
import { LabError, type Problem, problemOf } from "../result";
import type { Intervention } from "../steering/intervention";
import type { Engine, GenerateOptions, LoadOptions, Model, Notice, Position, RunOptions } from "./engine";
import type { CallName, Calls, EngineSettings, HostConnection, LoadSettings, Reply, Request } from "./protocol";

interface Pending {
  readonly name: CallName;
  readonly resolve: (value: never) => void;
  readonly reject: (problem: Problem) => void;
  readonly onEvent: ((event: never) => void) | undefined;
}

interface CallOptions<Name extends CallName> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: Calls[Name]["event"]) => void) | undefined;
}

type LoadRequest = { readonly [N in "load" | "merge"]: { readonly name: N; readonly params: Calls[N]["params"] } }[
  | "load"
  | "merge"];

/** How long a stopped generation may take to hand over what it has, in milliseconds. */
const partialResultWithin = 1000;

/**
 * The page's side of the engine: turns method calls into requests and replies into promises. The host is opened with the
 * first call. One that crashed is replaced with the next call, and the models are loaded again when they are used.
 */
export class EngineClient implements Engine {
  #connection: HostConnection | undefined;
  #nextId = 1;
  #closed = false;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  /** How each model came to be, by Model.id. */
  readonly #recipes = new Map<string, LoadRequest>();
  /** Models that the present host holds, or is loading again. */
  readonly #present = new Map<string, Promise<unknown>>();

  constructor(
    private readonly open: () => HostConnection,
    private readonly settings: EngineSettings,
  ) {}

  capabilities() {
    return this.#call("capabilities", null);
  }

  async load(ref: CheckpointRef, options: LoadOptions = {}): Promise<Model> {
    return await this.#loadBy({ name: "load", params: { ref, settings: loadSettings(options) } }, options);
  }

  async merge(recipe: Recipe, options: LoadOptions = {}): Promise<Model> {
    return await this.#loadBy({ name: "merge", params: { recipe, settings: loadSettings(options) } }, options);
  }

  async unload(model: Model): Promise<void> {
    this.#recipes.delete(model.id);
    if (this.#present.delete(model.id)) await this.#call("unload", { model: model.id });
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
    { interventions = [], signal, onProgress }: RunOptions & { readonly onProgress?: (done: number) => void } = {},
  ) {
    return this.#callOn(model, "score", { texts, interventions }, { signal, onEvent: onProgress });
  }

  async generate(model: Model, prompt: string, { interventions = [], ...options }: GenerateOptions = {}) {
    const [generation] = await this.generateBatch(model, prompt, [interventions], options);
    return generation!;
  }

  generateBatch(
    model: Model,
    prompt: string,
    variants: readonly (readonly Intervention[])[],
    { signal, onToken, ...sampling }: Omit<GenerateOptions, "interventions"> = {},
  ) {
    return this.#callOn(model, "generate", { prompt, variants, sampling }, { signal, onEvent: onToken });
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
    this.#closed = true;
    this.#abandon({ code: "cancelled", what: "The engine was closed.", remedy: "Reload the page to use it again." });
    this.#recipes.clear();
    return Promise.resolve();
  }

  async #loadBy(request: LoadRequest, { signal, onProgress }: LoadOptions): Promise<Model> {
    const model =
      request.name === "load"
        ? await this.#call("load", request.params, { signal, onEvent: onProgress })
        : await this.#call("merge", request.params, { signal, onEvent: onProgress });
    this.#recipes.set(model.id, request);
    this.#present.set(model.id, Promise.resolve());
    return model;
  }

  /** A call on a model, which is loaded again first where the host is not the one that loaded it. */
  async #callOn<Name extends CallName>(
    model: Model,
    name: Name,
    params: Omit<Calls[Name]["params"], "model">,
    options: CallOptions<Name> = {},
  ): Promise<Calls[Name]["value"]> {
    const request = this.#recipes.get(model.id);
    if (!request) throw new LabError(notLoaded(model));
    if (!this.#present.has(model.id)) {
      const again = this.#loadBy(request, {});
      this.#present.set(model.id, again);
      again.catch(() => this.#present.delete(model.id));
    }
    await this.#present.get(model.id);
    return await this.#call(name, { ...params, model: model.id }, options);
  }

  #call<Name extends CallName>(
    name: Name,
    params: Calls[Name]["params"],
    { signal, onEvent }: CallOptions<Name> = {},
  ): Promise<Calls[Name]["value"]> {
    return new Promise((resolve, rejectWith) => {
      if (signal?.aborted || this.#closed) {
        rejectWith(new LabError(cancelled));
        return;
      }
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#connection?.send({ kind: "cancel", id });
        if (name === "generate") setTimeout(() => reject(cancelled), partialResultWithin);
        else reject(cancelled);
      };
      const settle = (): void => {
        this.#pending.delete(id);
        signal?.removeEventListener("abort", onAbort);
      };
      const reject = (problem: Problem): void => {
        settle();
        rejectWith(new LabError(problem));
      };
      this.#pending.set(id, {
        name,
        resolve: (value) => {
          settle();
          resolve(value);
        },
        reject,
        onEvent,
      });
      signal?.addEventListener("abort", onAbort);
      try {
        this.#host().send({ kind: "call", id, name, params } as Request);
      } catch (thrown) {
        reject(problemOf(thrown));
      }
    });
  }

  #host(): HostConnection {
    if (this.#connection) return this.#connection;
    const connection = this.open();
    this.#connection = connection;
    connection.listen({
      onReply: (reply) => this.#receive(reply),
      onCrash: (detail) => {
        if (this.#connection === connection) this.#replace(crashed(detail));
      },
    });
    connection.send({ kind: "configure", settings: this.settings });
    return connection;
  }

  #receive(reply: Reply): void {
    if (reply.kind === "notice") {
      this.#tell(reply.notice);
      return;
    }
    const pending = this.#pending.get(reply.id);
    switch (reply.kind) {
      case "event":
        pending?.onEvent?.(reply.event as never);
        break;
      case "done":
        pending?.resolve(reply.value as never);
        break;
      case "failed":
        pending?.reject(reply.problem);
        if (reply.fatal) this.#replace(reply.problem);
        break;
    }
  }

  /** Ends a host that is of no more use; the next call opens another. */
  #replace(problem: Problem): void {
    this.#abandon(problem);
    this.#tell({
      code: "worker-restarted",
      what: "The engine had to be started again; models are loaded anew when they are next used.",
    });
  }

  #abandon(problem: Problem): void {
    this.#connection?.terminate();
    this.#connection = undefined;
    this.#present.clear();
    for (const pending of Array.from(this.#pending.values())) pending.reject(problem);
  }

  #tell(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

const cancelled = problemOf(new DOMException("", "AbortError"));

function loadSettings({ backend = "auto", weights = "f32" }: LoadOptions): LoadSettings {
  return { backend, weights };
}

function notLoaded(model: Model): Problem {
  return {
    code: "model-not-loaded",
    what: `${model.checkpoint} is not loaded.`,
    remedy: "Load it again.",
    facts: { model: model.id },
  };
}

function crashed(detail: string): Problem {
  return {
    code: "runtime-failed",
    what: `The engine's worker ended: ${detail}`,
    remedy: "Run it again: the engine starts anew. If it fails the same way, choose the other backend.",
  };
}
