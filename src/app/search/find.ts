import { fit, isSlip, loosely, typedWords, wordsOf } from "./match";

/** What can be searched. */
export interface Searched {
  readonly title: string;
  /** Where it belongs, in a few words. */
  readonly detail: string;
  /** What else is said of it. */
  readonly more?: string;
}

export interface Found<Place> {
  readonly places: readonly Place[];
  /** Whether each has every word; else each has some. */
  readonly whole: boolean;
}

/** How much a word tells in the title, the detail, and what else is said. */
const weights = [3, 1.5, 1] as const;
/** Of what is typed, the rarer words counting more, a place with some of it must have so much. */
const leastShare = 0.3;

/** A place with its words, field by field. */
interface Entry<Place> {
  readonly place: Place;
  readonly title: string;
  readonly fields: readonly (readonly string[])[];
}

/** How well each typed word is found, and how rare it is. */
interface Scored<Place> extends Entry<Place> {
  readonly fits: readonly number[];
}

/** Makes places ready to be searched. */
export function searcher<Place extends Searched>(
  places: readonly Place[],
): (query: string, most: number) => Found<Place> {
  const entries = places.map(
    (place): Entry<Place> => ({
      place,
      title: loosely(place.title),
      fields: [place.title, place.detail, place.more ?? ""].map(wordsOf),
    }),
  );
  const all = [...new Set(entries.flatMap(({ fields }) => fields.flat()))];
  return (query, most) => {
    const typed = typedWords(query);
    if (typed.length === 0) return { places: places.slice(0, most), whole: true };
    const meant = typed.map((word) => meantBy(word, all));
    const scored = entries.map(
      (entry): Scored<Place> => ({ ...entry, fits: meant.map((words) => fitOf(entry, words)) }),
    );
    const rarity = typed.map((_, i) => rarityOf(scored.filter(({ fits }) => fits[i]! > 0).length, entries.length));
    const whole = scored.filter(({ fits }) => fits.every((value) => value > 0));
    const found = whole.length > 0 ? whole : scored.filter(({ fits }) => shareOf(fits, rarity) >= leastShare);
    const begins = loosely(query).trim();
    const rank = ({ title, fits }: Scored<Place>) =>
      (title.startsWith(begins) ? 1e3 : 1e2 * shareOf(fits, rarity)) +
      fits.reduce((sum, value, i) => sum + value * rarity[i]!, 0);
    return {
      places: found
        .map((entry) => ({ entry, rank: rank(entry) }))
        .toSorted((a, b) => b.rank - a.rank)
        .slice(0, most)
        .map(({ entry }) => entry.place),
      whole: whole.length > 0,
    };
  };
}

/** The places that have every word of the query, in their order. */
export function findPlaces<Place extends Searched>(places: readonly Place[], query: string): readonly Place[] {
  const found = searcher(places)(query, places.length);
  const kept = new Set(found.whole ? found.places : []);
  return places.filter((place) => kept.has(place));
}

/** A typed word by itself; where no text has it, those that it may be with a slip. */
function meantBy(typed: string, all: readonly string[]): readonly string[] {
  if (all.some((word) => fit(typed, word) > 0)) return [typed];
  return all.filter((word) => isSlip(typed, word));
}

/** The best that a place does at a word. */
function fitOf({ fields }: Entry<unknown>, meant: readonly string[]): number {
  let best = 0;
  for (const [i, weight] of weights.entries()) {
    if (best >= weight) break;
    for (const word of fields[i]!) {
      for (const typed of meant) best = Math.max(best, weight * fit(typed, word));
    }
  }
  return best;
}

/** More for a word that fewer of the places have; 0 for one that none has. */
function rarityOf(having: number, all: number): number {
  return having === 0 ? 0 : Math.log(1 + all / having);
}

/** How much of what was typed, and is somewhere, is found here. A word that one in five places has tells nothing by itself. */
function shareOf(fits: readonly number[], rarity: readonly number[]): number {
  const telling = rarity.map((value) => (value > Math.log(6) ? value : 0));
  const total = telling.reduce((sum, value) => sum + value, 0);
  return total === 0 ? 0 : telling.reduce((sum, value, i) => sum + (fits[i]! > 0 ? value : 0), 0) / total;
}
