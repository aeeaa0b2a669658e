import { fail, ok, type Problem, problemOf, type Result } from "../result";
import type { ShelfItem } from "./shelf";

/**
 * What dropped or chosen files are on the shelf: a checkpoint whose config and headers could be read. Its weights are read when it
 * is loaded.
 */
export async function lookIn(files: readonly File[]): Promise<Result<ShelfItem>> {
  const weights = files.filter(({ name }) => /\.(safetensors|gguf|onnx|onnx_data)$/.test(name));
  const alone = weights.find(({ name }) => name.endsWith(".gguf"));
  if (weights.length === 0 || !(alone || files.some(({ name }) => name === "config.json"))) {
    const archive = files.find(({ name }) => /\.(zip|tar|t?gz|7z)$/i.test(name));
    return fail(archive ? stillPacked(archive.name) : noCheckpoint);
  }
  try {
    const { openFiles } = await import("../checkpoints/open");
    await openFiles(files);
  } catch (thrown) {
    return fail(problemOf(thrown));
  }
  const weightBytes = weights.reduce((sum, { size }) => sum + size, 0);
  const folder = files[0]?.webkitRelativePath?.split("/")[0];
  const title = folder || (alone?.name ?? "Dropped files");
  return ok({
    id: `local-${title.replace(/[^\w-]/g, "-").slice(0, 40)}-${weightBytes}`,
    title: `${title} (from disk)`,
    source: "local",
    languages: [],
    weightBytes,
    licence: "from disk",
    files,
  });
}

const noCheckpoint: Problem = {
  code: "source-invalid",
  what: "These files are not a checkpoint: config.json or the weights are missing.",
  remedy: "Drop config.json, tokenizer.json and model.safetensors together, their folder, or one GGUF file.",
};

function stillPacked(file: string): Problem {
  return {
    code: "source-invalid",
    what: `${file} is an archive; a checkpoint is read from the files in it.`,
    remedy: "Unpack it, and drop the folder that comes out.",
    facts: { file },
  };
}
