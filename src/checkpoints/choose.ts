import { LabError } from "../result";
import type { Folder, Opening } from "./folder";
import { containerFormats } from "./formats/index";
import { safetensors } from "./formats/safetensors";

const pickled = /\.(bin|pt|pth|ckpt|pkl|msgpack|h5)$/;

/** What of a folder is opened: the file asked for, else what its listing offers first; safetensors where it lists nothing. */
export function chooseOpening({ id, files }: Pick<Folder, "id" | "files">, file?: string): Opening {
  if (file !== undefined) {
    const format = containerFormats.find((candidate) => candidate.find([file]).length > 0);
    if (format && files?.includes(file) !== false) return { format, file };
    throw new LabError({
      code: "not-found",
      what: `${id} has no weight file ${file}.`,
      remedy: "Name a .gguf or .onnx file of the repository, or leave the file out.",
      facts: { checkpoint: id, file },
    });
  }
  if (!files) return { format: safetensors, file: "model.safetensors" };
  for (const format of containerFormats) {
    const [first] = format.find(files);
    if (first !== undefined) return { format, file: first };
  }
  const unsafe = files.find((name) => pickled.test(name));
  throw new LabError(
    unsafe === undefined
      ? {
          code: "not-found",
          what: `${id} has no weights that the lab reads: no model.safetensors, no ONNX model, no GGUF file.`,
          remedy: "Choose a repository with weights in one of these formats.",
          facts: { checkpoint: id },
        }
      : {
          code: "weights-pickled",
          what: `${id} has only pickled weights (${unsafe}). A pickle is a program that runs when it is opened, so the lab does not open one.`,
          remedy: "Choose a repository with safetensors, or convert the checkpoint with the safetensors library.",
          facts: { checkpoint: id, file: unsafe },
        },
  );
}
