import type { Alignment } from "../../codeswitch/alignment";
import { sum } from "../../vectors";

/** A stretch of both sentences, as half-open word intervals by side. */
export interface Band {
  readonly words: readonly [readonly [number, number], readonly [number, number]];
}

/**
 * Cuts a pair into stretches that fit a width, at places that no link crosses, so that both sentences wrap together.
 * `widths` are those of the words by side. `undefined` where a stretch that cannot be cut is wider.
 */
export function bandsOf(
  widths: readonly [readonly number[], readonly number[]],
  alignment: Alignment,
  width: number,
): readonly Band[] | undefined {
  const cuts = cutsOf([widths[0].length, widths[1].length], alignment);
  const bands: Band[] = [];
  let start: readonly [number, number] = [0, 0];
  let end: readonly [number, number] | undefined;
  for (const cut of cuts) {
    if (fits(widths, start, cut, width)) {
      end = cut;
      continue;
    }
    if (end === undefined) return undefined;
    bands.push(band(start, end));
    start = end;
    if (!fits(widths, start, cut, width)) return undefined;
    end = cut;
  }
  return end === undefined ? bands : [...bands, band(start, end)];
}

/** Places as (words of the first, words of the second sentence before it); the last is the end of both. */
function cutsOf(sizes: readonly [number, number], alignment: Alignment): readonly (readonly [number, number])[] {
  const cuts: (readonly [number, number])[] = [];
  let reach = 0;
  for (let first = 1; first < sizes[0]; first += 1) {
    for (const link of alignment) if (link.first === first - 1) reach = Math.max(reach, link.second + 1);
    const rest = alignment.filter((link) => link.first >= first).map((link) => link.second);
    if (reach > 0 && rest.length > 0 && Math.min(...rest) >= reach) cuts.push([first, reach]);
  }
  return [...cuts, sizes];
}

function band(start: readonly [number, number], end: readonly [number, number]): Band {
  return {
    words: [
      [start[0], end[0]],
      [start[1], end[1]],
    ],
  };
}

function fits(
  widths: readonly [readonly number[], readonly number[]],
  start: readonly [number, number],
  end: readonly [number, number],
  width: number,
): boolean {
  return ([0, 1] as const).every((side) => sum(widths[side].slice(start[side], end[side])) <= width);
}
