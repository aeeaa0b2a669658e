/** Two neighbours are one unit from this normalised pointwise mutual information on, and from this many occurrences. */
const bound = 0.87;
const fewest = 5;
/** Passes: two words, then up to four. */
const passes = 2;

type Units = readonly string[];

/**
 * Learns which neighbouring words nearly always stand together (in the end, por la noche), by normalised pointwise mutual information
 * (Bouma 2009), and joins them with a space between. Two passes find units of up to four words.
 */
export function learnCollocations(sentences: readonly Units[]): (words: Units) => Units {
  const rules: ReadonlyMap<string, number>[] = [];
  let joined = sentences;
  for (let pass = 0; pass < passes; pass += 1) {
    const rule = strongPairs(joined);
    rules.push(rule);
    joined = joined.map((units) => joinPairs(units, rule));
  }
  return (words) => rules.reduce((units, rule) => joinPairs(units, rule), words);
}

/** ln(p(ab) / p(a)p(b)) / -ln p(ab) of neighbours a and b, where it passes the bound. */
function strongPairs(sentences: readonly Units[]): ReadonlyMap<string, number> {
  const singles = new Map<string, number>();
  const pairs = new Map<string, readonly [first: string, second: string, count: number]>();
  let total = 0;
  for (const units of sentences) {
    for (const [place, unit] of units.entries()) {
      total += 1;
      singles.set(unit, (singles.get(unit) ?? 0) + 1);
      const next = units[place + 1];
      if (next === undefined) continue;
      const key = `${unit} ${next}`;
      pairs.set(key, [unit, next, (pairs.get(key)?.[2] ?? 0) + 1]);
    }
  }
  const strong = new Map<string, number>();
  for (const [key, [first, second, count]] of pairs) {
    if (count < fewest) continue;
    const information = Math.log((count * total) / (singles.get(first)! * singles.get(second)!));
    const normalised = information / -Math.log(count / total);
    if (normalised > bound) strong.set(key, normalised);
  }
  return strong;
}

/** From left to right; a pair gives way to a stronger one that begins with its second unit. */
function joinPairs(units: Units, strong: ReadonlyMap<string, number>): Units {
  const joined: string[] = [];
  for (let place = 0; place < units.length; place += 1) {
    const pair = `${units[place]} ${units[place + 1]}`;
    const strength = place + 1 < units.length ? strong.get(pair) : undefined;
    const following = strong.get(`${units[place + 1]} ${units[place + 2]}`) ?? 0;
    if (strength !== undefined && strength >= following) {
      joined.push(pair);
      place += 1;
    } else joined.push(units[place]!);
  }
  return joined;
}
