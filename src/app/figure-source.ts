import { maxLinkCharacters } from "../experiments/packing";
import type { FigureSource } from "../ui/figure-place";
import { pageAddress } from "./embed";
import type { AnyDocument } from "./labs";
import { hashOfSession } from "./open";
import type { Finished, Shown } from "./runs";
import { type LabSession, presetOf } from "./session";

/** What a lab's figures, tables and rows, taken along, say of their origin. Those of earlier settings, and settings too long for a link, have no link. */
export function figureSource(session: LabSession, shown: Shown | null): FigureSource {
  const { lab } = session;
  const { document } = session.documents.getState();
  // A key is the document without what only chooses how results are shown.
  const settings = { ...document, ...(shown && (JSON.parse(shown.key) as AnyDocument)) };
  const made = shown ? madeWith(shown.finished) : [];
  const preset = presetOf(session, settings);
  const hash = preset ? `#/${lab.id}?preset=${preset.id}` : hashOfSession(session);
  return {
    name: preset?.question ?? lab.title,
    link: shown?.stale || hash.length > maxLinkCharacters ? "" : `${pageAddress()}${hash}`,
    made: "seed" in settings ? [...made, `seed ${String(settings["seed"])}`] : made,
    settings,
  };
}

/** Checkpoints with the format of their weights, of a recording the start of the weights' sha256; the day and the backend. */
function madeWith({ provenance: { recorded } }: Finished): readonly string[] {
  const checkpoints = Object.entries(recorded.checkpoints).map(
    ([name, weights]) => `${name} (${weights.length === 64 ? `sha256 ${weights.slice(0, 12)}` : weights})`,
  );
  return [checkpoints.join(", "), `${recorded.on}, ${recorded.backend}`].filter((line) => line !== "");
}
