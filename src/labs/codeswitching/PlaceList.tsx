import { reasonNames } from "../../codeswitch/reasons";
import { constraints } from "../../codeswitch/constraints";
import type { Document } from "../../experiments/documents/codeswitching";
import { Details } from "../../ui/Details";
import { languageOf } from "../../ui/languages";
import { Table } from "../../ui/Table";
import type { PlaceResult } from "./result";

/** How many places are allowed, and all of them with their reasons behind it. */
export function PlaceList({ places, document }: { places: readonly PlaceResult[]; document: Document }) {
  const legal = places.filter((place) => place.legal).length;
  const { name, reference } = constraints[document.theory];
  return (
    <div className="stack-close">
      <p>
        {name}: <span className="numeric">{legal}</span> of <span className="numeric">{places.length}</span> places
        between words allow a switch.
      </p>
      <Details summary="Every place, with its reason">
        <Table
          caption={`Places between words under the ${name.toLowerCase()} (${reference})`}
          captionHidden
          name="switch-points"
          rows={places}
          rowKey={(place) => `${place.side}-${place.after}`}
          columns={[
            { key: "language", label: "In", value: ({ side }) => languageOf(document.languages[side]).name },
            { key: "place", label: "Between", value: ({ words }) => words.join(" | "), heading: true },
            { key: "verdict", label: "Switch", value: ({ legal }) => (legal ? "allowed" : "refused") },
            { key: "rule", label: "Rule", value: ({ rule }) => reasonNames[rule] },
            { key: "reason", label: "Reason", value: ({ reason }) => reason },
          ]}
        />
      </Details>
    </div>
  );
}
