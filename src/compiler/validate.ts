import type { Checkpoint } from "../checkpoints/checkpoint";
import type { Problem } from "../result";
import type { Block, Decoder, Linear, Norm } from "./architectures/architecture";
import type { Geometry } from "./program";

type Shapes = readonly (readonly [tensor: string, shape: readonly number[]])[];

/** The shape of every tensor that the description speaks of. */
export function expectedShapes(decoder: Decoder): ReadonlyMap<string, readonly number[]> {
  const { geometry, embedding, blocks, finalNorm, head } = decoder;
  const { width, vocabulary, context } = geometry;
  return new Map([
    [embedding.tokens, [vocabulary, width]],
    ...(embedding.positions === undefined ? [] : [[embedding.positions, [context, width]] as const]),
    ...blocks.flatMap((block) => blockShapes(geometry, block)),
    ...normShapes(finalNorm, width),
    [head.weight, [vocabulary, width]],
  ]);
}

function blockShapes({ width, heads, kvHeads, headSize, mlpWidth }: Geometry, block: Block): Shapes {
  const { attention, mlp } = block;
  const [query, key] = [heads * headSize, kvHeads * headSize];
  const projected = attention.projections.length === 1 ? [query + 2 * key] : [query, key, key];
  const read = mlp.gated && mlp.input.length === 1 ? 2 * mlpWidth : mlpWidth;
  const normed = attention.normed === "head" ? [headSize, headSize] : [query, key];
  return [
    ...normShapes(block.beforeAttention, width),
    ...attention.projections.flatMap((linear, index) => linearShapes(linear, projected[index]!, width)),
    ...normShapes(attention.queryNorm, normed[0]!),
    ...normShapes(attention.keyNorm, normed[1]!),
    ...linearShapes(attention.output, width, query),
    ...normShapes(block.afterAttention, width),
    ...normShapes(block.beforeMlp, width),
    ...mlp.input.flatMap((linear) => linearShapes(linear, read, width)),
    ...linearShapes(mlp.down, width, mlpWidth),
    ...normShapes(block.afterMlp, width),
  ];
}

function linearShapes({ weight, bias, transposed }: Linear, outputs: number, inputs: number): Shapes {
  return [
    [weight, transposed ? [inputs, outputs] : [outputs, inputs]],
    ...(bias === undefined ? [] : [[bias, [outputs]] as const]),
  ];
}

function normShapes(norm: Norm | undefined, width: number): Shapes {
  return [norm?.gain, norm?.bias].flatMap((tensor) => (tensor === undefined ? [] : [[tensor, [width]] as const]));
}

/** The first tensor that is absent or has another shape than the config says; undefined when all fit. */
export function findMisfit(checkpoint: Checkpoint, decoder: Decoder): Problem | undefined {
  for (const [name, shape] of expectedShapes(decoder)) {
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
