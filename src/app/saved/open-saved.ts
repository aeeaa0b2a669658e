import { startTransition, useEffect, useState } from "react";
import { documentModule } from "../../experiments/documents";
import type { Recording } from "../../experiments/experiment";
import { hashOf } from "../../experiments/link";
import { readRecording } from "../../experiments/recording";
import type { FigureSource } from "../../ui/figure-place";
import { sourceOf } from "../figure-source";
import { type AnyDocument, type AnyLab, loadLab } from "../labs";
import type { Saved } from "./store";

/** A saved experiment as its lab draws it, and what its figures say of it when they are taken along. */
export interface OpenedSaved {
  readonly lab: AnyLab;
  readonly document: AnyDocument;
  /** Null where it was saved without results. */
  readonly recording: Recording | null;
  readonly source: FigureSource;
}

/** Reads a saved experiment and fetches its lab; null where it cannot be read any more. */
async function openSaved({ name, lab, text }: Saved): Promise<OpenedSaved | null> {
  const [code, { defaults }, read] = await Promise.all([loadLab(lab), documentModule(lab), readRecording(text)]);
  if (!read.ok) return null;
  const { recording = null, experiment } = read.value;
  const document = experiment.document as AnyDocument;
  const source = sourceOf(
    { lab, name, hash: hashOf(experiment, defaults), settings: document },
    recording?.recorded,
    recording ? code.taken?.(recording.result) : [],
  );
  return { lab: code, document, recording, source };
}

/** The same, once it has been read; null until then, and where it cannot be. Nothing is read before there is an item. */
export function useOpened(item: Saved | null): OpenedSaved | null {
  const [opened, setOpened] = useState<OpenedSaved | null>(null);
  useEffect(() => {
    if (!item) return undefined;
    let current = true;
    openSaved(item).then(
      // In slices: all figures of an experiment are drawn.
      (found) => startTransition(() => (current ? setOpened(found) : undefined)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [item]);
  return opened;
}

/** What is saved stays as it was. */
export const noEdit = (): void => undefined;
