import { maxLinkCharacters } from "../experiments/packing";
import type { FigureSource } from "../ui/figure-place";
import { pageAddress } from "./embed";
import { hashOfSession } from "./open";
import type { Finished } from "./runs";
import { type LabSession, presetOf } from "./session";

/** What a lab's figures and tables, taken along, say of their origin. Those of earlier settings, and settings too long for a link, have no link. */
export function figureSource(session: LabSession, finished: Finished | null, stale: boolean): FigureSource {
  const { lab } = session;
  const { document } = session.documents.getState();
  const made = finished ? madeWith(finished) : [];
  if (stale) return { name: lab.title, link: "", made };
  const preset = presetOf(session, document);
  const hash = preset ? `#/${lab.id}?preset=${preset.id}` : hashOfSession(session);
  return {
    name: preset?.question ?? lab.title,
    link: hash.length > maxLinkCharacters ? "" : `${pageAddress()}${hash}`,
    made: "seed" in document ? [...made, `seed ${String(document["seed"])}`] : made,
  };
}

/** Checkpoints with the format of their weights, of a recording the start of the weights' sha256; the day and the backend. */
function madeWith({ provenance: { recorded } }: Finished): readonly string[] {
  const checkpoints = Object.entries(recorded.checkpoints).map(
    ([name, weights]) => `${name} (${weights.length === 64 ? `sha256 ${weights.slice(0, 12)}` : weights})`,
  );
  return [checkpoints.join(", "), `${recorded.on}, ${recorded.backend}`].filter((line) => line !== "");
}
