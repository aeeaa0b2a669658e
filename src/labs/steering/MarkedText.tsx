import type { Continuation } from "./result";

export interface MarkedTextProps {
  readonly prompt: string;
  /** undefined: not known. */
  readonly promptLanguage: string | undefined;
  readonly continuation: Continuation;
}

/** A prompt and its continuation as running text; changed tokens are underlined, neighbours under one line. */
export function MarkedText({ prompt, promptLanguage, continuation }: MarkedTextProps) {
  return (
    <p className="passage" dir="auto">
      <bdi className="steering-prompt" lang={promptLanguage}>
        {prompt}
      </bdi>
      <span lang={continuation.language ?? undefined}>
        {runsOf(continuation).map(({ start, text, changed }) =>
          changed ? (
            <mark key={start} className="differs">
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </span>
      {continuation.text === "" ? <span className="note"> (ends here)</span> : null}
    </p>
  );
}

/** Neighbouring pieces that are alike, joined: joined scripts keep their shapes. */
function runsOf({ pieces }: Continuation) {
  const runs: { start: number; text: string; changed: boolean }[] = [];
  for (const [start, { text, changed }] of pieces.entries()) {
    const last = runs.at(-1);
    if (last?.changed === changed) last.text += text;
    else runs.push({ start, text, changed });
  }
  return runs;
}
