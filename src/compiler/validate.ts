import type { Checkpoint } from "../checkpoints/checkpoint";
import type { Problem } from "../result";
import type { DecoderDescription } from "./architectures/architecture";

/** The shape of every tensor that the description speaks of. */
export function expectedShapes(description: DecoderDescription): ReadonlyMap<string, readonly number[]> {
  const { width, heads, kvHeads, headSize, mlpWidth, vocabulary } = description.geometry;
  const { tensors } = description;
  const shapes = new Map<string, readonly number[]>([
    [tensors.embedding, [vocabulary, width]],
    [tensors.finalNorm, [width]],
    [tensors.head, [vocabulary, width]],
  ]);
  for (const block of tensors.blocks) {
    shapes.set(block.attentionNorm, [width]).set(block.mlpNorm, [width]);
    const linears = [
      [block.query, heads * headSize, width],
      [block.key, kvHeads * headSize, width],
      [block.value, kvHeads * headSize, width],
      [block.output, width, heads * headSize],
      [block.gate, mlpWidth, width],
      [block.up, mlpWidth, width],
      [block.down, width, mlpWidth],
    ] as const;
    for (const [linear, outputs, inputs] of linears) {
      shapes.set(linear.weight, [outputs, inputs]);
      if (linear.bias) shapes.set(linear.bias, [outputs]);
    }
  }
  return shapes;
}

/** The first tensor that is absent or has another shape than the config says; undefined when all fit. */
export function findMisfit(checkpoint: Checkpoint, description: DecoderDescription): Problem | undefined {
  for (const [name, shape] of expectedShapes(description)) {
    const info = checkpoint.tensors.get(name);
    if (!info) {
      return {
        code: "tensor-missing",
        what: `The checkpoint has no tensor ${name}, which its config calls for.`,
        remedy: "Check that all files of the checkpoint are there (every shard, and the config that belongs to them).",
        facts: { tensor: name },
      };
    }
    if (info.shape.length !== shape.length || info.shape.some((size, axis) => size !== shape[axis])) {
      return {
        code: "tensor-shape",
        what: `${name} has the shape [${info.shape.join(", ")}] where the config calls for [${shape.join(", ")}].`,
        remedy: "Check that config.json belongs to these weights.",
        facts: { tensor: name, shape: info.shape, expected: shape },
      };
    }
  }
  return undefined;
}
