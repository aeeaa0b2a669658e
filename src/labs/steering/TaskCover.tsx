import type { AnyResult } from "./any-result";
import { CompositionCover } from "./composition/CompositionResults";
import { HeadCover } from "./head/HeadResults";
import { MapCover } from "./maps/MapResults";
import { MixingCover } from "./mixing/MixingResults";
import { NeuronCover } from "./neurons/NeuronResults";
import { ReinjectionCover } from "./reinjection/ReinjectionResults";
import type { SteeringResult } from "./result";
import { EffectFigures } from "./values/EffectFigures";
import { Masses } from "./views/ViewsResults";

/** The one figure by which a saved experiment of a task is known again. */
export function TaskCover({ result }: { readonly result: Exclude<AnyResult, SteeringResult> }) {
  switch (result.task) {
    case "composition":
      return <CompositionCover result={result} />;
    case "head":
      return <HeadCover result={result} />;
    case "maps":
      return <MapCover result={result} />;
    case "mixing":
      return <MixingCover result={result} />;
    case "neurons":
      return <NeuronCover result={result} />;
    case "reinjection":
      return <ReinjectionCover result={result} />;
    case "values":
      return <EffectFigures result={result} />;
    case "views":
      return <Masses result={result} />;
  }
}
