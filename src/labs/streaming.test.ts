import { describe, expect, test } from "vitest";
import { whileRunning } from "./streaming";

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe("whileRunning", () => {
  test("yields while the task reports, and returns its value", async () => {
    const running = whileRunning(async (notify) => {
      for (let step = 0; step < 3; step += 1) {
        await tick();
        notify();
      }
      await tick();
      return "done";
    });
    let yields = 0;
    let next = await running.next();
    while (next.done !== true) {
      yields += 1;
      next = await running.next();
    }
    expect(yields).toBe(3);
    expect(next.value).toBe("done");
  });

  test("throws what the task throws", async () => {
    const running = whileRunning<void>(async () => {
      await tick();
      throw new Error("lost");
    });
    await expect(running.next()).rejects.toThrow("lost");
  });
});
