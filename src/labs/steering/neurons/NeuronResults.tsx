import type { Document } from "../../../experiments/documents/steering";
import { parallelLanguages } from "../../../data/parallel-languages";
import { HeatMap } from "../../../ui/HeatMap";
import { languageOf } from "../../../ui/languages";
import { showFixed } from "../../../ui/Table";
import { showSigned } from "../../../ui/show-fixed";
import type { ResultProps } from "../../lab";
import { SentencesButton } from "../../SentencesButton";
import { ScriptNote } from "../ScriptNote";
import { neuronsCommand } from "./command";
import { EditedTexts } from "./EditedTexts";
import { FoundFigures } from "./FoundFigures";
import type { NeuronsResult } from "./result";
import { mean, sum } from "../../../vectors";

/** The texts, which language suffers when whose neurons are off, where the neurons lie and how far they are shared. */
export function NeuronResults({ document, result }: ResultProps<Document, NeuronsResult>) {
  const command = neuronsCommand(document);
  const { languages, counts, overlap, control, model } = result;
  const rows = { rowLabels: languages, rowTitle: "neurons of" };
  return (
    <>
      <Headline result={result} />
      <EditedTexts texts={result.texts} />
      <NeuronCover result={result} />
      <Changes
        result={result}
        caption={`The control: as many neurons ${result.adjusted ? "adjusted" : "off"} in every layer, drawn at random.`}
        values={control}
        name="neurons-off-control"
      />
      <HeatMap
        {...rows}
        caption={`Where they lie: neurons of each language by layer, of ${model.neurons / model.layers} a layer.`}
        columnLabels={Array.from({ length: model.layers }, (_, layer) => String(layer))}
        columnTitle="layer"
        values={counts}
        format={String}
        unit="neurons"
        name="neurons-by-layer"
      />
      <HeatMap
        {...rows}
        caption="How far they are shared: neurons in both sets over neurons in either."
        columnLabels={languages}
        columnTitle="and of"
        values={overlap}
        domain={[0, 1]}
        format={(value) => showFixed(value, 2)}
        name="neurons-overlap"
      />
      <FoundFigures result={result} />
      <p className="note">
        A neuron is active at a token where its gate is positive; read were{" "}
        {result.tokens.map((count, index) => `${count.toLocaleString("en")} tokens of ${languages[index]}`).join(", ")}.
      </p>
      {command === null ? null : (
        <ScriptNote
          name="neurons.py"
          load={() => import("../../../../scripts/neurons.py?raw")}
          command={command}
          does="finds and edits neurons as set here, with transformers: a name of the hub, or a folder, stands for the model. Its lines held out and its random neurons are drawn otherwise."
        >
          <SentencesButton languages={parallelLanguages.filter((one) => document.neurons.languages.includes(one))} />
        </ScriptNote>
      )}
    </>
  );
}

/** Which language suffers from which neurons. */
export function NeuronCover({ result }: { readonly result: NeuronsResult }) {
  return <Changes result={result} caption={suffering(result)} values={result.off} name="neurons-off" />;
}

interface ChangesProps {
  readonly result: NeuronsResult;
  readonly caption: string;
  /** Bits per byte, by the language whose neurons are edited and that of the sentences. */
  readonly values: readonly (readonly number[])[];
  readonly name: string;
}

function Changes({ result: { languages, base, off, control }, caption, values, name }: ChangesProps) {
  const bound = Math.max(0.01, ...[...off, ...control].flat().map(Math.abs));
  return (
    <HeatMap
      caption={caption}
      rowLabels={languages}
      rowTitle="neurons of"
      columnLabels={languages}
      columnTitle="sentences in"
      values={languages.map((_, row) => values[row] ?? languages.map(() => null))}
      scale="diverging"
      domain={[-bound, bound]}
      format={(value) => showFixed(value, 2)}
      unit="bits/byte"
      describe={(_, column) => (base === null ? undefined : `${showFixed(base[column], 2)} bits per byte unedited`)}
      name={name}
    />
  );
}

/** What the matrix of changes shows. */
function suffering({ adjusted, found }: NeuronsResult): string {
  const change = "change in bits per byte of held-out sentences.";
  if (adjusted) {
    return `Which language suffers when whose neurons are adjusted: ${change} A strong diagonal means that the language is forgotten, and faint cells beside it that the others are kept.`;
  }
  return found === "specialised"
    ? `Which language suffers when only one language’s neurons are left on: ${change} A faint diagonal means that a language needs only its own.`
    : `Which language suffers when whose neurons are off: ${change} A strong diagonal means that the neurons are indeed of one language.`;
}

function Headline({ result }: { readonly result: NeuronsResult }) {
  const { languages, language, counts, off, control, model } = result;
  const at = languages.indexOf(language);
  const count = sum(counts[at]!);
  const name = languageOf(language).name;
  const [own, random] = [off[at], control[at]];
  if (!own || !random) {
    return (
      <p className="steering-headline">
        {count} of {model.neurons} neurons are specific to {name}.
      </p>
    );
  }
  const others = own.filter((_, index) => index !== at);
  return (
    <p className="steering-headline">
      {count} of {model.neurons} neurons are specific to {name}: {doneWith(result)} {name} costs {showSigned(own[at]!)}{" "}
      bits per byte, the other languages {showSigned(mean(others))} on average; {randomly(result)} {name} costs{" "}
      {showSigned(random[at]!)}.
    </p>
  );
}

function doneWith({ adjusted, found }: NeuronsResult): string {
  if (adjusted) return "with their gates adjusted";
  return found === "specialised" ? "with them alone" : "without them";
}

function randomly({ adjusted, found }: NeuronsResult): string {
  if (adjusted) return "with as many random ones adjusted";
  return found === "specialised" ? "with as many random ones off" : "without as many random ones";
}
