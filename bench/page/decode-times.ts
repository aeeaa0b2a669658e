/** Seconds of a load, of a first token (prompt read, one token written), and of each token after it; greedy ids. */
export interface DecodeTimes {
  readonly load: number;
  readonly firstToken: number;
  readonly perToken: number;
  readonly ids: readonly number[];
}

interface Timed {
  readonly seconds: number;
  readonly ids: readonly number[];
}

/** The best of some rounds after a warm-up: what the machine does else only ever adds time. */
export async function decodeTimes(
  generate: (count: number) => Promise<Timed>,
  newTokens: number,
  rounds: number,
): Promise<Omit<DecodeTimes, "load">> {
  await generate(1);
  let best = { firstToken: Number.POSITIVE_INFINITY, perToken: Number.POSITIVE_INFINITY, ids: [] as readonly number[] };
  for (let round = 0; round < rounds; round++) {
    const first = await generate(1);
    const all = await generate(newTokens);
    best = {
      firstToken: Math.min(best.firstToken, first.seconds),
      perToken: Math.min(best.perToken, (all.seconds - first.seconds) / (newTokens - 1)),
      ids: all.ids,
    };
  }
  return best;
}
