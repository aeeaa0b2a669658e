import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Document, defaults } from "../../experiments/documents/tokenizers";
import { LabError } from "../../result";
import type { TokenizerFiles } from "../../tokenization/hf-model";
import { TextIndex } from "../../tokenization/spans";
import type { TokenizersResult } from "./result";
import { run } from "./run";
import { unpackStrip } from "./strips";

beforeAll(() => {
  vi.stubGlobal("document", { baseURI: "http://page.test/" });
  vi.stubGlobal("fetch", async (url: URL) => new Response(await readFile(`public${url.pathname}`)));
});
afterAll(() => vi.unstubAllGlobals());

async function finish(document: Document, signal = new AbortController().signal): Promise<TokenizersResult> {
  let last: TokenizersResult | undefined;
  for await (const result of run(document, { signal, onProgress: () => undefined })) last = result;
  return last as TokenizersResult;
}

async function codeOf(document: Document, signal?: AbortSignal): Promise<string> {
  return finish(document, signal).then(
    () => "none",
    (thrown: unknown) => (thrown instanceof LabError ? thrown.problem.code : String(thrown)),
  );
}

const text = "人人生而自由，在尊严和权利上一律平等。";

describe("a run", () => {
  it("cuts the text with every tokenizer: 36, 21, 15 tokens in OpenAI's, 57 bytes, 19 characters", async () => {
    const tokenizers = ["r50k", "cl100k", "o200k", "utf8", "code-points", "graphemes"];
    const result = await finish({ ...defaults, text, tokenizers, languages: ["en"] });
    expect(result.tokenizers.map(({ strip }) => strip.ids.length)).toEqual([36, 21, 15, 57, 19, 19]);
    for (const { strip, reversible } of result.tokenizers) {
      expect(reversible).toBe(true);
      expect(unpackStrip(new TextIndex(text), strip).at(-1)?.bytes[1]).toBe(57);
    }
  });

  it("asks the engine for the tokenizer of a repository, once, and names it by the repository", async () => {
    const files = JSON.parse(
      await readFile("public/models/polyglot-base/tokenizer.json", "utf8"),
    ) as TokenizerFiles["tokenizer"];
    const asked: string[] = [];
    const engine = {
      tokenizer(reference: string) {
        asked.push(reference);
        return Promise.resolve({ tokenizer: files, config: {} });
      },
    };
    const document = {
      ...defaults,
      text,
      tokenizers: ["hub:some/model@main", "polyglot-base"],
      languages: ["en"],
    } as const;
    for (const _ of [1, 2]) {
      let last: TokenizersResult | undefined;
      const tools = { signal: new AbortController().signal, onProgress: () => undefined, engine };
      for await (const result of run({ ...document, tokenizers: [...document.tokenizers], languages: ["en"] }, tools))
        last = result;
      const [hub, embedded] = last!.tokenizers;
      expect([hub!.name, hub!.strip]).toEqual(["some/model@main", embedded!.strip]);
    }
    expect(asked).toEqual(["some/model@main"]);
  });

  it("scores languages against the reference: itself 1, Hindi dearer than English in GPT-2's vocabulary", async () => {
    const [gpt2] = (await finish({ ...defaults, tokenizers: ["r50k"] })).tokenizers;
    expect(gpt2?.languages["en"]?.["parity-micro"]).toBe(1);
    expect(gpt2?.languages["hi"]?.["parity-micro"]).toBeGreaterThan(4);
    expect(gpt2?.languages["zh"]?.["fertility"]).toBeNull();
  });

  it("scores with bytes what can be counted by hand: the Hindi sentences have 4720 bytes, the English 1934", async () => {
    const [bytes] = (await finish({ ...defaults, tokenizers: ["utf8"], languages: ["hi"] })).tokenizers;
    expect(bytes?.languages["hi"]?.["parity-micro"]).toBeCloseTo(4720 / 1934, 4);
    expect(bytes?.languages["hi"]?.["bytes-per-token"]).toBe(1);
  });

  it("reads the embedded tokenizer as the page serves it, and adds its special token on request", async () => {
    const document: Document = { ...defaults, tokenizers: ["polyglot-base"], languages: ["en"] };
    const [plain] = (await finish(document)).tokenizers;
    const [special] = (await finish({ ...document, specialTokens: true })).tokenizers;
    expect(plain?.templateTokens).toBe(1);
    expect(special?.strip.special).toEqual([0]);
    expect(special?.strip.ids.slice(1)).toEqual(plain?.strip.ids);
  });

  it("lists a tokenizer that is not here and goes on with the others", async () => {
    const result = await finish({ ...defaults, tokenizers: ["own:tokenizer.json-5", "utf8"], languages: ["en"] });
    expect(result.missing.map(({ id }) => id)).toEqual(["own:tokenizer.json-5"]);
    expect(result.tokenizers.map(({ id }) => id)).toEqual(["utf8"]);
  });

  it("is plain JSON", async () => {
    const result = await finish({ ...defaults, tokenizers: ["utf8", "graphemes"], languages: ["en"] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("bad input", () => {
  it("is named: no text, half a character, a stop", async () => {
    expect(await codeOf({ ...defaults, text: " \n" })).toBe("prompt-empty");
    expect(await codeOf({ ...defaults, text: "a\ud83d" })).toBe("text-unpaired-surrogate");
    expect(await codeOf({ ...defaults, tokenizers: ["utf8"] }, AbortSignal.abort())).toMatch(/AbortError/);
  });

  it("of 20,000 characters is cut by seven tokenizers", async () => {
    const long = "नमस्ते दुनिया, hello world! 👩‍🚀\n".repeat(700).slice(0, 20_000);
    const all = ["polyglot-base", "r50k", "cl100k", "o200k", "utf8", "code-points", "graphemes"];
    const result = await finish({ ...defaults, text: long, tokenizers: all, languages: ["en"] });
    expect(result.tokenizers.every(({ reversible }) => reversible)).toBe(true);
  });
});
