import { byRate } from "../../../../codeswitch/comprehension/rate";
import { romaniseHindiText } from "../../../../tokenization/romanise/spellings";
import { splitWords } from "../../../../codeswitch/words";
import type { Document } from "../../../../experiments/documents/codeswitching";
import type { Encoder } from "../../../../tokenization/encoder";
import { builtInDescriptions, loadBuiltIn } from "../../../built-in-encoders";
import type { RunTools } from "../../../lab";
import { byPair, percentOf, type ReadSentence } from "../sentences";
import { mean } from "../../../../vectors";
import type { TextKind, TokenizersReadingResult } from "./result";

type Texts = Pick<TextKind, "languages" | "form" | "latin" | "percent"> & { readonly texts: readonly string[] };

/** Cuts mixes and unmixed sentences by each tokenizer; Hindi a second time in Latin letters. Throws `network-dropped`. */
export async function* runTokenizers(
  sentences: readonly ReadSentence[],
  { readings }: Pick<Document, "readings">,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<TokenizersReadingResult, void> {
  const encoders: Encoder[] = [];
  for (const [done, id] of readings.tokenizers.entries()) {
    onProgress({ done, total: readings.tokenizers.length, note: "fetching vocabularies" });
    encoders.push((await loadBuiltIn(id, signal))!);
  }
  yield {
    reading: "tokenizers",
    tokenizers: readings.tokenizers.map((id) => builtInDescriptions[id]!.short),
    kinds: eachOnce(kindsOf(sentences))
      .flatMap(inBothScripts)
      .map((kind) => counted(kind, encoders)),
  };
}

/** By language pair: the unmixed sentences, and between them the mixes by rate. */
function kindsOf(sentences: readonly ReadSentence[]): readonly Texts[] {
  return byPair(sentences).flatMap((some) => {
    const { languages } = some[0]!;
    const unmixed = (side: 0 | 1) => [...new Set(some.flatMap(({ originals }) => originals[side] ?? []))];
    const kinds: readonly Texts[] = [
      { languages, form: "main", latin: false, texts: unmixed(0) },
      ...[...byRate(some, percentOf)].map(([form, mixes]) => ({
        languages,
        form,
        latin: false,
        percent: mean(mixes.map(percentOf)),
        texts: form === 0 ? [] : mixes.map(({ sentence }) => sentence.text),
      })),
      { languages, form: "other", latin: false, texts: unmixed(1) },
    ];
    return kinds.filter(({ texts }) => texts.length > 0);
  });
}

/** Unmixed sentences that several mixes are made of are cut once. */
function eachOnce(kinds: readonly Texts[]): readonly Texts[] {
  const keys = kinds.map(({ languages: [main, other], form, texts }) =>
    JSON.stringify([form === "main" ? main : form === "other" ? other : [main, other, form], texts]),
  );
  return kinds.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

function inBothScripts(kind: Texts): readonly Texts[] {
  const texts = kind.texts.map(romaniseHindiText);
  return texts.some((text, index) => text !== kind.texts[index]) ? [kind, { ...kind, latin: true, texts }] : [kind];
}

function counted({ texts, ...kind }: Texts, encoders: readonly Encoder[]): TextKind {
  const sum = (of: (text: string) => number) => texts.reduce((total, text) => total + of(text), 0);
  return {
    ...kind,
    example: texts[0]!,
    sentences: texts.length,
    words: sum((text) => splitWords(text, kind.languages[0]).length),
    tokens: encoders.map((encoder) => sum((text) => encoder.encode(text).length)),
  };
}
