import { maxLinkCharacters } from "../experiments/packing";
import type { FigureSource } from "../ui/figure-place";
import { pageAddress } from "./embed";
import { hashOfSession } from "./open";
import { type LabSession, presetOf } from "./session";

/** What an image of a lab's figure says of it. Figures of earlier settings, and settings too long for a link, have none. */
export function figureSource(session: LabSession, stale: boolean): FigureSource {
  const { lab } = session;
  const preset = presetOf(session, session.documents.getState().document);
  if (stale) return { name: lab.title, link: "" };
  const hash = preset ? `#/${lab.id}?preset=${preset.id}` : hashOfSession(session);
  return {
    name: preset?.question ?? lab.title,
    link: hash.length > maxLinkCharacters ? "" : `${pageAddress()}${hash}`,
  };
}
