import type { Document } from "../../experiments/documents/merging";
import { yamlOfRecipe } from "../../merging/yaml";
import { unwrap } from "../../result";
import type { RunTools } from "../lab";
import { ask } from "./compare-run";
import { contestantsOf } from "./contestants";
import { evidenceFor } from "./evidence";
import { keepFile } from "../files";
import { modelCard } from "./model-card";
import { packCurve } from "./pack-curve";
import { emptyResult, type MergingResult } from "./result";
import { sentencesOf } from "./sentences";

/** Merges and makes the file that the document asks for; what goes out as a folder is measured beside its parents for its card. */
export async function* take(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const { engine, signal, onProgress } = tools;
  const { recipe, base, format } = document;
  const sentences = unwrap(await sentencesOf(document));
  const evidence = await evidenceFor(document, sentences, tools);
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
    const pack = { beta: document.packBeta, keep: document.packKeep, bits: document.packBits };
    const { file, packedBytes, fullBytes } = await engine.packSkill({ base, tuned: model.checkpoint, pack }, options);
    keepFile(id, "merge.skillpack", [file], "application/octet-stream");
    const taken = { id, name: "merge.skillpack", format, bytes: packedBytes, fullBytes };
    yield { ...result, taken };
    if (!document.packCurve) return;
    for await (const curve of packCurve(document, model, sentences, tools)) {
      yield { ...result, taken: { ...taken, curve } };
    }
    return;
  }
  if (format === "onnx") {
    const bytes = keepFile(id, "model.onnx", [await engine.exportOnnx(model)], "application/octet-stream");
    yield { ...result, taken: { id, name: "model.onnx", format, bytes } };
    return;
  }
  const compared = contestantsOf(document, tools, evidence).filter(({ role }) => role !== "base" && role !== "average");
  let measured = result;
  if (sentences.length > 0) {
    for await (const step of ask(compared, { prompts: [], sentences }, document, tools)) {
      measured = step;
      yield measured;
    }
  }
  const pieces = await engine.exportFolder(
    model,
    { "README.md": modelCard(recipe, measured), "mergekit_config.yml": yamlOfRecipe(recipe) },
    options,
  );
  const bytes = keepFile(id, "merge.zip", pieces, "application/zip");
  yield { ...measured, taken: { id, name: "merge.zip", format, bytes } };
}
