import type { Document } from "../../experiments/documents/codeswitching";
import { ProblemNote } from "../../ui/ProblemNote";
import type { ResultProps } from "../lab";
import { BatchFigure } from "./BatchFigure";
import { Headline } from "./Headline";
import { MeasureTable } from "./MeasureTable";
import type { CodeSwitchingResult } from "./result";
import { TakeAlong } from "./TakeAlong";

/** The figures: how many sentences there are, those nearest to each request, and all measures of them. */
export function Results({ document, result }: ResultProps<Document, CodeSwitchingResult>) {
  return (
    <>
      <Headline result={result} />
      {result.problem === null ? null : <ProblemNote problem={result.problem} />}
      {result.batches
        .filter(({ sentences }) => sentences.length > 0)
        .map((batch) => (
          <BatchFigure key={batch.target} batch={batch} result={result} />
        ))}
      {result.problem === null ? <MeasureTable result={result} /> : null}
      {result.problem === null ? <TakeAlong document={document} result={result} /> : null}
    </>
  );
}
