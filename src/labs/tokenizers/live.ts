import { useDeferredValue, useMemo } from "react";
import { useStore } from "zustand";
import type { Document } from "../../experiments/documents/tokenizers";
import { type Problem, problemOf } from "../../result";
import type { Encoder, Token } from "../../tokenization/encoder";
import { TextIndex } from "../../tokenization/spans";
import { describeTokenizer, encoderAtHand } from "./encoders";
import { ownTokenizers } from "./own-tokenizers";
import type { TokenizersResult } from "./result";
import { unpackStrip } from "./strips";

export interface Strip {
  readonly id: string;
  readonly name: string;
  readonly tokens: readonly Token[];
}

/** The strips in view: of what is in the field now where every vocabulary is at hand, else those of the result. */
export interface Strips {
  readonly text: string;
  readonly strips: readonly Strip[];
  readonly live: boolean;
  /** Why the text in the field cannot be cut. */
  readonly problem: Problem | null;
}

/** Follows typing: no Run is needed once the vocabularies are here. */
export function useStrips(document: Document, result: TokenizersResult): Strips {
  const text = useDeferredValue(document.text);
  const own = useStore(ownTokenizers);
  const { tokenizers, specialTokens } = document;
  return useMemo(
    () => liveStrips(text, tokenizers, specialTokens, result, own.size) ?? recordedStrips(result),
    [text, tokenizers, specialTokens, result, own],
  );
}

function liveStrips(
  text: string,
  ids: readonly string[],
  addSpecialTokens: boolean,
  { missing }: TokenizersResult,
  _ownKnown: number,
): Strips | undefined {
  const wanted = ids.filter((id) => !missing.some((one) => one.id === id) || encoderAtHand(id) !== undefined);
  const encoders = wanted.map(encoderAtHand).filter((encoder): encoder is Encoder => encoder !== undefined);
  if (encoders.length < wanted.length) return undefined;
  try {
    const strips = encoders.map((encoder) => ({
      id: encoder.id,
      name: describeTokenizer(encoder.id).name,
      tokens: encoder.encode(text, { addSpecialTokens }),
    }));
    return { text, strips, live: true, problem: null };
  } catch (thrown) {
    return { text, strips: [], live: true, problem: problemOf(thrown) };
  }
}

function recordedStrips({ text, tokenizers }: TokenizersResult): Strips {
  const index = new TextIndex(text);
  const strips = tokenizers.map(({ id, name, strip }) => ({ id, name, tokens: unpackStrip(index, strip) }));
  return { text, strips, live: false, problem: null };
}
