import { prepare, type Prepared, type PrepareRequest } from "./prepare";
import { type Trained, trainTokenizer, type TrainRequest } from "./training";

export type WorkRequest = ({ readonly kind: "prepare" } & PrepareRequest) | ({ readonly kind: "train" } & TrainRequest);
export type WorkEvent = Prepared | Trained;

/** What the lab's worker does. */
export function work(request: WorkRequest): AsyncGenerator<WorkEvent, void> {
  return request.kind === "prepare" ? prepare(request) : trainTokenizer(request);
}
