import { hashOfLesson, pageNames } from "../../experiments/link";
import { lessons } from "../../lessons";
import { labEntries, loadLab } from "../labs";
import { pageTitles } from "../pages/titles";
import { shelf } from "../shelf";
import type { Place } from "./find";

/** All that can be gone to. Labs' questions and the systems are fetched when they are first searched. */
export async function allPlaces(): Promise<readonly Place[]> {
  const [{ systems, hashOfSystem }, labs] = await Promise.all([
    import("../../data/systems"),
    Promise.all(labEntries.map(({ id }) => loadLab(id))),
  ]);
  return [
    ...labEntries.map(({ id, title, tagline }): Place => ({ kind: "Lab", title, detail: tagline, hash: `#/${id}` })),
    ...pageNames.map((name): Place => ({ kind: "Page", title: pageTitles[name], detail: "", hash: `#/${name}` })),
    ...lessons.map(
      ({ id, title, about }): Place => ({
        kind: "Lesson",
        title,
        detail: about,
        hash: hashOfLesson(id, 1, { locked: false, bare: false }),
      }),
    ),
    ...labs.flatMap(({ id, title, presets }) =>
      presets.map(
        (preset): Place => ({
          kind: "Question",
          title: preset.question,
          detail: `${title}. ${preset.paper}`,
          hash: `#/${id}?preset=${preset.id}`,
        }),
      ),
    ),
    ...shelf.getState().items.map(
      ({ id, title, languages }): Place => ({
        kind: "Model",
        title: id,
        detail: `${title} ${languages.join(" ")}`,
        hash: null,
      }),
    ),
    ...systems.map(
      (system): Place => ({
        kind: "System",
        title: system.name,
        detail: `${system.id} ${system.paper}`,
        hash: hashOfSystem(system) ?? "#/systems",
      }),
    ),
  ];
}
