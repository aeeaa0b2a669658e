import { Gloss, type GlossColumn } from "../../ui/Gloss";
import { languageOf } from "../../ui/languages";
import type { GrammarResult, GeneratedSentence } from "./result";

interface WordByWordProps {
  readonly sentence: GeneratedSentence;
  readonly result: GrammarResult;
}

/** A switched sentence over the two it was made of, unit under unit: what was taken, and what it stands for. */
export function WordByWord({ sentence, result }: WordByWordProps) {
  const [first, second] = result.languages;
  return (
    <Gloss
      label={`The switched sentence over its ${languageOf(first).name} and ${languageOf(second).name} words`}
      lines={[
        { id: "switched", label: "switched" },
        { id: "first", lang: first },
        { id: "second", lang: second },
      ]}
      columns={columnsOf(sentence, result)}
      caption="Unit under unit, in the order of the switched sentence. What stands in one column is switched together or not at all."
    />
  );
}

function columnsOf(sentence: GeneratedSentence, result: GrammarResult): readonly GlossColumn[] {
  const columns: GlossColumn[] = [];
  for (const [index, { unit }] of sentence.words.entries()) {
    if (sentence.words[index - 1]?.unit === unit) continue;
    const taken = sentence.words.filter((word) => word.unit === unit);
    const texts = result.units[unit] ?? [[], []];
    columns.push({
      id: String(index),
      cells: [
        taken.map((word) => ({ text: word.text, lang: result.languages[word.side], tag: result.languages[word.side] })),
        texts[0].map((text) => ({ text, marked: taken[0]?.side === 0 })),
        texts[1].map((text) => ({ text, marked: taken[0]?.side === 1 })),
      ],
    });
  }
  return columns;
}
