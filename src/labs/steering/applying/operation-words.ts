import type { Document } from "../../../experiments/documents/steering";

interface Words {
  /** Completes "The direction is …". */
  readonly done: string;
  /** What its strength is counted in, and what the numbers mean. */
  readonly unit: string;
  readonly help: string;
}

/** What is done along a direction, in words. */
export const operationWords: Readonly<Record<Document["operation"], Words>> = {
  add: {
    done: "added",
    unit: "class distances",
    help: "1 moves the residual stream as far as the means of the two sets lie apart at that layer; a negative strength steers the other way. Several layers share it out.",
  },
  ablate: { done: "removed", unit: "class distances", help: "A direction that is removed has no strength." },
  project: {
    done: "set to a place",
    unit: "of the way",
    help: "Every position is put at one place along the direction: at 0 where the first set lies on average, at 1 where the second does.",
  },
  scale: {
    done: "multiplied",
    unit: "times",
    help: "What lies along the direction is multiplied: 1 changes nothing, 0 removes it, a negative number mirrors it.",
  },
  cap: {
    done: "capped",
    unit: "of the way",
    help: "No position may lie further along the direction than this place: at 0 the first set lies on average, at 1 the second.",
  },
};
