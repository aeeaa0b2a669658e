import { singularValues } from "./arithmetic/svd";
import { matrixOf } from "./arithmetic/vectors";
import { type MlpNorm, mlpNormOf } from "./mlp-norm";
import { layerTensorName, outerRole } from "./tensor-name";

/** The parts of a model that are told apart. */
export const modules = ["embeddings", "attention", "mlp", "norms", "head"] as const;
export type Module = (typeof modules)[number];

/** How two experts' differences from the base relate in one part. */
export interface PairProfile {
  /** Of the differences; null where one is zero. */
  readonly cosine: number | null;
  /** Share of the values that both moved in which they moved against each other; null where there are none. */
  readonly conflicts: number | null;
  /** Share of the differences' mass that loses TIES's election by sign; null where neither moved anything. */
  readonly lost: number | null;
}

/** One part of one layer. */
export interface PartProfile {
  /** Null outside the layers. */
  readonly layer: number | null;
  readonly module: Module;
  /** Euclidean length of the base's weights. */
  readonly norm: number;
  /** For each expert |θ - θ₀| / |θ₀|. */
  readonly changes: readonly number[];
  /** Pairs (0,1), (0,2), …, (1,2), … of experts. */
  readonly pairs: readonly PairProfile[];
  /** For each expert the mean of log10(σ₁/σₙ) over its matrices; null where it was not asked for. */
  readonly conditions: readonly number[] | null;
}

export interface WeightProfile {
  /** What the models call the norms of a layer's MLP half. */
  readonly mlpNorm?: MlpNorm;
  readonly base: string;
  readonly experts: readonly string[];
  readonly parts: readonly PartProfile[];
}

/** Where a tensor belongs. */
export function partOf(tensor: string): { readonly layer: number | null; readonly module: Module } {
  const inner = layerTensorName(tensor);
  if (!inner) {
    const role = outerRole(tensor);
    return { layer: null, module: role === "norm" ? "norms" : role };
  }
  const module = /norm|ln_/.test(inner.rest) ? "norms" : /mlp|ffn|feed_forward/.test(inner.rest) ? "mlp" : "attention";
  return { layer: inner.layer, module };
}

interface Sums {
  base: number;
  readonly experts: number[];
  readonly dots: number[];
  readonly both: number[];
  readonly against: number[];
  readonly mass: number[];
  readonly lost: number[];
  readonly conditions: number[];
  matrices: number;
}

/** Adds up a profile tensor by tensor, so that no more than one tensor of each model is held. */
export class ProfileBuilder {
  readonly #parts = new Map<string, Sums>();
  readonly #names: string[] = [];

  constructor(
    private readonly base: string,
    private readonly experts: readonly string[],
    private readonly withConditions: boolean,
  ) {}

  /** One tensor of base and experts, of equal shape. */
  add(name: string, shape: readonly number[], base: Float32Array, experts: readonly Float32Array[]): void {
    this.#names.push(name);
    const { layer, module } = partOf(name);
    const sums = this.#sumsOf(`${layer ?? ""} ${module}`);
    for (let i = 0; i < base.length; i++) sums.base += base[i]! * base[i]!;
    for (const [j, expert] of experts.entries()) {
      for (let i = 0; i < base.length; i++) sums.experts[j]! += (expert[i]! - base[i]!) ** 2;
    }
    for (const [pair, [a, b]] of pairsOf(experts.length).entries()) {
      let [dot, both, against, mass, lost] = [0, 0, 0, 0, 0];
      const [first, second] = [experts[a]!, experts[b]!];
      for (let i = 0; i < base.length; i++) {
        const [x, y] = [first[i]! - base[i]!, second[i]! - base[i]!];
        dot += x * y;
        mass += Math.abs(x) + Math.abs(y);
        if (x === 0 || y === 0) continue;
        both++;
        if (x * y > 0) continue;
        against++;
        lost += Math.min(Math.abs(x), Math.abs(y));
      }
      sums.dots[pair]! += dot;
      sums.both[pair]! += both;
      sums.against[pair]! += against;
      sums.mass[pair]! += mass;
      sums.lost[pair]! += lost;
    }
    const { rows, columns } = matrixOf(shape);
    if (!this.withConditions || layer === null || shape.length < 2 || Math.min(rows, columns) > 1024) return;
    sums.matrices++;
    for (const [j, expert] of experts.entries()) {
      const sigma = singularValues(expert, rows, columns);
      sums.conditions[j]! += Math.log10(sigma[0]! / Math.max(sigma.at(-1)!, 1e-7 * sigma[0]!));
    }
  }

  profile(): WeightProfile {
    const parts = [...this.#parts].map(([key, sums]): PartProfile => {
      const [layer, module] = key.split(" ") as [string, Module];
      return {
        layer: layer === "" ? null : Number(layer),
        module,
        norm: Math.sqrt(sums.base),
        changes: sums.experts.map((squares) => Math.sqrt(squares / sums.base)),
        pairs: pairsOf(this.experts.length).map(([a, b], pair) => {
          const lengths = Math.sqrt(sums.experts[a]! * sums.experts[b]!);
          return {
            cosine: lengths > 0 ? sums.dots[pair]! / lengths : null,
            conflicts: sums.both[pair]! > 0 ? sums.against[pair]! / sums.both[pair]! : null,
            lost: sums.mass[pair]! > 0 ? sums.lost[pair]! / sums.mass[pair]! : null,
          };
        }),
        conditions: sums.matrices > 0 ? sums.conditions.map((sum) => sum / sums.matrices) : null,
      };
    });
    const mlpNorm = mlpNormOf(this.#names);
    return { base: this.base, experts: this.experts, parts, ...(mlpNorm && { mlpNorm }) };
  }

  #sumsOf(key: string): Sums {
    const known = this.#parts.get(key);
    if (known) return known;
    const zeros = (count: number) => Array.from({ length: count }, () => 0);
    const [experts, pairs] = [this.experts.length, pairsOf(this.experts.length).length];
    const made: Sums = {
      base: 0,
      experts: zeros(experts),
      dots: zeros(pairs),
      both: zeros(pairs),
      against: zeros(pairs),
      mass: zeros(pairs),
      lost: zeros(pairs),
      conditions: zeros(experts),
      matrices: 0,
    };
    this.#parts.set(key, made);
    return made;
  }
}

/** Pairs of `count` things in order. */
export function pairsOf(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  );
}
