import { Details } from "../../../ui/Details";
import { HeatMap } from "../../../ui/HeatMap";
import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import { BarrierMeter } from "./BarrierMeter";
import type { Counted, RomaniseResult } from "./result";

interface Row extends Counted {
  readonly tokenizer: string;
  readonly language: string;
}

/** What Latin letters save in tokens, and which words they make one. */
export function RomaniseResults({ result }: { readonly result: RomaniseResult }) {
  const { languages, tokenizers, lost, examples } = result;
  const rows = tokenizers.flatMap(({ name, languages: counted }) =>
    languages.flatMap((language): Row[] => {
      const own = counted[language];
      return own ? [{ tokenizer: name, language, ...own }] : [];
    }),
  );
  const reference = languageOf(result.reference).name;
  return (
    <>
      <p className="tokenizers-headline numeric" data-finding="">
        {findingOf(rows, result)}
      </p>
      <HeatMap
        caption="Tokens in Latin letters over tokens in the own script, the same forty sentences: under 1 it is cheaper, over 1 dearer."
        rowTitle="language"
        columnTitle="tokenizer"
        rowLabels={languages.map((language) => languageOf(language).name)}
        columnLabels={tokenizers.map(({ short }) => short)}
        values={languages.map((language) =>
          tokenizers.map(({ languages: counted }) => {
            const own = counted[language];
            return own ? own.latin / own.native : null;
          }),
        )}
        scale="diverging"
        baseline={1}
        numbers
        format={(value) => showFixed(value, 2)}
        name="romanised"
      />
      <Table<Row>
        caption={`Tokens before and after, and over ${reference}`}
        columns={[
          { key: "tokenizer", label: "Tokenizer", value: ({ tokenizer }) => tokenizer, heading: true },
          { key: "language", label: "Language", value: ({ language }) => languageOf(language).name },
          { key: "native", label: "Own script", unit: "tokens", value: ({ native }) => native },
          { key: "latin", label: "Latin", unit: "tokens", value: ({ latin }) => latin },
          { key: "before", label: "Parity before", value: (row) => row.native / row.reference, digits: 2 },
          { key: "after", label: "Parity after", value: (row) => row.latin / row.reference, digits: 2 },
        ]}
        rows={rows}
        rowKey={({ tokenizer, language }) => `${tokenizer} ${language}`}
        name="romanised-tokens"
      />
      {result.barrier ? <BarrierMeter barrier={result.barrier} /> : null}
      <Table<RomaniseResult["lost"][number]>
        caption="What the tables lose: words that are written the same in Latin letters"
        columns={[
          { key: "language", label: "Language", value: ({ language }) => languageOf(language).name, heading: true },
          { key: "types", label: "Different words", value: ({ types }) => types },
          { key: "merged", label: "Fewer in Latin", value: ({ merged }) => merged },
          {
            key: "groups",
            label: "Which",
            value: ({ groups }) =>
              groups.map(({ latin, words }) => `${latin} = ${words.join(", ")}`).join("; ") || "none",
          },
        ]}
        rows={lost}
        rowKey={({ language }) => language}
        name="romanised-collisions"
      />
      {examples.map(({ language, native, latin }) => (
        <p key={language}>
          <bdi lang={language}>{native}</bdi>
          <br />
          <bdi>{latin}</bdi>
        </p>
      ))}
      {result.text.trim() === "" ? null : (
        <Details summary="Your text in Latin letters">
          <p className="romanised-text">{result.text}</p>
        </Details>
      )}
      <Details summary="How it is written">
        <p className="formula">romanise(romanise(x)) = romanise(x), ASCII(x) = x</p>
        <p>
          Devanagari as Hindi is typed (the unwritten a falls at the end of a word and between syllables); by tables
          Cyrillic (BGN/PCGN without signs), Greek (ELOT 743 without accents), Arabic (short vowels are not written and
          not guessed), Hangul (Revised Romanisation by syllable), kana (Hepburn; Han characters stay) and Thai (letter
          by letter). It cannot be undone. A model that never read such spellings gains shorter texts and loses what it
          knew of the script.
        </p>
        <p className="note">
          Purkayastha et al. 2023, Romanization-based Large-scale Adaptation; uroman: Hermjakob et al. 2018
        </p>
      </Details>
    </>
  );
}

/** The largest saving, the largest loss in tokens, and the words that fell together. */
function findingOf(rows: readonly Row[], { lost }: RomaniseResult): string {
  const ordered = rows.toSorted((a, b) => a.latin / a.native - b.latin / b.native);
  const [best, worst] = [ordered[0], ordered.at(-1)];
  if (!best || !worst) return "";
  const say = (row: Row) =>
    `${showFixed(row.latin / row.native, 2)} of its tokens with ${row.tokenizer} (${languageOf(row.language).name})`;
  const merged = lost.reduce((sum, own) => sum + own.merged, 0);
  const types = lost.reduce((sum, own) => sum + own.types, 0);
  return `In Latin letters a text takes from ${say(best)} to ${say(worst)}; of ${types.toLocaleString("en")} words ${merged} fall together with another.`;
}
