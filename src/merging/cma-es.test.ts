import { expect, test } from "vitest";
import { seededRandom } from "../random";
import { CmaEs } from "./cma-es";

test("finds the lowest point of a narrow valley in the box, the same for one seed", () => {
  const target = [0.2, 0.9, 0.5, 0.7];
  const cost = (point: readonly number[]) =>
    point.reduce((sum, value, i) => sum + 10 ** i * (value - target[i]!) ** 2, 0);
  const search = (seed: number) => {
    const es = new CmaEs([0.5, 0.5, 0.5, 0.5], 0.3, seededRandom(seed));
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 900; i++) {
      const point = es.ask();
      expect(point.every((value) => value >= 0 && value <= 1)).toBe(true);
      best = Math.min(best, cost(point));
      es.tell(point, cost(point));
    }
    return best;
  };
  expect(search(1)).toBeLessThan(1e-6);
  expect(search(1)).toBe(search(1));
});
