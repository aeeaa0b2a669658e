import { logitsAt } from "./forward";
import type { KvCache } from "./kv-cache";
import { runSequence } from "./sequence";
import type { ProgramSession } from "./sessions";

/** One row's keys and values, and the ids they are of. */
interface Prefix {
  readonly cache: KvCache;
  readonly ids: readonly number[];
}

/** Prefixes that are kept for each session: a model may stand for several in one mixture, behind prompts of its own. */
const keptAtMost = 4;

/**
 * What follows a text that grows by a token or is taken back by some: keys and values of what it has in common with one
 * that was asked about before are not computed again. Sessions are of plain programs.
 */
export class Prefixes {
  readonly #kept = new WeakMap<ProgramSession, Prefix[]>();

  /** Logits [V] behind the ids, which are at least one. */
  async next(
    session: ProgramSession,
    ids: readonly number[],
    { pause, signal }: { readonly pause: () => Promise<void>; readonly signal?: AbortSignal | undefined },
  ): Promise<Float32Array> {
    const known = this.#take(session, ids);
    const cache = known?.cache ?? session.cache(1);
    let logits = new Float32Array(0);
    try {
      // One token at least is run, as logits are not kept.
      const common = Math.min(known ? commonLength(known.ids, ids) : 0, ids.length - 1);
      cache.truncate(common);
      const pass = { session, edits: {}, pause, signal, outputs: ["logits"], keep: true };
      await runSequence(pass, ids.slice(common), cache, (values) => {
        logits = logitsAt(values["logits"]!, 0, 0).slice();
      });
    } catch (thrown) {
      cache.dispose();
      throw thrown;
    }
    this.#keep(session, { cache, ids });
    return logits;
  }

  /** The prefix with most in common, unless more would be thrown away than is kept. Who takes it has it alone. */
  #take(session: ProgramSession, ids: readonly number[]): Prefix | undefined {
    const all = this.#kept.get(session) ?? [];
    const [best] = all
      .filter((prefix) => prefix.ids.length <= 2 * commonLength(prefix.ids, ids))
      .toSorted((a, b) => commonLength(b.ids, ids) - commonLength(a.ids, ids));
    if (best) all.splice(all.indexOf(best), 1);
    return best;
  }

  #keep(session: ProgramSession, prefix: Prefix): void {
    const all = this.#kept.get(session) ?? [];
    all.push(prefix);
    if (all.length > keptAtMost) all.shift()!.cache.dispose();
    this.#kept.set(session, all);
  }
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  const shortest = Math.min(a.length, b.length);
  for (let i = 0; i < shortest; i++) if (a[i] !== b[i]) return i;
  return shortest;
}
