import { Suspense } from "react";
import type { Document } from "../../experiments/documents/tokenizers";
import { ProblemNote } from "../../ui/ProblemNote";
import { Gradually } from "../../ui/Gradually";
import { lazily } from "../../ui/lazily";
import type { ResultProps } from "../lab";
import { Headline } from "./Headline";
import type { TokenizersResult } from "./result";
import { Scorecard } from "./Scorecard";
import { StripsPanel } from "./StripsPanel";
import { TextTable } from "./TextTable";

const VocabularyResults = lazily(async () => ({
  default: (await import("./vocabulary/Panels")).VocabularyResults,
}));

const TaskResults = lazily(async () => ({ default: (await import("./TaskResults")).TaskResults }));
const LongText = lazily(async () => ({ default: (await import("./long-text/LongText")).LongText }));
const Inside = lazily(async () => ({ default: (await import("./inside/Inside")).Inside }));

/** The figures: the finding in words, the strips, the numbers of this text, the scorecard over languages. */
export function Results({ document, edit, result }: ResultProps<Document, TokenizersResult>) {
  if (result.change || result.trained) {
    return (
      <Suspense>
        <VocabularyResults document={document} edit={edit} result={result} />
      </Suspense>
    );
  }
  if (result.halfWord || result.romanised || result.oneOrFive || result.markov) {
    return (
      <Suspense>
        <TaskResults result={result} />
      </Suspense>
    );
  }
  return (
    <Gradually>
      <Headline result={result} ranked={document.ranked} metric={document.metric} />
      {result.missing.map(({ id, what, remedy }) => (
        <ProblemNote key={id} problem={{ code: "tokenizer-invalid", what, remedy }} />
      ))}
      <StripsPanel document={document} result={result} />
      <TextTable result={result} changed={document.text !== result.text} />
      <Suspense>
        <LongText document={document} />
        <Inside document={document} />
      </Suspense>
      {result.tokenizers.length === 0 ? null : <Scorecard document={document} result={result} edit={edit} />}
    </Gradually>
  );
}
