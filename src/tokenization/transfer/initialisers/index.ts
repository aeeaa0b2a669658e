import type { Initialiser } from "../transfer";
import { align } from "./align";
import { focus } from "./focus";
import { mean } from "./mean";
import { merge } from "./merge";
import { ofa } from "./ofa";
import { random } from "./random";
import { transTokenization } from "./trans-tokenization";
import { transmi } from "./transmi";
import { wechsel } from "./wechsel";

/** Every initialiser. A new one is a file beside these and a line here. */
export const initialisers: readonly Initialiser[] = [
  random,
  mean,
  merge,
  align,
  wechsel,
  focus,
  ofa,
  transTokenization,
  transmi,
];
