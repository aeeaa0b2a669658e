import { catalogueOf } from "../../catalogue";
import type { Encoder } from "../../encoder";
import { byClass } from "../draws";
import type { Initialiser, Transfer } from "../transfer";

/** Rows drawn like the old rows of their script, so that a script’s share of the space stays where it was. */
export const script: Initialiser = {
  name: "script",
  title: "Drawn by script",
  reference: "Downey et al. 2023, Embedding structure matters, arXiv 2309.04679",
  formula: "row ~ N(mean, deviation) of the old rows of its script, in each dimension",
  needs: [],
  copies: "special",
  prepare: () => () => [],
  draws: (transfer) => drawsBy(transfer, (_, name) => [name]),
};

/** Draws a row like the old rows of its classes, the narrowest first. */
export function drawsBy(
  { source, target }: Transfer,
  classesOf: (bytes: Uint8Array, script: string) => readonly string[],
) {
  const classes = (encoder: Encoder) =>
    new Map(catalogueOf(encoder).map(({ id, script: name }) => [id, classesOf(encoder.bytesOf(id), name)] as const));
  const old = new Map<string, number[]>();
  for (const [id, names] of classes(source)) {
    for (const name of names) {
      const known = old.get(name);
      if (known) known.push(id);
      else old.set(name, [id]);
    }
  }
  const made = classes(target);
  return byClass(old, (id) => made.get(id) ?? []);
}
