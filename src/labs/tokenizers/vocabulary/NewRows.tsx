import { useState } from "react";
import { Details } from "../../../ui/Details";
import { Select } from "../../../ui/Select";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { rowMaps } from "../../../tokenization/transfer/maps";
import type { ChangeResult, RotationTold, ScoredModel } from "./result";

/** One new token at a time: of which old rows each initialiser makes it, and where it then lies. */
export function NewRows({ result: { words, models, rotation } }: { readonly result: ChangeResult }) {
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, words.length - 1);
  const explained = models.filter(({ formula }) => formula !== "");
  const made = models.filter(({ recipes }) => recipes.length > 0);
  const columns: readonly Column<ScoredModel>[] = [
    { key: "title", label: "Rows by", value: (row) => row.title, heading: true },
    {
      key: "shares",
      label: "Made of",
      value: (row) => sharesOf(row, at),
      render: (row) => <bdi>{sharesOf(row, at)}</bdi>,
    },
    {
      key: "near",
      label: "Lies near, by cosine",
      value: (row) => nearOf(row, at),
      render: (row) => <bdi>{nearOf(row, at)}</bdi>,
    },
    { key: "drawn", label: "Rows drawn", value: (row) => row.drawn },
  ];
  return (
    <section className="stack" aria-label="New rows">
      <h2>How a new row is made</h2>
      <Select
        label="New token"
        value={String(at)}
        options={words.map(({ text, count }, index) => ({
          value: String(index),
          label: `${shown(text)}, ${count.toLocaleString("en")} times in the text`,
        }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <Table
        caption={`The row of ${shown(words[at]!.text)}`}
        columns={columns}
        rows={made}
        rowKey={(row) => row.name}
        name="recipe"
      />
      <p className="note">
        A row with shares lies in the convex hull of the old rows: with a head without bias its logit is never above the
        largest of the old ones. A row that is drawn, or computed by a map, can be.
      </p>
      {rotation ? <p className="note numeric">{rotationSentence(rotation)}</p> : null}
      <Details summary="What each method does">
        <dl>
          {explained.map(({ name, title, formula, reference, note }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>
                <span className="formula">{formula}</span>{" "}
                <span className="note">
                  {reference}
                  {note === "" ? "" : `; ${note}`}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </Details>
    </section>
  );
}

function rotationSentence({ pairs, heldOut, before, after }: RotationTold): string {
  const fitted = `The old languages’ word vectors were rotated onto the new ones’ by ${pairs.toLocaleString("en")} pairs of words`;
  if (before === null || after === null) return `${fitted}.`;
  const share = (value: number) => `${showFixed(100 * value, 0)} %`;
  return `${fitted}; of ${heldOut} more pairs ${share(after)} then have their translation as nearest word, ${share(before)} without.`;
}

function sharesOf({ name, recipes }: ScoredModel, at: number): string {
  const recipe = recipes[at];
  if (rowMaps.some((map) => map.name === name)) return "computed by a map";
  if (!recipe || recipe.of === 0) return "drawn from the old rows’ distribution";
  const listed = recipe.shares.map(({ text, weight }) => `${showFixed(100 * weight, 0)} % ${shown(text)}`).join(", ");
  return recipe.of > recipe.shares.length ? `${listed} and ${recipe.of - recipe.shares.length} more` : listed;
}

function nearOf({ recipes }: ScoredModel, at: number): string {
  return (recipes[at]?.neighbours ?? []).map(({ text, cosine }) => `${shown(text)} ${showFixed(cosine, 2)}`).join(", ");
}

/** A token as it can be read: a space as ␣, a part of a character as bytes cannot be shown. */
function shown(text: string): string {
  return `“${text.replaceAll(" ", "␣").replaceAll("\n", "⏎").replaceAll("\uFFFD", "▯")}”`;
}
