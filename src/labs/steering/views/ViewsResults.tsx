import { Curve } from "../../../ui/Curve";
import { Gradually } from "../../../ui/Gradually";
import { HeatMap } from "../../../ui/HeatMap";
import { languageColour, languageOf } from "../../../ui/languages";
import { showFixed } from "../../../ui/Table";
import type { Attention, LensFigure, ViewsResult } from "./result";
import { ResidualMap } from "./ResidualMap";
import "./styles.css";

/** The lens first, then how much of each language is in a layer, the map, and who looks at whom. */
export function ViewsResults({ result }: { readonly result: ViewsResult }) {
  return (
    <>
      <Headline result={result} />
      <Gradually>
        <Lens result={result} />
        <Masses result={result} />
        {result.map ? <ResidualMap layers={result.map} /> : null}
        {result.attention ? <Patterns attention={result.attention} tokens={result.tokens} /> : null}
      </Gradually>
    </>
  );
}

/** Mean probability of each language's tokens after a layer, over the positions. */
function meanMasses({ lens, languages, model }: ViewsResult): readonly (readonly number[])[] {
  return Array.from({ length: model.layers }, (_, layer) =>
    languages.map((_, g) => lens.reduce((sum, column) => sum + column[layer]!.masses[g]!, 0) / lens.length),
  );
}

function Headline({ result }: { readonly result: ViewsResult }) {
  const { languages, model } = result;
  const leaders = meanMasses(result).map((masses) => languages[masses.indexOf(Math.max(...masses))]!);
  const runs: { language: string; from: number; to: number }[] = [];
  for (const [layer, language] of leaders.entries()) {
    const last = runs.at(-1);
    if (last?.language === language) last.to = layer;
    else runs.push({ language, from: layer, to: layer });
  }
  const said = runs.map(
    ({ language, from, to }) =>
      `${languageOf(language).name} ${from === to ? `after layer ${from}` : `in layers ${from} to ${to}`}`,
  );
  return (
    <p className="steering-headline">
      Read through the head of {model.checkpoint}, the next token is most of all {said.join(", then ")}.
    </p>
  );
}

function Lens({ result }: { readonly result: ViewsResult }) {
  const { lens, tokens, model, leftOut } = result;
  const rows = Array.from({ length: model.layers }, (_, row) => model.layers - 1 - row);
  const cell = (row: number, column: number): LensFigure => lens[column]![rows[row]!]!;
  return (
    <section className="stack">
      <h2>What the head would say after each layer</h2>
      <div className="views-wide">
        <div style={{ minInlineSize: `${4 + 3.4 * tokens.length}rem` }}>
          <HeatMap
            caption="The likeliest next token behind each token of the text, after each layer; the last layer is on top; ⊢ is the mark that begins a text. Ink: its probability. Tag and foot: the language with more than half of the probability that belongs to any language."
            rowLabels={rows.map(String)}
            columnLabels={tokens.map(shown)}
            rowTitle="layer"
            columnTitle="behind the token"
            values={rows.map((_, row) => tokens.map((_, column) => cell(row, column).top[0]!.probability))}
            domain={[0, 1]}
            write={(row, column) => {
              const { top, language } = cell(row, column);
              return {
                text: shown(top[0]!.text),
                ...(language !== null && { tag: language, colour: languageColour(language) }),
              };
            }}
            describe={(row, column) => described(cell(row, column), result.languages)}
            name="logit-lens"
          />
        </div>
      </div>
      {leftOut > 0 ? <p className="note">{leftOut} more tokens of the text are not drawn.</p> : null}
    </section>
  );
}

function described({ top, masses, entropy }: LensFigure, languages: readonly string[]): string {
  const likely = top.map(({ text, probability }) => `${shown(text)} ${percent(probability)}`).join(", ");
  const shares = languages.map((language, g) => `${language} ${percent(masses[g]!)}`).join(", ");
  return `${likely}. Languages: ${shares}. ${showFixed(entropy, 2)} nats.`;
}

/** How probable each language is after each layer. */
export function Masses({ result }: { readonly result: ViewsResult }) {
  const { languages } = result;
  const masses = meanMasses(result);
  const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 4"];
  return (
    <section className="stack">
      <h2>Which language it thinks in</h2>
      <Curve
        caption="Probability of each language’s tokens after each layer, mean over the positions. A token counts for a language by how often it comes in that language’s stories; one that comes in none counts for none."
        series={languages.map((language, g) => ({
          id: language,
          label: languageOf(language).name,
          colour: languageColour(language),
          ...(dashes[g] !== "" && { dash: dashes[g]! }),
          points: masses.map((row, layer) => ({ x: layer, y: row[g]! })),
        }))}
        xLabel="layer"
        yLabel="probability"
        yDomain={[0, 1]}
        name="language-mass"
      />
    </section>
  );
}

/** One map a head: which token looks at which. */
function Patterns({ attention, tokens }: { readonly attention: Attention; readonly tokens: readonly string[] }) {
  const labels = tokens.map(shown);
  return (
    <section className="stack">
      <h2>Attention of layer {attention.layer}</h2>
      <div className="views-heads">
        <Gradually>
          {attention.patterns.map((pattern, head) => (
            <HeatMap
              // oxlint-disable-next-line react/no-array-index-key -- a head is its number
              key={head}
              caption={`Head ${head}: how much each token (row) takes from those before it (column).`}
              rowLabels={labels}
              columnLabels={labels}
              rowTitle="token"
              columnTitle="looks at"
              values={pattern.map((row, query) => row.map((share, key) => (key <= query ? share : null)))}
              domain={[0, 1]}
              numbers={false}
              name={`attention-${attention.layer}-${head}`}
            />
          ))}
        </Gradually>
      </div>
    </section>
  );
}

function shown(text: string): string {
  return text === "" ? "·" : text.replaceAll("\n", "↵").trim() || "␣";
}

function percent(share: number): string {
  return `${showFixed(share * 100, 0)}\u00a0%`;
}
