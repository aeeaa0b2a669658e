import { useState } from "react";
import type { Document, Variant } from "../../experiments/documents/measures";
import { recipeOfMap } from "../../merging/layer-map";
import type { Problem } from "../../result";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import type { BenchProps, PanelProps } from "../lab";
import { CostLine } from "./CostLine";
import { variantsFromLink } from "./from-link";
import type { MeasuresResult } from "./result";
import { VariantEditor } from "./VariantEditor";

const most = 8;

/** What is compared, side by side, and what comparing costs. */
export function Bench({ document, edit, result, recorded }: BenchProps<Document, MeasuresResult>) {
  const { variants } = document;
  const replace = (at: number, variant: Variant, gesture?: string) =>
    edit({ variants: variants.map((other, index) => (index === at ? variant : other)) }, gesture);
  return (
    <section className="stack-close" aria-label="Variants">
      <ol className="measures-variants">
        {variants.map((variant, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a variant is its place
          <li key={index}>
            <VariantEditor
              variant={variant}
              place={index}
              onChange={(changed, gesture) => replace(index, changed, gesture)}
              onRemove={
                variants.length > 1
                  ? () => edit({ variants: variants.filter((_, other) => other !== index) })
                  : undefined
              }
              onFirst={
                index > 0
                  ? () => edit({ variants: [variant, ...variants.filter((other) => other !== variant)] })
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      {variants.length < most ? <AddVariants document={document} edit={edit} /> : null}
      <CostLine document={document} result={result} recorded={recorded} />
    </section>
  );
}

const fresh: readonly (readonly [label: string, variant: Variant])[] = [
  ["Add a checkpoint", { kind: "checkpoint", name: "", model: "polyglot-base", weights: "f32" }],
  [
    "Add a merge",
    {
      kind: "merge",
      name: "",
      weights: "f32",
      recipe: recipeOfMap({
        a: "polyglot-de",
        b: "polyglot-hi",
        method: "linear",
        shares: Array.from({ length: 8 }, () => 0.5),
        embeddings: "average",
        norm: "average",
        head: "average",
      }),
    },
  ],
  [
    "Add a steered model",
    {
      kind: "steering",
      name: "",
      model: "polyglot-base",
      weights: "f32",
      source: "en",
      target: "de",
      method: "mean-difference",
      position: "mean",
      layer: null,
      strength: 1,
      span: "both",
    },
  ],
];

function AddVariants({ document, edit }: PanelProps<Document>) {
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = (added: readonly Variant[]) => edit({ variants: [...document.variants, ...added].slice(0, most) });

  async function addLink(): Promise<void> {
    const read = await variantsFromLink(link);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    add(read.value);
    setLink("");
  }

  return (
    <>
      <div className="row measures-add">
        {fresh.map(([label, variant]) => (
          <Button key={label} onClick={() => add([variant])}>
            {label}
          </Button>
        ))}
      </div>
      <div className="row measures-add">
        <Field
          label="Or from a link of the merging or steering lab"
          value={link}
          onChange={setLink}
          onSubmit={() => void addLink()}
          mono
        />
        <Button disabled={link.trim() === ""} onClick={() => void addLink()}>
          Add from link
        </Button>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}
