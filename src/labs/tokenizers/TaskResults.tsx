import { HalfWordResults } from "./half-word/Results";
import { OneOrFiveResults } from "./one-or-five/Results";
import type { TokenizersResult } from "./result";
import { RomaniseResults } from "./romanise/Results";
import { MarkovResults } from "./why-tokenize/Results";

/** Results of the smaller tasks, fetched when there are any. */
export function TaskResults({ result }: { readonly result: TokenizersResult }) {
  if (result.halfWord) return <HalfWordResults result={result.halfWord} />;
  if (result.romanised) return <RomaniseResults result={result.romanised} />;
  if (result.oneOrFive) return <OneOrFiveResults result={result.oneOrFive} />;
  if (result.markov) return <MarkovResults result={result.markov} />;
  return null;
}
