import { SideBySide } from "../../../ui/SideBySide";
import { type Column, Table } from "../../../ui/Table";
import { languageOf } from "../../../ui/languages";
import { sum } from "../../../vectors";
import { wayName } from "./ways";
import type { ReinjectionResult, TranslationResult } from "./result";

interface Count {
  readonly name: string;
  readonly missed: number;
  readonly added: number;
  readonly words: number;
}

/** Sentences and their translations in every way, with the words that have no counterpart on the other side marked. */
export function Translations({ result }: { readonly result: ReinjectionResult }) {
  const { translations, ways, language, into, model } = result;
  const names = [...ways.map(wayName), "as the story tells it"];
  const counts = names.map((name, at): Count => {
    const over = (of: (output: TranslationResult["outputs"][number]) => number) =>
      sum(translations.map(({ outputs }) => of(outputs[at]!)));
    return {
      name,
      missed: over(({ missed }) => missed.length),
      added: over(({ added }) => added.length),
      words: over(({ words }) => words.length),
    };
  });
  const columns: Column<Count>[] = [
    { key: "way", label: "Examples", value: ({ name }) => name, heading: true },
    { key: "missed", label: "Source words missed", value: ({ missed }) => missed },
    { key: "added", label: "Words added", value: ({ added }) => added },
    { key: "words", label: "Words written", value: ({ words }) => words },
  ];
  return (
    <section className="stack">
      <h2>
        From {languageOf(language).name} into {languageOf(into).name}
      </h2>
      <Table
        caption={`Words without a link over ${translations.length} translations, of ${sum(translations.map(({ source }) => source.length))} source words. Links are learnt from other stories; what is flagged of a story’s own translation are false alarms.`}
        columns={columns}
        rows={counts}
        rowKey={({ name }) => name}
        name="reinjection-words"
        provenance={[`${model.checkpoint}, ${language} to ${into}`]}
      />
      {translations.map(({ source, outputs }) => (
        <section key={source.join(" ")} className="stack-close">
          <h3 lang={language}>{source.join(" ")}</h3>
          <SideBySide
            minimum={9}
            items={outputs.map(({ words, missed, added }, at) => ({
              id: String(at),
              title: names[at]!,
              baseline: at === 0,
              note:
                missed.length === 0 ? "nothing missed" : `missed: ${missed.map((place) => source[place]).join(", ")}`,
              children: <Marked words={words} added={added} language={into} />,
            }))}
          />
        </section>
      ))}
    </section>
  );
}

function Marked({
  words,
  added,
  language,
}: {
  readonly words: readonly string[];
  readonly added: readonly number[];
  readonly language: string;
}) {
  if (words.length === 0) return <p className="note">(nothing written)</p>;
  return (
    <p className="passage" dir="auto" lang={language}>
      {words.map((word, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a word's place is its identity
        <span key={at}>
          {at > 0 ? " " : null}
          {added.includes(at) ? <mark className="differs">{word}</mark> : word}
        </span>
      ))}
    </p>
  );
}
