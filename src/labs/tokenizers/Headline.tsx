import { languageOf } from "../../ui/languages";
import { showFixed } from "../../ui/Table";
import { rankedTokenizer, type TokenizerResult, type TokenizersResult } from "./result";

/** The finding in words: what the dearest language pays under the tokenizer that is ranked, and where it pays least. */
export function Headline({ result, ranked }: { readonly result: TokenizersResult; readonly ranked: string }) {
  const chosen = rankedTokenizer(result, ranked);
  const dearest = chosen ? dearestLanguage(result, chosen) : undefined;
  if (chosen === undefined || dearest === undefined) return null;
  const best = result.tokenizers
    .filter((other) => other !== chosen && other.vocabularySize > 256)
    .toSorted((a, b) => priceOf(a, dearest) - priceOf(b, dearest))[0];
  const reference = languageOf(result.reference).name;
  return (
    <p className="tokenizers-headline numeric">
      To say the same takes {showFixed(priceOf(chosen, dearest), 1)} times as many tokens in {languageOf(dearest).name}{" "}
      as in {reference} with {chosen.name}
      {best ? `, and ${showFixed(priceOf(best, dearest), 1)} times with ${best.name}` : ""}.
    </p>
  );
}

function priceOf(tokenizer: TokenizerResult, language: string): number {
  return tokenizer.languages[language]?.["parity-micro"] ?? Number.POSITIVE_INFINITY;
}

function dearestLanguage(result: TokenizersResult, tokenizer: TokenizerResult): string | undefined {
  return result.languages
    .filter((language) => language !== result.reference)
    .toSorted((a, b) => priceOf(tokenizer, b) - priceOf(tokenizer, a))[0];
}
