import { itemRows } from "../../measures/card/item-rows";
import { Button } from "../../ui/Button";
import { download } from "../../ui/csv";
import { useOrigin, useSource } from "../../ui/figure-place";
import { type Row, RowsFile } from "../../ui/RowsFile";
import { ScriptButton } from "../../ui/ScriptButton";
import type { Card } from "./card";
import { changesOf, numbersCsv } from "./numbers";
import type { MeasuresResult } from "./result";

/** A card to take along: every facet, the whole result, what goes on with larger models, and every item. */
export function CardFiles({ card, result }: { readonly card: Card; readonly result: MeasuresResult }) {
  const origin = useOrigin();
  const source = useSource();

  function saveFacets(): void {
    download("scorecard-facets.csv", numbersCsv(card, result, true, origin()), "text/csv;charset=utf-8");
  }

  function saveAll(): void {
    const whole = { format: "babelscope-scorecard", version: 1, ...source(), changes: changesOf(card), ...result };
    download("scorecard.json", `${JSON.stringify(whole, null, 1)}\n`, "application/json");
  }

  return (
    <>
      <div className="row">
        <Button kind="quiet" onClick={saveFacets}>
          Download every facet as CSV
        </Button>
        <Button kind="quiet" onClick={saveAll}>
          Download JSON
        </Button>
        <ScriptButton name="card.py" load={() => import("../../../scripts/card.py?raw")} />
      </div>
      {card.measures.some(({ id }) => id === "bits-per-byte") ? (
        <p className="note">
          <code>python card.py scorecard.json BASE OTHER</code> measures bits per byte of larger models on the same
          sentences, with transformers; with <code>--tokens</code> it counts tokens alone.
        </p>
      ) : null}
      <RowsFile
        what="Items"
        name="scorecard-items"
        csv
        rows={() => everyItem(card, result)}
        note="Every item with what each model wrote and how it scored."
      />
    </>
  );
}

/** Every item of every number, as each variant did at it. */
function everyItem(card: Card, { readings }: MeasuresResult): readonly Row[] {
  return readings.flatMap(({ variant, readings: own }) => {
    const { title = variant, checkpoint = "" } = card.variants.find(({ id }) => id === variant) ?? {};
    return own.flatMap((reading) =>
      itemRows(reading, card.itemsOf(reading), card.answersOf(variant, reading)).map((row) => ({
        variant: title,
        checkpoint,
        ...row,
      })),
    );
  });
}
