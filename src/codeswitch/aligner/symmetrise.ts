import { type Alignment, type Link, sortLinks } from "../alignment";

const neighbours = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

/**
 * Grow-diag-final-and (Koehn, Och and Marcu 2003): the links of both directions, grown by links of one direction that touch
 * them and reach a word without a link, then by links whose two words both have none.
 */
export function symmetrise(forward: Alignment, backward: Alignment): Alignment {
  const inForward = new Set(forward.map(keyOf));
  const inBackward = new Set(backward.map(keyOf));
  const union = sortLinks([...forward, ...backward]);
  const links = new Map(
    union
      .filter((link) => inForward.has(keyOf(link)) && inBackward.has(keyOf(link)))
      .map((link) => [keyOf(link), link]),
  );
  const firsts = new Set([...links.values()].map(({ first }) => first));
  const seconds = new Set([...links.values()].map(({ second }) => second));
  function add(link: Link): void {
    links.set(keyOf(link), link);
    firsts.add(link.first);
    seconds.add(link.second);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const link of union) {
      if (links.has(keyOf(link)) || (firsts.has(link.first) && seconds.has(link.second))) continue;
      const touches = neighbours.some(([a, b]) => links.has(`${link.first + a}-${link.second + b}`));
      if (!touches) continue;
      add(link);
      grown = true;
    }
  }
  for (const link of union) if (!firsts.has(link.first) && !seconds.has(link.second)) add(link);
  return sortLinks(links.values());
}

function keyOf(link: Link): string {
  return `${link.first}-${link.second}`;
}
