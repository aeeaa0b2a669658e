import { describe, expect, it } from "vitest";
import type { ProblemCode } from "../result";
import { EngineClient } from "./client";
import type { Engine, Notice } from "./engine";
import { connectInProcess } from "./local";
import { nodePlatform } from "./node-platform";
import type { Runtime } from "./runtime";
import { fakeGpu } from "./testing/fake-gpu";
import { loadTiny } from "./testing/golden-models";

/** An engine that is offered a graphics card, on which sessions come to be as `onCard` says; on WASM they do. */
function engineWithCard(onCard: () => Promise<Runtime>): { engine: Engine; notices: Notice[] } {
  const notices: Notice[] = [];
  const node = nodePlatform();
  const platform = {
    ...node,
    gpu: fakeGpu().gpu,
    runtime: (build: "webgpu" | "wasm") => (build === "webgpu" ? onCard() : node.runtime(build)),
  };
  const engine = new EngineClient(() => connectInProcess(platform), { embeddedBase: "" });
  engine.onNotice((notice) => notices.push(notice));
  return { engine, notices };
}

/** A runtime that cannot make a session. */
function unable(detail: string): Promise<Runtime> {
  const create = () => Promise.reject(new Error(detail));
  return Promise.resolve({ InferenceSession: { create } } as unknown as Runtime);
}

function problem(code: ProblemCode) {
  return { problem: { code } };
}

describe("a model that is to choose its backend itself (rule 5)", () => {
  it.each(["no kernel for this node", "out of memory"])("runs on WASM where the card says: %s", async (detail) => {
    const { engine, notices } = engineWithCard(() => unable(detail));
    const { model } = await loadTiny(engine, "tied");
    expect(model.backend).toBe("wasm");
    expect(model.id).toMatch(/\/wasm$/);
    expect(notices).toMatchObject([{ code: "fell-back-to-wasm", model: model.id }]);
    expect((await engine.logits(model, [1])).logits.dims).toEqual([1, 64]);
    await engine.close();
  });

  it("tries the card again only when it is loaded anew, and never speaks for who asks for the card", async () => {
    let tried = 0;
    const { engine, notices } = engineWithCard(() => {
      tried++;
      return unable("no kernel for this node");
    });
    const { model } = await loadTiny(engine, "tied");
    expect((await loadTiny(engine, "tied")).model.id).toBe(model.id);
    expect([tried, notices.length]).toEqual([1, 1]);
    await expect(loadTiny(engine, "tied", { backend: "webgpu" })).rejects.toMatchObject(problem("runtime-failed"));
    await engine.unload(model);
    await loadTiny(engine, "tied");
    expect([tried, notices.length]).toEqual([3, 2]);
    await engine.close();
  });

  it("stays without an answer where something else failed: the connection is not the card's fault", async () => {
    const { engine, notices } = engineWithCard(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(loadTiny(engine, "tied")).rejects.toMatchObject(problem("network-dropped"));
    expect(notices).toEqual([]);
    await engine.close();
  });
});
