import type { Constraint, ConstraintId } from "./constraint";
import { equivalence } from "./equivalence";
import { freeMorpheme } from "./free-morpheme";
import { functionalHead } from "./functional-head";
import { linear } from "./linear";
import { matrixLanguage } from "./matrix-language";

/** Every constraint the lab knows. A new one is a file beside these and a line here. */
export const constraints: Readonly<Record<ConstraintId, Constraint>> = {
  equivalence,
  linear,
  "functional-head": functionalHead,
  "matrix-language": matrixLanguage,
  "free-morpheme": freeMorpheme,
};

/** The theories that say by themselves what the order is; the free morpheme constraint holds beside each of them. */
export const theoryIds = ["equivalence", "functional-head", "matrix-language", "linear"] as const;
export type TheoryId = (typeof theoryIds)[number];
