import type { Document } from "../../../experiments/documents/steering";
import { HeatMap } from "../../../ui/HeatMap";
import { LanguageTag } from "../../../ui/LanguageTag";
import { SideBySide } from "../../../ui/SideBySide";
import type { GateScore } from "../../../mixing/learned-gate";
import { showFixed, Table } from "../../../ui/Table";
import { mean, sum } from "../../../vectors";
import type { ResultProps } from "../../lab";
import { ScriptNote } from "../ScriptNote";
import { mixCommand } from "./command";
import { DecidedText } from "./DecidedText";
import { figuresOf } from "./figures";
import { lengthIn } from "./pieces";
import type { MixedModel, MixedPiece, MixedText, MixingResult } from "./result";
import "./styles.css";

/** What the models wrote together, beside each alone; who decided each token; what mixing changed, token by token. */
export function MixingResults({ document, result }: ResultProps<Document, MixingResult>) {
  const names = result.models.map(nameOf);
  const command = mixCommand(document);
  return (
    <>
      <Headline result={result} names={names} />
      <p className="note">
        A token is of the model that writes it, where the mixer lets one write; else of the one that finds it most
        probable, times its weight where the mixer weighs.
      </p>
      {result.gate ? <Gate scores={result.gate} /> : null}
      <ul className="mixing-key" aria-label="Models">
        {names.map((name, model) => (
          // oxlint-disable-next-line react/no-array-index-key -- a model is its place among the roles
          <li key={model}>
            <span className={`mixing-token mixing-by-${model % 4}`}>{model + 1}</span> {name}
          </li>
        ))}
      </ul>
      {result.texts.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <Mixed key={index} text={text} models={result.models} names={names} />
      ))}
      {command === null ? null : (
        <ScriptNote
          name="mix.py"
          load={() => import("../../../../scripts/mix.py?raw")}
          command={command}
          does="mixes as set here, greedily, with transformers: names of the hub, or folders, stand for the models."
        />
      )}
    </>
  );
}

export function MixingCover({ result: { texts, models } }: { readonly result: MixingResult }) {
  const [text] = texts;
  return text ? (
    <DecidedText prompt={text.prompt} language={text.language} pieces={text.pieces} names={models.map(nameOf)} />
  ) : null;
}

/** What the learned gate is worth on sentences that neither taught it nor chose its threshold. */
function Gate({ scores }: { readonly scores: readonly GateScore[] }) {
  return (
    <Table
      caption="Who writes held-out sentences cheapest: nats a token, and how often the assistant is called"
      columns={[
        { key: "rule", label: "Rule", value: ({ rule }) => rule, heading: true },
        { key: "nats", label: "nats a token", value: ({ nats }) => nats, digits: 3 },
        { key: "calls", label: "% called", value: ({ calls }) => 100 * calls, digits: 0 },
      ]}
      rows={scores}
      rowKey={({ rule }) => rule}
      name="mixing-gate"
    />
  );
}

function nameOf({ role, checkpoint, before }: MixedModel): string {
  return before === "" ? `${checkpoint} (${role})` : `${checkpoint} (${role}, after “${before.trim()}”)`;
}

function Headline({ result, names }: { readonly result: MixingResult; readonly names: readonly string[] }) {
  const pieces = result.texts.flatMap((text) => text.pieces);
  if (pieces.length === 0) return null;
  const unit = result.unit === "bytes" ? "characters" : "tokens";
  const written = lengthIn(unit, pieces);
  if (names.length === 1) {
    const removed = mean(pieces.map(({ massRemoved }) => massRemoved));
    const moved = sum(pieces.map(({ divergences }) => divergences[0] ?? 0)) / written;
    return (
      <p className="steering-headline">
        {removed > 0
          ? `Of ${written} ${unit}, each had ${Math.round(removed * 100)}\u00a0% of the model’s probability removed before it was drawn, on average.`
          : `${written} ${unit}, each drawn from a distribution ${showFixed(moved, 2)} nats away from the model’s own, on average.`}
      </p>
    );
  }
  const counts = names.map((_, model) =>
    lengthIn(
      unit,
      pieces.filter(({ decided }) => decided === model),
    ),
  );
  return (
    <p className="steering-headline">
      Of {written} {unit} written together,{" "}
      {counts.map((count, model) => `${count} ${count === 1 ? "is" : "are"} of ${names[model]}`).join("; ")}.
    </p>
  );
}

interface MixedProps {
  readonly text: MixedText;
  readonly models: readonly MixedModel[];
  readonly names: readonly string[];
}

function Mixed({ text, models, names }: MixedProps) {
  const { prompt, pieces, language, takenBack, alone } = text;
  return (
    <section className="stack">
      <h2 className="mixing-prompt" dir="auto">
        {prompt}
      </h2>
      <SideBySide
        items={[
          {
            id: "mixed",
            title: "Together",
            note: <Note language={language} takenBack={takenBack} />,
            children: <DecidedText prompt={prompt} language={language} pieces={pieces} names={names} />,
          },
          ...alone.map((own, model) => ({
            id: `alone-${model}`,
            title: `${model + 1} alone, ${models[model]!.role}`,
            baseline: model === 0,
            note: <Note language={own.language} takenBack={0} />,
            children: (
              <p className="passage" dir="auto">
                <bdi className="steering-prompt">{prompt}</bdi>
                <bdi lang={own.language ?? undefined}>{own.text}</bdi>
                {own.text === "" ? <span className="note"> (ends here)</span> : null}
              </p>
            ),
          })),
        ]}
      />
      {pieces.length === 0 ? null : <Strips pieces={pieces} names={names} />}
    </section>
  );
}

function Note({ language, takenBack }: { readonly language: string | null; readonly takenBack: number }) {
  return (
    <>
      {language === null ? "no language" : <LanguageTag code={language} />}
      {takenBack === 0 ? null : ` taken back ${takenBack}\u00a0×`}
    </>
  );
}

/** Token by token: how far the mixture is from each model, and what was excluded. */
function Strips({ pieces, names }: { readonly pieces: readonly MixedPiece[]; readonly names: readonly string[] }) {
  const shared = {
    columnLabels: pieces.map(({ text }) => shown(text)),
    columnTitle: "token",
    numbers: false,
    describe: (_: number, column: number) => figuresOf(pieces[column]!, names),
  };
  const removes = pieces.some(({ massRemoved }) => massRemoved > 0);
  return (
    <>
      <HeatMap
        {...shared}
        caption="How far each token’s distribution is from each model’s own: KL(mixture ‖ model), in nats; empty where it is infinite."
        rowLabels={names.map((_, model) => String(model + 1))}
        rowTitle="model"
        values={names.map((_, model) => pieces.map(({ divergences }) => divergences[model]!))}
        domain={[0, Math.max(0.1, ...pieces.flatMap(({ divergences }) => divergences.map((value) => value ?? 0)))]}
        unit="nats"
        name="mixing-divergence"
      />
      {removes ? (
        <HeatMap
          {...shared}
          caption="What was excluded before each token: the probability that the first model gave to it."
          rowLabels={["removed"]}
          rowTitle="mass"
          values={[pieces.map(({ massRemoved }) => massRemoved)]}
          domain={[0, 1]}
          format={(share) => String(Math.round(share * 100))}
          unit="%"
          name="mixing-removed"
        />
      ) : null}
    </>
  );
}

function shown(text: string): string {
  return text === "" ? "·" : text.replaceAll("\n", "↵").trim() || "␣";
}
