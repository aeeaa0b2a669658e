import { type ReactNode, useRef } from "react";
import { useBeside } from "./beside";

export interface ReadoutProps {
  /** What is pointed at; null hides the readout. */
  readonly anchor: Element | null;
  readonly id: string;
  readonly children: ReactNode;
}

/** The small text beside what is pointed at or focused in a figure. In the top layer: a figure clips what stands out of it. */
export function Readout({ anchor, id, children }: ReadoutProps) {
  const ref = useRef<HTMLDivElement>(null);
  const place = useBeside(anchor, ref);
  if (!anchor) return null;
  return (
    <div ref={ref} id={id} role="tooltip" popover="manual" className="readout" style={place}>
      {children}
    </div>
  );
}
