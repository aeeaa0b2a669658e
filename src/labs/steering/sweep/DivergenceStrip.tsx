import { HeatMap } from "../../../ui/HeatMap";
import type { Piece } from "../result";

export interface DivergenceStripProps {
  readonly pieces: readonly Piece[];
  /** Nats, one a piece. */
  readonly divergences: readonly number[];
}

/** How hard the push works before each token of the steered text. */
export function DivergenceStrip({ pieces, divergences }: DivergenceStripProps) {
  return (
    <HeatMap
      caption="How hard the push works before each token of the steered text: KL(steered ‖ unsteered) behind the same prefix, in nats."
      rowLabels={["KL"]}
      columnLabels={pieces.map(({ text }) => text.replaceAll("\n", "↵").trim() || "␣")}
      rowTitle="nats"
      columnTitle="steered token"
      values={[divergences]}
      domain={[0, Math.max(0.1, ...divergences)]}
      numbers={false}
      unit="nats"
      name="steering-divergence"
    />
  );
}
