import type { CorpusResult } from "../result";

/** Reasons, how often each was given, and the first case of it. */
export class Reasons {
  private readonly found = new Map<string, { count: number; readonly example: string }>();

  count(reason: string, example: string): void {
    const known = this.found.get(reason);
    if (known === undefined) this.found.set(reason, { count: 1, example });
    else known.count += 1;
  }

  list(): CorpusResult["rejected"] {
    return [...this.found].map(([reason, found]) => ({ reason, ...found }));
  }
}
