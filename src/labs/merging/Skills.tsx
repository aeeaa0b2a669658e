import { changesBetween } from "../../measures/card/change";
import { measuresOf } from "../../measures/card/registry";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { showP } from "../../ui/show-fixed";
import { Table } from "../../ui/Table";
import type { MergingResult, Role } from "./result";
import { SkillItems } from "./SkillItems";
import { readingText, reasonsOf } from "./skill-words";
import { shortTitle } from "./titles";

interface SkillsProps {
  readonly result: MergingResult;
  readonly baseline: Role;
}

interface SkillRow {
  readonly measure: string;
  readonly language: string;
  readonly items: number;
}

/** Tasks that were set: each model's share with its interval, and what the merge lost and won against the baseline. */
export function Skills({ result, baseline }: SkillsProps) {
  const { models, skills = [] } = result;
  const of = (role: Role) => skills.find((entry) => entry.role === role)?.readings ?? [];
  const all = skills[0]?.readings ?? [];
  const rows: readonly SkillRow[] = all.map(({ measure, language, numerators }) => ({
    measure,
    language,
    items: numerators.length,
  }));
  const measures = measuresOf([...new Set(all.map(({ measure }) => measure))]);
  const names = new Map(measures.map(({ id, name }) => [id, name]));
  const changes = changesBetween(measures, of(baseline), of("merge"), { seed: 1, interval: "bca" });
  const changeAt = (row: SkillRow) =>
    changes.find(({ measure, language }) => measure === row.measure && language === row.language);
  const readingAt = (role: Role, row: SkillRow) =>
    of(role).find(({ measure, language }) => measure === row.measure && language === row.language);
  return (
    <section className="stack" aria-label="Skills">
      <h2>What each can do</h2>
      <Table
        caption={`Each skill’s share, counted as is told below, with its 95 % interval and n where not all items count; lost and won, where an item is right or wrong, are the merge’s items against ${shortTitle(baseline)}’s, p by McNemar’s test (or by permutation), corrected after Holm`}
        columns={[
          { key: "skill", label: "Skill", value: ({ measure }) => names.get(measure) ?? measure, heading: true },
          {
            key: "language",
            label: "Language",
            value: ({ language }) => language,
            render: ({ language }) => <LanguageTag code={language} />,
          },
          { key: "items", label: "Items", value: ({ items }) => items },
          ...models.map(({ role }) => ({
            key: role,
            label: shortTitle(role),
            value: (row: SkillRow) => readingAt(role, row)?.value ?? null,
            render: (row: SkillRow) => readingText(readingAt(role, row)),
          })),
          { key: "lost", label: "Lost", value: (row) => changeAt(row)?.flips?.negative ?? null },
          { key: "won", label: "Won", value: (row) => changeAt(row)?.flips?.positive ?? null },
          {
            key: "p",
            label: "p",
            value: (row) => changeAt(row)?.adjusted ?? null,
            render: (row) => showP(changeAt(row)?.adjusted),
          },
        ]}
        rows={rows}
        rowKey={({ measure, language }) => `${measure} ${language}`}
        name="skills"
      />
      {reasonsOf(skills.flatMap(({ readings }) => readings)).map((reason) => (
        <p key={reason} className="note">
          –: {reason}
        </p>
      ))}
      <Details summary="How each share is counted">
        {measures.map(({ id, name, formula, convention }) => (
          <p key={id}>
            {name}: {formula}. {convention}
          </p>
        ))}
      </Details>
      <SkillItems result={result} baseline={baseline} />
    </section>
  );
}
