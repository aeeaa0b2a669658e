import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Program } from "../compiler/program";
import { nodePlatform } from "./node-platform";
import type { Runtime } from "./runtime";
import { SessionCache } from "./sessions";
import { fakeGpu } from "./testing/fake-gpu";
import { WeightStore } from "./weights";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A cache of sessions whose runs give what `run` gives. */
function fakeSessions(run: () => Promise<object> = () => Promise.resolve({ logits: new Float32Array(1024) })) {
  const closed: string[] = [];
  const { gpu, lose } = fakeGpu();
  const create = () => Promise.resolve({ run, release: () => Promise.resolve(closed.push("released")) });
  const runtime = { InferenceSession: { create } } as unknown as Runtime;
  const platform = { ...nodePlatform(), gpu, runtime: () => Promise.resolve(runtime) };
  const limits = { bytes: 2 ** 20, sessions: 4 };
  return { closed, lose, sessions: new SessionCache(platform, new WeightStore(2 ** 20), limits, () => undefined) };
}

/** A program of one tensor that takes a millisecond to convert. */
function programOf(key: string): Program {
  async function build(signal?: AbortSignal): Promise<Uint8Array> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    signal?.throwIfAborted();
    return new Uint8Array(4);
  }
  return { key, weights: [{ path: key, byteLength: 4, build }], outputs: [] } as unknown as Program;
}

describe("a run on a graphics device (rule 6)", () => {
  it("leaves nothing behind: its outputs go although the device stays", async () => {
    const { sessions } = fakeSessions();
    const { session } = await sessions.acquire(programOf("p"), "webgpu");
    const outputs: WeakRef<object>[] = [];
    for (let i = 0; i < 20; i++) outputs.push(new WeakRef(await session.run({}, {})));
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    expect(outputs.filter((output) => output.deref() !== undefined)).toEqual([]);
  });

  it("ends when the device is lost, whether it is unanswered or has failed a moment before; so does every later one", async () => {
    const silent = fakeSessions(() => new Promise(() => undefined));
    const { session } = await silent.sessions.acquire(programOf("p"), "webgpu");
    const waiting = session.run({}, {});
    setTimeout(silent.lose, 5);
    await expect(waiting).rejects.toMatchObject({ problem: { code: "device-lost" } });
    await expect(session.run({}, {})).rejects.toMatchObject({ problem: { code: "device-lost" } });

    const failing = fakeSessions(() => Promise.reject(new Error("mapAsync failed")));
    const lease = await failing.sessions.acquire(programOf("p"), "webgpu");
    setTimeout(failing.lose, 5);
    await expect(lease.session.run({}, {})).rejects.toMatchObject({ problem: { code: "device-lost" } });
  });

  it("that fails while the device stays says why", async () => {
    const { sessions } = fakeSessions(() => Promise.reject(new Error("wrong dimensions")));
    const { session } = await sessions.acquire(programOf("p"), "webgpu");
    await expect(session.run({}, {})).rejects.toMatchObject({ problem: { code: "runtime-failed" } });
  });
});

describe("a session that two calls wait for (rule 2)", () => {
  it("is opened for the second although the first, which began it, is stopped", async () => {
    const { sessions } = fakeSessions();
    const stop = new AbortController();
    const first = sessions.acquire(programOf("p"), "wasm", { signal: stop.signal });
    const second = sessions.acquire(programOf("p"), "wasm");
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect((await second).session.program.key).toBe("p");
  });
});

describe("a session that is discarded (rule 7)", () => {
  it("is closed when the last call that has it is done", async () => {
    const { sessions, closed } = fakeSessions();
    const program = programOf("p");
    const [first, second] = [await sessions.acquire(program, "wasm"), await sessions.acquire(program, "wasm")];
    await sessions.discard(program, "wasm");
    first.release();
    await expect(second.session.run({}, {})).resolves.toBeDefined();
    expect(closed).toEqual([]);
    second.release();
    await expect.poll(() => closed).toEqual(["released"]);
  });

  it("and asked for again before that stays", async () => {
    const { sessions, closed } = fakeSessions();
    const program = programOf("p");
    const first = await sessions.acquire(program, "wasm");
    await sessions.discard(program, "wasm");
    const second = await sessions.acquire(program, "wasm");
    expect(second.session).toBe(first.session);
    first.release();
    second.release();
    await sessions.evict(0);
    expect(closed).toEqual([]);
    await sessions.discard(program, "wasm");
    expect(closed).toEqual(["released"]);
  });
});
