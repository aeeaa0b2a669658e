import * as ort from "onnxruntime-web";
import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { exportOnnx } from "./export";
import { plainProgram } from "./program";
import { openGolden } from "./testing/golden";
import { emptyCache, floats, openSession, run } from "./testing/run";

describe("exportOnnx", () => {
  it("gives one file with transformers.js' input names and the program's numbers", async () => {
    const { checkpoint, expected } = await openGolden("grouped");
    const program = unwrap(compile(checkpoint, { ...plainProgram, logits: "all" }));
    const file = await ort.InferenceSession.create(await exportOnnx(checkpoint), { executionProviders: ["wasm"] });
    expect(file.inputNames.toSorted()).toEqual(program.inputs.map(({ name }) => name).toSorted());
    const past = file.inputMetadata.find(({ name }) => name === "past_key_values.0.key");
    expect(past).toMatchObject({ shape: ["batch_size", 1, "past_sequence_length", 16] });
    const beside = await openSession(program);
    const cache = emptyCache(program, 1);
    const [a, b] = [await run(file, [expected.ids], 12, cache), await run(beside, [expected.ids], 12, cache)];
    expect(floats(a.outputs, "logits")).toEqual(floats(b.outputs, "logits"));
    await file.release();
    await beside.release();
  });

  it("refuses heads that the program fills up, whose cache transformers.js would make too small", async () => {
    const { checkpoint } = await openGolden("architectures/llama-odd-heads");
    await expect(exportOnnx(checkpoint)).rejects.toMatchObject({
      problem: { code: "architecture-unsupported", facts: { headSize: 20, places: 32 } },
    });
  });
});
