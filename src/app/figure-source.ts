import type { LabId, Recording } from "../experiments/experiment";
import { linkFits } from "../experiments/link";
import type { FigureSource } from "../ui/figure-place";
import { pageAddress } from "./embed";
import type { AnyDocument } from "./labs";
import { hashOfSession } from "./open";
import type { Shown } from "./runs";
import { type LabSession, presetOf } from "./session";

/** What a lab's figures, tables and rows, taken along, say of their origin. Those of earlier settings have no link. */
export function figureSource(session: LabSession, shown: Shown | null): FigureSource {
  const { lab } = session;
  const { document } = session.documents.getState();
  // A key is the document without what only chooses how results are shown.
  const settings = { ...document, ...(shown && (JSON.parse(shown.key) as AnyDocument)) };
  const preset = presetOf(session, settings);
  const hash = preset ? `#/${lab.id}?preset=${preset.id}` : hashOfSession(session);
  const source = { lab: lab.id, name: preset?.question ?? lab.title, hash: shown?.stale ? "" : hash, settings };
  return sourceOf(source, shown?.finished.provenance.recorded);
}

export interface SourceOptions {
  readonly lab: LabId;
  readonly name: string;
  readonly hash: string;
  readonly settings: AnyDocument;
}

/** The same of any experiment, computed as it is `recorded`. Without a hash, or with one that cannot be opened, there is no link. */
export function sourceOf({ lab, name, hash, settings }: SourceOptions, recorded?: Recording["recorded"]): FigureSource {
  const made = recorded ? madeWith(recorded) : [];
  return {
    name,
    link: hash !== "" && linkFits(hash, lab) ? `${pageAddress()}${hash}` : "",
    made: "seed" in settings ? [...made, `seed ${String(settings["seed"])}`] : made,
    settings,
  };
}

/** Checkpoints with the format of their weights, of a recording the start of the weights' sha256; the day and the backend. */
function madeWith({ checkpoints, on, backend }: Recording["recorded"]): readonly string[] {
  const models = Object.entries(checkpoints).map(
    ([name, weights]) => `${name} (${weights.length === 64 ? `sha256 ${weights.slice(0, 12)}` : weights})`,
  );
  return [models.join(", "), `${on}, ${backend}`].filter((line) => line !== "");
}
