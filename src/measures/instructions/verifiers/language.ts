import { identify } from "../../../codeswitch/identify";
import type { Verifier } from "../instruction";

/** The languages that a reply is told apart from; the one asked for is added. */
const candidates = ["en", "de", "es", "hi", "tr", "fr"];

/** The reply is identified as the language, of six and itself. `loadIdentifier` must have finished. */
export const language: Verifier<"language"> = (reply, { language: wanted }) =>
  identify(reply, [...new Set([...candidates, wanted])]).language === wanted;
