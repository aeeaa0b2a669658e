import { LabError, type Problem } from "../../result";
import type { Encoder } from "../../tokenization/encoder";
import { builtInAtHand, builtInDescriptions, loadBuiltIn, type TokenizerDescription } from "../built-in-encoders";
import { ownTokenizers } from "./own-tokenizers";

/** What is known of a tokenizer before it is loaded. */
export function describeTokenizer(id: string): TokenizerDescription {
  const name = id.replace(/^own:/, "").replace(/-\d+$/, "");
  return builtInDescriptions[id] ?? { short: name, name, about: "a tokenizer.json of your own", download: 0 };
}

/** The encoder, when nothing has to be fetched for it. */
export function encoderAtHand(id: string): Encoder | undefined {
  return ownTokenizers.getState().get(id) ?? builtInAtHand(id);
}

/** The encoder of an id; fetches its vocabulary the first time. Throws LabError. */
export async function loadEncoder(id: string, signal?: AbortSignal): Promise<Encoder> {
  const encoder = encoderAtHand(id) ?? (await loadBuiltIn(id, signal));
  if (encoder === undefined) throw new LabError(notHere(id));
  return encoder;
}

function notHere(id: string): Problem {
  return {
    code: "tokenizer-invalid",
    what: `This experiment uses a tokenizer file that is not in the link: ${describeTokenizer(id).name}.`,
    remedy: "Add the file under “Tokenizers”, or take it off the list.",
    facts: { tokenizer: id },
  };
}
