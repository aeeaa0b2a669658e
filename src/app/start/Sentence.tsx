import { Suspense } from "react";
import { ErrorBoundary } from "../ErrorBoundary";
import { LanguageTag } from "../../ui/LanguageTag";
import { sentence } from "./sentence";
import { lazily } from "../../ui/lazily";

const SentenceTokens = lazily(() => import("./SentenceTokens"));

/** The sentence at once, and its tokens as soon as the tokenizer is here: the text stands where it stood. */
export function Sentence() {
  return (
    <ErrorBoundary what="the tokens" resetKey={sentence}>
      <Suspense fallback={<PlainSentence />}>
        <SentenceTokens />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The sentence before its tokens are known. */
export function PlainSentence() {
  return (
    <ol className="start-sentences" aria-busy>
      {sentence.map(({ code, text }) => (
        <li key={code}>
          <LanguageTag code={code} />
          <div className="strip" lang={code}>
            {text}
          </div>
        </li>
      ))}
    </ol>
  );
}
