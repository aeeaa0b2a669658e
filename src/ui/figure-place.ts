import { createContext } from "react";

/** What an image of a figure says of its origin. */
export interface FigureSource {
  /** The experiment: its question, or its lab. */
  readonly name: string;
  /** Leads back to it; "" where what is shown is not of the present settings. */
  readonly link: string;
}

/**
 * Where figures stand: on a cover, which shows the picture alone, or in an experiment, whose figures can be taken along as images.
 * Elsewhere (null) they have their numbers only.
 */
export const FigurePlace = createContext<"cover" | (() => FigureSource) | null>(null);
