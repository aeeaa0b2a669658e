import { compileFilter, type Filter, type Spellings } from "../mixing/filters";
import { unwrap } from "../result";
import type { Window } from "../steering/intervention";
import { argmax } from "../vectors";

/** A rule about the words that begin from token `from` up to, not including, `to`, counted from the first that is written. */
export interface WindowFilter extends Window {
  readonly filter: Filter;
}

/** Logits [V] for the next token behind those written: what is not allowed at minus infinity. */
export type RowFilter = (logits: Float32Array, written: readonly number[]) => Float32Array;

/**
 * One row's rules. A word that was begun before a stretch is finished as the model wants, and the stretch's first word begins
 * apart from it. Where a rule allows no token, all are allowed: the text goes on rather than stop. Throws `input-invalid` for
 * a filter that cannot be used.
 */
export function rowFilter(windows: readonly WindowFilter[], spellings: Spellings): RowFilter {
  const compiled = windows.map(({ filter, ...window }) => ({
    ...window,
    filter: unwrap(compileFilter(filter, spellings)),
  }));
  const textOf = (id: number) => new TextDecoder().decode(spellings.bytesOf(id));
  /** True where the token goes on with the word that the one before it leaves open; a prompt is taken to end in one. */
  const goesOn = (id: number, before: number | undefined) =>
    /^[\p{L}\p{M}]/u.test(textOf(id)) && (before === undefined || /[\p{L}\p{M}]$/u.test(textOf(before)));
  return (logits, written) => {
    const window = compiled.find(({ from, to }) => written.length >= from && written.length < to);
    if (window === undefined) return logits;
    const apart = written.findIndex((id, index) => index >= window.from && !goesOn(id, written[index - 1]));
    const last = written.at(-1);
    if (apart < 0 && goesOn(argmax(logits), last)) return logits;
    const allowed = window.filter.mask(apart < 0 ? [] : written.slice(apart));
    const kept = logits.map((logit, id) =>
      allowed[id] === 1 && (apart >= 0 || !goesOn(id, last)) ? logit : Number.NEGATIVE_INFINITY,
    );
    return kept.some((logit) => logit > Number.NEGATIVE_INFINITY) ? kept : logits;
  };
}
