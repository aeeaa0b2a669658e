import { useEffect, useState } from "react";
import type { LabId } from "../../experiments/experiment";
import { readRecording } from "../../experiments/recording";
import { ErrorBoundary } from "../ErrorBoundary";
import { type AnyDocument, type AnyLab, labEntries, loadLab } from "../labs";
import { Push } from "./Push";
import { Questions } from "./Questions";
import { Sentence } from "./Sentence";

/** What this is, in one sentence, and the labs with a question each and a figure of the answer. */
export function StartPage() {
  useEffect(() => {
    document.title = "Babelscope";
  }, []);
  return (
    <main className="start" id="main">
      <h1 className="start-sentence">
        A laboratory for multilingual language models that runs wholly in this tab: open a checkpoint, change what it is
        or what it does, and see which of its languages notice.
      </h1>
      <section className="start-live" aria-label="A sentence, its tokens and a push">
        <Sentence />
        <Push />
      </section>
      <ol className="start-labs">
        {labEntries.map(({ id, title }) => (
          <StartEntry key={id} id={id} title={title} />
        ))}
      </ol>
      <p className="start-more">
        <a href="#/lessons">Six lessons</a>, <a href="#/systems">the systems behind the labs</a>,{" "}
        <a href="#/saved">saved experiments</a>, <a href="#/licences">licences</a>.
      </p>
    </main>
  );
}

interface Opening {
  readonly lab: AnyLab;
  readonly recorded: { readonly document: AnyDocument; readonly result: unknown } | null;
}

function StartEntry({ id, title }: { id: LabId; title: string }) {
  const [opening, setOpening] = useState<Opening | null>(null);
  useEffect(() => {
    let current = true;
    async function open(): Promise<void> {
      const found = await fetchOpening(id);
      if (current) setOpening(found);
    }
    open().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [id]);
  const lab = opening?.lab;
  return (
    <li className="start-lab">
      <div className="start-text">
        <h2>
          <a href={`#/${id}`}>{title}</a>
        </h2>
        <p className="start-tagline">{lab?.tagline}</p>
        {lab ? <Questions id={id} presets={lab.presets} /> : null}
      </div>
      <div className="start-figure">
        {lab?.Cover && opening?.recorded ? (
          <ErrorBoundary what="the figure" resetKey={lab}>
            <lab.Cover document={opening.recorded.document} result={opening.recorded.result} />
          </ErrorBoundary>
        ) : null}
      </div>
    </li>
  );
}

async function fetchOpening(id: LabId): Promise<Opening> {
  const lab = await loadLab(id);
  const [first] = lab.presets;
  if (!first || !lab.Cover) return { lab, recorded: null };
  const response = await fetch(`presets/${id}/${first.id}.json`);
  if (!response.ok) return { lab, recorded: null };
  const read = await readRecording(await response.text());
  const recording = read.ok ? read.value.recording : undefined;
  return {
    lab,
    recorded: recording ? { document: recording.document as AnyDocument, result: recording.result } : null,
  };
}
