import type { Document } from "../../experiments/documents/merging";
import { checkpointsOf } from "../../merging/recipe";
import { LabError } from "../../result";
import type { RunTools } from "../lab";
import { emptyResult, type MergingResult } from "./result";

/** Compares the weights of the recipe's checkpoints with their common base; only routes run it. */
export async function* look(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const { engine, signal, onProgress } = tools;
  const { base, recipe, conditions } = document;
  const experts = checkpointsOf(recipe).filter((model) => model !== base);
  if (experts.length === 0) {
    throw new LabError({
      code: "input-invalid",
      what: `The recipe has no model beside the common base ${base}.`,
      remedy: "Choose a fine-tune for A or B, or another common base.",
    });
  }
  const profile = await engine.profile(
    { base, experts, conditions },
    { signal, onTensor: ({ done, total }) => onProgress({ done, total, note: "comparing weights" }) },
  );
  const layers = Math.max(0, ...profile.parts.map(({ layer }) => (layer ?? -1) + 1));
  const result: MergingResult = { ...emptyResult, depth: layers, layers, profile };
  yield result;
  if (!document.routes) return;
  const { routesOf } = await import("./routes-run");
  yield { ...result, routes: await routesOf(document, experts, tools) };
}
