import { expect, it } from "vitest";
import { Streams } from "./streams";

it("a stream is computed once for a program and the ids of a batch, and anew for other weights or ids", async () => {
  const streams = new Streams();
  let computed = 0;
  const behind = (program: string, rows: readonly (readonly number[])[]) =>
    streams.behind(program, rows, () => Promise.resolve({ dims: [1, 1, 1], data: Float32Array.of(++computed) }));
  const values = [];
  for (const [program, rows] of [
    [
      "low",
      [
        [1, 2],
        [3, 0],
      ],
    ],
    [
      "low",
      [
        [1, 2],
        [3, 0],
      ],
    ],
    ["low", [[12], [30]]],
    [
      "other",
      [
        [1, 2],
        [3, 0],
      ],
    ],
  ] as const) {
    values.push((await behind(program, rows)).data[0]);
  }
  expect(values).toEqual([1, 1, 2, 3]);
});
