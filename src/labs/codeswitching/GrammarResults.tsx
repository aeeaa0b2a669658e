import { ProblemNote } from "../../ui/ProblemNote";
import { BatchFigure } from "./BatchFigure";
import { Headline } from "./Headline";
import { MeasureTable, type MeasureTableProps } from "./MeasureTable";
import type { GrammarResult } from "./result";
import type { OwnProps } from "./Results";
import { TakeAlong } from "./TakeAlong";
import { askable } from "./wording";

/** Of the grammar: how many sentences there are, those nearest to each request, and all measures of them. */
export function GrammarResults({ document, result }: OwnProps<GrammarResult>) {
  return (
    <>
      <Headline result={result} />
      {result.problem === null ? null : <ProblemNote problem={result.problem} />}
      {result.batches
        .filter(({ sentences }) => sentences.length > 0)
        .map((batch) => (
          <BatchFigure key={batch.target} batch={batch} result={result} />
        ))}
      {result.problem === null ? <MeasureTable {...tableOf(result)} /> : null}
      {result.problem === null ? <TakeAlong document={document} result={result} /> : null}
    </>
  );
}

function tableOf(result: GrammarResult): MeasureTableProps {
  return {
    asked: `${askable[result.measure].name} asked`,
    rows: result.batches.flatMap(({ target, sentences }) =>
      sentences.map((sentence, index) => ({ asked: target, number: index + 1, sentence })),
    ),
    provenance: [
      `Code-switching ${result.languages.join("-")}, ${result.theory}, seed ${result.seed}, synthetic`,
      `alignment ${result.alignment}`,
    ],
  };
}
