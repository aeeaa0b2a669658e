import { useEffect, useState } from "react";
import { languageOf } from "../ui/languages";
import { Slider } from "../ui/Slider";

/** What is read of the recorded sweep: one continuation at each strength, after the layer that was steered. */
interface Push {
  readonly prompt: string;
  readonly strengths: readonly number[];
  readonly examples: readonly string[];
  /** Share of all continuations in the target language. */
  readonly successes: readonly (number | null)[];
  readonly target: string;
}

/** A live result at the head of the page: one sentence, and a slider that pushes it into another language. Recorded, so nothing is loaded. */
export function StartSlider() {
  const [push, setPush] = useState<Push | null>(null);
  const [strength, setStrength] = useState(0);
  useEffect(() => {
    fetchPush().then(setPush, () => undefined);
  }, []);
  if (!push) return <div className="start-slider" aria-busy />;
  const at = nearest(push.strengths, strength);
  const success = push.successes[at] ?? null;
  return (
    <section className="start-slider" aria-label="A sentence and a push">
      <p className="start-slider-text" aria-live="polite">
        <span className="start-slider-prompt">{push.prompt}</span>
        {push.examples[at]}
      </p>
      <Slider
        label={`Push towards ${languageOf(push.target).name}`}
        value={strength}
        min={push.strengths[0]!}
        max={push.strengths.at(-1)!}
        step={0.5}
        onChange={setStrength}
      />
      <p className="note">
        A model of five languages goes on with “{push.prompt}”; the push is one vector added after one of its layers.
        {success === null
          ? ""
          : ` At this strength ${Math.round(success * 100)} % of its continuations are ${languageOf(push.target).name}.`}{" "}
        Recorded; <a href="#/steering">run it yourself</a>.
      </p>
    </section>
  );
}

function nearest(strengths: readonly number[], wanted: number): number {
  const distances = strengths.map((strength) => Math.abs(strength - wanted));
  return distances.indexOf(Math.min(...distances));
}

interface Recorded {
  readonly document: { readonly prompts: string };
  readonly result: {
    readonly layer: number;
    readonly target: string;
    readonly sweep: {
      readonly strengths: readonly number[];
      readonly cells: readonly (readonly { readonly example: string; readonly success: number | null }[] | null)[];
    } | null;
  };
}

async function fetchPush(): Promise<Push | null> {
  const response = await fetch("presets/steering/english-to-german.json");
  if (!response.ok) return null;
  const { document, result } = (await response.json()) as Recorded;
  const cells = result.sweep?.cells[result.layer];
  if (!cells || !result.sweep) return null;
  return {
    prompt: document.prompts.split("\n")[0] ?? "",
    strengths: result.sweep.strengths,
    examples: cells.map(({ example }) => example),
    successes: cells.map(({ success }) => success),
    target: result.target,
  };
}
