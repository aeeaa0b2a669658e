import { useEffect, useState } from "react";
import { type Problem, problemOf } from "../../result";
import { languageOf, languageStyle } from "../../ui/languages";
import { ProblemNote } from "../../ui/ProblemNote";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import { fetchPush, type RecordedPush, recordedAt } from "./recorded-push";

const targets = ["de", "es", "hi", "tr"];

/** Where the live model is: not asked for, on its way, writing under one push, or refused. */
type Live =
  | { readonly kind: "asleep" }
  | { readonly kind: "opening"; readonly note: string }
  | { readonly kind: "writing"; readonly key: string; readonly text: string; readonly layer: number }
  | { readonly kind: "failed"; readonly problem: Problem };

/**
 * The sentence's beginning, and a slider that pushes it into another language. What was recorded answers at once; the first
 * move loads the model, which then writes under every push.
 */
export function Push() {
  const [recorded, setRecorded] = useState<RecordedPush | null>(null);
  const [awake, setAwake] = useState(false);
  const [target, setTarget] = useState("de");
  const [strength, setStrength] = useState(0);
  const live = useLive(awake ? recorded : null, target, strength);
  useEffect(() => {
    fetchPush().then(setRecorded, () => undefined);
  }, []);

  const writing = live.kind === "writing" && live.key === keyOf(target, strength);
  const shown = recorded ? recordedAt(recorded, target, strength) : null;
  return (
    <div
      className="start-push"
      aria-busy={recorded === null}
      onPointerEnter={makeReady}
      onPointerDown={makeReady}
      onFocus={makeReady}
    >
      <p className="start-push-text" style={languageStyle(target)}>
        {recorded && shown ? (
          <>
            <span className="start-push-prompt">{recorded.prompt}</span>
            <bdi>{writing ? live.text : shown.text}</bdi>
          </>
        ) : null}
      </p>
      <div className="start-push-controls">
        <Slider
          label={`Push towards ${languageOf(target).name}`}
          value={strength}
          min={0}
          max={2}
          step={0.1}
          unit="class distances"
          onChange={(value) => {
            setStrength(value);
            setAwake(true);
          }}
        />
        <Segmented
          label="Language"
          labelHidden
          value={target}
          options={targets.map((code) => ({ value: code, label: languageOf(code).name }))}
          onChange={(code) => {
            setTarget(code);
            setAwake(true);
          }}
        />
      </div>
      <p className="note" role="status">
        {told(live, writing, shown?.how ?? "Recorded")} <a href="#/steering">What it costs</a>
      </p>
      {live.kind === "failed" ? <ProblemNote problem={live.problem} /> : null}
    </div>
  );
}

/** Code and worker are fetched when the reader turns to the slider; the model only when it is moved. */
function makeReady(): void {
  import("./live-push").then(({ readyPush }) => readyPush()).catch(() => undefined);
}

function told(live: Live, writing: boolean, how: string): string {
  if (writing && live.kind === "writing") {
    return `Written in this tab: one vector, made from sentences of both languages, is added after layer ${live.layer}.`;
  }
  switch (live.kind) {
    case "asleep":
      return `${how}. Move the slider and a model of five languages (14 MB) is loaded and writes here.`;
    case "opening":
      return `${how}, until the model is here: ${live.note}.`;
    case "writing":
      return `${how}, until the model has written.`;
    case "failed":
      return `${how}; the model could not be run here.`;
  }
}

/** Loads once there is something to push, then writes anew whenever the push changes; an earlier writing is stopped. */
function useLive(push: RecordedPush | null, target: string, strength: number): Live {
  const [live, setLive] = useState<Live>({ kind: "asleep" });
  useEffect(() => {
    if (!push) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const document = { ...push.document, target };
    const hear = (next: Live): void => {
      if (!signal.aborted) setLive(next);
    };
    async function write(prompt: string): Promise<void> {
      const { openPush, pushed } = await import("./live-push");
      const opened = await openPush(document, (note) => setLive({ kind: "opening", note }));
      if (signal.aborted) return;
      await pushed(opened, { prompt, strength, document }, signal, (text) =>
        hear({ kind: "writing", key: keyOf(target, strength), text, layer: opened.vector.layer }),
      );
    }
    write(push.prompt).catch((thrown: unknown) => hear({ kind: "failed", problem: problemOf(thrown) }));
    return () => controller.abort();
  }, [push, target, strength]);
  return live;
}

function keyOf(target: string, strength: number): string {
  return `${target} ${strength}`;
}
