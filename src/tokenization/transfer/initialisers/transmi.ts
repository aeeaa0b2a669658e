import type { Initialiser } from "../transfer";
import { mean } from "./mean";

/** The rows of the pieces that are written so in their own script; tokens that are no such piece are means of their old pieces. */
export const transmi: Initialiser = {
  name: "transmi",
  title: "TransMI",
  reference: "Liu et al. 2024, arXiv 2405.09913",
  formula: "row = old row of the original with the largest (or smallest) score, or the mean of the originals’ rows",
  needs: ["originals"],
  copies: "all",
  prepare(transfer) {
    const fromPieces = mean.prepare(transfer);
    return (id) => transfer.originals?.get(reader.decode(transfer.target.bytesOf(id))) ?? fromPieces(id);
  },
};

const reader = new TextDecoder("utf-8", { ignoreBOM: true });
