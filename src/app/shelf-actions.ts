import { unwrap, problemOf } from "../result";
import { hubAccess, loadSettings, pageEngine } from "./engine";
import { phaseName } from "./format";
import { lookIn } from "./file-lookup";
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

/** Puts dropped or chosen files on the shelf once their headers have been read. */
export async function addFiles(files: readonly File[]): Promise<void> {
  shelf.setState({ problem: null });
  try {
    addItem(unwrap(await lookIn(files)));
  } catch (thrown) {
    shelf.setState({ problem: problemOf(thrown) });
  }
}
