import { AutoModelForCausalLM, env, Tensor } from "@xenova/transformers";
import asyncifyFactory from "onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url";
import asyncifyWasm from "onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url";
import { type DecodeTimes, decodeTimes } from "./decode-times";

/** Runs transformers.js' `generate` on an exported program: same weights, same operators, its own cache and loop. */
export async function transformersJs(
  onnx: Uint8Array<ArrayBuffer>,
  config: Record<string, unknown>,
  promptIds: readonly number[],
  newTokens: number,
  device: "webgpu" | "wasm",
  rounds: number,
): Promise<DecodeTimes> {
  env.allowLocalModels = false;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.backends.onnx.wasm!.wasmPaths = { mjs: asyncifyFactory, wasm: asyncifyWasm };
  env.backends.onnx.wasm!.numThreads = 1;
  env.fetch = async (input) => serve(String(input), onnx, config);
  const started = performance.now();
  const model = await AutoModelForCausalLM.from_pretrained("bench/model", { dtype: "fp32", device });
  const load = (performance.now() - started) / 1000;
  try {
    const input_ids = new Tensor("int64", BigInt64Array.from(promptIds, BigInt), [1, promptIds.length]);
    const attention_mask = new Tensor("int64", new BigInt64Array(promptIds.length).fill(1n), [1, promptIds.length]);
    const generate = async (count: number) => {
      const begin = performance.now();
      const output = await model.generate({
        input_ids,
        attention_mask,
        max_new_tokens: count,
        do_sample: false,
      });
      const ids = Array.from((output as unknown as { data: BigInt64Array }).data, Number).slice(promptIds.length);
      return { seconds: (performance.now() - begin) / 1000, ids };
    };
    return { load, ...(await decodeTimes(generate, newTokens, rounds)) };
  } finally {
    await model.dispose();
  }
}

function serve(url: string, onnx: Uint8Array<ArrayBuffer>, config: Record<string, unknown>): Response {
  if (url.endsWith("/onnx/model.onnx")) {
    return new Response(onnx, { headers: { "content-length": String(onnx.length) } });
  }
  // No end of text: both sides write as many tokens as are asked for.
  if (url.endsWith("/config.json")) return Response.json({ ...config, eos_token_id: null });
  if (url.endsWith("/generation_config.json")) return Response.json({});
  return new Response(null, { status: 404 });
}
