import { createStore, type StoreApi } from "zustand/vanilla";
import { canonicalJson } from "./delta";

/** How many steps can be undone. */
const historyLength = 200;

/** The document of a lab and the way back. What a link holds, and nothing else: no results, no theme. */
export interface DocumentState<Document> {
  readonly document: Document;
  readonly past: readonly Document[];
  readonly future: readonly Document[];
  /** The gesture of the last edit; the next edit of the same gesture adds no step. */
  readonly gesture: string | null;
  readonly edit: (change: Partial<Document>, gesture?: string) => void;
  /** Another document, such as a preset's: one step. */
  readonly replace: (document: Document) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export type DocumentStore<Document> = StoreApi<DocumentState<Document>>;

export function createDocumentStore<Document>(initial: Document): DocumentStore<Document> {
  return createStore<DocumentState<Document>>()((set, get) => {
    function step(next: Document, gesture: string | null): void {
      set((state) => {
        if (canonicalJson(next) === canonicalJson(state.document)) return state;
        const sameGesture = gesture !== null && gesture === state.gesture && state.past.length > 0;
        return {
          document: next,
          past: sameGesture ? state.past : [...state.past, state.document].slice(-historyLength),
          future: [],
          gesture,
        };
      });
    }

    return {
      document: initial,
      past: [],
      future: [],
      gesture: null,
      edit(change, gesture) {
        step({ ...get().document, ...change }, gesture ?? null);
      },
      replace(document) {
        step(document, null);
      },
      undo() {
        set((state) => {
          const previous = state.past.at(-1);
          if (previous === undefined) return state;
          return {
            document: previous,
            past: state.past.slice(0, -1),
            future: [state.document, ...state.future],
            gesture: null,
          };
        });
      },
      redo() {
        set((state) => {
          const [next, ...future] = state.future;
          if (next === undefined) return state;
          return { document: next, past: [...state.past, state.document], future, gesture: null };
        });
      },
    };
  });
}
