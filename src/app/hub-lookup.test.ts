import { afterEach, describe, expect, it, vi } from "vitest";
import { lookUp } from "./hub-lookup";

const sha = "0123456789abcdef0123456789abcdef01234567";
const signal = new AbortController().signal;

function hubAnswers(status: number, body: unknown = {}): ReturnType<typeof vi.fn<typeof fetch>> {
  const answer = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal("fetch", answer);
  return answer;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("lookUp", () => {
  it("gives the size of all shards, the licence, the languages, and the commit that the revision means", async () => {
    const asked = hubAnswers(200, {
      sha,
      cardData: { license: "apache-2.0", language: ["en", "hi", "multilingual"] },
      siblings: [
        { rfilename: "model.safetensors.index.json", size: 1 },
        { rfilename: "model-00001-of-00002.safetensors", size: 400 },
        { rfilename: "model-00002-of-00002.safetensors", size: 250 },
        { rfilename: "onnx/model.onnx", size: 9000 },
      ],
    });
    expect(await lookUp(" some/small@v1.0 ", signal)).toEqual({
      ok: true,
      value: {
        id: `some/small@${sha}`,
        title: "some/small@v1.0",
        source: "hub",
        weightBytes: 650,
        licence: "apache-2.0",
        languages: ["en", "hi"],
      },
    });
    expect(asked).toHaveBeenCalledWith(
      "https://huggingface.co/api/models/some/small/revision/v1.0?blobs=true",
      expect.anything(),
    );
  });

  it("of a repository with several files names each, with its external data, the best for four bits first", async () => {
    hubAnswers(200, {
      sha,
      siblings: [
        { rfilename: "onnx/model.onnx", size: 20 },
        { rfilename: "onnx/model.onnx_data", size: 500 },
        { rfilename: "onnx/model_q4.onnx", size: 90 },
      ],
    });
    expect(await lookUp("some/small", signal)).toMatchObject({
      value: {
        id: `some/small@${sha}/onnx/model_q4.onnx`,
        weightBytes: 90,
        variants: [
          { label: "onnx/model_q4.onnx", weightBytes: 90 },
          { label: "onnx/model.onnx", weightBytes: 520 },
        ],
      },
    });
  });

  it.each([
    [401, "not-authorised"],
    [404, "not-found"],
    [500, "network-dropped"],
  ])("names an answer of %d", async (status, code) => {
    hubAnswers(status);
    expect(await lookUp("some/small", signal)).toMatchObject({ ok: false, problem: { code } });
  });

  it("names a repository without safetensors, a lost connection, and what is no repository", async () => {
    hubAnswers(200, { sha, siblings: [{ rfilename: "pytorch_model.bin", size: 9 }] });
    expect(await lookUp("some/small", signal)).toMatchObject({ ok: false, problem: { code: "weights-pickled" } });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await lookUp("some/small", signal)).toMatchObject({ ok: false, problem: { code: "network-dropped" } });
    expect(await lookUp("polyglot-base", signal)).toMatchObject({ ok: false, problem: { code: "source-invalid" } });
    expect(await lookUp("https://evil.example/x", signal)).toMatchObject({
      ok: false,
      problem: { code: "source-invalid" },
    });
  });
});
