import { useState } from "react";
import { itemRows } from "../../measures/card/item-rows";
import { measuresOf } from "../../measures/card/registry";
import { Checkbox } from "../../ui/Checkbox";
import { Details } from "../../ui/Details";
import { languageOf } from "../../ui/languages";
import { type Row, RowsFile } from "../../ui/RowsFile";
import { Select } from "../../ui/Select";
import { Table } from "../../ui/Table";
import type { MergingResult, Role, SkillReading } from "./result";
import { markOf } from "./skill-words";
import { shortTitle, titleOf } from "./titles";

interface SkillItemsProps {
  readonly result: MergingResult;
  readonly baseline: Role;
}

/** Item by item: what was asked, and what each model wrote; at first those that count otherwise for the merge than for the baseline. */
export function SkillItems({ result, baseline }: SkillItemsProps) {
  const { models, skills = [], skillItems = {} } = result;
  const sets = (skills[0]?.readings ?? []).filter(({ set, answers }) => answers && skillItems[set]);
  const [chosen, setChosen] = useState("");
  const [differingOnly, setDifferingOnly] = useState(true);
  const shown = sets.find(({ set }) => set === chosen) ?? sets[0];
  if (!shown) return null;
  const readingOf = (role: Role): SkillReading | undefined =>
    skills.find((of) => of.role === role)?.readings.find(({ set }) => set === shown.set);
  const mark = (role: Role, item: number) => markOf(readingOf(role), item);
  const rows = (skillItems[shown.set] ?? [])
    .map((asked, item) => ({ asked, item }))
    .filter(({ item }) => !differingOnly || mark("merge", item) !== mark(baseline, item));
  const answer = (role: Role, item: number) => `${mark(role, item)} ${readingOf(role)?.answers?.[item] ?? ""}`;
  return (
    <Details summary="What was asked, and what each wrote">
      <Select
        label="Items"
        value={shown.set}
        options={sets.map(({ set, measure, language }) => ({
          value: set,
          label: `${measuresOf([measure])[0]?.name ?? measure}, ${languageOf(language).name}`,
        }))}
        onChange={setChosen}
      />
      <Checkbox
        label={`Only those that count otherwise for the merge than for ${shortTitle(baseline)}`}
        checked={differingOnly}
        onChange={setDifferingOnly}
      />
      <Table
        caption={
          rows.length === 0
            ? "No item counts otherwise."
            : "✓ right, or all of it kept; 1 of 2 where a part is; ✗ wrong; – not counted; then each model’s own words"
        }
        columns={[
          {
            key: "asked",
            label: "Item",
            value: ({ asked }) => asked,
            render: ({ asked }) => <bdi>{asked}</bdi>,
            heading: true,
          },
          ...models.map(({ role }) => ({
            key: role,
            label: shortTitle(role),
            value: ({ item }: { readonly item: number }) => answer(role, item),
            render: ({ item }: { readonly item: number }) => <bdi>{answer(role, item)}</bdi>,
          })),
        ]}
        rows={rows}
        rowKey={({ item }) => String(item)}
        name="skill-items"
      />
      <RowsFile what="All items" name="skill-items" csv rows={() => everyItem(result)} />
    </Details>
  );
}

/** Every item of every skill, as each model did at it. */
function everyItem(result: MergingResult): readonly Row[] {
  const { skills = [], skillItems = {} } = result;
  return skills.flatMap(({ role, readings }) =>
    readings.flatMap((reading) =>
      itemRows(reading, skillItems[reading.set] ?? [], reading.answers).map((row) => ({
        model: titleOf(result, role),
        ...row,
      })),
    ),
  );
}
