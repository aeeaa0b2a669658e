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
import { shortTitle, titleOf } from "./titles";

interface SkillItemsProps {
  readonly result: MergingResult;
  readonly baseline: Role;
}

/** Item by item: what was asked, and what each model wrote; at first those that the merge lost or won against the baseline. */
export function SkillItems({ result, baseline }: SkillItemsProps) {
  const { models, skills = [], skillItems = {} } = result;
  const sets = (skills[0]?.readings ?? []).filter(({ set, answers }) => answers && skillItems[set]);
  const [chosen, setChosen] = useState("");
  const [flippedOnly, setFlippedOnly] = useState(true);
  const shown = sets.find(({ set }) => set === chosen) ?? sets[0];
  if (!shown) return null;
  const readingOf = (role: Role): SkillReading | undefined =>
    skills.find((of) => of.role === role)?.readings.find(({ set }) => set === shown.set);
  const right = (role: Role, item: number) => (readingOf(role)?.numerators[item] ?? 0) > 0;
  const rows = (skillItems[shown.set] ?? [])
    .map((asked, item) => ({ asked, item }))
    .filter(({ item }) => !flippedOnly || right("merge", item) !== right(baseline, item));
  const answer = (role: Role, item: number) =>
    `${right(role, item) ? "✓" : "✗"} ${readingOf(role)?.answers?.[item] ?? ""}`;
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
        label={`Only those that the merge lost or won against ${shortTitle(baseline)}`}
        checked={flippedOnly}
        onChange={setFlippedOnly}
      />
      <Table
        caption={rows.length === 0 ? "No item was lost or won." : "✓ right, ✗ wrong; each model’s own words"}
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
