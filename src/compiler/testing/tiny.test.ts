import { describe, expect, it } from "vitest";
import { openCheckpoint } from "../../checkpoints/open";
import { unwrap } from "../../result";
import { createEncoder } from "../../tokenization/hf-encoder";
import { compile } from "../compile";
import { plainProgram } from "../program";
import { tinyCheckpoint } from "./tiny";

describe("tinyCheckpoint", () => {
  it.each([
    ["tied", {}],
    ["grouped", { type: "BF16", shards: 3 }],
  ] as const)("%s opens, compiles and reads text byte by byte", async (name, options) => {
    const files = [...(await tinyCheckpoint(name, options))].map(([file, bytes]) => new File([bytes], file));
    const checkpoint = await openCheckpoint(files, { embeddedBase: "" });
    expect(unwrap(compile(checkpoint, plainProgram)).geometry.vocabulary).toBe(259);
    const encoder = unwrap(createEncoder(await checkpoint.tokenizer(), name));
    const ids = encoder.encode("é!", { addSpecialTokens: true }).map(({ id }) => id);
    expect(ids).toEqual([1, 3 + 0xc3, 3 + 0xa9, 3 + 0x21]);
  });

  it("gives equal bytes for equal seeds, others for others", async () => {
    const weights = async (seed: number) =>
      Buffer.from((await tinyCheckpoint("tied", { seed })).get("model.safetensors")!).toString("base64");
    expect(await weights(3)).toBe(await weights(3));
    expect(await weights(3)).not.toBe(await weights(4));
  });
});
