import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seededRandom } from "../random";
import { LabError } from "../result";
import type { Checkpoint } from "./checkpoint";
import { openCheckpoint, type OpenOptions } from "./open";
import { writeSafetensors } from "./safetensors";
import type { PartStore } from "./store/part-store";
import { HubMirror, mirrorCommit } from "./testing/hub-mirror";
import { memoryStore } from "./testing/memory-store";

const mebibyte = 2 ** 20;
const tensor = (name: string, byte: number, length: number) => ({
  name,
  type: "F32" as const,
  shape: [length / 4],
  bytes: new Uint8Array(length).fill(byte),
});
const weights = writeSafetensors([tensor("a", 1, 3 * mebibyte), tensor("b", 2, 9 * mebibyte), tensor("c", 3, 64)]);
/** No byte is as its neighbours, so that a part in the wrong place shows. */
const varied = Uint8Array.from({ length: 200_000 }, (_, i) => (i * i + (i >> 8)) % 251);
const variedWeights = writeSafetensors([{ ...tensor("v", 0, varied.length), bytes: varied }]);
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const files = new Map<string, Uint8Array>([
  ["config.json", json({ model_type: "llama" })],
  ["tokenizer.json", json({ model: {} })],
  ["model.safetensors", weights],
]);
const mirror = new HubMirror(
  new Map([
    ["some/open", { files }],
    ["some/varied", { files: new Map([...files, ["model.safetensors", variedWeights]]) }],
    ["some/gated", { files, token: "hf_secret" }],
    [
      "some/pickled",
      {
        files: new Map([
          ["config.json", json({})],
          ["pytorch_model.bin", new Uint8Array(9)],
        ]),
      },
    ],
    ["some/empty", { files: new Map([["config.json", json({})]]) }],
  ]),
);

beforeAll(() => mirror.start());
afterAll(() => mirror.stop());
beforeEach(() => {
  Object.assign(mirror.behaviour, { cutAfter: 0, cuts: 0, refusals: 0, retryAfter: 0, delay: 0, damaged: false });
  mirror.asked.length = 0;
});

let filled = 0;
const open = (reference: string, store?: PartStore, options: Partial<OpenOptions> = {}): Promise<Checkpoint> =>
  openCheckpoint(reference, {
    embeddedBase: mirror.url,
    hub: mirror.url,
    retryAfter: [0, 0, 0],
    ...(store && { keeping: { store, onFull: () => filled++ } }),
    ...options,
  });
const problemOf = async (work: Promise<unknown>) => {
  const thrown: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof LabError)) throw new Error(`expected a LabError, got ${String(thrown)}`);
  return thrown.problem;
};
const first = async (checkpoint: Checkpoint, name: string) => (await checkpoint.tensor(name)).bytes[0];
const rangesAsked = () => mirror.asked.filter(({ host }) => host === "cdn").length;

describe("what is kept", () => {
  test("is not asked for again, not even by name: a pinned checkpoint opens without the hub", async () => {
    const store = memoryStore();
    const { id } = await open("some/open", store);
    expect(id).toBe(`some/open@${mirrorCommit}`);
    await first(await open(id, store), "b");
    mirror.asked.length = 0;
    const again = await open(id, store);
    expect([await first(again, "b"), (await again.tokenizer()).tokenizer]).toEqual([2, { model: {} }]);
    expect(mirror.asked.filter(({ path }) => !path.endsWith("tokenizer.json"))).toEqual([]);
  });

  test("is only what was read: parts of 1 MiB around a tensor", async () => {
    const store = memoryStore();
    expect(await first(await open("some/open", store), "c")).toBe(3);
    expect(store.writes.filter((write) => write.startsWith("model.safetensors/"))).toEqual([
      "model.safetensors/0",
      "model.safetensors/12",
    ]);
    expect(mirror.bytesAsked()).toBeLessThan(2.1 * mebibyte);
  });

  test("is fetched on from where it stopped by the next visit, when connections were cut", async () => {
    const store = memoryStore();
    const impatient = await open("some/open", store, { retryAfter: [] });
    Object.assign(mirror.behaviour, { cutAfter: 2.5 * mebibyte, cuts: 99 });
    // Of the requests for b, two of 4 MiB are cut and one of 2 MiB comes through.
    expect((await problemOf(first(impatient, "b"))).code).toBe("network-dropped");
    await expect.poll(() => store.writes).toContain("model.safetensors/12");
    const before = store.writes.length;
    mirror.behaviour.cuts = 0;
    mirror.asked.length = 0;
    expect(await first(await open("some/open", store), "b")).toBe(2);
    expect(mirror.bytesAsked()).toBeLessThanOrEqual(8 * mebibyte);
    expect(store.writes.length).toBeGreaterThan(before);
    const parts = store.writes.filter((write) => write.startsWith("model.safetensors/"));
    expect(new Set(parts).size).toBe(parts.length);
  });

  test("is listed with its size and deleted", async () => {
    const store = memoryStore();
    const { id } = await open("some/open", store);
    expect((await store.list()).get(id)).toBeGreaterThan(mebibyte);
    await store.remove(id);
    expect((await store.list()).size).toBe(0);
  });

  test("a part that the browser took away is fetched again", async () => {
    const store = memoryStore();
    const checkpoint = await open("some/open", store);
    await first(checkpoint, "b");
    await store.remove(checkpoint.id, "model.safetensors");
    expect(await first(checkpoint, "b")).toBe(2);
  });
});

describe("a network that is cut at random bytes in 50 downloads", () => {
  test("loses nothing: each gives the true bytes or a name for what happened, and the next visit goes on", async () => {
    const random = seededRandom(10);
    const codes: string[] = [];
    for (let i = 0; i < 50; i++) {
      const store = memoryStore();
      const cuts = Math.floor(random() * 7);
      Object.assign(mirror.behaviour, { cutAfter: Math.floor(random() * varied.length), cuts });
      const read = async () => (await (await open("some/varied", store)).tensor("v")).bytes;
      const arrived = await read().catch(async (thrown: unknown) => {
        codes.push((await problemOf(Promise.reject(thrown))).code);
        mirror.behaviour.cuts = 0;
        return await read();
      });
      expect(Buffer.compare(arrived, varied)).toBe(0);
    }
    // Three retries come to nothing where five connections or more are cut.
    expect(codes.length).toBeGreaterThan(5);
    expect(new Set(codes)).toEqual(new Set(["network-dropped"]));
  });
});

describe("what arrives is verified", () => {
  test("a whole file against its sha256, and once only", async () => {
    const store = memoryStore();
    const checkpoint = await open("some/open", store);
    await Promise.all(["a", "b", "c"].map((name) => first(checkpoint, name)));
    expect(store.writes.filter((write) => write.includes("sha256"))).toHaveLength(1);
    await first(await open("some/open", store), "a");
    expect(store.writes.filter((write) => write.includes("sha256"))).toHaveLength(1);
  });

  test("one that was altered on the way is named and forgotten", async () => {
    const store = memoryStore();
    mirror.behaviour.damaged = true;
    const checkpoint = await open("some/open", store);
    const all = Promise.all(["a", "b", "c"].map((name) => first(checkpoint, name)));
    expect((await problemOf(all)).code).toBe("checksum-mismatch");
    expect((await store.parts({ repository: checkpoint.id, file: "model.safetensors" })).size).toBe(0);
  });
});

describe("a disk that fills during a download", () => {
  test("does not stop it; the user is told once", async () => {
    filled = 0;
    const checkpoint = await open("some/open", memoryStore(4 * mebibyte));
    expect(await first(checkpoint, "b")).toBe(2);
    expect(await first(checkpoint, "a")).toBe(1);
    expect(filled).toBe(1);
  });
});

describe("gated repositories", () => {
  test("are refused without a token, with what to do", async () => {
    expect(await problemOf(open("some/gated"))).toMatchObject({
      code: "not-authorised",
      remedy: expect.stringContaining("token"),
    });
    expect((await problemOf(open("some/gated", undefined, { token: "wrong" }))).code).toBe("not-authorised");
  });

  test("open with one, which goes to the hub and never to the host that it redirects to", async () => {
    const checkpoint = await open("some/gated", memoryStore(), { token: "hf_secret" });
    expect(await first(checkpoint, "b")).toBe(2);
    const hosts = (host: string) => mirror.asked.filter((asked) => asked.host === host);
    expect(hosts("hub").every(({ authorization }) => authorization === "Bearer hf_secret")).toBe(true);
    expect(hosts("cdn").length).toBeGreaterThan(0);
    expect(hosts("cdn").every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  test("are not sent the token by another hub's name", async () => {
    await open("tiny", undefined, { token: "hf_secret", hub: "https://elsewhere.example/" }).catch(() => undefined);
    expect(mirror.asked.length).toBeGreaterThan(0);
    expect(mirror.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});

describe("a host that asks for patience", () => {
  test("is waited for as it says, then answered", async () => {
    Object.assign(mirror.behaviour, { refusals: 2, retryAfter: 0 });
    expect(await first(await open("some/open"), "c")).toBe(3);
  });

  test("is named when it does not relent", async () => {
    mirror.behaviour.refusals = 99;
    expect((await problemOf(open("some/open"))).code).toBe("rate-limited");
  });

  test("ranges go straight to the host that the hub redirects to", async () => {
    const checkpoint = await open("some/open");
    const before = mirror.asked.filter(({ host }) => host === "hub").length;
    await Promise.all([first(checkpoint, "a"), first(checkpoint, "c")]);
    expect(mirror.asked.filter(({ host }) => host === "hub")).toHaveLength(before);
    expect(rangesAsked()).toBeGreaterThan(2);
  });
});

describe("repositories without weights that the lab reads", () => {
  test("only pickled ones, or none at all", async () => {
    expect(await problemOf(open("some/pickled"))).toMatchObject({
      code: "weights-pickled",
      what: expect.stringContaining("pytorch_model.bin"),
    });
    expect((await problemOf(open("some/empty"))).code).toBe("not-found");
    expect((await problemOf(open("some/open@main/none.gguf"))).code).toBe("not-found");
  });
});
