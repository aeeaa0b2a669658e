import { type ReadWord, type SwitchCost, switchCost } from "../../../../codeswitch/comprehension/switch-cost";
import { seededRandom } from "../../../../random";
import { Figure } from "../../../../ui/Figure";
import { colourScale } from "../../../../ui/scale";
import { showFixed, Table } from "../../../../ui/Table";
import { WordBits } from "../../WordBits";
import type { SurprisalBy, SurprisalResult } from "./result";

/** Sentences beyond these are in the table. */
const drawn = 8;

/** What words cost right after a switch and elsewhere, by model, and the sentences word by word. */
export function SurprisalResults({ result }: { readonly result: SurprisalResult }) {
  const [first] = result.models;
  if (first === undefined) return null;
  const rows = result.models.flatMap((model) => {
    const { switched, elsewhere } = switchCost(wordsRead(result, model).flat(), seededRandom(result.seed));
    return [
      { model: model.checkpoint, where: "right after a switch", ...switched },
      { model: model.checkpoint, where: "elsewhere", ...elsewhere },
    ];
  });
  return (
    <section className="stack" aria-label="Surprisal at the switches">
      <p className="switching-headline">{headline(rows[0]!, rows[1]!)}</p>
      <Table
        caption="Bits a word, with 95 % intervals. Dearer than alone: than the same word where it stands in its own language’s unmixed sentence."
        name="surprisal-at-switches"
        columns={[
          { key: "model", label: "Model", value: ({ model }) => model, heading: true },
          { key: "where", label: "Words", value: ({ where }) => where },
          { key: "words", label: "How many", value: ({ words }) => words },
          { key: "bits", label: "Bits", value: ({ bits }) => bits?.value ?? null, digits: 2 },
          { key: "low", label: "from", value: ({ bits }) => bits?.low ?? null, digits: 2 },
          { key: "high", label: "to", value: ({ bits }) => bits?.high ?? null, digits: 2 },
          { key: "perplexity", label: "Perplexity a word", value: ({ perplexity }) => perplexity, digits: 0 },
          {
            key: "cost",
            label: "Dearer than alone",
            unit: "bits",
            value: ({ cost }) => cost?.value ?? null,
            digits: 2,
          },
          { key: "costLow", label: "from", value: ({ cost }) => cost?.low ?? null, digits: 2 },
          { key: "costHigh", label: "to", value: ({ cost }) => cost?.high ?? null, digits: 2 },
        ]}
        rows={rows}
        rowKey={({ model, where }, index) => `${model} ${where} ${index}`}
        provenance={[`${result.sentences.length} synthetic sentences, seed ${result.seed}`]}
      />
      <Sentences result={result} model={first} />
    </section>
  );
}

/** The words behind the first of each sentence, which nothing stands before. */
function wordsRead({ sentences }: SurprisalResult, { bits, plain }: SurprisalBy): readonly (readonly ReadWord[])[] {
  return sentences.map(({ words }, s) =>
    words.slice(1).map(({ switched }, w) => ({ switched, bits: bits[s]![w + 1]!, plain: plain[s]![w + 1] ?? null })),
  );
}

function headline(switched: SwitchCost & { readonly model: string }, elsewhere: SwitchCost): string {
  const others = showFixed(elsewhere.bits?.value ?? null, 1);
  if (switched.bits === null) return `Nothing switches here; ${switched.model} pays ${others} bits a word.`;
  const more = switched.cost?.value ?? null;
  const cost =
    more === null
      ? ""
      : `; ${showFixed(Math.abs(more), 1)} ${more < 0 ? "less" : "more"} than the same words take alone`;
  return `${switched.model} pays ${showFixed(switched.bits.value, 1)} bits for a word right after a switch and ${others} elsewhere${cost}.`;
}

function Sentences({ result, model }: { readonly result: SurprisalResult; readonly model: SurprisalBy }) {
  const scale = colourScale("sequential", [0, ...model.bits.flat()]);
  const words = result.sentences.flatMap((sentence, s) =>
    sentence.words.map((word, w) => ({
      ...word,
      sentence: s + 1,
      bits: model.bits[s]![w]!,
      plain: model.plain[s]![w]!,
    })),
  );
  return (
    <Figure
      name="surprisal-by-word"
      caption={`Bits that ${model.checkpoint} pays for each word, from none to ${showFixed(scale.high, 1)}; a bar stands before each word at which the language changes.${result.sentences.length > drawn ? ` The first ${drawn} of ${result.sentences.length} sentences.` : ""}`}
      table={
        <Table
          caption="Bits by word"
          captionHidden
          name="surprisal-by-word"
          columns={[
            { key: "sentence", label: "Sentence", value: ({ sentence }) => sentence },
            { key: "word", label: "Word", value: ({ written }) => written.trim(), heading: true },
            { key: "language", label: "Language", value: ({ language }) => language },
            { key: "switched", label: "After a switch", value: ({ switched }) => (switched ? "yes" : "") },
            { key: "bits", label: "Bits", value: ({ bits }) => bits, digits: 2 },
            { key: "plain", label: "Alone", unit: "bits", value: ({ plain }) => plain, digits: 2 },
          ]}
          rows={words}
          rowKey={(_, index) => String(index)}
        />
      }
    >
      <ol className="stack-close read-sentences">
        {result.sentences.slice(0, drawn).map(({ words: read }, s) => (
          // oxlint-disable-next-line react/no-array-index-key -- a sentence is its place
          <li key={s} dir="auto">
            <WordBits words={read} bits={model.bits[s]!} scale={scale} />
          </li>
        ))}
      </ol>
    </Figure>
  );
}
