import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import type { ChangeResult, Retrieval, Transliteration } from "./result";

interface Found extends Retrieval {
  readonly title: string;
}

/** What became of the vocabulary in Latin letters: sentences cut before and after, what is found again, what fell together. */
export function Transliterated({
  result: { models },
  made: { pieces, onTheWay, shared, collisions, examples, retrieval },
}: {
  readonly result: ChangeResult;
  readonly made: Transliteration;
}) {
  const found = models.flatMap(({ name, title, retrieval: own }) =>
    (name === "base" ? retrieval : (own ?? [])).map((row): Found => ({ ...row, title })),
  );
  return (
    <section className="stack" aria-label="Pieces in Latin letters">
      <h2>The same pieces in Latin letters</h2>
      <p className="numeric">
        {pieces.toLocaleString("en")} pieces are new, {shared.toLocaleString("en")} of them stand for several old ones
        {onTheWay > 0 ? `; ${onTheWay.toLocaleString("en")} more rows are what merges make on the way to them` : ""}.
        Text in other scripts is cut as before.
      </p>
      {examples.map(({ language, native, before, after }) => (
        <p key={language}>
          <bdi lang={language.replace("-Latn", "")}>{native}</bdi>
          <br />
          <Cut pieces={before} /> <span className="note">before, {before.length} tokens</span>
          <br />
          <Cut pieces={after} /> <span className="note">after, {after.length} tokens</span>
        </p>
      ))}
      <Table<Found>
        caption="A sentence in Latin letters against itself in its own script, as means of the rows of its tokens"
        columns={[
          { key: "title", label: "Rows by", value: ({ title }) => title, heading: true },
          { key: "language", label: "Language", value: ({ language }) => languageOf(language).name },
          {
            key: "cosine",
            label: "Cosine",
            value: ({ cosine }) => cosine,
            render: ({ cosine }) => showFixed(cosine, 2),
          },
          {
            key: "found",
            label: "Nearest to itself",
            value: ({ found: own }) => own,
            render: ({ found: own, of }) => `${own} of ${of}`,
          },
        ]}
        rows={found}
        rowKey={({ title, language }) => `${title} ${language}`}
        name="transliterated-retrieval"
      />
      <Table<Transliteration["collisions"][number]>
        caption="Pieces that are one in Latin letters, those of most originals first"
        columns={[
          {
            key: "latin",
            label: "Latin",
            value: ({ latin }) => latin,
            render: ({ latin }) => shown(latin),
            heading: true,
          },
          {
            key: "originals",
            label: "Originals, best score first",
            value: ({ originals }) => originals.join(", "),
            render: ({ originals }) => <bdi>{originals.map(shown).join(", ")}</bdi>,
          },
        ]}
        rows={collisions}
        rowKey={({ latin }) => latin}
        name="transliterated-collisions"
      />
    </section>
  );
}

function Cut({ pieces }: { readonly pieces: readonly string[] }) {
  return <bdi className="mono">{pieces.map(shown).join("|")}</bdi>;
}

function shown(text: string): string {
  return text.replaceAll(" ", "␣").replaceAll("\uFFFD", "▯");
}
