import { Bars } from "../../../ui/Bars";
import { Curve } from "../../../ui/Curve";
import { Details } from "../../../ui/Details";
import { showFixed, Table } from "../../../ui/Table";
import { type HalfWordResult, type Place, type Way, wayNames, ways } from "./result";

const looks: Readonly<Record<Way, { readonly colour: string; readonly dash?: string }>> = {
  naive: { colour: "var(--ink-faint)", dash: "2 4" },
  healed: { colour: "var(--ink-soft)", dash: "7 4" },
  exact: { colour: "var(--amount)" },
};

/** The next letter's probability along the word, in three ways, and the next bytes at one place. */
export function HalfWordResults({ result }: { readonly result: HalfWordResult }) {
  const { places, word, before, at, next } = result;
  const letterAt = (i: number) => places[i]?.next.replace(" ", "␣") ?? "";
  const looked = places[at];
  return (
    <>
      <p className="tokenizers-headline numeric" data-finding="">
        {findingOf(places)}
      </p>
      <Curve
        caption={`Probability of the letter that comes next in “${word.trim()}”, behind “${before}” and as many letters as were given, ${result.model}.`}
        series={ways.map((way) => ({
          id: way,
          label: wayNames[way],
          ...looks[way],
          points: places.map(({ probability }, x) => ({ x, y: probability[way] })),
        }))}
        xLabel="next letter"
        yLabel="probability"
        yDomain={[0, 1]}
        xFormat={letterAt}
        name="half-word"
      />
      {looked && next.length > 0 ? (
        <Bars
          caption={`What may follow “${before}${looked.given}”: the likeliest next bytes.`}
          groups={next.map(({ shown, probability }) => ({
            id: shown,
            label: shown,
            values: ways.map((way) => probability[way]),
          }))}
          series={ways.map((way) => ({
            id: way,
            label: wayNames[way],
            colour: looks[way].colour,
            pattern: way === "exact" ? "solid" : way === "naive" ? "dots" : "diagonal",
          }))}
          unit="probability"
          groupTitle="Next byte"
          max={1}
          format={(value) => showFixed(value, 3)}
          name="next-bytes"
        />
      ) : null}
      <Table<Place>
        caption="The word, letter by letter"
        columns={[
          { key: "given", label: "Given", value: ({ given }) => given || "–", heading: true },
          { key: "next", label: "Next", value: (place) => place.next.replace(" ", "␣") },
          ...ways.map((way) => ({
            key: way,
            label: wayNames[way],
            value: ({ probability }: Place) => probability[way],
            digits: 4,
          })),
          {
            key: "tokens",
            label: "Last tokens of what was given",
            value: ({ tokens }) => tokens.slice(-3).join(" | "),
          },
        ]}
        rows={places}
        rowKey={(_, i) => String(i)}
        name="half-word-letters"
      />
      <Details summary="How the three are computed">
        <p className="formula">naive(b) = Σ p(t | tokens of x), t begins with b</p>
        <p className="formula">exact(b) = P(x b) / P(x), P(x) = Σ p(left) p(t | left), left + t covers x</p>
        <p>
          The naive way asks behind the tokens of the text as it stands. Token healing takes the last of them back and
          lets a token that begins with its bytes take its place. The exact way sums over every split of the text into
          its own spelling of the front and any token that reaches beyond the end, as long as the tokenizer would write
          it so. A letter of several bytes is the product over them. {result.passes.toLocaleString("en")} passes of the
          model in all.
        </p>
        <p className="note">Phan et al. 2024 (arXiv 2410.09303); token healing: Lundberg 2023</p>
      </Details>
    </>
  );
}

/** Where the naive answer falls furthest behind the exact one. */
function findingOf(places: readonly Place[]): string {
  const [worst] = places.toSorted((a, b) => gap(b) - gap(a));
  if (!worst) return "";
  const { naive, exact } = worst.probability;
  return `After “${worst.given}” the next letter “${worst.next.replace(" ", "␣")}” gets ${percent(naive)} behind the tokens of the half word; summed over all its spellings the same model gives ${percent(exact)}.`;
}

function gap({ probability }: Place): number {
  return probability.exact - probability.naive;
}

function percent(share: number): string {
  return `${share < 0.001 && share > 0 ? "less than 0.1" : showFixed(100 * share, 1)} %`;
}
