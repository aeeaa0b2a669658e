/** The saved experiments in IndexedDB: they may hold results of some hundred kilobytes each. */
export interface Database {
  all(): Promise<readonly unknown[]>;
  put(items: readonly { readonly id: string }[]): Promise<unknown>;
  remove(ids: readonly string[]): Promise<unknown>;
  /** Calls when another tab has changed what is kept; gives back how to stop listening. */
  onChangedElsewhere(listener: () => void): () => void;
}

const storeName = "experiments";

export function database(): Database {
  return {
    all: () => transact("readonly", (store) => store.getAll() as IDBRequest<unknown[]>),
    put: (items) => change((store) => items.map((item) => store.put(item)).at(-1)),
    remove: (ids) => change((store) => ids.map((id) => store.delete(id)).at(-1)),
    onChangedElsewhere(listener) {
      const tabs = new BroadcastChannel(storeName);
      tabs.addEventListener("message", listener);
      return () => tabs.close();
    },
  };
}

/** A change that the other tabs hear of. */
async function change<Value>(work: (store: IDBObjectStore) => IDBRequest<Value> | undefined): Promise<void> {
  await transact("readwrite", work);
  const tabs = new BroadcastChannel(storeName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  tabs.postMessage("changed");
  tabs.close();
}

/** Opens, does one transaction, and closes; resolves once it is on the disk. */
async function transact<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
): Promise<Value> {
  const opened = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.addEventListener("complete", () => resolve(request?.result as Value));
      for (const failure of ["error", "abort"]) {
        transaction.addEventListener(failure, () => reject(transaction.error ?? new Error("The storage failed.")));
      }
    });
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("babelscope", 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(storeName, { keyPath: "id" }));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The storage is closed.")));
  });
}
