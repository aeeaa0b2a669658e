import { textOf } from "../../../../codeswitch/phrases/order";
import { bootstrap } from "../../../../measures/statistics/bootstrap";
import { seededRandom } from "../../../../random";
import { Figure } from "../../../../ui/Figure";
import { showFixed, Table } from "../../../../ui/Table";
import { mean } from "../../../../vectors";
import { type Order, type OrderBy, type OrderResult, orders } from "./result";

/** Sentences beyond these are in the table. */
const drawn = 6;

const names: Readonly<Record<Order, string>> = {
  given: "as given",
  permuted: "by chance",
  reversed: "from the last",
};

/** The units of each sentence in three orders, and what models pay for them. */
export function OrderResults({ result }: { readonly result: OrderResult }) {
  const rows = result.models.flatMap((by) => rowsOf(by, result.seed));
  return (
    <section className="stack" aria-label="Units in other orders">
      {rows.length === 0 ? null : (
        <>
          <p className="switching-headline">{headline(result.models[0]!)}</p>
          <Table
            caption="Mean bits a byte, with 95 % intervals. A model that knew a relation in both directions would pay as little for the first unit behind the last as for the last behind the first."
            name="bits-by-order"
            columns={[
              { key: "model", label: "Model", value: ({ model }) => model, heading: true },
              { key: "read", label: "Read", value: ({ read }) => read },
              { key: "sentences", label: "Sentences", value: ({ estimate }) => estimate.n },
              { key: "bits", label: "Bits a byte", value: ({ estimate }) => estimate.value, digits: 2 },
              { key: "low", label: "from", value: ({ estimate }) => estimate.low, digits: 2 },
              { key: "high", label: "to", value: ({ estimate }) => estimate.high, digits: 2 },
            ]}
            rows={rows}
            rowKey={({ model, read }, index) => `${model} ${read} ${index}`}
            provenance={[`${result.sentences.length} synthetic sentences, seed ${result.seed}`]}
          />
        </>
      )}
      <Texts result={result} />
    </section>
  );
}

function rowsOf({ checkpoint, bitsPerByte, last, first }: OrderBy, seed: number) {
  const kinds: readonly (readonly [string, readonly (number | null)[]])[] = [
    ...orders.map((order) => [`whole, ${names[order]}`, bitsPerByte.map((by) => by[order])] as const),
    ["last unit behind the first", last],
    ["first unit behind the last", first],
  ];
  return kinds.flatMap(([read, values]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? [] : [{ model: checkpoint, read, estimate: bootstrap(known, seededRandom(seed)) }];
  });
}

function headline({ checkpoint, bitsPerByte }: OrderBy): string {
  const bits = (order: Order) => showFixed(mean(bitsPerByte.map((by) => by[order])), 2);
  return `${checkpoint} pays ${bits("given")} bits a byte for the sentences as they stand, ${bits("permuted")} with their units in an order drawn by chance and ${bits("reversed")} from the last to the first.`;
}

function Texts({ result }: { readonly result: OrderResult }) {
  const { sentences } = result;
  return (
    <Figure
      name="units-in-orders"
      caption={`Units, each underlined, in three orders; signs keep their places.${sentences.length > drawn ? ` The first ${drawn} of ${sentences.length} sentences.` : ""}`}
      table={
        <Table
          caption="Texts by order"
          captionHidden
          name="units-in-orders"
          columns={orders.map((order) => ({
            key: order,
            label: names[order],
            value: (sentence: OrderResult["sentences"][number]) => textOf(sentence[order]),
            ...(order === "given" ? { heading: true } : {}),
          }))}
          rows={sentences}
          rowKey={(_, index) => String(index)}
        />
      }
    >
      <ol className="stack-close read-sentences">
        {sentences.slice(0, drawn).map((sentence, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a sentence is its place
          <li key={index}>
            {orders.map((order) => (
              <p key={order} className="unit-line">
                <span className="unit-order">{names[order]}</span>{" "}
                <bdi>
                  {sentence[order].map(({ text, isUnit }, place) =>
                    isUnit ? (
                      // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
                      <span key={place} className="order-unit">
                        {text}
                      </span>
                    ) : (
                      text
                    ),
                  )}
                </bdi>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Figure>
  );
}
