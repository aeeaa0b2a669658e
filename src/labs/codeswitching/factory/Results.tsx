import { otherSide } from "../../../codeswitch/sentence";
import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import type { CorpusCell, CorpusResult } from "../result";

/** What was kept at each place of the grid, and what the checks refused with their reasons. */
export function FactoryResults({
  result: { cells, refused = [], languages, diversity },
}: {
  readonly result: CorpusResult;
}) {
  if (cells === undefined) return null;
  const nameOf = ({ matrix }: CorpusCell) =>
    `${languageOf(languages[matrix]).name} with ${languageOf(languages[otherSide(matrix)]).name}`;
  return (
    <>
      <Table
        caption={`Sentences kept at each place of the grid, and pairs whose sentences a check refused.${diversity === undefined ? "" : ` Diversity: ${showFixed(100 * diversity, 0)} % of the word trigrams are distinct.`}`}
        name="corpus-grid"
        columns={[
          { key: "topic", label: "Topic", value: ({ topic }) => topic ?? "any", heading: true },
          { key: "main", label: "Mix", value: nameOf },
          { key: "kept", label: "Kept", value: ({ kept }) => kept },
          { key: "refused", label: "Refused", value: ({ refused: count }) => count },
        ]}
        rows={cells}
        rowKey={({ topic, matrix }) => `${topic ?? ""} ${matrix}`}
      />
      {refused.length === 0 ? null : (
        <Table
          caption="What the checks refused, by reason"
          name="refused-sentences"
          columns={[
            { key: "reason", label: "Reason", value: ({ reason }) => reason, heading: true },
            { key: "count", label: "Pairs", value: ({ count }) => count },
            {
              key: "example",
              label: "For example",
              value: ({ example }) => example,
              render: ({ example }) => <bdi className="measure-sentence">{example}</bdi>,
            },
          ]}
          rows={refused}
          rowKey={({ reason }) => reason}
        />
      )}
    </>
  );
}
