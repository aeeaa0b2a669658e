import type { Estimate } from "../../../measures/statistics/bootstrap";
import { Curve } from "../../../ui/Curve";
import { languageColour, languageOf } from "../../../ui/languages";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { mean } from "../../../vectors";
import { traitEnds } from "../traits";
import { shown } from "../wording";
import type { GainEffect, LanguageEffect, ValuesResult } from "./result";

/** What scaling does to the trait in each language and what it costs, by gain and, at the one chosen, with intervals. */
export function EffectFigures({ result }: { readonly result: ValuesResult }) {
  const { effects, languages, trait, heldOut, gain } = result;
  const reached = effects.find((effect) => effect.gain === gain) ?? effects.at(-1);
  if (!reached) return null;
  const [from, to] = traitEnds[trait];
  const series = (of: (effect: LanguageEffect) => number) => [
    ...languages.map((code, at) => ({
      id: code,
      label: languageOf(code).name,
      colour: languageColour(code),
      points: effects.map(({ gain, chosen }) => ({ x: gain, y: of(chosen[at]!) })),
    })),
    {
      id: "random",
      label: "random neurons, mean",
      colour: "var(--ink-soft)",
      dash: "5 3",
      points: effects.map(({ gain, random }) => ({ x: gain, y: mean(random.map(of)) })),
    },
  ];
  return (
    <section className="stack">
      <h2>What the gain does in each language</h2>
      <div className="steering-layers">
        <Curve
          caption={`By how many bits per byte ${to} stories become likelier against ${from} ones, over ${heldOut} held-out stories of each kind a language. At gain 1 nothing is changed.`}
          xLabel="gain"
          yLabel="bits per byte"
          baseline={{ value: 0, label: "unedited" }}
          series={series(({ shift }) => shift.value)}
          name="values-shift"
        />
        <Curve
          caption="What is paid: by how many bits per byte stories of both kinds become dearer."
          xLabel="gain"
          yLabel="bits per byte"
          baseline={{ value: 0, label: "unedited" }}
          series={series(({ paid }) => paid)}
          name="values-paid"
        />
      </div>
      <EffectTable result={result} effect={reached} />
    </section>
  );
}

interface Row {
  readonly code: string;
  readonly chosen: LanguageEffect;
  readonly random: LanguageEffect;
}

function EffectTable({
  result: { languages, trait, model },
  effect,
}: {
  readonly result: ValuesResult;
  readonly effect: GainEffect;
}) {
  const [from, to] = traitEnds[trait];
  const shift = (key: "chosen" | "random", label: string): Column<Row> => ({
    key,
    label,
    value: (row) => row[key].shift.value,
    render: (row) => withInterval(row[key].shift),
  });
  const paid = (key: "chosen" | "random", label: string): Column<Row> => ({
    key: `paid-${key}`,
    label,
    value: (row) => row[key].paid,
    digits: 3,
  });
  return (
    <Table
      caption={`At gain ${shown(effect.gain)}: bits per byte by which ${to} stories become likelier against ${from} ones, with 95 % bootstrap intervals over pairs of stories, and bits per byte paid by all.`}
      columns={[
        { key: "language", label: "Stories in", value: ({ code }) => languageOf(code).name, heading: true },
        shift("chosen", "These neurons"),
        shift("random", "As many random ones"),
        paid("chosen", "Paid"),
        paid("random", "Paid, random"),
      ]}
      rows={languages.map((code, at) => ({ code, chosen: effect.chosen[at]!, random: effect.random[at]! }))}
      rowKey={({ code }) => code}
      name="values-effects"
      provenance={[`${model.checkpoint}, gain ${effect.gain}, ${from} to ${to}`]}
    />
  );
}

function withInterval({ value, low, high }: Estimate) {
  return (
    <>
      {showFixed(value, 3)}{" "}
      <span className="unit">
        [{showFixed(low, 3)}, {showFixed(high, 3)}]
      </span>
    </>
  );
}
