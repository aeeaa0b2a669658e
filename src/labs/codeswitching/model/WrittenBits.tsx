import { afterSwitches, switchCost } from "../../../codeswitch/comprehension/switch-cost";
import { seededRandom } from "../../../random";
import { Figure } from "../../../ui/Figure";
import { colourScale } from "../../../ui/scale";
import { showFixed, Table } from "../../../ui/Table";
import { WordBits } from "../WordBits";
import type { WrittenText } from "./result";

interface WrittenBitsProps {
  readonly texts: readonly WrittenText[];
  readonly titleOf: (text: WrittenText) => string;
  readonly seed: number;
}

/** What every word cost the model that wrote it, and what words cost right after a switch and elsewhere. */
export function WrittenBits({ texts, titleOf, seed }: WrittenBitsProps) {
  const read = texts.flatMap((text) => {
    const { words } = text.reading.sentence;
    const bits = text.bits;
    if (bits === undefined || words.length === 0) return [];
    const switched = afterSwitches(words);
    const marked = words.map(({ written, language }, w) => ({ written, language, switched: switched[w]! }));
    const costs = switchCost(
      marked.map((word, w) => ({ switched: word.switched, bits: bits[w]!, plain: null })),
      seededRandom(seed),
    );
    return [{ title: titleOf(text), words: marked, bits, ...costs }];
  });
  if (read.length === 0) return null;
  const scale = colourScale("sequential", [0, ...read.flatMap(({ bits }) => bits)]);
  return (
    <Figure
      name="surprisal-as-written"
      caption={`What each word cost as it was written, from none to ${showFixed(scale.high, 1)} bits: under the model’s own distribution, pushed where directions push it and before a filter takes words away. A bar stands where the language changes.`}
      table={
        <Table
          caption="Bits a word as it was written; perplexity is 2 to their mean"
          name="surprisal-as-written"
          columns={[
            { key: "text", label: "Text", value: ({ title }) => title, heading: true },
            { key: "switches", label: "Words after a switch", value: ({ switched }) => switched.words },
            { key: "switched", label: "Bits there", value: ({ switched }) => switched.bits?.value ?? null, digits: 2 },
            { key: "switchedPp", label: "Perplexity there", value: ({ switched }) => switched.perplexity, digits: 0 },
            { key: "words", label: "Other words", value: ({ elsewhere }) => elsewhere.words },
            {
              key: "bits",
              label: "Bits elsewhere",
              value: ({ elsewhere }) => elsewhere.bits?.value ?? null,
              digits: 2,
            },
            { key: "pp", label: "Perplexity elsewhere", value: ({ elsewhere }) => elsewhere.perplexity, digits: 0 },
          ]}
          rows={read}
          rowKey={({ title }) => title}
        />
      }
    >
      <ol className="stack-close read-sentences">
        {read.map(({ title, words, bits, switched, elsewhere }) => (
          <li key={title} dir="auto">
            <WordBits words={words} bits={bits} scale={scale} />
            <p className="batch-measures numeric">
              {title}: {showFixed(switched.bits?.value ?? null, 1)} bits a word right after a switch ({switched.words}),{" "}
              {showFixed(elsewhere.bits?.value ?? null, 1)} elsewhere
            </p>
          </li>
        ))}
      </ol>
    </Figure>
  );
}
