import { contentHash } from "../../hash";
import { fail, ok, type Result } from "../../result";
import { type DirectionFile, readDirection } from "../../steering/files/read-direction";
import type { LayerAnalysis } from "../../steering/layers";
import { norm, unit } from "../../steering/vectors";
import { type Reading, separationAlong } from "./reading";

/** Vectors that the user opened, by id, for as long as the page lives. Links carry only their ids. */
const ownVectors = new Map<string, DirectionFile>();

/** Reads a vector file and keeps it under an id made of its content. */
export async function addOwnVector(file: File): Promise<Result<string>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readDirection(bytes);
  if (!read.ok) return read;
  const id = `${file.name.replace(/[^\w.-]/g, "_").slice(-60)}-${contentHash(bytes).slice(0, 12)}`;
  ownVectors.set(id, read.value);
  return ok(id);
}

/**
 * The analyses with the file's vectors in place of the directions made here, at the layers that it has, each with the separation
 * of the two sets along it; one class distance is then the length of the file's vector. A problem where the file is not open, or
 * was made on another model.
 */
export function withOwnVector(
  id: string,
  analyses: readonly LayerAnalysis[],
  reading: Reading,
  { checkpoint, tokenizerHash }: { readonly checkpoint: string; readonly tokenizerHash: string },
): Result<readonly LayerAnalysis[]> {
  const file = ownVectors.get(id);
  if (!file) {
    return fail({
      code: "input-invalid",
      what: `The vector file “${fileName(id)}” is not open: a link holds only its name.`,
      remedy: "Open the file again, or let the two sets make the direction.",
    });
  }
  const { madeOn, directions } = file;
  if (file.tokenizerHash !== null && file.tokenizerHash !== tokenizerHash) {
    return fail({
      code: "tokenizer-mismatch",
      what: `The vector was made on ${madeOn ?? "a model"} with other tokens than ${checkpoint} has: their hash begins with ${file.tokenizerHash.slice(0, 8)}, here with ${tokenizerHash.slice(0, 8)}.`,
      remedy: "Choose the model that it was made on, with its own vocabulary, or make a direction with this one.",
      facts: { file: file.tokenizerHash, model: tokenizerHash },
    });
  }
  const width = analyses[0]!.direction.length;
  const other = madeOn !== null && madeOn !== checkpoint;
  if (other || directions[0]!.vector.length !== width || directions.at(-1)!.layer >= analyses.length) {
    return fail({
      code: "intervention-invalid",
      what: other
        ? `The vector was made on ${madeOn}, not on ${checkpoint}: the same numbers mean something else there.`
        : `The vector has ${directions[0]!.vector.length} numbers up to layer ${directions.at(-1)!.layer}; ${checkpoint} is ${width} wide and has ${analyses.length} layers.`,
      remedy: "Choose the model that it was made on, or make a direction with this one.",
      facts: { width, layers: analyses.length },
    });
  }
  return ok(
    analyses.map((analysis) => {
      const own = directions.find(({ layer }) => layer === analysis.layer);
      if (!own) return analysis;
      const direction = unit(own.vector)!;
      const scale = { ...analysis.scale, classDistance: norm(own.vector) };
      return { ...analysis, direction, scale, separation: separationAlong(direction, analysis.layer, reading) };
    }),
  );
}

/** The name of the file, without what tells it from others of its name. */
export function fileName(id: string): string {
  return id.replace(/-[0-9a-f]{12}$/, "");
}

/** The layers that an open file has; none where it is not open. */
export function layersOf(id: string): readonly number[] {
  return ownVectors.get(id)?.directions.map(({ layer }) => layer) ?? [];
}

/** The layer, where an open file has a vector for it; a problem where it has none. */
export function heldLayer(id: string, layer: number): Result<number> {
  const held = layersOf(id);
  if (held.includes(layer)) return ok(layer);
  return fail({
    code: "intervention-invalid",
    what: `The vector file has nothing for layer ${layer}: it has layer ${held.join(", ")}.`,
    remedy: "Choose a layer that it has, or let held-out separation choose.",
    facts: { layer },
  });
}

/** Whether an open file says on which model it was made. */
export function saysItsModel(id: string): boolean {
  const file = ownVectors.get(id);
  return (file?.madeOn ?? file?.tokenizerHash ?? null) !== null;
}
