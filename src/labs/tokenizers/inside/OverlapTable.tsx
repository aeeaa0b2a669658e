import { useMemo } from "react";
import { catalogueOf, type Overlap, overlapOf } from "../../../tokenization/catalogue";
import type { Encoder } from "../../../tokenization/encoder";
import { Details } from "../../../ui/Details";
import { Table } from "../../../ui/Table";
import { describeTokenizer } from "../encoders";

/** How much two vocabularies share, as a whole and script by script. */
export function OverlapTable({ first, second }: { readonly first: Encoder; readonly second: Encoder }) {
  const rows = useMemo(() => overlapOf(catalogueOf(first), catalogueOf(second)), [first, second]);
  const [a, b] = [describeTokenizer(first.id).short, describeTokenizer(second.id).short];
  return (
    <>
      <Table<Overlap>
        caption={`Pieces of ${a} and ${b} that spell the same`}
        columns={[
          { key: "script", label: "Script", value: ({ script }) => script, heading: true },
          { key: "first", label: a, value: (row) => row.first },
          { key: "second", label: b, value: (row) => row.second },
          { key: "shared", label: "Shared", value: ({ shared }) => shared },
          { key: "share", label: `Share of ${a}`, value: ({ shared, first: own }) => shared / own, digits: 3 },
          { key: "jaccard", label: "Jaccard", value: ({ jaccard }) => jaccard, digits: 3 },
        ]}
        rows={rows}
        rowKey={({ script }) => script}
        name={`overlap-${a}-${b}`}
      />
      <Details summary="What is counted">
        <p className="formula">J = |A ∩ B| / |A ∪ B|</p>
        <p>
          Pieces are the same where they spell the same bytes, with the space before them; special tokens are left out.
        </p>
        <p className="note">Jaccard 1912</p>
      </Details>
    </>
  );
}
