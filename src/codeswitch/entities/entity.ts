import type { LanguageCode } from "../language";

/** What an entity is called, by language. */
export type EntityLabels = Readonly<Record<LanguageCode, string>>;

export interface EntityTable {
  readonly entities: readonly EntityLabels[];
  /** The entity with this label: as it is written, with every word in capitals, or with the first letter in capitals. */
  resolve(label: string, language: LanguageCode): EntityLabels | undefined;
}

export function entityTable(entities: readonly EntityLabels[]): EntityTable {
  const byLabel = new Map<string, EntityLabels>();
  for (const labels of entities) {
    for (const [language, label] of Object.entries(labels)) {
      const key = `${language} ${label}`;
      if (!byLabel.has(key)) byLabel.set(key, labels);
    }
  }
  return {
    entities,
    resolve(label, language) {
      const high = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language));
      const written = label.trim().replace(/\s+/gu, " ");
      for (const form of [written, written.split(" ").map(high).join(" "), high(written)]) {
        const found = byLabel.get(`${language} ${form}`);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
