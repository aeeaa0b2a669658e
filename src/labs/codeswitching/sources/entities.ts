import { lazily } from "../../../ui/lazily";
import type { Source } from "./source";

export const entities: Source = {
  id: "entities",
  name: "Entities",
  rule: "Names of places, people and things are replaced by what they are called elsewhere; all else stays to the letter.",
  reference: "Whitehouse et al. 2022, EntityCS (arXiv 2210.12540)",
  Controls: lazily(async () => ({ default: (await import("../EntityControls")).EntityControls })),
  async *run(document) {
    const { runEntities } = await import("./runs/entities");
    yield* runEntities(document);
  },
};
