import { HeatMap } from "../../../ui/HeatMap";
import type { Piece } from "../result";

export interface DivergenceStripProps {
  readonly pieces: readonly Piece[];
  /** Nats, one a piece. */
  readonly divergences: readonly number[];
  /** The greatest over all prompts, so that one colour is one divergence. */
  readonly most: number;
}

/** How hard the push works before each token of the steered text. */
export function DivergenceStrip({ pieces, divergences, most }: DivergenceStripProps) {
  return (
    <HeatMap
      caption="How hard the push works before each token of the steered text: KL(steered ‖ unsteered) behind the same prefix, in nats."
      rowLabels={["KL"]}
      columnLabels={pieces.map(({ text }) => text.replaceAll("\n", "↵").trim() || "␣")}
      rowTitle="nats"
      columnTitle="steered token"
      values={[divergences]}
      domain={[0, Math.max(0.1, most)]}
      numbers={false}
      unit="nats"
      name="steering-divergence"
    />
  );
}
