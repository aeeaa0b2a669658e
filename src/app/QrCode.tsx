import { memo, useDeferredValue } from "react";
import { qrCode } from "../ui/qr";

/** Most bytes of a link whose code a phone reads from a projector. */
const readable = 1_200;

/** A link as a QR code, a moment after what is around it; a sentence where the link is too long for one. */
export function QrCode({ text }: { readonly text: string }) {
  const drawn = useDeferredValue(text, "");
  if (text.length <= readable) return <Code text={drawn} />;
  return <p className="note">The link is too long for a QR code that can be read from afar.</p>;
}

/** Dark on light in either theme; an empty square for no text. */
const Code = memo(function Code({ text }: { readonly text: string }) {
  const rows = (text !== "" && qrCode(text)) || [];
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : []))).join("");
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size + 8} ${size + 8}`}
      role="img"
      aria-label="QR code of the link"
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" width={size + 8} height={size + 8} />
      <path className="qr-dark" d={path} />
    </svg>
  );
});
