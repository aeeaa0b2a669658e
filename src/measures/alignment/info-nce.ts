import { mean, sum } from "../../vectors";
import type { Similarities } from "./similarity";

/**
 * The mean over i of -log softmax_j(s_ij / temperature) at j = i, in nats: 0 where every row has its own column far above the others,
 * ln n where it cannot tell n of them apart (van den Oord et al. 2018, arXiv 1807.03748).
 */
export function infoNce(similarities: Similarities, temperature: number): number {
  const losses = similarities.map((row, i) => {
    const most = Math.max(...row);
    return Math.log(sum(row.map((value) => Math.exp((value - most) / temperature)))) - (row[i]! - most) / temperature;
  });
  return mean(losses);
}
