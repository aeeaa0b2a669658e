import { judgeIds, threshold, weights } from "../../../codeswitch/agents/score";
import { gridSize } from "../../../codeswitch/agents/scenario";
import type { Document } from "../../../experiments/documents/codeswitching";
import { useSettings } from "../../../ui/figure-place";
import { type Row, RowsFile } from "../../../ui/RowsFile";
import { showFixed } from "../../../ui/Table";
import { LanguageRuns } from "../LanguageRuns";
import type { AgentsResult, JudgedText, Sample } from "./result";
import "./styles.css";

const judgeNames = {
  fluency: "Fluency",
  naturalness: "Naturalness",
  ratio: "Ratio",
  socio: "Socio-cultural fit",
} as const satisfies Record<(typeof judgeIds)[number], string>;

/** Each sample as a timeline: written, judged, refined where it fell short, judged again. */
export function AgentsResults({ document, result }: { readonly document: Document; readonly result: AgentsResult }) {
  const settings = useSettings(document);
  const accepted = result.samples.filter(({ rounds }) => rounds.at(-1)?.accepted).length;
  return (
    <section className="stack" aria-label="Samples by agents">
      <p className="switching-headline">
        {accepted} of {result.samples.length} {result.samples.length === 1 ? "sample reaches" : "samples reach"}{" "}
        {threshold} of 10.
      </p>
      <p className="note">
        {judgeIds.map((judge) => `${weights[judge].toFixed(2)} ${judgeNames[judge].toLowerCase()}`).join(" + ")}; below{" "}
        {threshold} the refiner’s text replaces the sample once and is judged again. Fluency and ratio are measured;
        naturalness and fit are the model’s opinion.{" "}
        {result.converses
          ? ""
          : "This model does not converse: it went on from mixed examples, and its opinions are worth little. "}
        A judge that gives no number is left out. The grid has {gridSize().toLocaleString("en")} scenarios.
      </p>
      <ol className="agent-samples">
        {result.samples.map((sample) => (
          <li key={JSON.stringify(sample.scenario)}>
            <SampleTimeline sample={sample} />
          </li>
        ))}
      </ol>
      <RowsFile
        what="Samples"
        name={`agents-${result.matrix}-${result.embedded}`}
        head={() => ({ format: "babelscope-agents", synthetic: true })}
        rows={() => rowsOf(settings(), result)}
        note="Every version with its marks, scenario, model and seed; synthetic text."
      />
    </section>
  );
}

function SampleTimeline({ sample: { scenario, rounds } }: { readonly sample: Sample }) {
  return (
    <article className="stack-close">
      <p className="note">{Object.values(scenario).join(" · ")}</p>
      {rounds.map((round) => (
        <Version key={round.refined ? "refined" : "first"} round={round} />
      ))}
      {rounds.length === 1 && rounds[0]?.accepted === false ? (
        <p className="note">Not refined, or the refiner gave nothing.</p>
      ) : null}
    </article>
  );
}

function Version({ round }: { readonly round: JudgedText }) {
  return (
    <div className="agent-version" data-accepted={round.accepted ? "" : undefined}>
      <p className="mixed">
        {round.words.length === 0 ? <em>nothing written</em> : <LanguageRuns words={round.words} />}
      </p>
      <dl className="agent-marks numeric">
        <div>
          <dt>{round.refined ? "Refined" : "Written"}</dt>
          <dd>
            <strong>{shown(round.score)}</strong> {round.accepted ? "accepted" : "below the threshold"}
          </dd>
        </div>
        {judgeIds.map((judge) => (
          <div key={judge} title={round.marks[judge].why}>
            <dt>{judgeNames[judge]}</dt>
            <dd>
              {shown(round.marks[judge].value)}{" "}
              <span className="note">{round.marks[judge].by === "program" ? "measured" : "opinion"}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>CMI</dt>
          <dd>{showFixed(round.cmi, 1)}</dd>
        </div>
      </dl>
      <details className="note">
        <summary>Why</summary>
        <ul>
          {judgeIds.map((judge) => (
            <li key={judge}>
              {judgeNames[judge]}: {round.marks[judge].why || "no answer"}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function shown(value: number | null): string {
  return value === null ? "–" : showFixed(value, 1);
}

function rowsOf({ seed, agents }: Document, { checkpoint, samples }: AgentsResult): readonly Row[] {
  return samples.map(({ scenario, rounds }) => ({
    generator: "agents",
    synthetic: true,
    seed,
    settings: agents,
    checkpoint,
    scenario,
    rounds,
  }));
}
