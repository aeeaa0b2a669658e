import { sha256OfEmbedded } from "../checkpoints/embedded";
import type { LabId, Recording } from "../experiments/experiment";
import { linkFits } from "../experiments/link";
import type { TakenPart } from "../labs/lab";
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
  const finished = shown?.finished;
  return sourceOf(source, finished?.provenance.recorded, finished ? lab.taken?.(finished.result) : []);
}

export interface SourceOptions {
  readonly lab: LabId;
  readonly name: string;
  readonly hash: string;
  readonly settings: AnyDocument;
}

/**
 * The same of any experiment, computed as it is `recorded` but for what was `taken` over. Without a hash, or with one that cannot be
 * opened, there is no link.
 */
export function sourceOf(
  { lab, name, hash, settings }: SourceOptions,
  recorded?: Recording["recorded"],
  taken: readonly TakenPart[] = [],
): FigureSource {
  const made = recorded ? madeWith(recorded, taken) : [];
  return {
    name,
    link: hash !== "" && linkFits(hash, lab) ? `${pageAddress()}${hash}` : "",
    made: "seed" in settings ? [...made, `seed ${String(settings["seed"])}`] : made,
    computed: recorded ? computedWith(recorded, taken) : null,
    settings,
  };
}

/** Checkpoints with the format of their weights, of a recording the start of the weights' sha256; the day and the backend. */
function madeWith({ checkpoints, on, backend }: Recording["recorded"], taken: readonly TakenPart[]): readonly string[] {
  const before = Object.assign({}, ...taken.map((part) => part.checkpoints)) as TakenPart["checkpoints"];
  const models = Object.entries({ ...before, ...checkpoints }).map(
    ([name, weights]) => `${name} (${isSha256(weights) ? `sha256 ${weights.slice(0, 12)}` : weights})`,
  );
  const parts = taken.map(({ what, ...part }) => `as recorded ${part.on}, ${part.backend}: ${what}`);
  return [models.join(", "), `${on}, ${backend}`, ...parts].filter((line) => line !== "");
}

/** The same as data, with the whole sha256 of every embedded checkpoint. */
function computedWith(
  { checkpoints, ...recorded }: Recording["recorded"],
  taken: readonly TakenPart[],
): NonNullable<FigureSource["computed"]> {
  const named = Object.entries(checkpoints).map(([name, weights]) => {
    const sha256 = isSha256(weights) ? weights : sha256OfEmbedded(name);
    return [name, { ...(sha256 && { sha256 }), ...(isSha256(weights) ? {} : { weights }) }] as const;
  });
  return { ...recorded, checkpoints: Object.fromEntries(named), ...(taken.length > 0 && { taken }) };
}

/** What a recording says of a checkpoint; a run of this page says the format of its weights. */
function isSha256(weights: string): boolean {
  return weights.length === 64;
}
