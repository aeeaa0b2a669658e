import { createContext, use } from "react";

/** What an image of a figure and the head of a table as CSV say of their origin. */
export interface FigureSource {
  /** The experiment: its question, or its lab. */
  readonly name: string;
  /** Leads back to it; "" where what is shown is not of the present settings. */
  readonly link: string;
  /** What it was computed with: checkpoints and their weights, the seed, the day and the backend. */
  readonly made: readonly string[];
  /** The same as data; null where nothing has been computed. */
  readonly computed: {
    /** ISO date. */
    readonly on: string;
    readonly backend: string;
    readonly seconds: number;
    readonly checkpoints: Readonly<Record<string, { readonly sha256?: string; readonly weights?: string }>>;
  } | null;
  /** All that it was asked for: the experiment's document, as a link holds it. */
  readonly settings: object;
}

/**
 * Where figures stand: on a cover, which shows the picture alone, or in an experiment, whose figures can be taken along as images
 * and whose tables say where they come from. Elsewhere (null) they have their numbers only.
 */
export const FigurePlace = createContext<"cover" | (() => FigureSource) | null>(null);

/** Where what is shown comes from, asked when it is taken along; null where that is not known. */
export function useSource(): () => FigureSource | null {
  const place = use(FigurePlace);
  return () => (typeof place === "function" ? place() : null);
}

/** The lines over a table as CSV that say where its numbers come from. */
export function useOrigin(): () => readonly string[] {
  const source = useSource();
  return () => {
    const known = source();
    if (!known) return [];
    const { name, link, made } = known;
    return [`Babelscope: ${name}`, ...made, link].filter((line) => line !== "");
  };
}

/** The settings that made what is shown: the document's, or where it has changed since, those that it had. */
export function useSettings<Document extends object>(document: Document): () => Document {
  const place = use(FigurePlace);
  return () => (typeof place === "function" ? (place().settings as Document) : document);
}
