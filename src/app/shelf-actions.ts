import { unwrap, problemOf } from "../result";
import { pageEngine } from "./engine";
import { backendOverride } from "./embed";
import { phaseName } from "./format";
import { lookUp } from "./hub-lookup";
import { addItem, removeItem, shelf, type ShelfItem } from "./shelf";

let controller: AbortController | undefined;

/** Loads a checkpoint of the shelf into the engine; one at a time. */
export async function loadItem(item: ShelfItem): Promise<void> {
  if (shelf.getState().loading) return;
  controller = new AbortController();
  const { signal } = controller;
  shelf.setState({
    problem: null,
    loading: { id: item.id, phase: "", done: 0, total: 0, since: performance.now(), rate: 0 },
  });
  try {
    const engine = await pageEngine();
    const { backend, weights } = shelf.getState();
    const model = await engine.load(item.files ?? item.id, {
      backend: backendOverride ?? backend,
      weights,
      signal,
      onProgress: ({ phase, done, total }) =>
        shelf.setState(({ loading }) => {
          const name = phaseName(phase);
          const now = performance.now();
          const since = loading?.phase === name ? loading.since : now;
          const rate = phase === "download" && now - since > 500 ? (1000 * done) / (now - since) : 0;
          return { loading: { id: item.id, phase: name, done, total, since, rate } };
        }),
    });
    shelf.setState(({ loaded }) => ({ loaded: new Map([...loaded, [item.id, model]]) }));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code !== "cancelled") shelf.setState({ problem });
  } finally {
    controller = undefined;
    shelf.setState({ loading: null });
  }
}

export function cancelLoad(): void {
  controller?.abort();
}

/** Frees a model's memory; it stays on the shelf. */
export async function unloadItem(id: string): Promise<void> {
  const model = shelf.getState().loaded.get(id);
  shelf.setState(({ loaded }) => ({ loaded: new Map([...loaded].filter(([key]) => key !== id)) }));
  if (model) await (await pageEngine()).unload(model);
}

export async function forgetItem(id: string): Promise<void> {
  await unloadItem(id);
  removeItem(id);
}

/** Looks a repository up on the hub and puts it on the shelf. Fetches no weights. */
export async function addFromHub(reference: string): Promise<boolean> {
  shelf.setState({ problem: null });
  try {
    addItem(unwrap(await lookUp(reference, AbortSignal.timeout(20_000))));
    return true;
  } catch (thrown) {
    shelf.setState({ problem: problemOf(thrown) });
    return false;
  }
}

/** Puts dropped or chosen files on the shelf; they are read when the model is loaded. */
export function addFiles(files: readonly File[]): void {
  const weights = files.filter(({ name }) => name.endsWith(".safetensors"));
  const [first] = files;
  const folder = first?.webkitRelativePath.split("/")[0];
  if (!files.some(({ name }) => name === "config.json") || weights.length === 0) {
    shelf.setState({
      problem: {
        code: "source-invalid",
        what: "These files are not a checkpoint: config.json or the safetensors weights are missing.",
        remedy: "Drop config.json, tokenizer.json and model.safetensors together, or their folder.",
      },
    });
    return;
  }
  const weightBytes = weights.reduce((sum, { size }) => sum + size, 0);
  const title = folder ? folder : "Dropped files";
  addItem({
    id: `local-${title.replace(/[^\w-]/g, "-").slice(0, 40)}-${weightBytes}`,
    title: `${title} (from disk)`,
    source: "local",
    languages: [],
    weightBytes,
    licence: "from disk",
    files,
  });
  shelf.setState({ problem: null });
}
