import type { CompositionResult } from "./composition/result";
import type { HeadResult } from "./head/result";
import type { MapsResult } from "./maps/result";
import type { MixingResult } from "./mixing/result";
import type { NeuronsResult } from "./neurons/result";
import type { ReinjectionResult } from "./reinjection/result";
import type { SteeringResult } from "./result";
import type { ValuesResult } from "./values/result";
import type { ViewsResult } from "./views/result";

/** What a run gives; one of another task than a direction says so. */
export type AnyResult =
  | SteeringResult
  | CompositionResult
  | HeadResult
  | MapsResult
  | MixingResult
  | NeuronsResult
  | ReinjectionResult
  | ValuesResult
  | ViewsResult;
