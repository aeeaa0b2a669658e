/**
 * One thing after another: ONNX Runtime in a browser does not bear two calls at once (create, run, release), not even of
 * different sessions. A task that fails does not stop the ones behind it.
 */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();

  /** Runs the task when all before it are done. One whose signal was aborted while it waited never starts. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const result = this.#tail.then(async () => {
      signal?.throwIfAborted();
      return await task();
    });
    // Nothing of the outcome is held until the next task.
    this.#tail = result.then(nothing, nothing);
    return await result;
  }
}

function nothing(): void {}
