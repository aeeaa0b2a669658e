import { countTokens, type Counted, type CountRequest } from "../long-text/count";
import { type OneOrFiveEvent, type OneOrFiveRequest, trainEachAndAll } from "../one-or-five/vocabularies";
import { type BarrierEvent, barrierOf, type BarrierRequest } from "../romanise/barrier";
import { prepare, type Prepared, type PrepareRequest } from "./prepare";
import { type Trained, trainTokenizer, type TrainRequest } from "./training";

export type WorkRequest =
  | ({ readonly kind: "prepare" } & PrepareRequest)
  | ({ readonly kind: "train" } & TrainRequest)
  | ({ readonly kind: "count" } & CountRequest)
  | ({ readonly kind: "barrier" } & BarrierRequest)
  | ({ readonly kind: "one-or-five" } & OneOrFiveRequest);
export type WorkEvent = Prepared | Trained | Counted | BarrierEvent | OneOrFiveEvent;

/** What the lab's worker does. */
export function work(request: WorkRequest): AsyncGenerator<WorkEvent, void> {
  switch (request.kind) {
    case "prepare":
      return prepare(request);
    case "train":
      return trainTokenizer(request);
    case "count":
      return countTokens(request);
    case "barrier":
      return barrierOf(request);
    case "one-or-five":
      return trainEachAndAll(request);
  }
}
