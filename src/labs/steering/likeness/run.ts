import type { ParallelSentences } from "../../../data/parallel-languages";
import { cosinesOf } from "../../../steering/algebra";
import type { LayerAnalysis } from "../../../steering/layers";
import { cosine } from "../../../steering/vectors";
import type { FurtherDirection } from "../applying/further";
import { analysesBetween } from "../applying/further";
import { nameOf } from "../applying/names";
import type { Likeness } from "../result";
import { storyLanguages } from "../traits";
import type { Setting } from "../writing";
import { nearestTokens } from "./nearest-tokens";

/** What the direction is like at each of these layers: beside itself at others, beside other directions, and as the head reads it. */
export async function likenessOf(
  setting: Setting,
  parallel: ParallelSentences,
  analyses: readonly LayerAnalysis[],
  further: readonly FurtherDirection[],
): Promise<Likeness> {
  const others: Pick<FurtherDirection, "name" | "analyses">[] = [...further];
  for (const between of comparedTo(setting)) {
    const name = nameOf(between);
    others.push({ name, analyses: await analysesBetween(setting, parallel, between, name) });
  }
  return {
    acrossLayers: cosinesOf(analyses.map(({ direction }) => direction)),
    others: others.map(({ name }) => name),
    cosines: analyses.map(({ direction, layer }) =>
      others.map((other) => cosine(direction, other.analyses[layer]!.direction)),
    ),
    tokens: await nearestTokens(setting, analyses),
  };
}

/** The same step in other languages: from the source to them, or the same trait in their stories. */
function comparedTo({ document }: Setting) {
  const { texts, source, target, trait, storyLanguage } = document;
  if (texts === "stories") {
    return storyLanguages
      .filter((language) => language !== storyLanguage)
      .map((language) => ({ between: trait, source: language as string, target: language as string }));
  }
  const from = texts === "parallel" ? source : "en";
  return storyLanguages
    .filter((language) => language !== from && (texts === "own" || language !== target))
    .map((language) => ({ between: "languages" as const, source: from, target: language as string }));
}
