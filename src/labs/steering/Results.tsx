import { type ReactNode, Suspense } from "react";
import type { Document } from "../../experiments/documents/steering";
import type { ResultProps } from "../lab";
import { Comparisons } from "./Comparisons";
import { Headline } from "./Headline";
import { Layers } from "./Layers";
import type { SteeringResult } from "./result";
import { steerableLayers } from "./steerable-layers";
import { SummaryTable } from "./SummaryTable";
import { SweepMaps } from "./SweepMaps";
import { TakeAlong } from "./TakeAlong";
import { Gradually } from "../../ui/Gradually";
import { lazily } from "../../ui/lazily";

/** Fetched when there is more than one direction. */
const JoinedFigure = lazily(async () => ({ default: (await import("./applying/JoinedFigure")).JoinedFigure }));

/** Fetched when the direction was looked at. */
const LikenessFigures = lazily(async () => ({ default: (await import("./likeness/LikenessFigures")).LikenessFigures }));

/** The figures, the most telling first: the texts side by side, their measures, where the language lies, the sweep; then `children`. */
export function Results({
  document,
  edit,
  result,
  children,
}: ResultProps<Document, SteeringResult> & { readonly children: ReactNode }) {
  return (
    <Gradually>
      <Headline result={result} />
      <Comparisons result={result} />
      {result.joined === undefined ? null : (
        <Suspense>
          <JoinedFigure joined={result.joined} layer={result.layer} />
        </Suspense>
      )}
      {result.summaries.length === 0 ? null : <SummaryTable result={result} />}
      {result.sweep === null ? null : <SweepMaps result={result} sweep={result.sweep} edit={edit} />}
      <Layers document={document} result={result} edit={edit} />
      {result.likeness === undefined ? null : (
        <Suspense>
          <LikenessFigures likeness={result.likeness} layers={steerableLayers(result)} layer={result.layer} />
        </Suspense>
      )}
      <TakeAlong result={result} />
      {children}
    </Gradually>
  );
}
