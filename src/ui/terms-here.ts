import { startTransition, useEffect, useState } from "react";
import type { FoundWord } from "../data/find-words";

type FindWords = (text: string) => readonly FoundWord[];

const none: FindWords = () => [];
let find = none;
let asked: Promise<void> | null = null;

/** The glossary is fetched when a text is there to be read; where it does not arrive, the next text asks again. */
async function fetchWords(): Promise<void> {
  try {
    find = (await import("../data/find-words")).findWords;
  } catch {
    asked = null;
  }
}

/** Finds the glossary's words in a text; none before they are here. Their arrival waits for what is being drawn. */
export function useFindWords(): FindWords {
  const [here, setHere] = useState(() => find);
  useEffect(() => {
    if (here !== none) return undefined;
    let current = true;
    async function wait(): Promise<void> {
      asked ??= fetchWords();
      await asked;
      if (current) startTransition(() => setHere(() => find));
    }
    void wait();
    return () => {
      current = false;
    };
  }, [here]);
  return here;
}
