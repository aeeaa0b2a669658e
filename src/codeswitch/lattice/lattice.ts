import type { Side } from "../sentence";

/** One unit taken from one of the two sentences. */
export interface Emission {
  readonly unit: number;
  readonly side: Side;
  /** It is of both languages at once: whatever is asked of its side holds for either. */
  readonly both?: true;
}

/** A switched sentence before its words are written out: units in their final order, each with its language. */
export type Path = readonly Emission[];

/**
 * A set of paths in packed form: exponentially many sentences in polynomial space. Different derivations give different
 * paths, so counting derivations counts sentences.
 */
export type Lattice =
  | { readonly kind: "emit"; readonly path: Path }
  | { readonly kind: "choice"; readonly of: readonly Lattice[] }
  | {
      readonly kind: "join";
      readonly left: Lattice;
      readonly right: Lattice;
      /** May the first of `right` follow the last of `left`? */
      readonly may: (left: Emission, right: Emission) => boolean;
    }
  /** The same paths, each with its first or last emission an end of a bond: both ends of a bond are of one side. */
  | { readonly kind: "bond"; readonly of: Lattice; readonly bond: number; readonly end: "first" | "last" }
  /** Those paths that have at least one emission of `side`. */
  | { readonly kind: "with"; readonly of: Lattice; readonly side: Side };
