import type { Shared } from "../experiments/share";
import { Copied } from "./Copied";
import { QrCode } from "./QrCode";

/** A link in every form in which it is passed on. */
export function ShareForms({ link, markdown, iframe }: Shared) {
  return (
    <>
      <Copied label="Link" text={link} />
      <p className="note numeric" data-testid="link-length">
        {link.length} characters
      </p>
      <Copied label="Markdown" text={markdown} />
      <Copied label="Frame for another page" text={iframe} />
      <QrCode text={link} />
    </>
  );
}
