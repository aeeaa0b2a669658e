import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lookIn } from "./file-lookup";

const whole = readFileSync(new URL("../checkpoints/golden/gguf/llama.gguf", import.meta.url));
const config = readFileSync(new URL("../../public/models/polyglot-base/config.json", import.meta.url));

/** Looks in files of these contents. */
async function dropped(...files: readonly (readonly [name: string, content: Uint8Array | string])[]) {
  const looked = await lookIn(files.map(([name, content]) => new File([content as BlobPart], name)));
  return looked.ok ? { title: looked.value.title } : looked.problem;
}

function changed(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = new Uint8Array(whole);
  copy.set(bytes, at);
  return copy;
}

/** Eight bytes of length, then text. */
function safetensors(text: string, length = text.length): Uint8Array {
  const file = new Uint8Array(8 + text.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(new TextEncoder().encode(text), 8);
  return file;
}

test("a whole GGUF file can stand on the shelf", async () => {
  expect(await dropped(["llama.gguf", whole])).toEqual({ title: "llama.gguf (from disk)" });
});

test.each([
  ["of another format", "PK\u0003\u0004 and more than twenty-four bytes", "does not begin as GGUF files do"],
  ["of the first version", changed(4, 1), "is of version 1"],
  ["cut off in its header", whole.subarray(0, 2000), "more than the file has room for"],
  ["cut off in its tensors", whole.subarray(0, whole.length - 100), "is cut off"],
  ["that is empty", "", "does not begin as GGUF files do"],
])("a GGUF file %s cannot, and is named with what to do", async (_, content, what) => {
  const problem = await dropped(["broken.gguf", content]);
  expect(problem).toMatchObject({ code: "gguf-header", what: expect.stringContaining(what) });
  expect(problem).toMatchObject({
    what: expect.stringContaining("broken.gguf"),
    remedy: expect.stringMatching(/fetch/i),
  });
});

test.each([
  ["that is a pointer to the weights", "version https://git-lfs.github.com/spec/v1\n", "more than the format allows"],
  ["whose header is longer than itself", safetensors("{}", 1000), "is cut off"],
  ["whose header is no JSON", safetensors("<html>"), "is not valid JSON"],
  ["whose tensors are missing", safetensors('{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'), "is cut off"],
])("safetensors %s cannot", async (_, content, what) => {
  const problem = await dropped(["config.json", config], ["model.safetensors", content]);
  expect(problem).toMatchObject({ code: expect.stringMatching(/^safetensors-/), what: expect.stringContaining(what) });
  expect(problem).toMatchObject({ what: expect.stringContaining("model.safetensors") });
});

test("an ONNX file without a graph cannot, nor weights beside a config that is no JSON", async () => {
  const onnx = await dropped(["config.json", config], ["model.onnx", "not a model"]);
  expect(onnx).toMatchObject({ code: "onnx-header" });
  const garbled = await dropped(["config.json", "{"], ["model.safetensors", safetensors("{}")]);
  expect(garbled).toMatchObject({ code: "config-invalid" });
});

test("an archive is to be unpacked, other files are no checkpoint", async () => {
  expect(await dropped(["model.zip", "PK"])).toMatchObject({ remedy: expect.stringContaining("Unpack") });
  expect(await dropped(["notes.txt", "notes"])).toMatchObject({ what: expect.stringContaining("not a checkpoint") });
});
