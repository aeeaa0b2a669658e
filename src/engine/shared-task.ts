import { LabError } from "../result";
import { cancelled } from "./failures";

/** One task that several calls wait for. It is stopped when all of them have been. */
export class SharedTask<T> {
  readonly #stop = new AbortController();
  readonly #outcome: Promise<T>;
  #waiting = 0;
  #failed = false;

  constructor(begin: (signal: AbortSignal) => Promise<T>) {
    this.#outcome = begin(this.#stop.signal);
    this.#outcome.catch(() => {
      this.#failed = true;
    });
  }

  /** True where it was stopped or has failed: who comes now needs another. */
  get failed(): boolean {
    return this.#failed;
  }

  /** What the task gives; rejects with `cancelled` as soon as the signal is aborted. */
  outcome(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(new LabError(cancelled));
    this.#waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(new LabError(cancelled));
        if (--this.#waiting > 0) return;
        this.#failed = true;
        this.#stop.abort();
      };
      const stay = (): void => signal?.removeEventListener("abort", leave);
      signal?.addEventListener("abort", leave);
      this.#outcome.then(resolve, reject).finally(stay);
    });
  }
}
