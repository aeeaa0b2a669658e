import { gguf } from "./gguf";
import { onnx } from "./onnx";
import { safetensors } from "./safetensors";
import type { ContainerFormat } from "./format";

/** The formats that can be opened; of a repository with several the first is taken. */
export const containerFormats: readonly ContainerFormat[] = [safetensors, onnx, gguf];
