import { Suspense } from "react";
import type { Document } from "../../experiments/documents/merging";
import type { BenchProps } from "../lab";
import { LayerMapEditor } from "./LayerMapEditor";
import { Details } from "../../ui/Details";
import { lazily } from "../../ui/lazily";
import { Lineage } from "./Lineage";
import type { MergingResult } from "./result";
import { partnersOf, type RecipeUse, recipeUse } from "./settings";

/** YAML is fetched beside the map, not before it. */
const YamlEditor = lazily(async () => ({ default: (await import("./YamlEditor")).YamlEditor }), { ahead: true });

/** What the fold says where a run does not take the recipe whole. */
const folded: Readonly<Record<Exclude<RecipeUse, "whole">, string>> = {
  models: "The recipe, of which Run takes the models alone",
  "outside layers": "The recipe, whose layers are what is searched",
};

/** The recipe, twice: as a map of layers and as YAML; and what it is made of. Folded away where it does not run as it is drawn. */
export function Bench(props: BenchProps<Document, MergingResult>) {
  const use = recipeUse(props.document);
  return (
    <section aria-label="Recipe">
      {use === "whole" ? (
        <Recipe {...props} />
      ) : (
        <Details summary={folded[use]} costly>
          <Recipe {...props} />
        </Details>
      )}
    </section>
  );
}

function Recipe({ document, edit, result }: BenchProps<Document, MergingResult>) {
  const opened = result?.models.find(({ role }) => role === "a")?.name === partnersOf(document.recipe).a;
  const depth = opened ? result?.depth : undefined;
  const mlpNorm = opened ? result?.sharing?.mlpNorm : undefined;
  return (
    <div className="merging-bench">
      <LayerMapEditor document={document} edit={edit} depth={depth} mlpNorm={mlpNorm} />
      <div className="stack-close">
        <Suspense fallback={<div className="merging-yaml-room" />}>
          <YamlEditor document={document} edit={edit} />
        </Suspense>
        <Lineage document={document} edit={edit} depth={depth} />
      </div>
    </div>
  );
}
