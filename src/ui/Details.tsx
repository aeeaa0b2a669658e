import { type ReactNode, useState } from "react";

export interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** Called when it is opened. */
  readonly onOpen?: (() => void) | undefined;
  /** Its contents are costly: they are made when it is first opened. */
  readonly costly?: boolean;
}

/** Something that is there when wanted and out of the way when not. */
export function Details({ summary, children, open, onOpen, costly = false }: DetailsProps) {
  const [made, setMade] = useState(!costly || open === true);

  function toggled(isOpen: boolean): void {
    if (!isOpen) return;
    setMade(true);
    onOpen?.();
  }

  return (
    <details className="details" open={open} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div className="details-body">{made ? children : null}</div>
    </details>
  );
}
