/** Something that can be gone to. */
export interface Place {
  readonly kind: "Lab" | "Question" | "Lesson" | "System" | "Model" | "Page";
  readonly title: string;
  /** Where it belongs, in a few words; searched too. */
  readonly detail: string;
  /** A hash of this page; a model opens the shelf instead. */
  readonly hash: string | null;
}

/** Most places that are shown. */
const shown = 40;

/**
 * The places that hold every word of the query, in title or detail, letters and marks compared loosely. Those whose title begins
 * with the query come first, then those whose title holds all of it, then the rest, each in the given order.
 */
export function findPlaces(places: readonly Place[], query: string, most = shown): readonly Place[] {
  const words = loosely(query).split(/\s+/).filter(Boolean);
  const whole = words.join(" ");
  const rank = ({ title, detail }: Place): number => {
    const name = loosely(title);
    const all = `${name} ${loosely(detail)}`;
    if (!words.every((word) => all.includes(word))) return -1;
    if (name.startsWith(whole)) return 0;
    return words.every((word) => name.includes(word)) ? 1 : 2;
  };
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ place }) => place);
}

function loosely(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
