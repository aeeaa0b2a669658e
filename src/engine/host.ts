import { type Problem, problemOf } from "../result";
import { createHandlers, type Handlers } from "./calls";
import type { Reply, Request } from "./protocol";
import type { Platform } from "./runtime";

/**
 * Answers requests: the worker's side of the protocol. Hands back the function that takes requests; `reply` gets what is
 * answered, with the buffers that may be moved instead of copied.
 */
export function createHost(
  platform: Platform,
  reply: (reply: Reply, transfer: ArrayBuffer[]) => void,
): (request: Request) => void {
  let handlers: Handlers | undefined;
  let broken = false;
  const running = new Map<number, AbortController>();

  async function answer(request: Extract<Request, { kind: "call" }>): Promise<void> {
    const { id } = request;
    const stop = new AbortController();
    running.set(id, stop);
    try {
      if (!handlers) throw new Error("the engine was called before it was configured");
      const handler = handlers[request.name];
      const value = await handler(request.params as never, {
        signal: stop.signal,
        emit: (event) => reply({ kind: "event", id, event }, []),
      });
      reply({ kind: "done", id, value }, buffersIn(value));
    } catch (thrown) {
      reply({ kind: "failed", id, problem: problemIn(thrown), fatal: broken }, []);
    } finally {
      running.delete(id);
    }
  }

  return (request) => {
    switch (request.kind) {
      case "configure":
        handlers = createHandlers(
          platform,
          request.settings,
          (notice) => reply({ kind: "notice", notice }, []),
          () => {
            broken = true;
          },
        );
        break;
      case "cancel":
        running.get(request.id)?.abort();
        break;
      case "call":
        void answer(request);
        break;
    }
  };
}

/** A failure without a name of its own is a fault of the lab: its trace goes to the log. */
function problemIn(thrown: unknown): Problem {
  const problem = problemOf(thrown);
  if (problem.code === "runtime-failed") console.error(thrown);
  return problem;
}

/** The buffers of arrays in a reply that nothing else holds: whole buffers only. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (value instanceof Float32Array || value instanceof Uint8Array) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && value.byteLength === buffer.byteLength) found.add(buffer);
  } else if (Array.isArray(value)) {
    if (typeof value[0] !== "number") for (const part of value) buffersIn(part, found);
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) buffersIn(part, found);
  }
  return [...found];
}
