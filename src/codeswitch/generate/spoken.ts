import type { BilingualTree } from "../bilingual";
import type { LanguageCode } from "../language";
import type { Emission, Path } from "../lattice/lattice";
import type { Side } from "../sentence";

/**
 * True for a unit that is spelt alike in both languages, such as a name or a number: a homophonous diamorph (Clyne 2003,
 * Muysken 2000), which belongs to both. Taken from either sentence it is the same, so a sentence has it once.
 */
export function isAlike(pair: BilingualTree, unit: number): boolean {
  const [first, second] = ([0, 1] as const).map((side) =>
    pair.units[unit]!.words[side].map((index) => pair.sentences[side].words[index]!.text).join(" "),
  );
  return first === second;
}

/** The language that a word of a pair shows: `null` without a letter, and where its unit is spelt alike in both. */
export function shownLanguage(pair: BilingualTree, side: Side, index: number): LanguageCode | null {
  const { language, words } = pair.sentences[side];
  return /\p{L}/u.test(words[index]!.text) && !isAlike(pair, pair.unitOf[side][index]!) ? language : null;
}

/**
 * A path whose units spelt alike are taken from a neighbour's sentence: the one before them, or the one after where there
 * is none or where only so the language changes at a legal place.
 */
export function settled(
  pair: BilingualTree,
  path: Path,
  matrix: Side,
  isLegal: (left: Emission, right: Emission) => boolean,
): Path {
  const out: Emission[] = [];
  while (out.length < path.length) {
    const from = out.length;
    const length = path.slice(from).findIndex(({ unit }) => !isAlike(pair, unit));
    const to = length < 0 ? path.length : from + length;
    const next = path[to];
    const before = out.at(-1)?.side ?? next?.side ?? matrix;
    const after = next?.side ?? before;
    const taken = (split: number): readonly Emission[] =>
      path.slice(from, to).map(({ unit }, step) => ({ unit, side: from + step < split ? before : after }));
    const splits = before === after || to === from ? [] : Array.from({ length: to - from + 1 }, (_, step) => to - step);
    const split = splits.find((place) => {
      const row = [...out.slice(-1), ...taken(place), ...(next === undefined ? [] : [next])];
      const seam = row.findIndex(({ side }, step) => row[step + 1] !== undefined && side !== row[step + 1]!.side);
      return isLegal(row[seam]!, row[seam + 1]!);
    });
    out.push(...taken(split ?? to), ...(next === undefined ? [] : [next]));
  }
  return out;
}
