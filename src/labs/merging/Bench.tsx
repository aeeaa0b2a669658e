import { Suspense } from "react";
import type { Document } from "../../experiments/documents/merging";
import type { BenchProps } from "../lab";
import { LayerMapEditor } from "./LayerMapEditor";
import { Lineage } from "./Lineage";
import type { MergingResult } from "./result";
import { partnersOf } from "./settings";
import { lazily } from "../../ui/lazily";

/** YAML is fetched beside the map, not before it. */
const YamlEditor = lazily(async () => ({ default: (await import("./YamlEditor")).YamlEditor }));

/** The recipe, twice: as a map of layers and as YAML; and what it is made of. */
export function Bench({ document, edit, result }: BenchProps<Document, MergingResult>) {
  const opened = result?.models.find(({ role }) => role === "a")?.name === partnersOf(document.recipe).a;
  const depth = opened ? result?.depth : undefined;
  const mlpNorm = opened ? result?.sharing?.mlpNorm : undefined;
  return (
    <section className="merging-bench" aria-label="Recipe">
      <LayerMapEditor document={document} edit={edit} depth={depth} mlpNorm={mlpNorm} />
      <div className="stack-close">
        <Suspense fallback={<div className="merging-yaml-room" />}>
          <YamlEditor document={document} edit={edit} />
        </Suspense>
        <Lineage document={document} edit={edit} depth={depth} />
      </div>
    </section>
  );
}
