import { useState } from "react";
import { bitsByWord, type WordBits } from "../../measures/surprisal";
import { Figure } from "../../ui/Figure";
import { LanguageTag } from "../../ui/LanguageTag";
import { cellColours, colourScale } from "../../ui/scale";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { showFixed, Table } from "../../ui/Table";
import type { MeasuresResult } from "./result";
import { showSigned } from "./showing";

interface ComparedWord {
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

/** Sentences in which each word is coloured by what a variant pays for it more or less than the baseline. */
export function SurprisalText({ result }: { readonly result: MeasuresResult }) {
  const [baseline, ...others] = result.variants;
  const languages = [...new Set(result.surprisals.map(({ language }) => language))];
  const [chosenVariant, setVariant] = useState("");
  const [chosenLanguage, setLanguage] = useState("");
  const variant = others.find(({ id }) => id === chosenVariant) ?? others[0];
  const language = languages.includes(chosenLanguage) ? chosenLanguage : languages[0];
  if (!baseline || !variant || language === undefined) return null;
  const wordsOf = (id: string): readonly (readonly WordBits[])[] =>
    result.surprisals
      .find((one) => one.variant === id && one.language === language)
      ?.texts.map((entry) => bitsByWord(entry.text, entry, language)) ?? [];
  const before = wordsOf(baseline.id);
  const sentences = wordsOf(variant.id).map((words, s) =>
    words.map(({ text, bits }, w): ComparedWord => ({ text, before: before[s]?.[w]?.bits ?? bits, after: bits })),
  );
  if (sentences.length === 0) return null;
  const scale = colourScale("diverging", sentences.flat().map(differenceOf));
  return (
    <section className="stack-close" aria-label="Word by word">
      <h2>Which words became harder</h2>
      <div className="row">
        <Select
          label="Variant"
          value={variant.id}
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setVariant}
        />
        <Segmented
          label="Language"
          value={language}
          options={languages.map((value) => ({ value, label: <LanguageTag code={value} /> }))}
          onChange={setLanguage}
        />
      </div>
      <Figure
        name="surprisal"
        caption={`Bits that ${variant.title} pays for each word less those of ${baseline.title}: from ${showSigned(scale.low, 1)} (easier) over none to ${showSigned(scale.high, 1)} (harder).`}
        table={<WordTable sentences={sentences} before={baseline.title} after={variant.title} />}
      >
        <div className="stack-close" lang={language} dir="auto">
          {sentences.map((words, s) => (
            // oxlint-disable-next-line react/no-array-index-key -- a sentence is its place
            <p key={s} className="measures-words">
              {words.map((word, w) => (
                <span
                  // oxlint-disable-next-line react/no-array-index-key -- a word is its place
                  key={w}
                  style={cellColours(scale, differenceOf(word))}
                  title={`${showSigned(differenceOf(word), 1)} bits`}
                >
                  {word.text}
                </span>
              ))}
            </p>
          ))}
        </div>
      </Figure>
    </section>
  );
}

function differenceOf({ before, after }: ComparedWord): number {
  return after - before;
}

function WordTable({
  sentences,
  before,
  after,
}: {
  readonly sentences: readonly (readonly ComparedWord[])[];
  readonly before: string;
  readonly after: string;
}) {
  return (
    <Table
      caption="Bits by word"
      captionHidden
      name="surprisal"
      rows={sentences.flat()}
      rowKey={(_, index) => `${index}`}
      columns={[
        { key: "word", label: "Word", value: ({ text }) => text.trim(), heading: true },
        { key: "before", label: before, unit: "bits", value: (word) => word.before, digits: 2 },
        { key: "after", label: after, unit: "bits", value: (word) => word.after, digits: 2 },
        {
          key: "difference",
          label: "Difference",
          value: differenceOf,
          render: (word) => showFixed(differenceOf(word), 2),
        },
      ]}
    />
  );
}
