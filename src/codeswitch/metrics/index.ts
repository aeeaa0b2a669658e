import { burstiness, sampleBurstiness } from "./burstiness";
import { cmi2014 } from "./cmi-2014";
import { cmi2016 } from "./cmi-2016";
import { iIndex } from "./i-index";
import { languageEntropy } from "./language-entropy";
import { mIndex } from "./m-index";
import { memory } from "./memory";
import type { Metric } from "./metric";
import { spanEntropy } from "./span-entropy";
import { symcom } from "./symcom";

/** Every measure of mixing, in the order the lab shows them. A new one is a file beside these and a line here. */
export const metrics: readonly Metric[] = [
  cmi2014,
  cmi2016,
  mIndex,
  languageEntropy,
  iIndex,
  burstiness,
  sampleBurstiness,
  spanEntropy,
  memory,
  symcom,
];
