import { Curve } from "../../../ui/Curve";
import { Details } from "../../../ui/Details";
import { showFixed } from "../../../ui/Table";
import type { MarkovResult } from "./result";

/** What a model that knows only how frequent each token is needs for a symbol, against the rows of the vocabulary. */
export function MarkovResults({ result: { order, flip, symbols, floor, costs } }: { readonly result: MarkovResult }) {
  const [first, last] = [costs[0], costs.at(-1)];
  if (!first || !last) return null;
  return (
    <>
      <p className="tokenizers-headline" data-finding="">
        With the two symbols as tokens, knowing how frequent each is leaves {showFixed(first.bits, 3)} bits a symbol;
        with {last.rows} tokens {showFixed(last.bits, 3)}, of which {showFixed(floor, 3)} are the source’s own.
      </p>
      <Curve
        caption="Bits a symbol for a model that knows only the frequencies of tokens"
        xLabel="rows of the vocabulary"
        yLabel="bits a symbol"
        xFormat={(x) => String(Math.round(2 ** x))}
        yFormat={(bits) => showFixed(bits, 3)}
        baseline={{ value: floor, label: "entropy of the source" }}
        series={[
          {
            id: "unigram",
            label: "frequencies",
            colour: "var(--ink)",
            points: costs.map(({ rows, bits }) => ({ x: Math.log2(rows), y: bits })),
          },
        ]}
        name="why-tokenize"
      />
      <Details summary="How it is computed">
        <p className="formula">
          X(t) = X(t − {order}) ⊕ Bernoulli({showFixed(flip, 2)}); bits = H(tokens) · tokens / symbols
        </p>
        <p>
          {symbols.toLocaleString("en")} symbols. The pair of tokens that is most frequent becomes a token, again and
          again, as in BPE. Taken one by one the symbols look like fair coins; tokens hold what comes after what, so
          that the simplest of models over them comes near the best that any model can do.
        </p>
        <p className="note">Rajaraman et al. 2024, Toward a Theory of Tokenization in LLMs (arXiv 2404.08335)</p>
      </Details>
    </>
  );
}
