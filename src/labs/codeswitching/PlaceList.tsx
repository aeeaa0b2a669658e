import { reasonNames } from "../../codeswitch/reasons";
import { constraints } from "../../codeswitch/constraints";
import type { Document } from "../../experiments/documents/codeswitching";
import { Details } from "../../ui/Details";
import { languageOf } from "../../ui/languages";
import { Table } from "../../ui/Table";
import { judgedSides } from "./places";
import type { PlaceResult } from "./result";

/** How many places are allowed, and all of them with their reasons behind it. */
export function PlaceList({ places, document }: { places: readonly PlaceResult[]; document: Document }) {
  const sides = judgedSides(document).map((side) => {
    const own = places.filter((place) => place.side === side);
    const legal = own.filter((place) => place.legal).length;
    return `${legal} of ${own.length} places in the ${languageOf(document.languages[side]).name} sentence`;
  });
  const { name, phrase, reference } = constraints[document.theory];
  return (
    <div className="stack-close">
      <p className="numeric">
        {name}: a switch is allowed at {sides.join(", at ")}.
      </p>
      <Details summary="Every place, with its reason">
        <Table
          caption={`Places between words under ${phrase} (${reference})`}
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
