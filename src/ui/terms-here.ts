import { startTransition, useEffect, useState } from "react";
import type { FoundWord } from "../data/find-words";

type FindWords = (text: string) => readonly FoundWord[];

const none: FindWords = () => [];
let find = none;
let asked: Promise<void> | null = null;

/** The glossary is fetched when a text is there to be read; where it does not arrive, the next text asks again. */
function fetchWords(): Promise<void> {
  asked ??= import("../data/find-words").then(
    (module) => {
      find = module.findWords;
    },
    () => {
      asked = null;
    },
  );
  return asked;
}

/** Finds the glossary's words in a text; none before they are here. Their arrival waits for what is being drawn. */
export function useFindWords(): FindWords {
  const [here, setHere] = useState(() => find);
  useEffect(() => {
    if (here !== none) return undefined;
    let current = true;
    void fetchWords().then(() => current && startTransition(() => setHere(() => find)));
    return () => {
      current = false;
    };
  }, [here]);
  return here;
}
