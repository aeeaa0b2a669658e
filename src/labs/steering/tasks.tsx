import { Suspense, useMemo } from "react";
import type { Document } from "../../experiments/documents/steering";
import { RowsFile } from "../../ui/RowsFile";
import { Select } from "../../ui/Select";
import { lazily } from "../../ui/lazily";
import type { PanelProps, ResultProps } from "../lab";
import { Controls as DirectionControls } from "./Controls";
import { Cover as DirectionCover } from "./Cover";
import type { AnyResult } from "./any-result";
import { continuationRows } from "./continuation-rows";
import { Results as DirectionResults } from "./Results";

/** The panels of other tasks come when they are asked for. */
const CompositionControls = lazily(async () => ({
  default: (await import("./composition/CompositionControls")).CompositionControls,
}));
const CompositionResults = lazily(async () => ({
  default: (await import("./composition/CompositionResults")).CompositionResults,
}));
const MapControls = lazily(async () => ({ default: (await import("./maps/MapControls")).MapControls }));
const MapResults = lazily(async () => ({ default: (await import("./maps/MapResults")).MapResults }));
const NeuronControls = lazily(async () => ({ default: (await import("./neurons/NeuronControls")).NeuronControls }));
const NeuronResults = lazily(async () => ({ default: (await import("./neurons/NeuronResults")).NeuronResults }));
const ValueControls = lazily(async () => ({ default: (await import("./values/ValueControls")).ValueControls }));
const ValueResults = lazily(async () => ({ default: (await import("./values/ValueResults")).ValueResults }));
const HeadControls = lazily(async () => ({ default: (await import("./head/HeadControls")).HeadControls }));
const HeadResults = lazily(async () => ({ default: (await import("./head/HeadResults")).HeadResults }));
const ReinjectionControls = lazily(async () => ({
  default: (await import("./reinjection/ReinjectionControls")).ReinjectionControls,
}));
const ReinjectionResults = lazily(async () => ({
  default: (await import("./reinjection/ReinjectionResults")).ReinjectionResults,
}));
const MixingControls = lazily(async () => ({ default: (await import("./mixing/MixingControls")).MixingControls }));
const MixingResults = lazily(async () => ({ default: (await import("./mixing/MixingResults")).MixingResults }));
const ViewsControls = lazily(async () => ({ default: (await import("./views/ViewsControls")).ViewsControls }));
const ViewsResults = lazily(async () => ({ default: (await import("./views/ViewsResults")).ViewsResults }));

const TaskCover = lazily(async () => ({ default: (await import("./TaskCover")).TaskCover }));

const taskNames = {
  direction: "a direction in the residual stream",
  composition: "several directions at once",
  maps: "a map between two languages",
  neurons: "the neurons of a language",
  values: "neurons by what they write",
  head: "a language’s vector at the head",
  reinjection: "an instruction, given again",
  mixing: "the logits of several models",
  views: "nothing: look inside the model",
} as const satisfies Record<Document["task"], string>;

/** What steers, and its settings. */
export function Controls(props: PanelProps<Document>) {
  const { document, edit } = props;
  const Task = {
    direction: DirectionControls,
    composition: CompositionControls,
    maps: MapControls,
    neurons: NeuronControls,
    values: ValueControls,
    head: HeadControls,
    reinjection: ReinjectionControls,
    mixing: MixingControls,
    views: ViewsControls,
  }[document.task];
  return (
    <>
      <Select
        label="Steer by"
        value={document.task}
        options={Object.entries(taskNames).map(([value, label]) => ({ value: value as Document["task"], label }))}
        onChange={(task) => edit({ task })}
      />
      <Suspense>
        <Task {...props} />
      </Suspense>
    </>
  );
}

/** The figures of whatever was run, and what was written as a file. */
export function Results({ result, ...props }: ResultProps<Document, AnyResult>) {
  const written = useMemo(() => continuationRows(result), [result]);
  const file =
    written.length === 0 ? null : <RowsFile what="Continuations" name="continuations" csv rows={() => written} />;
  if (!("task" in result)) {
    return (
      <DirectionResults {...props} result={result}>
        {file}
      </DirectionResults>
    );
  }
  return (
    <>
      <Suspense>
        {result.task === "composition" ? <CompositionResults result={result} /> : null}
        {result.task === "maps" ? <MapResults result={result} edit={props.edit} /> : null}
        {result.task === "head" ? <HeadResults result={result} /> : null}
        {result.task === "reinjection" ? <ReinjectionResults result={result} /> : null}
        {result.task === "mixing" ? <MixingResults {...props} result={result} /> : null}
        {result.task === "neurons" ? <NeuronResults {...props} result={result} /> : null}
        {result.task === "values" ? <ValueResults {...props} result={result} /> : null}
        {result.task === "views" ? <ViewsResults result={result} /> : null}
      </Suspense>
      {file}
    </>
  );
}

/** The start page shows directions; what is saved may be of any task. */
export function Cover({ document, result }: { readonly document: Document; readonly result: AnyResult }) {
  if (!("task" in result)) return <DirectionCover document={document} result={result} />;
  return (
    <Suspense>
      <TaskCover result={result} />
    </Suspense>
  );
}
