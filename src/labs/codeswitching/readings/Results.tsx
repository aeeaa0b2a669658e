import { OrderResults } from "./order/Results";
import type { ReadingResult } from "./reading";
import { SurprisalResults } from "./surprisal/Results";
import { TokenizersReadingResults } from "./tokenizers/Results";
import { TranslationResults } from "./translation/Results";
import { TransliterationResults } from "./transliteration/Results";
import { VariantsResults } from "./variants/Results";

/** The figures of every reading. */
export function ReadingResults({ readings }: { readonly readings: readonly ReadingResult[] }) {
  return readings.map((result) => {
    switch (result.reading) {
      case "translation":
        return <TranslationResults key={result.reading} result={result} />;
      case "surprisal":
        return <SurprisalResults key={result.reading} result={result} />;
      case "tokenizers":
        return <TokenizersReadingResults key={result.reading} result={result} />;
      case "variants":
        return <VariantsResults key={result.reading} result={result} />;
      case "order":
        return <OrderResults key={result.reading} result={result} />;
      case "transliteration":
        return <TransliterationResults key={result.reading} result={result} />;
    }
  });
}
