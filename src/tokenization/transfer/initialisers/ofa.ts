import type { Initialiser } from "../transfer";
import { wechsel } from "./wechsel";

/** WECHSEL's rows, with shared tokens kept. With a rank given to the checkpoint the old rows are first cut to it by SVD. */
export const ofa: Initialiser = {
  ...wechsel,
  name: "ofa",
  title: "OFA",
  reference: "Liu et al. 2024, arXiv 2311.08849",
  formula: "row = Σ over the 10 nearest old tokens of softmax(cos / 0.1) · row of E cut to rank k",
  copies: "all",
};
