import type { Estimate } from "../../../measures/statistics/bootstrap";
import { Curve } from "../../../ui/Curve";
import { languageOf } from "../../../ui/languages";
import { SideBySide } from "../../../ui/SideBySide";
import { type Column, showFixed, Table } from "../../../ui/Table";
import { shown } from "../wording";
import type { DistanceResult, ReinjectionResult, WayKept } from "./result";
import { Translations } from "./Translations";
import { wayName } from "./ways";

const colours = ["var(--ink)", "var(--below)", "var(--above)"] as const;

/** What is kept of instructions, the farther away they are, without re-injection and with it; an answer each; the translations. */
export function ReinjectionResults({ result }: { readonly result: ReinjectionResult }) {
  const farthest = result.distances.at(-1);
  return (
    <>
      <Headline result={result} />
      {farthest ? (
        <>
          <Curves result={result} />
          <KeptTable result={result} />
          <Example result={result} distance={farthest} />
        </>
      ) : null}
      {result.translations.length > 0 ? <Translations result={result} /> : null}
    </>
  );
}

export function ReinjectionCover({ result }: { readonly result: ReinjectionResult }) {
  return result.distances.length === 0 ? null : <Curves result={result} />;
}

function Headline({ result: { distances, ways, instructions, chat, layer } }: { readonly result: ReinjectionResult }) {
  const farthest = distances.at(-1);
  if (!farthest) return null;
  const at = (way: number) => `${Math.round(farthest.kept[way]!.passed.value * 100)} %`;
  const heaviest = ways.findLastIndex(({ random }) => !random);
  return (
    <>
      <p className="steering-headline">
        {Math.round(farthest.tokens)} tokens behind them {at(0)} of {instructions} instructions are kept; with the
        instruction’s state added again behind layer {layer} at weight {shown(ways[heaviest]!.weight)} {at(heaviest)},
        with a random vector {at(ways.length - 1)}.
      </p>
      {chat ? null : (
        <p className="note">
          This model has no chat template: an instruction is a line, and the answer what the model writes behind it.
        </p>
      )}
    </>
  );
}

function Curves({ result: { distances, ways, language } }: { readonly result: ReinjectionResult }) {
  const series = (of: (kept: WayKept) => Estimate) =>
    ways.map((way, at) => ({
      id: String(at),
      label: wayName(way),
      colour: way.random ? "var(--ink-soft)" : colours[at]!,
      ...(way.random && { dash: "5 3" }),
      points: distances.map(({ tokens, kept }) => ({ x: Math.round(tokens), y: of(kept[at]!).value })),
    }));
  const axis = { xLabel: "tokens behind the instruction", yLabel: "share", yDomain: [0, 1] as const };
  return (
    <div className="steering-layers">
      <Curve
        {...axis}
        caption="Instructions kept in all their parts, by how far behind them the answer begins."
        series={series(({ passed }) => passed)}
        name="reinjection-passed"
      />
      <Curve
        {...axis}
        caption={`Answers in ${languageOf(language).name}, the language of the instructions.`}
        series={series(({ adherent }) => adherent)}
        name="reinjection-language"
      />
    </div>
  );
}

function KeptTable({ result }: { readonly result: ReinjectionResult }) {
  const columns: Column<DistanceResult>[] = [
    { key: "tokens", label: "Tokens behind", value: ({ tokens }) => Math.round(tokens), heading: true },
    ...result.ways.map((way, at): Column<DistanceResult> => {
      const estimate = ({ kept }: DistanceResult) => kept[at]!.passed;
      return {
        key: String(at),
        label: wayName(way),
        value: (row) => estimate(row).value,
        interval: estimate,
        render: (row) => (
          <>
            {showFixed(estimate(row).value)}{" "}
            <span className="unit">
              [{showFixed(estimate(row).low)}, {showFixed(estimate(row).high)}]
            </span>
          </>
        ),
      };
    }),
  ];
  return (
    <Table
      caption={`Share of ${result.instructions} instructions kept, with 95 % bootstrap intervals.`}
      columns={columns}
      rows={result.distances}
      rowKey={({ sentences }) => String(sentences)}
      name="reinjection-kept"
      provenance={[`${result.model.checkpoint}, layer ${result.layer}, ${result.language}`]}
    />
  );
}

function Example({
  result: { ways, language },
  distance: { example, tokens },
}: {
  readonly result: ReinjectionResult;
  readonly distance: DistanceResult;
}) {
  return (
    <section className="stack">
      <h2 lang={language} dir="auto">
        {example.instruction}
      </h2>
      <p className="note">Answered {Math.round(tokens)} tokens later, behind a story.</p>
      <SideBySide
        minimum={9}
        items={example.replies.map(({ text, passed }, at) => ({
          id: String(at),
          title: wayName(ways[at]!),
          baseline: at === 0,
          note: passed ? "kept" : "not kept",
          children: (
            <p className="passage" dir="auto" lang={language}>
              {text.trim() === "" ? <span className="note">(ends here)</span> : text.trim()}
            </p>
          ),
        }))}
      />
    </section>
  );
}
