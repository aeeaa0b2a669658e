/** A seeded source of uniform numbers in [0, 1). Pure folders take one as an argument. */
export type Random = () => number;

/** What Mulberry32 adds to its state before each number. */
const step = 0x6d2b79f5;

/** Mulberry32: 32 bits of state, equal sequences on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + step) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let stream = { seed: Number.NaN, numbers: new Float64Array(0), drawn: 0 };

/**
 * The numbers of `seededRandom(seed)`, the first 2^17 of them kept for who begins anew with the same seed: the intervals and
 * tests of a table all resample alike, and drawing is a good part of their time.
 */
export function replayedRandom(seed: number): Random {
  if (stream.seed !== seed) stream = { seed, numbers: new Float64Array(2 ** 17), drawn: 0 };
  const own = stream;
  let at = 0;
  let further: Random | undefined;
  return () => {
    if (at < own.drawn) {
      further = undefined;
      return own.numbers[at++]!;
    }
    further ??= seededRandom(seed + Math.imul(at, step));
    const number = further();
    if (at < own.numbers.length) {
      own.numbers[at] = number;
      own.drawn += 1;
    }
    at += 1;
    return number;
  };
}

/** One standard normal number (Box and Muller 1958). Takes two uniform ones. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
