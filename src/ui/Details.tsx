import type { ReactNode } from "react";

export interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** Called when it is opened. */
  readonly onOpen?: (() => void) | undefined;
}

/** Something that is there when wanted and out of the way when not. */
export function Details({ summary, children, open, onOpen }: DetailsProps) {
  return (
    <details className="details" open={open} onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
