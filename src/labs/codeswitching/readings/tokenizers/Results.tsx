import { HeatMap } from "../../../../ui/HeatMap";
import { languageOf } from "../../../../ui/languages";
import { showFixed, Table } from "../../../../ui/Table";
import type { TextKind, TokenizersReadingResult } from "./result";

/** Tokens a word of each kind of text in each tokenizer. */
export function TokenizersReadingResults({ result }: { readonly result: TokenizersReadingResult }) {
  const { kinds, tokenizers } = result;
  const fertility = kinds.map(({ tokens, words }) => tokens.map((count) => count / words));
  return (
    <section className="stack" aria-label="Cut by tokenizers">
      <p className="switching-headline">{headline(result, fertility)}</p>
      <HeatMap
        caption="Tokens a word: 1 is a token for each word."
        rowLabels={kinds.map(nameOf)}
        columnLabels={tokenizers}
        rowTitle="text"
        columnTitle="tokenizer"
        values={fertility}
        numbers
        format={(value) => showFixed(value, 2)}
        describe={(row) => kinds[row]!.example}
        name="fertility-of-the-mix"
      />
      <Table
        caption="One sentence of each kind, and the tokens of all"
        name="tokens-of-the-mix"
        columns={[
          { key: "kind", label: "Text", value: nameOf, heading: true },
          {
            key: "example",
            label: "For example",
            value: ({ example }) => example,
            render: ({ example }) => <bdi className="measure-sentence">{example}</bdi>,
          },
          { key: "sentences", label: "Sentences", value: ({ sentences }) => sentences },
          { key: "words", label: "Words", value: ({ words }) => words },
          ...tokenizers.map((name, index) => ({
            key: name,
            label: name,
            unit: "tokens",
            value: ({ tokens }: TextKind) => tokens[index] ?? null,
          })),
        ]}
        rows={kinds}
        rowKey={nameOf}
      />
    </section>
  );
}

function nameOf({ languages, form, latin, percent }: TextKind): string {
  const [main, other] = languages.map((code) => languageOf(code).name);
  const letters = latin ? ", Latin letters" : "";
  if (form === "main") return `${main}${letters}`;
  if (form === "other") return `${other}${letters}`;
  return `${main} with ${Math.round(percent ?? form)} % ${other}${letters}`;
}

/** The mix that costs most a word, in the first tokenizer, and its main language in the same letters. */
function headline({ kinds, tokenizers }: TokenizersReadingResult, fertility: readonly (readonly number[])[]): string {
  const mixes = kinds.flatMap((kind, row) =>
    typeof kind.form === "number" ? [{ kind, cost: fertility[row]![0]! }] : [],
  );
  const hardest = mixes.toSorted((a, b) => b.cost - a.cost)[0];
  if (hardest === undefined) return "There is no mixed sentence to cut.";
  const { languages, latin } = hardest.kind;
  const unmixed = kinds.filter((kind) => kind.form === "main" && kind.languages[0] === languages[0]);
  const plain = unmixed.find((kind) => kind.latin === latin) ?? unmixed[0];
  const beside = plain ? `, ${nameOf(plain)} alone ${showFixed(fertility[kinds.indexOf(plain)]![0], 2)}` : "";
  return `In ${tokenizers[0]}, of the mixes ${nameOf(hardest.kind)} takes most: ${showFixed(hardest.cost, 2)} tokens a word${beside}.`;
}
