import { unwrap, problemOf } from "../result";
import { hubAccess, loadSettings, pageEngine } from "./engine";
import { phaseName } from "./format";
import { lookUp } from "./hub-lookup";
import { refreshKept } from "./kept";
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
    const model = await engine.load(item.files ?? item.id, {
      ...loadSettings(),
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
    await refreshKept();
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
    addItem(unwrap(await lookUp(reference, AbortSignal.timeout(20_000), hubAccess())));
    return true;
  } catch (thrown) {
    shelf.setState({ problem: problemOf(thrown) });
    return false;
  }
}

/** Asks what a checkpoint takes in every format: its headers are read, none of its weights. */
export async function inspectItem(item: ShelfItem): Promise<void> {
  shelf.setState({ problem: null });
  try {
    const inspection = await (await pageEngine()).inspect(item.files ?? item.id, loadSettings());
    shelf.setState(({ inspected }) => ({ inspected: new Map([...inspected, [item.id, inspection]]) }));
    await refreshKept();
  } catch (thrown) {
    shelf.setState({ problem: problemOf(thrown) });
  }
}

/** Puts another weight file of the same repository in the item's place. */
export function chooseVariant(item: ShelfItem, id: string): void {
  const variant = item.variants?.find((candidate) => candidate.id === id);
  if (!variant) return;
  shelf.setState(({ items }) => ({
    items: items.map((other) => (other === item ? { ...item, id, weightBytes: variant.weightBytes } : other)),
  }));
}

/** Puts dropped or chosen files on the shelf; they are read when the model is loaded. */
export function addFiles(files: readonly File[]): void {
  const weights = files.filter(({ name }) => /\.(safetensors|gguf|onnx|onnx_data)$/.test(name));
  const alone = weights.some(({ name }) => name.endsWith(".gguf"));
  const [first] = files;
  const folder = first?.webkitRelativePath.split("/")[0];
  if (weights.length === 0 || !(alone || files.some(({ name }) => name === "config.json"))) {
    shelf.setState({
      problem: {
        code: "source-invalid",
        what: "These files are not a checkpoint: config.json or the weights are missing.",
        remedy: "Drop config.json, tokenizer.json and model.safetensors together, their folder, or one GGUF file.",
      },
    });
    return;
  }
  const weightBytes = weights.reduce((sum, { size }) => sum + size, 0);
  const title = folder ? folder : (weights.find(({ name }) => name.endsWith(".gguf"))?.name ?? "Dropped files");
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
