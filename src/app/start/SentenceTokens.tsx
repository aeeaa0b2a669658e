import { useEffect, useState } from "react";
import { loadEncoder } from "../../labs/tokenizers/encoders";
import type { Token } from "../../tokenization/encoder";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf } from "../../ui/languages";
import { TokenStrip } from "../../ui/TokenStrip";
import { PlainSentence } from "./Sentence";
import { sentence } from "./sentence";

/** The sentence as the tokens that the embedded checkpoints read, computed here. Without the tokenizer it stays a text. */
export default function SentenceTokens() {
  const [tokens, setTokens] = useState<readonly (readonly Token[])[] | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    loadEncoder("polyglot-base", { signal: controller.signal }).then(
      (encoder) => setTokens(sentence.map(({ text }) => encoder.encode(text))),
      () => undefined,
    );
    return () => controller.abort();
  }, []);
  if (!tokens) return <PlainSentence />;
  return (
    <ol className="start-sentences">
      {sentence.map(({ code, text }, index) => (
        <li key={code}>
          <LanguageTag code={code} />
          <TokenStrip text={text} tokens={tokens[index]!} label={languageOf(code).name} lang={code} />
          <span className="start-count numeric">{tokens[index]!.length} tokens</span>
        </li>
      ))}
    </ol>
  );
}
