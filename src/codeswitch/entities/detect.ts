import type { LanguageCode } from "../language";
import type { EntityLabels, EntityTable } from "./entity";

/** A piece of a text: an entity's mention, with its labels where it is known, or what stands between. */
export interface Piece {
  readonly text: string;
  readonly isEntity: boolean;
  readonly labels?: EntityLabels;
}

const mark = /\[\[([^[\]|]+)(?:\|([^[\]|]+))?\]\]/gu;

/**
 * Cuts a text at its entities: those that are marked, `[[Title]]` or `[[Title|text]]`, or where none is marked those
 * that the table lists, longest first, as whole words. Without the brackets and titles of marks the pieces joined are
 * the text.
 */
export function detectEntities(text: string, language: LanguageCode, table: EntityTable): readonly Piece[] {
  const found = [...text.matchAll(mark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shown: match[2] ?? match[1]!,
    labels: table.resolve(match[1]!, language),
  }));
  const mentions = found.length > 0 ? found : listed(text, language, table);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, shown, labels } of mentions) {
    if (start > from) pieces.push({ text: text.slice(from, start), isEntity: false });
    pieces.push({ text: shown, isEntity: true, ...(labels === undefined ? {} : { labels }) });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isEntity: false });
  return pieces;
}

function listed(text: string, language: LanguageCode, table: EntityTable) {
  const labels = table.entities.flatMap((entity) => (entity[language] === undefined ? [] : [entity[language]]));
  if (labels.length === 0) return [];
  const alternatives = labels
    .toSorted((a, b) => b.length - a.length)
    .map((label) => label.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(" ", String.raw`\s+`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shown: match[0],
    labels: table.resolve(match[0], language),
  }));
}
