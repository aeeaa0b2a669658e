import { LabError, type Problem } from "../../result";
import type { Encoder } from "../../tokenization/encoder";
import { builtInAtHand, builtInDescriptions, loadBuiltIn, type TokenizerDescription } from "../built-in-encoders";
import type { RunTools } from "../lab";
import { keepHubTokenizer, ownTokenizers } from "./own-tokenizers";

/** What is known of a tokenizer before it is loaded. */
export function describeTokenizer(id: string): TokenizerDescription {
  const repository = repositoryOf(id);
  if (repository !== undefined) {
    const short = repository.replace(/^.*?\/|@.*$/g, "");
    return { short, name: repository, about: "of a repository on the hub", download: 0 };
  }
  const name = id.replace(/^own:/, "").replace(/-\d+$/, "");
  return builtInDescriptions[id] ?? { short: name, name, about: "a tokenizer.json of your own", download: 0 };
}

/** The encoder, when nothing has to be fetched for it. */
export function encoderAtHand(id: string): Encoder | undefined {
  return ownTokenizers.getState().get(id) ?? builtInAtHand(id);
}

/** The repository of a tokenizer that is named by it, as `owner/name` or `owner/name@revision`. */
export function repositoryOf(id: string): string | undefined {
  return /^hub:(.+)$/.exec(id)?.[1];
}

/** What loading an encoder takes: a repository's comes through the engine. */
export interface EncoderTools {
  readonly signal?: AbortSignal;
  readonly engine?: Pick<RunTools["engine"], "tokenizer">;
}

/** The encoder of an id; fetches its vocabulary the first time. Throws LabError. */
export async function loadEncoder(id: string, { signal, engine }: EncoderTools = {}): Promise<Encoder> {
  const known = encoderAtHand(id) ?? (await loadBuiltIn(id, signal));
  if (known !== undefined) return known;
  const repository = repositoryOf(id);
  if (repository === undefined || engine === undefined) throw new LabError(notHere(id));
  return keepHubTokenizer(id, await engine.tokenizer(repository, { ...(signal && { signal }) }));
}

function notHere(id: string): Problem {
  return {
    code: "tokenizer-invalid",
    what: `This experiment uses a tokenizer file that is not in the link: ${describeTokenizer(id).name}.`,
    remedy: "Add the file under “Tokenizers”, or take it off the list.",
    facts: { tokenizer: id },
  };
}
