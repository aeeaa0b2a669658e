import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LabError, type Problem } from "../result";
import { toFloat32 } from "./dtype";
import { openCheckpoint } from "./open";
import { writeSafetensors } from "./safetensors";

const commit = "0123456789abcdef0123456789abcdef01234567";
const vector = (name: string, ...values: number[]) => ({
  name,
  type: "F32" as const,
  shape: [values.length],
  bytes: new Uint8Array(new Float32Array(values).buffer),
});
const far = vector("far", ...Array.from({ length: 40_000 }, (_, i) => i));
const weights = writeSafetensors([vector("a", 1, 2), far, vector("z", 5)]);
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const files = new Map<string, Uint8Array>([
  ["config.json", json({ model_type: "llama" })],
  ["tokenizer.json", json({ model: {} })],
  ["model.safetensors", weights],
]);

/** A hub in small: range requests, redirects to nowhere, refusals, and connections that drop. */
const behaviour = { dropAfter: Number.POSITIVE_INFINITY, drops: 0, ranges: true, status: 200 };
const asked: string[] = [];
let base = "";

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "";
  asked.push(`${path} ${request.headers.range ?? ""}`.trim());
  if (behaviour.status !== 200) return void response.writeHead(behaviour.status).end();
  if (path.startsWith("/api/")) return void response.end(JSON.stringify({ sha: commit }));
  const file = files.get(path.split("/").at(-1)!);
  if (!file) return void response.writeHead(404).end();
  const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
  if (!range || !behaviour.ranges) return void response.end(file);
  const [start, end] = [Number(range[1]), Math.min(Number(range[2]) + 1, file.length)];
  response.writeHead(206, {
    "content-range": `bytes ${start}-${end - 1}/${file.length}`,
    "content-length": end - start,
  });
  if (behaviour.drops > 0 && end - start > behaviour.dropAfter) {
    behaviour.drops--;
    response.write(file.subarray(start, start + behaviour.dropAfter), () => response.destroy());
    return;
  }
  response.end(file.subarray(start, end));
}

const server = createServer(answer);
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  Object.assign(behaviour, { dropAfter: Number.POSITIVE_INFINITY, drops: 0, ranges: true, status: 200 });
  asked.length = 0;
});

const open = (reference: string | File[]) =>
  openCheckpoint(reference, { embeddedBase: `${base}models/`, hub: base, retryAfter: [0, 0] });

async function problemOfOpening(reference: string | File[]): Promise<Problem> {
  const thrown: unknown = await open(reference).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof LabError)) throw new Error(`expected a LabError, got ${String(thrown)}`);
  return thrown.problem;
}

const asFile = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const localFiles = () => [...files].map(([name, bytes]) => asFile(name, bytes));

describe("a checkpoint from each source", () => {
  test("embedded, from the hub, and from disk hold the same tensors", async () => {
    for (const reference of ["tiny", "owner/name@main", localFiles()]) {
      const checkpoint = await open(reference);
      expect([...checkpoint.tensors.keys()].toSorted()).toEqual(["a", "far", "z"]);
      expect([...toFloat32(await checkpoint.tensor("a"))]).toEqual([1, 2]);
      expect([...toFloat32(await checkpoint.tensor("z"))]).toEqual([5]);
      expect((await checkpoint.tokenizer()).tokenizer).toEqual({ model: {} });
    }
  });

  test("a hub revision is pinned to its commit", async () => {
    expect((await open("owner/name@main")).id).toBe(`owner/name@${commit}`);
    expect(asked[0]).toBe("/api/models/owner/name/revision/main?blobs=true");
  });

  test("files on disk are known by their contents", async () => {
    const first = await open(localFiles());
    const same = await open(localFiles().toReversed());
    const other = await open(localFiles().map((f) => (f.name === "config.json" ? asFile(f.name, json({ a: 1 })) : f)));
    expect(same.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
  });

  test("shards are found through their index", async () => {
    const sharded = [
      asFile("config.json", json({})),
      asFile("model.safetensors.index.json", json({ weight_map: { a: "one.safetensors", b: "two.safetensors" } })),
      asFile("one.safetensors", writeSafetensors([vector("a", 1)])),
      asFile("two.safetensors", writeSafetensors([vector("b", 2)])),
    ];
    const checkpoint = await open(sharded);
    expect([...toFloat32(await checkpoint.tensor("b"))]).toEqual([2]);
    expect((await problemOfOpening(sharded.slice(0, 3))).code).toBe("not-found");
  });

  test("a buffer that the index names is left out as it is without an index", async () => {
    const header = JSON.stringify({
      a: { dtype: "F32", shape: [1], data_offsets: [0, 4] },
      "gpt_neox.layers.0.attention.bias": { dtype: "BOOL", shape: [4], data_offsets: [4, 8] },
    });
    const shard = new Uint8Array(8 + header.length + 8);
    shard[0] = header.length;
    shard.set(new TextEncoder().encode(header), 8);
    const one = "one.safetensors";
    const index = (...names: string[]) =>
      json({ weight_map: Object.fromEntries(["a", ...names].map((name) => [name, one])) });
    const folder = (...names: string[]) => [
      asFile("config.json", json({})),
      asFile("model.safetensors.index.json", index(...names)),
      asFile(one, shard),
    ];
    const checkpoint = await open(folder("gpt_neox.layers.0.attention.bias"));
    expect([...checkpoint.tensors.keys()]).toEqual(["a"]);
    expect((await problemOfOpening(folder("b"))).code).toBe("tensor-missing");
  });
});

describe("reading by ranges", () => {
  test("only the bytes near what is wanted are fetched, neighbours in one request", async () => {
    const checkpoint = await open("tiny");
    asked.length = 0;
    await Promise.all([checkpoint.tensor("a"), checkpoint.tensor("z")]);
    // a and z lie 160,000 bytes apart: two requests of 8 and 4 bytes.
    expect(asked).toHaveLength(2);
    asked.length = 0;
    await Promise.all([checkpoint.tensor("a"), checkpoint.tensor("far"), checkpoint.tensor("z")]);
    expect(asked).toHaveLength(1);
  });

  test("a connection that drops half way is resumed where it stopped", async () => {
    const checkpoint = await open("tiny");
    asked.length = 0;
    Object.assign(behaviour, { dropAfter: 70_000, drops: 1 });
    expect([...toFloat32(await checkpoint.tensor("far"))].at(-1)).toBe(39_999);
    const starts = asked.map((line) => Number(/bytes=(\d+)/.exec(line)?.[1]));
    expect(starts).toHaveLength(2);
    expect(starts[1]!).toBeGreaterThan(starts[0]!);
  });

  test("a server without ranges is read whole", async () => {
    behaviour.ranges = false;
    expect([...toFloat32(await (await open("tiny")).tensor("z"))]).toEqual([5]);
  });
});

describe("what goes wrong is named", () => {
  test("a connection that keeps dropping", async () => {
    const checkpoint = await open("tiny");
    Object.assign(behaviour, { dropAfter: 10, drops: 9 });
    await expect(checkpoint.tensor("far")).rejects.toMatchObject({ problem: { code: "network-dropped" } });
  });

  test.each([
    [401, "not-authorised"],
    [403, "not-authorised"],
    [404, "not-found"],
    [500, "network-dropped"],
  ])("HTTP %i", async (status, code) => {
    behaviour.status = status;
    expect((await problemOfOpening("owner/name")).code).toBe(code);
  });

  test("a truncated file, a missing config, two files of one name, weights quantised elsewhere", async () => {
    const cut = localFiles().map((f) =>
      f.name === "model.safetensors" ? asFile(f.name, weights.subarray(0, 999)) : f,
    );
    expect((await problemOfOpening(cut)).code).toBe("safetensors-truncated");
    expect((await problemOfOpening(localFiles().slice(1))).code).toBe("source-invalid");
    expect((await problemOfOpening([...localFiles(), asFile("config.json", json({ b: 22 }))])).code).toBe(
      "source-invalid",
    );
    const quantised = localFiles().map((f) =>
      f.name === "config.json" ? asFile(f.name, json({ quantization_config: {} })) : f,
    );
    expect((await problemOfOpening(quantised)).code).toBe("architecture-unsupported");
  });

  test.each(["", "https://evil.example/x", "a/b/c", "../models", "Owner Name", "owner/name@../../x"])(
    "the reference %j",
    async (reference) => {
      expect((await problemOfOpening(reference)).code).toBe("source-invalid");
      expect(asked).toEqual([]);
    },
  );

  test("a tensor that is not there", async () => {
    await expect((await open("tiny")).tensor("b")).rejects.toMatchObject({ problem: { code: "tensor-missing" } });
  });

  test("a stop", async () => {
    const checkpoint = await open("tiny");
    const controller = new AbortController();
    const read = checkpoint.tensor("far", { signal: controller.signal });
    controller.abort();
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
  });
});
