import { afterEach, describe, expect, it, vi } from "vitest";
import { seededRandom } from "../random";
import type { Notice } from "./engine";
import { EngineClient } from "./client";
import type { MixSpec } from "./mix";
import type { HostConnection, Reply, Request } from "./protocol";

type Call = Extract<Request, { kind: "call" }>;

const geometry = {
  layers: 1,
  width: 4,
  heads: 1,
  kvHeads: 1,
  headSize: 4,
  mlpWidth: 4,
  vocabulary: 8,
  context: 16,
};

/** A host that answers as it is told to: each call gets what `answer` makes of it, and is left open where that does not end it. */
function fakeEngine(answer: (call: Call, host: number) => readonly (Reply | "crash")[], { endsStopped = false } = {}) {
  const hosts: { readonly calls: Call[]; readonly cancelled: number[]; ended: boolean }[] = [];
  const notices: Notice[] = [];
  const client = new EngineClient(
    (): HostConnection => {
      const host = { calls: [] as Call[], cancelled: [] as number[], ended: false };
      const index = hosts.push(host) - 1;
      let listener: Parameters<HostConnection["listen"]>[0] | undefined;
      return {
        send(request) {
          if (request.kind === "cancel") {
            host.cancelled.push(request.id);
            if (endsStopped) listener?.onReply({ kind: "failed", id: request.id, problem: cancelled, fatal: false });
          }
          if (request.kind !== "call") return;
          host.calls.push(request);
          queueMicrotask(() => {
            for (const reply of answer(request, index)) {
              if (reply === "crash") listener?.onCrash("boom");
              else listener?.onReply(reply);
            }
          });
        },
        listen(given) {
          listener = given;
        },
        terminate() {
          host.ended = true;
        },
      };
    },
    { embeddedBase: "" },
  );
  client.onNotice((notice) => notices.push(notice));
  return { client, hosts, notices };
}

function loaded({ id, params }: Call): readonly Reply[] {
  const { settings } = params as { settings: { backend: string } };
  const backend = settings.backend === "wasm" ? "wasm" : "webgpu";
  const value = { id: `m/${backend}`, checkpoint: "m", backend, weights: "f32", geometry, weightBytes: 1 } as const;
  return [{ kind: "done", id, value }];
}

const lost = { code: "device-lost", what: "Lost.", remedy: "Again." } as const;
const cancelled = { code: "cancelled", what: "Stopped.", remedy: "Again." } as const;
const token = (id: number) => ({ id, text: "", logProbability: 0, row: 0 });
const generation = { promptIds: [], ids: [1, 2], text: "", logProbabilities: [0, 0], stopped: "length" } as const;

describe("a host that is lost (rule 3)", () => {
  it("is replaced: the model is loaded again, the call begins again, tokens are told once", async () => {
    const { client, hosts, notices } = fakeEngine((call, host) => {
      const { id } = call;
      if (call.name === "load") return loaded(call);
      if (host === 0) {
        return [
          { kind: "event", id, event: token(1) },
          { kind: "failed", id, problem: lost, fatal: true },
        ];
      }
      return [
        { kind: "event", id, event: token(1) },
        { kind: "event", id, event: token(2) },
        { kind: "done", id, value: [generation] },
      ];
    });
    const model = await client.load("m");
    const heard: number[] = [];
    const result = await client.generate(model, "x", { onToken: ({ id }) => heard.push(id) });
    expect(result).toEqual(generation);
    expect(heard).toEqual([1, 2]);
    expect(hosts.map(({ calls, ended }) => [calls.map(({ name }) => name), ended])).toEqual([
      [["load", "generate"], true],
      [["load", "generate"], false],
    ]);
    expect(notices.map(({ code }) => code)).toEqual(["device-recovered"]);
  });

  it("at a random moment of 50 runs, by the graphics device or whole: each run gives what it would have given", async () => {
    const random = seededRandom(10);
    const ids = [1, 2, 3, 4, 5, 6, 7, 8];
    for (let run = 0; run < 50; run++) {
      const losses = 1 + Math.floor(random() * 2);
      const { client, hosts } = fakeEngine((call, host) => {
        const { id } = call;
        const ends = [
          random() < 0.5 ? "crash" : ({ kind: "failed", id, problem: lost, fatal: true } as const),
        ] as const;
        if (call.name === "load") return host > 0 && host < losses && random() < 0.3 ? ends : loaded(call);
        const told = ids.map((token_) => ({ kind: "event", id, event: token(token_) }) as const);
        if (host < losses) return [...told.slice(0, Math.floor(random() * (ids.length + 1))), ...ends];
        return [...told, { kind: "done", id, value: [{ ...generation, ids }] }];
      });
      const model = await client.load("m");
      const heard: number[] = [];
      const result = await client.generate(model, "x", { onToken: (told) => heard.push(told.id) });
      expect([result.ids, heard]).toEqual([ids, ids]);
      expect(hosts.map(({ ended }) => ended)).toEqual([...Array(losses).fill(true), false]);
    }
  });

  it("for the second time leads to WASM, under the same handle", async () => {
    const { client, hosts, notices } = fakeEngine((call) => {
      if (call.name === "load") return loaded(call);
      const { model } = call.params as { model: string };
      return model === "m/wasm"
        ? [{ kind: "done", id: call.id, value: "text" }]
        : [{ kind: "failed", id: call.id, problem: lost, fatal: true }];
    });
    const model = await client.load("m");
    expect(await client.detokenize(model, [1])).toBe("text");
    expect(hosts).toHaveLength(3);
    expect(notices.map(({ code }) => code)).toEqual(["device-recovered", "device-recovered", "fell-back-to-wasm"]);
    expect(await client.detokenize(model, [1])).toBe("text");
    expect(hosts).toHaveLength(3);
  });

  it("while it loads leads to WASM as well", async () => {
    const { client, notices } = fakeEngine((call) => {
      const { settings } = call.params as { settings: { backend: string } };
      return settings.backend === "wasm" ? loaded(call) : [{ kind: "failed", id: call.id, problem: lost, fatal: true }];
    });
    expect((await client.load("m")).backend).toBe("wasm");
    expect(notices.at(-1)?.code).toBe("fell-back-to-wasm");
  });

  it("crashes at every attempt: the call fails after three", async () => {
    const { client, hosts } = fakeEngine(() => ["crash"]);
    await expect(client.capabilities()).rejects.toMatchObject({ problem: { code: "runtime-failed" } });
    expect(hosts).toHaveLength(3);
  });

  it("breaks under one call: that one fails, the other begins again", async () => {
    const broken = { code: "out-of-memory", what: "Full.", remedy: "Less." } as const;
    const { client } = fakeEngine((call, host) => {
      if (call.name === "load") return loaded(call);
      if (call.name === "score") return [{ kind: "failed", id: call.id, problem: broken, fatal: true }];
      return host === 0 ? [] : [{ kind: "done", id: call.id, value: "text" }];
    });
    const model = await client.load("m");
    const waiting = client.detokenize(model, [1]);
    await expect(client.score(model, "x")).rejects.toMatchObject({ problem: { code: "out-of-memory" } });
    expect(await waiting).toBe("text");
  });
});

describe("a call that is stopped (rules 2 and 3)", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("rejects at once although the host is silent", async () => {
    const { client } = fakeEngine((call) => (call.name === "load" ? loaded(call) : []));
    const model = await client.load("m");
    const stop = new AbortController();
    const scoring = client.score(model, "x", { signal: stop.signal });
    setTimeout(() => stop.abort(), 5);
    await expect(scoring).rejects.toMatchObject({ problem: { code: "cancelled" } });
  });

  it("and is never ended shows that the host hangs: it is replaced, and what waited behind it is answered", async () => {
    vi.useFakeTimers();
    const { client, hosts, notices } = fakeEngine((call, host) => {
      if (call.name === "load") return loaded(call);
      return host === 0 ? [] : [{ kind: "done", id: call.id, value: "text" }];
    });
    const model = await client.load("m");
    const stop = new AbortController();
    const scoring = client.score(model, "x", { signal: stop.signal });
    const stopped = expect(scoring).rejects.toMatchObject({ problem: { code: "cancelled" } });
    const waiting = client.detokenize(model, [1]);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await stopped;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(hosts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await waiting).toBe("text");
    expect(hosts.map(({ ended }) => ended)).toEqual([true, false]);
    expect(notices.map(({ code }) => code)).toEqual(["worker-restarted"]);
  });

  it("and is ended leaves the host as it is", async () => {
    vi.useFakeTimers();
    const { client, hosts } = fakeEngine((call) => (call.name === "load" ? loaded(call) : []), { endsStopped: true });
    const model = await client.load("m");
    const stop = new AbortController();
    const scoring = client.score(model, "x", { signal: stop.signal });
    const stopped = expect(scoring).rejects.toMatchObject({ problem: { code: "cancelled" } });
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await stopped;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hosts[0]!.ended).toBe(false);
  });

  it("while its model is loaded again rejects at once; the load is stopped when no call waits for it", async () => {
    const { client, hosts } = fakeEngine((call, host) => {
      if (call.name !== "load") return ["crash"];
      return host === 0 ? loaded(call) : [];
    });
    const model = await client.load("m");
    const [first, second] = [new AbortController(), new AbortController()];
    const generating = client.generate(model, "x", { signal: first.signal });
    await vi.waitFor(() => expect(hosts[1]?.calls).toHaveLength(1));
    const mixing = client.mix([model], {} as MixSpec, { onEvent: () => undefined, signal: second.signal });
    first.abort();
    await expect(generating).rejects.toMatchObject({ problem: { code: "cancelled" } });
    expect(hosts[1]!.cancelled).toEqual([]);
    second.abort();
    await expect(mixing).rejects.toMatchObject({ problem: { code: "cancelled" } });
    expect(hosts[1]!.cancelled).toEqual([hosts[1]!.calls[0]!.id]);
  });

  it("leaves the load to who comes next, even in the same moment", async () => {
    const { client, hosts } = fakeEngine((call, host) => {
      if (call.name !== "load") return host === 0 ? ["crash"] : [{ kind: "done", id: call.id, value: "text" }];
      return host === 0 || hosts[1]!.calls.length > 1 ? loaded(call) : [];
    });
    const model = await client.load("m");
    const stop = new AbortController();
    const scoring = client.score(model, "x", { signal: stop.signal });
    await vi.waitFor(() => expect(hosts[1]?.calls).toHaveLength(1));
    stop.abort();
    expect(await client.detokenize(model, [1])).toBe("text");
    await expect(scoring).rejects.toMatchObject({ problem: { code: "cancelled" } });
  });

  it("before it began has no model loaded again", async () => {
    const { client, hosts } = fakeEngine((call, host) =>
      call.name === "load" && host === 0 ? loaded(call) : ["crash"],
    );
    const model = await client.load("m");
    await expect(client.capabilities()).rejects.toMatchObject({ problem: { code: "runtime-failed" } });
    const before = hosts.length;
    await expect(client.score(model, "x", { signal: AbortSignal.abort() })).rejects.toMatchObject({
      problem: { code: "cancelled" },
    });
    expect(hosts).toHaveLength(before);
  });

  it("by closing the engine rejects too", async () => {
    const { client, hosts } = fakeEngine(() => []);
    const waiting = client.capabilities();
    setTimeout(() => void client.close(), 5);
    await expect(waiting).rejects.toMatchObject({ problem: { code: "cancelled" } });
    expect(hosts[0]!.ended).toBe(true);
    await expect(client.capabilities()).rejects.toMatchObject({ problem: { code: "cancelled" } });
  });
});
