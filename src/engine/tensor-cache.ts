import type { Checkpoint, Tensor } from "../checkpoints/checkpoint";

/**
 * Keeps the tensors read last, up to a number of bytes, so that a merge does not fetch its parents again. `onRead` is
 * told of every tensor asked for, kept or not.
 */
export class TensorCache {
  readonly #tensors = new Map<string, Tensor>();
  #bytes = 0;

  constructor(private readonly limit: number) {}

  wrap(checkpoint: Checkpoint, onRead?: (tensor: string) => void): Checkpoint {
    return {
      id: checkpoint.id,
      config: checkpoint.config,
      generationConfig: checkpoint.generationConfig,
      tensors: checkpoint.tensors,
      tensorKey: (name) => checkpoint.tensorKey(name),
      tokenizer: () => checkpoint.tokenizer(),
      blocks: async (name, options) => {
        const blocks = await checkpoint.blocks!(name, options);
        onRead?.(name);
        return blocks;
      },
      tensor: async (name, options) => {
        const key = checkpoint.tensorKey(name);
        const kept = this.#tensors.get(key);
        const tensor = kept ? { ...kept, name } : await checkpoint.tensor(name, options);
        this.#keep(key, tensor);
        onRead?.(name);
        return tensor;
      },
    };
  }

  #keep(key: string, tensor: Tensor): void {
    if (!this.#tensors.delete(key)) this.#bytes += tensor.bytes.byteLength;
    this.#tensors.set(key, tensor);
    for (const [oldest, { bytes }] of this.#tensors) {
      if (this.#bytes <= this.limit) return;
      this.#tensors.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
