import type { Document } from "../../experiments/documents/codeswitching";
import type { PanelProps } from "../lab";
import { SideControls } from "./SideControls";

/** Of a text of one's own: the text, and the two languages that its words may be in. */
export function OwnTextControls(props: PanelProps<Document>) {
  return (
    <SideControls
      {...props}
      labels={{ text: "Mixed text, a sentence a line", own: "Main language", other: "Other language" }}
    />
  );
}
