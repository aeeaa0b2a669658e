import { normal, type Random } from "../random";
import { symmetricEigen } from "./arithmetic/eigen";
import { sum } from "../vectors";

/**
 * Covariance matrix adaptation (Hansen 2016, arXiv 1604.00772, with its default constants), asked point by point: minimises over
 * the box [0, 1]^n; points outside are moved to its border before they are handed out.
 */
export class CmaEs {
  readonly population: number;
  readonly #weights: readonly number[];
  readonly #effective: number;
  #mean: number[];
  #step: number;
  #covariance: Float64Array;
  #path: number[];
  #stepPath: number[];
  #generation = 0;
  #basis: { readonly values: Float64Array; readonly vectors: Float64Array };
  #told: { readonly point: readonly number[]; readonly value: number }[] = [];

  constructor(
    start: readonly number[],
    step: number,
    private readonly random: Random,
  ) {
    const n = start.length;
    this.population = 4 + Math.floor(3 * Math.log(n));
    const half = Math.floor(this.population / 2);
    const raw = Array.from({ length: half }, (_, i) => Math.log((this.population + 1) / 2) - Math.log(i + 1));
    const total = sum(raw);
    this.#weights = raw.map((value) => value / total);
    this.#effective = 1 / this.#weights.reduce((sum, value) => sum + value * value, 0);
    this.#mean = [...start];
    this.#step = step;
    this.#covariance = identity(n);
    this.#path = start.map(() => 0);
    this.#stepPath = start.map(() => 0);
    this.#basis = symmetricEigen(this.#covariance.slice(), n);
  }

  /** A point to try. */
  ask(): readonly number[] {
    const n = this.#mean.length;
    const moved = [...this.#mean];
    for (let k = 0; k < n; k++) {
      const length = this.#step * Math.sqrt(Math.max(0, this.#basis.values[k]!)) * normal(this.random);
      for (let i = 0; i < n; i++) moved[i]! += length * this.#basis.vectors[k * n + i]!;
    }
    return moved.map((value) => Math.max(0, Math.min(1, value)));
  }

  /** What a point is worth; less is better. After a population of them the distribution moves. */
  tell(point: readonly number[], value: number): void {
    this.#told.push({ point, value });
    if (this.#told.length < this.population) return;
    this.#update(this.#told.toSorted((a, b) => a.value - b.value).map((entry) => entry.point));
    this.#told = [];
  }

  #update(sorted: readonly (readonly number[])[]): void {
    const n = this.#mean.length;
    const mu = this.#effective;
    const cc = (4 + mu / n) / (n + 4 + (2 * mu) / n);
    const cs = (mu + 2) / (n + mu + 5);
    const c1 = 2 / ((n + 1.3) ** 2 + mu);
    const cmu = Math.min(1 - c1, (2 * (mu - 2 + 1 / mu)) / ((n + 2) ** 2 + mu));
    const damping = 1 + 2 * Math.max(0, Math.sqrt((mu - 1) / (n + 1)) - 1) + cs;
    const expected = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
    const old = this.#mean;
    const steps = sorted
      .slice(0, this.#weights.length)
      .map((point) => point.map((value, i) => (value - old[i]!) / this.#step));
    const move = old.map((_, i) => steps.reduce((sum, step, j) => sum + this.#weights[j]! * step[i]!, 0));
    this.#mean = old.map((value, i) => value + this.#step * move[i]!);
    const whitened = this.#whiten(move);
    this.#stepPath = this.#stepPath.map((value, i) => (1 - cs) * value + Math.sqrt(cs * (2 - cs) * mu) * whitened[i]!);
    const length = Math.hypot(...this.#stepPath);
    this.#generation++;
    const still = length / Math.sqrt(1 - (1 - cs) ** (2 * this.#generation)) < (1.4 + 2 / (n + 1)) * expected ? 1 : 0;
    this.#path = this.#path.map((value, i) => (1 - cc) * value + still * Math.sqrt(cc * (2 - cc) * mu) * move[i]!);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const rankOne = this.#path[i]! * this.#path[j]! + (1 - still) * cc * (2 - cc) * this.#covariance[i * n + j]!;
        const rankMu = steps.reduce((sum, step, k) => sum + this.#weights[k]! * step[i]! * step[j]!, 0);
        this.#covariance[i * n + j] = (1 - c1 - cmu) * this.#covariance[i * n + j]! + c1 * rankOne + cmu * rankMu;
      }
    }
    this.#step *= Math.exp((cs / damping) * (length / expected - 1));
    this.#basis = symmetricEigen(this.#covariance.slice(), n);
  }

  /** C^(-1/2) v */
  #whiten(vector: readonly number[]): readonly number[] {
    const n = vector.length;
    const result = vector.map(() => 0);
    for (let k = 0; k < n; k++) {
      const row = this.#basis.vectors.subarray(k * n, (k + 1) * n);
      const along = vector.reduce((sum, value, i) => sum + value * row[i]!, 0);
      const scaled = along / Math.sqrt(Math.max(this.#basis.values[k]!, 1e-20));
      for (let i = 0; i < n; i++) result[i]! += scaled * row[i]!;
    }
    return result;
  }
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}
