import type { Initialiser } from "../transfer";
import { scriptPosition } from "./script-position";

/** By script and place, with the rows of tokens that both vocabularies have as they were. */
export const scriptIdentity: Initialiser = {
  ...scriptPosition,
  name: "script-identity",
  title: "Drawn by script and place, shared rows kept",
  formula: "row = old row of the same token, else drawn as by script and place",
  copies: "all",
};
