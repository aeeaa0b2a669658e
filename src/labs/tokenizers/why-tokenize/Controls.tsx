import type { Document } from "../../../experiments/documents/tokenizers";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";

/** The source of bits. */
export function MarkovControls({ document, edit }: PanelProps<Document>) {
  const { markov } = document;
  const set = (change: Partial<Document["markov"]>, gesture: string) =>
    edit({ markov: { ...markov, ...change } }, gesture);
  return (
    <>
      <Slider
        label="A bit repeats the one"
        value={markov.order}
        min={1}
        max={8}
        step={1}
        unit="places before"
        onChange={(order, gesture) => set({ order: Math.round(order) }, gesture)}
      />
      <Slider
        label="Probability that it is flipped"
        value={markov.flip}
        min={0.01}
        max={0.5}
        step={0.01}
        onChange={(flip, gesture) => set({ flip }, gesture)}
      />
      <Slider
        label="Seed"
        value={markov.seed}
        min={0}
        max={100}
        step={1}
        onChange={(seed, gesture) => set({ seed: Math.round(seed) }, gesture)}
      />
    </>
  );
}
