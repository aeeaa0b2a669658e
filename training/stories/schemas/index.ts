import { play } from "./play";
import type { Schema } from "./teller";

/** All schemas, by topic. */
export const schemas: readonly Schema[] = [...play];
