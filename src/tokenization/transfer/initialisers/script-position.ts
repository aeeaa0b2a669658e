import type { Initialiser } from "../transfer";
import { drawsBy, script } from "./script";

/** By script, tokens that begin a word apart from those inside one. */
export const scriptPosition: Initialiser = {
  ...script,
  name: "script-position",
  title: "Drawn by script and place in the word",
  formula: "row ~ N(mean, deviation) of the old rows of its script that begin a word as it does, or do not",
  draws: (transfer) =>
    drawsBy(transfer, (bytes, name) => [`${name}, ${bytes[0] === space ? "initial" : "medial"}`, name]),
};

const space = 0x20;
