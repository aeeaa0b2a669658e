import { documentModule } from "../../experiments/documents";
import type { Recording } from "../../experiments/experiment";
import { hashOf } from "../../experiments/link";
import { readRecording } from "../../experiments/recording";
import type { FigureSource } from "../../ui/figure-place";
import { sourceOf } from "../figure-source";
import { type AnyDocument, type AnyLab, loadLab } from "../labs";
import type { Saved } from "./store";

/** What the figures of a saved experiment are drawn from, and what they say of it when they are taken along. */
export interface SavedFigures {
  readonly lab: AnyLab;
  readonly recording: Recording;
  readonly source: FigureSource;
}

/** Reads a saved experiment and fetches its lab's figures; null where it was saved without results or cannot be read any more. */
export async function fetchFigures({ name, lab, text }: Saved): Promise<SavedFigures | null> {
  const [code, { defaults }, read] = await Promise.all([loadLab(lab), documentModule(lab), readRecording(text)]);
  if (!read.ok || !read.value.recording) return null;
  const { recording, experiment } = read.value;
  const settings = experiment.document as AnyDocument;
  const source = sourceOf(
    { lab, name, hash: hashOf(experiment, defaults), settings },
    recording.recorded,
    code.taken?.(recording.result),
  );
  return { lab: code, recording, source };
}
