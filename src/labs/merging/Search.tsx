import type { Document } from "../../experiments/documents/merging";
import { Button } from "../../ui/Button";
import { Curve, type CurveSeries } from "../../ui/Curve";
import { HeatMap } from "../../ui/HeatMap";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageColour, languageOf } from "../../ui/languages";
import { type Column, showFixed, Table } from "../../ui/Table";
import type { PanelProps } from "../lab";
import type { HeldOut, SearchResult } from "./result";
import { SearchHeadline } from "./SearchHeadline";
import { goalTitles, shortTitle } from "./titles";

interface SearchProps extends Pick<PanelProps<Document>, "edit"> {
  readonly search: SearchResult;
}

/** Every merge that was tried by its number, the best of them, and what it is worth on items that did not choose it. */
export function Search({ search, edit }: SearchProps) {
  const { best, bestRecipe, goal } = search;
  const { unit, measured, digits } = goalTitles[goal];
  const known = search.values.flat(2).filter((value): value is number => value !== null);
  const domain: readonly [number, number] = [Math.min(...known), Math.max(...known)];
  const format = (value: number) => showFixed(value, digits);
  return (
    <section className="stack" aria-label="Search">
      <SearchHeadline search={search} />
      <h2>{search.kind === "evolve" ? "The search, merge by merge" : "Every merge that was tried"}</h2>
      {search.sheets.map((sheet, index) =>
        search.rows.length > 1 ? (
          <HeatMap
            key={sheet}
            caption={`${measured} on the ${search.developmentItems} items that choose the best${sheet === "" ? "" : `; ${sheet}`}${best?.sheet === index ? "; the best is framed" : ""}`}
            rowTitle={search.rowTitle}
            columnTitle={search.columnTitle}
            rowLabels={search.rows}
            columnLabels={search.columns}
            values={search.values[index]!}
            domain={domain}
            format={format}
            unit={unit}
            selected={best?.sheet === index ? best : null}
            name={`search-${index}`}
          />
        ) : (
          <Curve
            key={sheet}
            caption={`${measured} on the ${search.developmentItems} items that choose the best`}
            xLabel={search.columnTitle}
            yLabel={unit}
            series={linesOf(search, search.values[index]![0]!)}
            yFormat={format}
            name="search"
          />
        ),
      )}
      {search.beside ? <Beside search={search} beside={search.beside} /> : null}
      {search.families ? <Families families={search.families} /> : null}
      {search.reused > 0 ? <p className="note">{search.reused} of them were known from a search before.</p> : null}
      {best && bestRecipe ? (
        <div className="row">
          <Button onClick={() => edit({ recipe: bestRecipe, draft: "", task: "merge" })}>
            Open the best as the recipe
          </Button>
        </div>
      ) : null}
      {search.heldOut.length > 0 ? (
        <Table
          caption={`${measured} on held-out items, with 95 % bootstrap intervals: the honest number, as none of them chose the merge. The last columns are the best merge less the model, on the same items`}
          columns={[
            {
              key: "role",
              label: "Model",
              value: ({ role, name }) => name ?? (role === "merge" ? "Best merge" : shortTitle(role)),
              heading: true,
            },
            { key: "value", label: unit, value: ({ value }) => value, digits: 3 },
            { key: "low", label: "from", value: ({ low }) => low, digits: 3 },
            { key: "high", label: "to", value: ({ high }) => high, digits: 3 },
            { key: "n", label: "items", value: ({ n }) => n },
            ...(search.heldOut.some(({ bestLess }) => bestLess) ? differenceColumns : []),
          ]}
          rows={search.heldOut}
          rowKey={({ role }) => role}
          name="search-held-out"
        />
      ) : null}
    </section>
  );
}

interface BesideProps {
  readonly search: SearchResult;
  readonly beside: NonNullable<SearchResult["beside"]>;
}

/** The second number of the same merges, which chose nothing. */
function Beside({ search, beside: { goal, values } }: BesideProps) {
  const { unit, measured, digits } = goalTitles[goal];
  return (
    <Curve
      caption={`${measured}, of the same merges`}
      xLabel={search.columnTitle}
      yLabel={unit}
      series={[
        {
          id: "beside",
          label: "merge",
          colour: "var(--ink)",
          points: search.columns.map((column, i) => ({ x: Number(column), y: values[i] ?? null })),
        },
      ]}
      yFormat={(value) => showFixed(value, digits)}
      name="search-beside"
    />
  );
}

/** Which expert serves which language, as the development sentences say. */
function Families({ families }: { readonly families: Readonly<Record<string, string>> }) {
  const experts = [...new Set(Object.values(families))];
  return (
    <>
      {experts.map((expert) => (
        <p key={expert} className="row">
          <span>{expert} serves</span>
          {Object.keys(families)
            .filter((language) => families[language] === expert)
            .map((language) => (
              <LanguageTag key={language} code={language} named />
            ))}
        </p>
      ))}
      <p className="note">
        A text goes to the expert of the language it is told to be in; each language’s expert is the cheaper one on
        development sentences.
      </p>
    </>
  );
}

const dashes = ["6 3", "2 3", "8 3 2 3", "4 4", "1 4"];

/** The number that chooses and, where there are several languages, each one's own. */
function linesOf(
  { columns, byLanguage = {} }: SearchResult,
  values: readonly (number | null)[],
): readonly CurveSeries[] {
  const pointsOf = (of: readonly (number | null)[]) =>
    columns.map((column, i) => ({ x: Number(column), y: of[i] ?? null }));
  const languages = Object.entries(byLanguage);
  const all = languages.length > 1 ? "all together" : "merge";
  return [
    { id: "merge", label: all, colour: "var(--ink)", points: pointsOf(values) },
    ...(languages.length > 1
      ? languages.map(([language, own], index) => ({
          id: language,
          label: languageOf(language).name,
          colour: languageColour(language),
          dash: dashes[index % dashes.length]!,
          points: pointsOf(own),
        }))
      : []),
  ];
}

/** The best merge less the model, paired. */
const differenceColumns: readonly Column<HeldOut>[] = [
  { key: "less", label: "Best less it", value: ({ bestLess }) => bestLess?.value ?? null, digits: 3 },
  { key: "less-low", label: "from", value: ({ bestLess }) => bestLess?.low ?? null, digits: 3 },
  { key: "less-high", label: "to", value: ({ bestLess }) => bestLess?.high ?? null, digits: 3 },
];
