import { describe, expect, it } from "vitest";
import { Queue } from "./queue";

describe("Queue (rule 4)", () => {
  it("runs one task at a time, in order, past failures", async () => {
    const queue = new Queue();
    let running = 0;
    const order: number[] = [];
    const task = (n: number) => async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, n === 0 ? 5 : 0));
      running--;
      order.push(n);
      if (n === 1) throw new Error("one");
      return n;
    };
    const results = await Promise.allSettled([0, 1, 2].map((n) => queue.run(task(n))));
    expect(order).toEqual([0, 1, 2]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("never starts a task that was stopped while it waited", async () => {
    const queue = new Queue();
    const stop = new AbortController();
    const first = queue.run(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
    const second = queue.run(() => Promise.reject(new Error("started")), stop.signal);
    stop.abort();
    await first;
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
  });
});
