import type { ParallelSentences } from "../../../data/parallel-languages";
import type { Further } from "../../../experiments/documents/steering-applying";
import { unwrap } from "../../../result";
import type { LayerAnalysis } from "../../../steering/layers";
import { analysed, readSets } from "../reading";
import { textSetsOf } from "../settings";
import { storySets } from "../stories";
import type { Setting } from "../writing";
import { nameOf } from "./names";

/** A direction that joins the first, at every layer. */
export interface FurtherDirection extends Pick<Further, "operation" | "strength"> {
  readonly name: string;
  readonly analyses: readonly LayerAnalysis[];
}

/** Makes the further directions that the document names, by its method, each from texts of its own. */
export async function furtherDirections(
  setting: Setting,
  parallel: ParallelSentences,
): Promise<readonly FurtherDirection[]> {
  const directions: FurtherDirection[] = [];
  for (const further of setting.document.applying.further) {
    const name = nameOf(further);
    const analyses = await analysesBetween(setting, parallel, further, name);
    directions.push({ name, analyses, operation: further.operation, strength: further.strength });
  }
  return directions;
}

/** Where the stream lies nearer to the second language of the condition than to the first, by layer; null for none. */
export async function conditionOf(
  setting: Setting,
  parallel: ParallelSentences,
): Promise<readonly LayerAnalysis[] | null> {
  const { condition } = setting.document.applying;
  if (condition === null) return null;
  return await analysesBetween(setting, parallel, { between: "languages", ...condition }, "the condition");
}

/** The direction between two languages, or between two kinds of stories, at every layer. */
export async function analysesBetween(
  setting: Setting,
  parallel: ParallelSentences,
  { between, source, target }: Pick<Further, "between" | "source" | "target">,
  name: string,
): Promise<readonly LayerAnalysis[]> {
  const { document } = setting;
  const sets =
    between === "languages"
      ? textSetsOf({ ...document, texts: "parallel", source, target }, parallel)
      : textSetsOf(document, parallel, await storySets({ ...document, trait: between, storyLanguage: source }));
  return analysed(await readSets(setting, unwrap(sets), `reading ${name}`), document);
}
