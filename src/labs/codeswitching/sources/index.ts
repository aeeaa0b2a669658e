import type { Document } from "../../../experiments/documents/codeswitching";
import { agents } from "./agents";
import { corpus } from "./corpus";
import { entities } from "./entities";
import { grammar } from "./grammar";
import { lexicon } from "./lexicon";
import { model } from "./model";
import { own } from "./own";
import type { Source } from "./source";

/** Every way to make switched text, in the order the lab offers them. */
export const sources: readonly Source[] = [grammar, lexicon, entities, model, agents, corpus, own];

export function sourceOf({ source }: Pick<Document, "source">): Source {
  return sources.find(({ id }) => id === source)!;
}
