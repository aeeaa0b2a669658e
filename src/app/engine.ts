import type { CheckpointRef, LoadProgress } from "../checkpoints/checkpoint";
import type { Engine, LoadOptions, Model, Notice } from "../engine/engine";
import { checkpointsOf, type Recipe } from "../merging/recipe";
import { LabError, type Problem } from "../result";
import { confirmDownload } from "./confirm";
import { backendOverride, hubOverride } from "./embed";
import type { HubAccess } from "./hub-lookup";
import { addItem, isLocal, isMade, shelf } from "./shelf";

let engine: Promise<Engine> | undefined;
const listeners = new Set<(notice: Notice) => void>();

/** The page's engine; its code is fetched when it is first asked for. */
export function pageEngine(): Promise<Engine> {
  engine ??= import("../engine/engine").then(({ createEngine }) => {
    const created = createEngine(hubOverride === undefined ? {} : { hub: hubOverride });
    created.onNotice((notice) => {
      for (const listener of listeners) listener(notice);
    });
    return created;
  });
  return engine;
}

/** What the engine has to say: a device that was lost and recovered, a fall back to WASM. */
export function onEngineNotice(listener: (notice: Notice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a run wants to know of the models it loads. */
export interface LoadWatcher {
  readonly onProgress: (checkpoint: string, progress: LoadProgress) => void;
  readonly onModel: (model: Model) => void;
}

/**
 * The engine as a lab gets it: loads with the shelf's backend and weight format, hands over dropped files by their id, and
 * asks before anything comes from the hub that is not on the shelf.
 */
export function guardedEngine(inner: Engine, watcher: LoadWatcher): Engine {
  async function load(ref: CheckpointRef, options: LoadOptions = {}): Promise<Model> {
    if (typeof ref === "string") {
      if (isLocal(ref) && !filesOf(ref)) throw new LabError(filesMissing(ref));
      if (isMade(ref) && !onShelf(ref)) throw new LabError(madeElsewhere(ref));
      await confirmAll([ref]);
    }
    const model = await inner.load(filesOf(ref) ?? ref, settled(nameOf(ref), options, watcher));
    noteLoaded(nameOf(ref), model, watcher);
    return model;
  }

  async function merge(recipe: Recipe, options: Parameters<Engine["merge"]>[1] = {}): Promise<Model> {
    const parents = checkpointsOf(recipe);
    const local = parents.find(isLocal);
    if (local) throw new LabError(localParent(local));
    const made = parents.find((parent) => isMade(parent) && !onShelf(parent));
    if (made) throw new LabError(madeElsewhere(made));
    await confirmAll(parents);
    const model = await inner.merge(recipe, settled("merge", options, watcher));
    watcher.onModel(model);
    return model;
  }

  const changeVocabulary: Engine["changeVocabulary"] = async (base, change, options = {}) => {
    if (typeof base === "string") await confirmAll([base]);
    const model = await inner.changeVocabulary(filesOf(base) ?? base, change, settled(nameOf(base), options, watcher));
    const { title } = options;
    if (title !== undefined) {
      const { weightBytes, checkpoint: id } = model;
      addItem({ id, title, source: "made", languages: [], weightBytes, licence: "as its base" });
      noteLoaded(id, model, watcher);
    }
    return model;
  };

  const profile: Engine["profile"] = async (request, options) => {
    await confirmAll([request.base, ...request.experts]);
    return await inner.profile(request, options);
  };

  const packSkill: Engine["packSkill"] = async (request, options) => {
    await confirmAll([request.base, request.tuned]);
    return await inner.packSkill(request, options);
  };

  const tokenizer: Engine["tokenizer"] = (reference, options) =>
    inner.tokenizer(reference, { ...loadSettings(), ...options });

  return new Proxy(inner, {
    get(target, key) {
      if (key === "load") return load;
      if (key === "merge") return merge;
      if (key === "changeVocabulary") return changeVocabulary;
      if (key === "profile") return profile;
      if (key === "tokenizer") return tokenizer;
      if (key === "packSkill") return packSkill;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}

async function confirmAll(references: readonly string[]): Promise<void> {
  for (const reference of references) {
    if (!onShelf(reference) && reference.includes("/")) await confirmDownload(reference);
  }
}

function onShelf(reference: string): boolean {
  return shelf.getState().items.some(({ id }) => id === reference);
}

function settled(checkpoint: string, options: LoadOptions, watcher: LoadWatcher): LoadOptions {
  return {
    ...loadSettings(),
    ...options,
    onProgress: (progress) => {
      watcher.onProgress(checkpoint, progress);
      options.onProgress?.(progress);
    },
  };
}

/** Backend, weights and access token as the shelf has them. */
export function loadSettings(): LoadOptions {
  const { backend, weights, token } = shelf.getState();
  return { backend: backendOverride ?? backend, weights, ...(token !== "" && { token }) };
}

/** Where the hub is asked, and with which token. */
export function hubAccess(): HubAccess {
  const { token } = shelf.getState();
  return { ...(hubOverride !== undefined && { hub: hubOverride }), ...(token !== "" && { token }) };
}

function noteLoaded(name: string, model: Model, watcher: LoadWatcher): void {
  shelf.setState(({ loaded }) => ({ loaded: new Map([...loaded, [name, model]]) }));
  watcher.onModel(model);
}

function filesOf(ref: CheckpointRef): readonly File[] | undefined {
  if (typeof ref !== "string") return ref;
  return shelf.getState().items.find(({ id }) => id === ref)?.files;
}

function nameOf(ref: CheckpointRef): string {
  return typeof ref === "string" ? ref : "dropped files";
}

function filesMissing(id: string): Problem {
  return {
    code: "source-invalid",
    what: `This experiment uses a checkpoint from someone's disk (${id.slice(0, 80)}), which no link can carry.`,
    remedy: "Drop the same files on the page, or choose another model.",
  };
}

function madeElsewhere(id: string): Problem {
  return {
    code: "source-invalid",
    what: `This experiment uses a model with a changed vocabulary (${id.slice(0, 24)}…), which was made in another page.`,
    remedy: "Make it again under “Change a vocabulary” in the tokenizer lab, or choose another model.",
  };
}

function localParent(id: string): Problem {
  return {
    code: "source-invalid",
    what: `${id} is a checkpoint of dropped files; a recipe can only name embedded checkpoints and the hub's.`,
    remedy: "Choose an embedded checkpoint or owner/name@revision for both parents.",
  };
}

/** The engine as a panel gets it, for what is done beside a run. */
export async function panelEngine(): Promise<Engine> {
  return guardedEngine(await pageEngine(), { onModel: () => undefined, onProgress: () => undefined });
}
