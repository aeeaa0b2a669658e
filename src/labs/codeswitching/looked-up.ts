import { createStore } from "zustand/vanilla";
import { type EntityLabels, type EntityTable, entityTable } from "../../codeswitch/entities/entity";
import { embeddedEntities } from "../../codeswitch/entities/table";
import { lookUpWikidata } from "../../codeswitch/entities/wikidata";
import { ok, type Result } from "../../result";

const languages = ["en", "de", "es", "hi", "tr", "fr", "ru", "ar", "zh", "ja"];

/** Entities looked up on Wikidata, for as long as the page lives. */
export const lookedUp = createStore<readonly EntityLabels[]>()(() => []);

/** Asks Wikidata for the labels of an article's entity; the title is all that is sent. */
export async function lookUp(title: string, language: string): Promise<Result<EntityLabels>> {
  const found = await lookUpWikidata(title, language, languages, (url) => fetch(url));
  if (!found.ok) return found;
  // The title finds the entity even where its label differs.
  const labels: EntityLabels = { ...found.value, [language]: title };
  lookedUp.setState((known) => [...known, labels], true);
  return ok(labels);
}

/** What was looked up, then the embedded table. */
export function entityTableOf(): EntityTable {
  return entityTable([...lookedUp.getState(), ...embeddedEntities.entities]);
}
