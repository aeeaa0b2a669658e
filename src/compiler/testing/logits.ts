import type { Checkpoint } from "../../checkpoints/checkpoint";
import { unwrap } from "../../result";
import { compile } from "../compile";
import { plainProgram, type WeightFormat } from "../program";
import { emptyCache, floats, openSession, run } from "./run";

/** Logits [S,V] of each text. */
export async function logitsOf(
  checkpoint: Checkpoint,
  weights: WeightFormat,
  texts: readonly (readonly number[])[],
): Promise<readonly Float32Array[]> {
  const program = unwrap(compile(checkpoint, { ...plainProgram, logits: "all", weights }));
  const session = await openSession(program);
  const all: Float32Array[] = [];
  for (const ids of texts) {
    all.push(
      Float32Array.from(floats((await run(session, [ids], ids.length, emptyCache(program, 1))).outputs, "logits")),
    );
  }
  await session.release();
  return all;
}
