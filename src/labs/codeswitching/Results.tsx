import { Suspense } from "react";
import type { Document } from "../../experiments/documents/codeswitching";
import type { ResultProps } from "../lab";
import { GrammarResults } from "./GrammarResults";
import type { CodeSwitchingResult } from "./result";
import { lazily } from "../../ui/lazily";

/** All panels but those of the grammar, on which the lab opens, come when they are asked for. */
const ReplacedResults = lazily(async () => ({ default: (await import("./ReplacedResults")).ReplacedResults }));
const CorpusResults = lazily(async () => ({ default: (await import("./CorpusResults")).CorpusResults }));
const ModelResults = lazily(async () => ({ default: (await import("./model/ModelResults")).ModelResults }));
const AgentsResults = lazily(async () => ({ default: (await import("./agents/AgentsResults")).AgentsResults }));
const ReadingResults = lazily(async () => ({ default: (await import("./readings/Results")).ReadingResults }));

/** What the figures of one source get. */
export interface OwnProps<Result extends CodeSwitchingResult> {
  readonly document: Document;
  readonly result: Result;
}

/** What readings found, above the figures of the source that made the sentences. */
export function Results({ document, result }: ResultProps<Document, CodeSwitchingResult>) {
  return (
    <>
      {result.readings === undefined ? null : (
        <Suspense>
          <ReadingResults readings={result.readings} />
        </Suspense>
      )}
      <Suspense>
        <SourceResults document={document} result={result} />
      </Suspense>
    </>
  );
}

function SourceResults({ document, result }: OwnProps<CodeSwitchingResult>) {
  switch (result.source) {
    case undefined:
      return <GrammarResults document={document} result={result} />;
    case "lexicon":
    case "entities":
    case "own":
      return <ReplacedResults document={document} result={result} />;
    case "corpus":
      return <CorpusResults document={document} result={result} />;
    case "model":
      return <ModelResults document={document} result={result} />;
    case "agents":
      return <AgentsResults document={document} result={result} />;
  }
}
