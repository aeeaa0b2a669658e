import type { Document } from "../../experiments/documents/merging";
import { yamlOfRecipe } from "../../merging/yaml";
import { unwrap } from "../../result";
import type { RunTools } from "../lab";
import { evidenceFor } from "./evidence";
import { keepFile } from "../files";
import { modelCard } from "./model-card";
import { emptyResult, type MergingResult } from "./result";
import { sentencesOf } from "./sentences";

/** Of a SkillPack that is taken along. */
const pack = { beta: 0.9, keep: 0.1, bits: 8 } as const;

/** Merges and makes the file that the document asks for. */
export async function* take(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const { engine, signal, onProgress } = tools;
  const { recipe, base, format } = document;
  const evidence = await evidenceFor(document, unwrap(await sentencesOf(document)), tools);
  onProgress({ done: 0, total: 1, note: "merging" });
  const model = await engine.merge(recipe, { signal, ...(evidence && { evidence }) });
  const options = {
    signal,
    onTensor: ({ done, total }: { readonly done: number; readonly total: number }) =>
      onProgress({ done, total, note: "writing weights" }),
  };
  const id = `${model.checkpoint}.${format}`;
  const result: MergingResult = {
    ...emptyResult,
    depth: model.geometry.layers,
    layers: model.geometry.layers,
    sharing: model.merge ?? null,
  };
  if (format === "skillpack") {
    const { file, packedBytes, fullBytes } = await engine.packSkill({ base, tuned: model.checkpoint, pack }, options);
    keepFile(id, "merge.skillpack", [file], "application/octet-stream");
    yield { ...result, taken: { id, name: "merge.skillpack", format, bytes: packedBytes, fullBytes } };
    return;
  }
  if (format === "onnx") {
    const bytes = keepFile(id, "model.onnx", [await engine.exportOnnx(model)], "application/octet-stream");
    yield { ...result, taken: { id, name: "model.onnx", format, bytes } };
    return;
  }
  const yaml = yamlOfRecipe(recipe);
  const pieces = await engine.exportFolder(
    model,
    { "README.md": modelCard(recipe), "mergekit_config.yml": yaml },
    options,
  );
  const bytes = keepFile(id, "merge.zip", pieces, "application/zip");
  yield { ...result, taken: { id, name: "merge.zip", format, bytes } };
}
