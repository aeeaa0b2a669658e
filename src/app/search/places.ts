import { glossary, hashOfWord } from "../../data/glossary";
import { hashOfSystem, systems } from "../../data/systems";
import { hashOfLesson, pageNames } from "../../experiments/link";
import { lessons } from "../../lessons";
import { languages } from "../../ui/languages";
import { labEntries, loadLab } from "../labs";
import { pageTitles } from "../pages/titles";
import { openShelf, shelf } from "../shelf";
import { actions } from "./actions";
import type { Searched } from "./find";
import { settingsInView } from "./in-view";

/** Something that can be gone to, or done. */
export interface Place extends Searched {
  readonly kind: "Lab" | "Question" | "Lesson" | "Word" | "System" | "Model" | "Page" | "Setting" | "Action";
  /** A hash of this page, or what is done. */
  readonly go: string | (() => void);
}

/** All that can be gone to or done from the page in view. Labs' questions are fetched when they are first searched. */
export async function allPlaces(showKeys: () => void): Promise<readonly Place[]> {
  const labs = await Promise.all(labEntries.map(({ id }) => loadLab(id)));
  return [
    ...labEntries.map(({ id, title, tagline }): Place => ({ kind: "Lab", title, detail: tagline, go: `#/${id}` })),
    ...pageNames.map((name): Place => ({ kind: "Page", title: pageTitles[name], detail: "", go: `#/${name}` })),
    ...lessons.map(
      ({ id, title, about }): Place => ({
        kind: "Lesson",
        title,
        detail: about,
        go: hashOfLesson(id, 1, { locked: false, bare: false }),
      }),
    ),
    ...labs.flatMap(({ id, title, presets }) =>
      presets.map(
        (preset): Place => ({
          kind: "Question",
          title: preset.question,
          detail: `${title}. ${preset.paper}`,
          more: `${title}. ${preset.look} ${languagesIn(preset.settings).join(", ")}`,
          go: `#/${id}?preset=${preset.id}`,
        }),
      ),
    ),
    ...glossary.map(
      (word): Place => ({
        kind: "Word",
        title: word.term,
        detail: word.means,
        more: [...word.forms, word.source].join(", "),
        go: hashOfWord(word),
      }),
    ),
    ...systems.map(
      (system): Place => ({
        kind: "System",
        title: system.name,
        detail: `${system.id}. ${system.paper}`,
        more: `${system.id}. ${system.does} ${system.leaves === "" ? "" : `Left out: ${system.leaves}`}`,
        go: hashOfSystem(system) ?? "#/systems",
      }),
    ),
    ...shelf.getState().items.map(
      ({ id, title, languages }): Place => ({
        kind: "Model",
        title: id,
        detail: `${title} ${languages.join(" ")}`,
        go: openShelf,
      }),
    ),
    ...actions(showKeys),
    ...settingsInView(),
  ];
}

/** Names of the languages that an experiment's settings speak of, by their codes. */
function languagesIn(settings: unknown): readonly string[] {
  if (typeof settings === "string") {
    const language = languages.get(settings);
    return language ? [language.name] : [];
  }
  if (typeof settings !== "object" || settings === null) return [];
  return [...new Set(Object.values(settings).flatMap(languagesIn))];
}
