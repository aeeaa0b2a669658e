import type { Further } from "../../../experiments/documents/steering-applying";
import { languageOf } from "../../../ui/languages";
import { traitEnds } from "../traits";

/** "English to German"; "sad to happy (en)". */
export function nameOf({ between, source, target }: Pick<Further, "between" | "source" | "target">): string {
  if (between === "languages") return `${languageOf(source).name} to ${languageOf(target).name}`;
  return `${traitEnds[between].join(" to ")} (${source === "mul" ? "all" : source})`;
}
