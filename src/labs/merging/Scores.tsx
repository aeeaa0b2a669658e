import { useMemo } from "react";
import { Details } from "../../ui/Details";
import { HeatMap } from "../../ui/HeatMap";
import { LanguageTag } from "../../ui/LanguageTag";
import { showP } from "../../ui/show-fixed";
import { type Column, showFixed, Table } from "../../ui/Table";
import { type Cell, cellsOf, correctedTests, isClear, languagesOf } from "./compare";
import type { MergingResult, Role } from "./result";
import { shortTitle, titleOf } from "./titles";

interface ScoresProps {
  readonly result: MergingResult;
  readonly baseline: Role;
}

/** Bits per byte of every model in every language, as the difference to the baseline, with the numbers beneath. */
export function Scores({ result, baseline }: ScoresProps) {
  const cells = useMemo(() => cellsOf(result, baseline), [result, baseline]);
  const languages = languagesOf(result);
  if (languages.length === 0) return null;
  const rows = result.models.map(({ role }) => role);
  const cell = (role: Role, language: string) =>
    cells.find((candidate) => candidate.role === role && candidate.language === language);
  const values = rows.map((role) =>
    languages.map((language) => {
      const found = cell(role, language);
      if (found === undefined) return null;
      return role === baseline ? 0 : found.less;
    }),
  );
  const reach = Math.max(0.02, ...values.flat().map((value) => Math.abs(value ?? 0)));
  const sentences = result.scores[0]?.bits.length ?? 0;
  return (
    <section className="stack" aria-label="Bits per byte">
      <h2>What each language costs</h2>
      <HeatMap
        caption={`Bits per byte on ${sentences} held-out sentences a language, less those of ${titleOf(result, baseline)}: below zero the model finds the sentences less surprising.`}
        rowTitle="model"
        columnTitle="language"
        rowLabels={rows.map((role) => shortTitle(role))}
        columnLabels={languages}
        values={values}
        scale="diverging"
        baseline={0}
        domain={[-reach, reach]}
        format={signed}
        unit="bits/byte"
        name="bits-per-byte-differences"
        describe={(row, column) => {
          const found = cell(rows[row]!, languages[column]!);
          return found && describe(found);
        }}
      />
      <Table
        caption={`Bits per byte; the last columns are the merge less ${shortTitle(baseline)} on the same sentences, with its 95 % interval and p by a paired permutation test, corrected after Holm over the languages`}
        columns={summaryColumns(result, baseline, cell, correctedTests(cells))}
        rows={languages}
        rowKey={(language) => language}
        name="bits-per-byte"
      />
      <Details summary="Every interval" costly>
        <Table
          caption="Bits per byte with 95 % bootstrap intervals over sentences; differences are paired"
          columns={columns(result, baseline)}
          rows={cells}
          rowKey={({ role, language }) => `${role}-${language}`}
          name="bits-per-byte-intervals"
        />
      </Details>
    </section>
  );
}

function summaryColumns(
  result: MergingResult,
  baseline: Role,
  cell: (role: Role, language: string) => Cell | undefined,
  tests: ReadonlyMap<string, number>,
): readonly Column<string>[] {
  const difference = (language: string) => cell("merge", language)?.difference;
  return [
    {
      key: "language",
      label: "Language",
      value: (language) => language,
      render: (language) => <LanguageTag code={language} named />,
      heading: true,
    },
    ...result.models.map(({ role }) => ({
      key: role,
      label: shortTitle(role),
      value: (language: string) => cell(role, language)?.value ?? null,
      digits: 3,
    })),
    {
      key: "difference",
      label: `Merge less ${shortTitle(baseline)}`,
      value: (language) => cell("merge", language)?.less ?? null,
      digits: 3,
    },
    { key: "low", label: "from", value: (language) => difference(language)?.low ?? null, digits: 3 },
    { key: "high", label: "to", value: (language) => difference(language)?.high ?? null, digits: 3 },
    {
      key: "p",
      label: "p",
      value: (language) => tests.get(language) ?? null,
      render: (language) => showP(tests.get(language)),
    },
  ];
}

function columns(result: MergingResult, baseline: Role): readonly Column<Cell>[] {
  return [
    { key: "role", label: "Model", value: ({ role }) => titleOf(result, role), heading: true },
    {
      key: "language",
      label: "Language",
      value: ({ language }) => language,
      render: ({ language }) => <LanguageTag code={language} />,
    },
    { key: "value", label: "Bits per byte", value: (cell) => cell.value, digits: 3 },
    { key: "low", label: "from", value: (cell) => cell.bitsPerByte.low, digits: 3 },
    { key: "high", label: "to", value: (cell) => cell.bitsPerByte.high, digits: 3 },
    {
      key: "difference",
      label: `Less ${shortTitle(baseline)}`,
      value: (cell) => cell.less,
      digits: 3,
    },
    { key: "difference-low", label: "from", value: (cell) => cell.difference?.low ?? null, digits: 3 },
    { key: "difference-high", label: "to", value: (cell) => cell.difference?.high ?? null, digits: 3 },
  ];
}

/** Two digits with their sign; what rounds to zero has none. */
function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded > 0 ? `+${showFixed(rounded, 2)}` : showFixed(rounded === 0 ? 0 : rounded, 2);
}

function describe(cell: Cell): string {
  const { low, high } = cell.bitsPerByte;
  const own = `${showFixed(cell.value, 3)} bits per byte (${showFixed(low, 2)} to ${showFixed(high, 2)})`;
  if (!cell.difference) return own;
  return `${own}; difference ${showFixed(cell.difference.low, 3)} to ${showFixed(cell.difference.high, 3)}${isClear(cell) ? "" : ", not told from zero"}`;
}
