import type { Initialiser } from "../transfer";
import { align } from "./align";
import { cw2v } from "./cw2v";
import { focus } from "./focus";
import { mean } from "./mean";
import { merge } from "./merge";
import { multivariate } from "./multivariate";
import { ofa } from "./ofa";
import { random } from "./random";
import { script } from "./script";
import { scriptIdentity } from "./script-identity";
import { scriptPosition } from "./script-position";
import { transTokenization } from "./trans-tokenization";
import { transmi } from "./transmi";
import { wechsel } from "./wechsel";

/** Every initialiser. A new one is a file beside these and a line here. */
export const initialisers: readonly Initialiser[] = [
  random,
  multivariate,
  script,
  scriptPosition,
  scriptIdentity,
  mean,
  merge,
  align,
  wechsel,
  focus,
  ofa,
  transTokenization,
  transmi,
  cw2v,
];
